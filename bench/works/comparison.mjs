import { alternate, beside, mustAgree } from './measure.mjs';

const ROWS = ['rowObjects', 'arquero', 'crossfilter', 'duckdb'];

/** What is asked of committed data: the comparison, a sequence, a live count, the library. */
export async function asking({ ours, peers, sizes, rounds }) {
  const results = [];
  for (const customers of sizes) {
    await ours('prepare', { customers, withEvents: true });
    await ours('importOrders');
    await ours('importEvents');
    for (const peer of ROWS) await peers.ask(peer, 'setup', { customers });
    const size = `${customers / 1000}k customers, ${customers / 100}k orders, ${customers / 20}k events`;

    let longest = 0;
    const compared = await alternate(
      rounds,
      {
        ours: async (round) => {
          const result = await ours('comparison', { round });
          longest = Math.max(longest, result.longestTask);
          return result;
        },
        'DuckDB-WASM, raw tables': (round) => peers.ask('duckdb', 'comparison', { round, kept: false }),
        'DuckDB-WASM, kept aggregates': (round) => peers.ask('duckdb', 'comparison', { round, kept: true }),
        'row objects': (round) => peers.ask('rowObjects', 'comparison', { round }),
        Arquero: (round) => peers.ask('arquero', 'comparison', { round }),
        'crossfilter, kept aggregates': (round) => peers.ask('crossfilter', 'comparison', { round }),
      },
      ({ ours: mine, ...others }) => {
        for (const [name, theirs] of Object.entries(others)) {
          mustAgree(`metrics of ${name}`, mine.values.metrics, theirs.values.metrics);
          mustAgree(`retention of ${name}`, mine.values.retention, theirs.values.retention);
        }
      },
    );
    results.push({
      work: '5 segments × 8 metrics + retention',
      size,
      ...beside(compared, { ours: 'with intervals, differences, p, q, verdicts; peers: values only' }),
      notes: [`longest task of the page's main thread: ${longest.toFixed(0)} ms`],
    });

    const sequences = await alternate(
      rounds,
      {
        ours: (round) => ours('sequence', { round }),
        'DuckDB-WASM, joins': (round) => peers.ask('duckdb', 'sequence', { round }),
        'DuckDB-WASM, as-of joins': (round) => peers.ask('duckdb', 'sequenceAsOf', { round }),
        'row objects': (round) => peers.ask('rowObjects', 'sequence', { round }),
      },
      ({ ours: mine, ...others }) => {
        // The nearest open and order decide a click, so every form gives the same people.
        for (const [name, theirs] of Object.entries(others))
          mustAgree(`sequence of ${name}`, mine.values, theirs.values);
      },
    );
    results.push({
      work: 'mail opened → clicked within days → ordered within days',
      size,
      ...beside(sequences, { ours: 'count, unknowns, ten members and the sentence' }),
    });

    let longestEdit = 0;
    const edits = await alternate(rounds, {
      ours: async (round) => {
        const result = await ours('liveCount', { round });
        longestEdit = Math.max(longestEdit, result.longestTask);
        return result;
      },
    });
    results.push({
      work: 'one clause of three edited, to its count',
      size,
      ...beside(edits, { ours: 'question to count' }),
      notes: [`longest task of the page's main thread: ${longestEdit.toFixed(0)} ms`],
    });

    for (const peer of ROWS) await peers.close(peer);
  }
  return results;
}
