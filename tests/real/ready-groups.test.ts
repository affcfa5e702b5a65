import { describe, expect, it } from 'vitest';
import { importFiles, memoryEngine } from '../memory-engine';
import { HELD_REQUEST } from '../segment-members';
import { hasShared, sharedText } from '../shared-data';

/** What a plain count of the raw rows says of each group, and what is shown of it without a rule being written. */
async function ready(...paths: readonly string[]) {
  const { engine } = memoryEngine();
  await importFiles(
    engine,
    ...paths.map((path) => new File([sharedText(`data/${path}`)], path.split('/').at(-1) ?? path)),
  );
  const { segments } = await engine.segments({ asOf: null, currency: null });
  const idOf = new Map(segments.map(({ segment, size }) => [segment.name.en, { id: segment.id, size }]));
  return {
    sizes: (names: readonly string[]) => names.map((name) => idOf.get(name)?.size),
    async shown(names: readonly string[], metric: string) {
      const segmentIds = names.map((name) => idOf.get(name)?.id ?? name);
      const comparison = await engine.compare({ ...HELD_REQUEST, segmentIds });
      const m = comparison.metrics.findIndex(({ id }) => id === metric);
      const values = [...comparison.cells.map((row) => row[m]), comparison.everyone[m]];
      return values.map((cell) => (cell?.state === 'value' ? cell.value : null));
    },
  };
}

const rowsOf = (path: string) =>
  sharedText(`data/${path}`)
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));
const share = <R>(rows: readonly R[], is: (row: R) => boolean) => rows.filter(is).length / rows.length;

describe.skipIf(!hasShared)('groups that a list itself names are ready (needs shared data)', () => {
  it('telco: churn by contract', async () => {
    const rows = rowsOf('telco/Telco-Customer-Churn.csv');
    const contracts = ['Month-to-month', 'One year', 'Two year'];
    const left = (row: readonly string[]) => row.at(-1) === 'Yes';
    const counted = [
      ...contracts.map((c) =>
        share(
          rows.filter((row) => row[15] === c),
          left,
        ),
      ),
      share(rows, left),
    ];
    expect(counted.map((rate) => (100 * rate).toFixed(2))).toEqual(['42.71', '11.27', '2.83', '26.54']);
    const { shown } = await ready('telco/Telco-Customer-Churn.csv');
    expect(
      await shown(
        contracts.map((c) => `Contract: ${c}`),
        'people:custom:Churn',
      ),
    ).toEqual(counted);
  });

  it('hillstrom: visits, conversion and spend by arm', async () => {
    // From the end: the second column holds commas.
    const rows = rowsOf('hillstrom/hillstrom.csv.gz');
    const arms = ['Mens E-Mail', 'Womens E-Mail', 'No E-Mail'];
    const of = arms.map((arm) => rows.filter((row) => row.at(-4) === arm));
    const mean = (from: number) => (group: readonly (readonly string[])[]) =>
      group.reduce((sum, row) => sum + Number(row.at(from)), 0) / group.length;
    expect(of.map((group) => group.length)).toEqual([21_307, 21_387, 21_306]);
    expect(of.map((group) => mean(-3)(group).toFixed(4))).toEqual(['0.1828', '0.1514', '0.1062']);
    expect(of.map((group) => mean(-2)(group).toFixed(5))).toEqual(['0.01253', '0.00884', '0.00573']);
    expect(of.map((group) => mean(-1)(group).toFixed(4))).toEqual(['1.4226', '1.0772', '0.6528']);
    const { sizes, shown } = await ready('hillstrom/hillstrom.csv.gz');
    const names = arms.map((arm) => `segment: ${arm}`);
    expect(sizes(names)).toEqual([21_307, 21_387, 21_306]);
    for (const [column, from] of [
      ['visit', -3],
      ['conversion', -2],
      ['spend', -1],
    ] as const) {
      const values = await shown(names, `people:custom:${column}`);
      for (const [i, group] of [...of, rows].entries()) expect(values[i]).toBeCloseTo(mean(from)(group), 9);
    }
  });

  it('olist: leads by where they came from, and how many were won', async () => {
    const rows = rowsOf('olist_funnel/mql_iso.csv');
    const counts = new Map<string, number>();
    for (const row of rows) {
      const origin = row[3]?.replaceAll('"', '').trim() ?? '';
      counts.set(origin, (counts.get(origin) ?? 0) + 1);
    }
    const origins = ['organic_search', 'paid_search', 'social', 'direct_traffic', 'email', 'unknown'];
    const { sizes, shown } = await ready('olist_funnel/mql_iso.csv', 'olist_funnel/closed_deals.csv');
    expect(sizes(origins.map((o) => `Acquired from: ${o}`))).toEqual(origins.map((o) => counts.get(o)));
    expect(rows).toHaveLength(8_000);
    const won = new Set(rowsOf('olist_funnel/closed_deals.csv').map(([lead]) => lead));
    const isWon = (row: readonly string[]) => won.has(row[0]);
    const counted = origins.map((o) =>
      share(
        rows.filter((row) => row[3] === o),
        isWon,
      ),
    );
    expect(counted.map((rate) => rate.toFixed(3))).toEqual([
      '0.118',
      '0.123',
      '0.056',
      '0.112',
      '0.030',
      '0.163',
    ]);
    expect(share(rows, isWon).toFixed(3)).toBe('0.105');
    const names = origins.map((o) => `Acquired from: ${o}`);
    expect(await shown(names, 'people:custom:won_date')).toEqual([...counted, share(rows, isWon)]);
  });
});
