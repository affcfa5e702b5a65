import { alternate, beside, median, mustAgree } from './measure.mjs';

const CLAUSES = {
  'two orders in the last days': ['arquero'],
  'money spent in the last days': ['arquero'],
  'share of orders with such a discount': ['arquero'],
  'share of orders in the evening': [],
  'four products in the last days': [],
  'the top by mean price': [],
  'page views in the last days': ['arquero'],
  'days on the site in the last days': [],
  'days since the last click up to then': [],
};

/** Every ready segment, and a clause of each sort as it is edited. */
export async function libraries({ ours, peers, sizes, rounds }) {
  const results = [];
  for (const customers of sizes) {
    await ours('prepare', { customers, withEvents: true });
    await ours('importOrders');
    await ours('importEvents');
    const size = `${customers / 1000}k customers, ${customers / 100}k orders, ${customers / 20}k events`;
    for (const peer of ['duckdbRules', 'rowObjects', 'arquero', 'onePass']) {
      await peers.ask(peer, 'setup', { customers });
    }
    results.push(await wholeLibrary({ ours, peers, rounds: customers > 20_000 ? 3 : rounds, size }));
    results.push(...(await clauses({ ours, peers, rounds, size })));
    for (const peer of ['duckdbRules', 'rowObjects', 'arquero', 'onePass']) await peers.close(peer);
  }
  return results;
}

async function wholeLibrary({ ours, peers, rounds, size }) {
  let found;
  let first = null;
  let longest = 0;
  const slowest = new Map();
  const times = await alternate(
    rounds,
    {
      ours: async (round) => {
        found = await ours('library', { round });
        console.error(`  the library, ${size}: round ${round} in ${found.ms.toFixed(0)} ms, now DuckDB …`);
        first ??= found.ms;
        longest = Math.max(longest, found.longestTask);
        return found;
      },
      'DuckDB-WASM, our own SQL over kept tables': async () => {
        const rules = found.segments.map(({ rule }) => rule);
        const theirs = await peers.ask('duckdbRules', 'rules', { rules, asOf: found.asOf });
        for (const [i, ms] of theirs.each.entries()) slowest.set(found.segments[i].id, ms);
        return theirs;
      },
    },
    (result) => {
      const theirs = result['DuckDB-WASM, our own SQL over kept tables'].values;
      for (const [i, { id, counts }] of result.ours.segments.entries()) mustAgree(id, counts, theirs[i]);
    },
  );
  const ordered = [...slowest.values()].sort((a, b) => a - b);
  return {
    work: 'the whole library: who is in every ready segment',
    size,
    ...beside(times, { ours: 'thresholds, members and sentences, of another day each round' }),
    notes: [
      `${found.segments.length} segments; in, out and unknown of each counted alike by both`,
      `the first time after the import, with what is kept of a version of the data: ${first.toFixed(0)} ms`,
      `DuckDB a segment: ${median(ordered).toFixed(1)} ms, ${ordered.at(-1).toFixed(1)} at most`,
      `longest task of the page's main thread: ${longest.toFixed(0)} ms`,
    ],
  };
}

async function clauses({ ours, peers, rounds, size }) {
  const results = [];
  for (const [name, also] of Object.entries(CLAUSES)) {
    console.error(`  ${name} …`);
    let asked;
    let longest = 0;
    const peer = (of) => (round) => peers.ask(of, 'clause', { name, round });
    const sides = {
      ours: async (round) => {
        asked = await ours('clause', { name, round });
        longest = Math.max(longest, asked.longestTask);
        return asked;
      },
      'DuckDB-WASM, our own SQL over kept tables': async () => {
        const { ms, values } = await peers.ask('duckdbRules', 'rules', {
          rules: [asked.rule],
          asOf: asked.asOf,
        });
        if (values[0][1] !== asked.unknown) throw new Error(`unknown of ${name} differ`);
        return { ms, values: values[0][0] };
      },
      'row objects': peer('rowObjects'),
      ...(also.includes('arquero') ? { Arquero: peer('arquero') } : {}),
      'limit: one pass over bare columns': peer('onePass'),
    };
    const times = await alternate(rounds, sides, ({ ours: mine, ...others }) => {
      for (const [other, { values }] of Object.entries(others))
        mustAgree(`${name} of ${other}`, mine.values, values);
    });
    results.push({
      work: `a clause edited: ${name}`,
      size,
      ...beside(times, { ours: 'question to counts, ten members and the sentence' }),
      notes: [`longest task of the page's main thread: ${longest.toFixed(0)} ms`],
    });
  }
  return results;
}
