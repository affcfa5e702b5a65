import { beforeAll, describe, expect, it } from 'vitest';
import type { Cell, Comparison } from '../../src/compare/comparison';
import type { EngineClient } from '../../src/protocol/engine-api';
import type { Rule } from '../../src/segments/rule/rule';
import { expectPrinted } from '../as-printed';
import { importFiles, memoryEngine } from '../memory-engine';
import { HELD_REQUEST } from '../segment-members';
import { hasShared, sharedText } from '../shared-data';

/** Lists of people whose own columns say what came of them, taken in and compared as a person would. */
const is = (field: string, value: string): Rule => ({
  kind: 'attribute',
  field: `custom:${field}`,
  test: { op: 'is-any-of', values: [value] },
});

type Value = Extract<Cell, { readonly state: 'value' }>;
function cellOf(comparison: Comparison, segment: string, metric: string): Value {
  const s = comparison.segments.findIndex(({ name }) => name.en === segment);
  const m = comparison.metrics.findIndex(({ id }) => id === metric);
  const cell = comparison.cells[s]?.[m];
  if (cell?.state !== 'value') throw new Error(`${segment}, ${metric}: ${cell?.reason}`);
  return cell;
}

async function segmentsOf(engine: EngineClient, rules: Readonly<Record<string, Rule>>) {
  const ids = new Map<string, string>();
  for (const [name, rule] of Object.entries(rules))
    ids.set(name, (await engine.saveSegment({ name, description: '', rule })).id);
  return (name: string) => ids.get(name) ?? name;
}

describe.skipIf(!hasShared)('Hillstrom by its own columns (needs shared data)', () => {
  let comparison: Comparison;
  let buyers: Comparison;
  beforeAll(async () => {
    const { engine } = memoryEngine();
    await importFiles(engine, new File([sharedText('data/hillstrom/hillstrom.csv.gz')], 'hillstrom.csv'));
    const past: Rule = { kind: 'attribute', field: 'custom:womens', test: { op: 'is-yes' } };
    const arms = ['Mens E-Mail', 'Womens E-Mail', 'No E-Mail'];
    const id = await segmentsOf(engine, {
      ...Object.fromEntries(arms.map((arm) => [arm, is('segment', arm)])),
      ...Object.fromEntries(
        arms.map((arm) => [
          `${arm}, past womens`,
          { kind: 'all', rules: [is('segment', arm), past] } as Rule,
        ]),
      ),
    });
    const compare = (suffix: string) =>
      engine.compare({
        ...HELD_REQUEST,
        segmentIds: arms.map((arm) => id(arm + suffix)),
        baseSegmentId: id(`No E-Mail${suffix}`),
      });
    comparison = await compare('');
    buyers = await compare(', past womens');
  }, 120_000);

  it.each([
    ['Mens E-Mail', 'visit', 21_307, 3894, 0.076589564, [0.069953308, 0.083226741]],
    ['Mens E-Mail', 'conversion', 21_307, 267, 0.0068050065, [0.0050143447, 0.0086407234]],
    ['Womens E-Mail', 'visit', 21_387, 3238, 0.045233107, [0.038894095, 0.051574343]],
    ['Womens E-Mail', 'conversion', 21_387, 189, 0.0031110575, [0.0015016571, 0.0047454713]],
  ] as const)('gives %s its share of %s and the difference', (arm, column, n, hits, value, [lo, hi]) => {
    const cell = cellOf(comparison, arm, `people:custom:${column}`);
    expect(cell).toMatchObject({ n, numerator: hits, verdict: 'different' });
    expectPrinted(cell.difference?.value, value);
    expectPrinted(cell.difference?.interval?.lo, lo);
    expectPrinted(cell.difference?.interval?.hi, hi);
  });

  it.each([
    ['Mens E-Mail', 21_307, 30_311.69, 0.76982716, [0.48513973, 1.0545146]],
    ['Womens E-Mail', 21_387, 23_038.11, 0.42441222, [0.16895679, 0.67986764]],
  ] as const)('gives %s what it spent', (arm, n, spend, value, [lo, hi]) => {
    const cell = cellOf(comparison, arm, 'people:custom:spend');
    expect(cell.n).toBe(n);
    expectPrinted(cell.numerator, spend);
    expectPrinted(cell.difference?.value, value);
    expectPrinted(cell.difference?.interval?.lo, lo);
    expectPrinted(cell.difference?.interval?.hi, hi);
  });

  it('gives visits of past buyers of women’s goods by arm', () => {
    const visit = 'people:custom:visit';
    expect(cellOf(buyers, 'Womens E-Mail, past womens', visit)).toMatchObject({ n: 11_765, numerator: 2171 });
    expect(cellOf(buyers, 'No E-Mail, past womens', visit)).toMatchObject({ n: 11_668, numerator: 1300 });
    // Newcombe's interval of 2171 of 11,765 against 1300 of 11,668, by his method 10 from the two Wilson intervals.
    const { value, interval } = cellOf(buyers, 'Womens E-Mail, past womens', visit).difference ?? {};
    const [mailed, none] = [wilson(2171, 11_765), wilson(1300, 11_668)];
    expect(value).toBeCloseTo(mailed.p - none.p, 12);
    expect(interval?.lo).toBeCloseTo(
      mailed.p - none.p - Math.hypot(mailed.p - mailed.lo, none.hi - none.p),
      9,
    );
    expect(interval?.hi).toBeCloseTo(
      mailed.p - none.p + Math.hypot(mailed.hi - mailed.p, none.p - none.lo),
      9,
    );
  });
});

/** Wilson (1927), written out apart from the code that is held to it. */
function wilson(x: number, n: number) {
  const [p, z] = [x / n, 1.959963984540054];
  const centre = (p + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const half = (z / (1 + z ** 2 / n)) * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2));
  return { p, lo: centre - half, hi: centre + half };
}

/** Share that left and its Wilson interval, as printed. */
const CHURN: Readonly<Record<string, readonly [number, number, number]>> = {
  'Month-to-month': [0.4271, 0.4116, 0.4427],
  'One year': [0.1127, 0.0976, 0.1299],
  'Two year': [0.0283, 0.0214, 0.0374],
};

describe.skipIf(!hasShared)('Telco churn by contract by its own columns (needs shared data)', () => {
  it('keeps them by month as R’s survfit does, by the request of the interface', async () => {
    const { engine } = memoryEngine();
    await importFiles(engine, new File([sharedText('data/telco/Telco-Customer-Churn.csv')], 'telco.csv'));
    const printed: Readonly<Record<string, readonly number[]>> = {
      'Month-to-month': [0.70309664, 0.58591547, 0.39726378, 0.1289519],
      'One year': [0.9908082, 0.97827238, 0.9165468, 0.56814568],
      'Two year': [1, 1, 0.99571893, 0.93573858],
    };
    const contracts = Object.keys(printed);
    const id = await segmentsOf(
      engine,
      Object.fromEntries(contracts.map((contract) => [contract, is('Contract', contract)])),
    );
    const times = await engine.timeByColumns({
      comparison: { ...HELD_REQUEST, segmentIds: contracts.map(id) },
      lengthField: 'custom:tenure',
      endedField: 'custom:Churn',
    });
    expect(times).toMatchObject({ longest: 72, leftOut: 0, everyone: { n: 7043, returned: 1869 } });
    for (const [s, contract] of contracts.entries()) {
      const of = times?.segments[s];
      for (const [i, share] of (printed[contract] ?? []).entries()) {
        const point = of?.curve.points.findLast(({ day }) => day <= ([12, 24, 48, 72][i] ?? 0));
        expectPrinted(point?.waiting ?? 1, share);
      }
      expect(of?.test?.q).toBeLessThan(0.001);
    }
    expect(times?.segments.map(({ curve }) => curve.median.value)).toEqual([35, null, null]);
  });

  it('is what a plain count gives, held against everybody else', async () => {
    const { engine } = memoryEngine();
    const text = sharedText('data/telco/Telco-Customer-Churn.csv');
    await importFiles(engine, new File([text], 'telco.csv'));
    const lines = text.trim().split(/\r?\n/);
    const heads = lines[0]?.split(',') ?? [];
    const at = (name: string) => heads.indexOf(name);
    const rows = lines.slice(1).map((line) => line.split(','));
    const contracts = ['Month-to-month', 'One year', 'Two year'];
    const id = await segmentsOf(
      engine,
      Object.fromEntries(contracts.map((contract) => [contract, is('Contract', contract)])),
    );
    const comparison = await engine.compare({ ...HELD_REQUEST, segmentIds: contracts.map(id) });
    for (const contract of contracts) {
      const of = rows.filter((row) => row[at('Contract')] === contract);
      const left = of.filter((row) => row[at('Churn')] === 'Yes').length;
      const cell = cellOf(comparison, contract, 'people:custom:Churn');
      expect(cell).toMatchObject({ n: of.length, numerator: left, verdict: 'different' });
      const [rate, lo, hi] = CHURN[contract] ?? [];
      expectPrinted(cell.value, rate ?? Number.NaN);
      expectPrinted(cell.interval?.lo, lo ?? Number.NaN);
      expectPrinted(cell.interval?.hi, hi ?? Number.NaN);
      const tenure = cellOf(comparison, contract, 'people:custom:tenure');
      expect(tenure.value).toBeCloseTo(
        of.reduce((sum, row) => sum + Number(row[at('tenure')]), 0) / of.length,
        9,
      );
    }
  });
});
