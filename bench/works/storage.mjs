import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { alternate, beside } from './measure.mjs';

/** Orders written to IndexedDB and read back by a new connection. */
export async function storing({ browser, peers, sizes, rounds }) {
  const results = [];
  for (const customers of sizes) {
    await peers.ask('storage', 'setup', { customers });
    const whole = { ours: [], records: [] };
    // A million records take minutes: they are written once, and each round of ours is held against that.
    const once = customers > 20_000;
    for (let round = 0; round < (once ? rounds : Math.min(rounds, 3)); round++) {
      const mine = await withBytes(browser, peers, 'columns');
      const theirs = once && round > 0 ? whole.records[0] : await withBytes(browser, peers, 'records');
      if (mine.rows !== theirs.rows || mine.total !== theirs.total)
        throw new Error('what was read back differs');
      whole.ours.push(mine);
      whole.records.push(theirs);
    }
    await peers.close('storage');
    // What was deleted before a round may go away during it: a round can count too little, and never too much.
    const onDisk = (of) => (Math.max(...of.map((r) => r.bytes)) / 1e6).toFixed(1);
    const size = `${customers / 100}k orders of 9 fields`;
    for (const [work, field] of [
      ['orders written, one strict commit', 'writeMs'],
      ['orders read back', 'readMs'],
    ]) {
      const times = {
        ours: whole.ours.map((r) => r[field]),
        'one record a row through idb': whole.records.map((r) => r[field]),
      };
      results.push({
        work,
        size,
        ...beside(times, { ours: 'packed columns in blocks' }),
        notes: [
          ...(once ? ['one round of records only, held against each of ours'] : []),
          `on disk ${onDisk(whole.ours)} MB, records ${onDisk(whole.records)} MB`,
        ],
      });
    }
  }
  return results;
}

/** With what the browser's folder grew by, seen from outside. */
async function withBytes({ profile }, peers, name) {
  const folder = join(profile, 'Default/IndexedDB');
  const held = () =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.startsWith('http_127.0.0.1'))
      .map((file) => statSync(join(folder, file)))
      .reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0);
  await peers.ask('storage', 'clear');
  const before = await settled(held);
  const result = await peers.ask('storage', name);
  return { ...result, bytes: (await settled(held)) - before };
}

/** What is written stands in a log and in a table for a while, until the browser has tidied up. */
async function settled(held) {
  let last = held();
  for (let steady = 0; steady < 6; ) {
    await new Promise((done) => setTimeout(done, 500));
    const now = held();
    steady = now === last ? steady + 1 : 0;
    last = now;
  }
  return last;
}

/** k-means from the same starts, to the same centres. */
export async function clustering({ peers, sizes, rounds }) {
  const customers = Math.max(...sizes);
  await peers.ask('clusters', 'setup', { customers });
  const times = await alternate(
    rounds,
    { ours: () => peers.ask('clusters', 'ours'), 'ml-kmeans': () => peers.ask('clusters', 'mlKmeans') },
    ({ ours, 'ml-kmeans': theirs }) => {
      ours.values.forEach((value, i) => {
        if (Math.abs(value - theirs.values[i]) > 1e-9) throw new Error('the centres differ');
      });
    },
  );
  await peers.close('clusters');
  return [
    {
      work: 'k-means, k = 5, six features, same starts',
      size: `${customers / 1000}k customers`,
      ...beside(times, { ours: 'to the same centres' }),
    },
  ];
}
