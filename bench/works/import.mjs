import { alternate, beside, median, near } from './measure.mjs';

/** Shops whose orders fill about 9, 50 and 150 MB in 21 columns, and about 4 and 70 MB in five short ones. */
const QUICK = [{ customers: 5_000 }, { customers: 27_000 }, { customers: 5_000, narrow: true }];
const FULL = [{ customers: 27_000 }, { customers: 80_500 }, { customers: 100_000, narrow: true }];
/** Fewer of files that take half a minute a round beside all peers. */
const roundsOf = (customers, rounds) => (customers > 50_000 ? 3 : customers > 10_000 ? 5 : rounds);

/** A CSV from a picked file to committed columns, beside readers that only fill memory. */
export async function importing({ ours, peers, full, rounds, memory }) {
  const results = [];
  for (const { customers, narrow = false } of full ? FULL : QUICK) {
    const { bytes } = await ours('prepare', { customers, withEvents: false, narrow });
    await peers.prepareFile({ customers, narrow });
    const turns = roundsOf(customers, rounds);
    let stored = 0;
    let longest = 0;
    let peak = 0;
    const times = await alternate(
      turns,
      {
        ours: async () => {
          const before = memory.reset();
          const result = await ours('importOrders');
          peak = Math.max(peak, memory.peak() - before);
          stored = result.storedBytes;
          longest = Math.max(longest, result.longestTask);
          return result;
        },
        'PapaParse, header + dynamicTyping': () => peers.ask('readers', 'papaTyped', { file: true }),
        'PapaParse, strings': () => peers.ask('readers', 'papaRows', { file: true }),
        'uDSV, typed': () => peers.ask('readers', 'udsvTyped', { file: true }),
        'd3-dsv, autoType': () => peers.ask('readers', 'd3Typed', { file: true }),
        'DuckDB-WASM read_csv': async () => {
          const read = await peers.ask('duckdb', 'readCsv', { file: true });
          await peers.close('duckdb');
          return read;
        },
        'limit: every byte looked at once': () => peers.ask('readers', 'scan', { file: true }),
      },
      (round) => {
        for (const [name, { rows, total }] of Object.entries(round)) {
          if (
            rows !== round.ours.rows ||
            (total !== null && !near(Math.round(total * 100), Math.round(round.ours.total * 100)))
          )
            throw new Error(
              `${name} read ${rows} rows and ${total}, ours ${round.ours.rows} and ${round.ours.total}`,
            );
        }
      },
    );
    await peers.close('readers');
    results.push({
      work: 'CSV into committed columns',
      size: `${customers / 1000}k customers, ${(customers * 10) / 1000}k rows, ${(bytes / 1e6).toFixed(1)} MB, ${narrow ? '5 short' : '21'} columns`,
      ...beside(times, { ours: 'survey, types of every column, problems, joins, one strict commit' }),
      notes: [
        `${turns} rounds`,
        `${(bytes / 1e3 / median(times.ours)).toFixed(1)} MB/s`,
        `${(stored / 1e6).toFixed(1)} MB kept`,
        `peak of the process while importing: ${(peak / 1e6).toFixed(0)} MB over what it held, ${(peak / stored).toFixed(2)} × what is kept on disk`,
        `longest task of the page's main thread: ${longest.toFixed(0)} ms`,
      ],
    });
  }
  return results;
}
