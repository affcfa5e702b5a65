import { beforeAll, describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/core/dataset';
import { buildDataset } from '../../src/ingest/dataset/build-dataset';
import { fitBgNbd } from '../../src/learn/customer-value/bg-nbd';
import { fitGammaGamma } from '../../src/learn/customer-value/gamma-gamma';
import { scopeOf } from '../../src/segments/engine/scope';
import { evaluateRule } from '../../src/segments/evaluate-rule';
import { foretoldBefore } from '../../src/segments/foretold';
import { libraryFor } from '../../src/segments/library';
import type { Rule } from '../../src/segments/rule/rule';
import { loaded, proposalsOf } from '../proposals-of';
import { hasShared, sharedBytes, sharedText } from '../shared-data';

/** Members counted again from the file's own rows, by the models' published formulas written out here. */
describe.skipIf(!hasShared)('forecasts of CDNOW (needs shared data)', { timeout: 180_000 }, () => {
  const LAST = Date.UTC(1998, 5, 30) / 86_400_000;
  /** By customer: day, and dollars bought on it. */
  const bought = new Map<string, Map<number, number>>();
  let dataset: Dataset;
  beforeAll(async () => {
    for (const line of sharedText('data/cdnow/CDNOW_sample.txt').trim().split(/\r?\n/)) {
      const [id = '', , date = '', , dollars = ''] = line.trim().split(/\s+/);
      const day = Date.UTC(+date.slice(0, 4), +date.slice(4, 6) - 1, +date.slice(6, 8)) / 86_400_000;
      const days = bought.get(id) ?? new Map<number, number>();
      days.set(day, (days.get(day) ?? 0) + +dollars);
      bought.set(id, days);
    }
    const { kept } = await loaded(
      await proposalsOf('CDNOW_sample.txt', sharedBytes('data/cdnow/CDNOW_sample.txt')),
    );
    dataset = buildDataset([kept], 1).dataset;
  }, 180_000);

  /** What was known of each by the end of a day; weeks, and the mean dollars of repeat days. */
  const known = (until: number) =>
    [...bought].flatMap(([id, all]) => {
      const days = [...all.keys()].filter((day) => day <= until).sort((a, b) => a - b);
      const [first] = days;
      if (first === undefined) return [];
      const again = days.slice(1);
      const spent = again.reduce((sum, day) => sum + (all.get(day) ?? 0), 0);
      return [
        {
          id,
          x: again.length,
          t: ((days.at(-1) ?? first) - first) / 7,
          T: (until - first) / 7,
          m: again.length === 0 ? 0 : spent / again.length,
        },
      ];
    });
  const columns = (rows: ReturnType<typeof known>) => ({
    repeats: Float64Array.from(rows, ({ x }) => x),
    last: Float64Array.from(rows, ({ t }) => t),
    known: Float64Array.from(rows, ({ T }) => T),
    amount: Float64Array.from(rows, ({ m }) => m),
  });
  const modified = (rows: ReturnType<typeof known>) => {
    const model = fitBgNbd(columns(rows), { mayStopAtOnce: true });
    if (model === null) throw new Error('no fit');
    const { r, alpha, a, b } = model;
    const alive = (x: number, t: number, T: number) =>
      1 / (1 + (a / (b + x)) * ((alpha + T) / (alpha + t)) ** (r + x));
    const order = (x: number, t: number, T: number, weeks: number) =>
      alive(x, t, T) * (1 - ((alpha + T) / (alpha + T + weeks)) ** (r + x));
    return { alive, order };
  };
  const asOf = LAST * 86_400_000;
  const members = (id: string) => {
    const segment = libraryFor(dataset, { asOf, currency: null }).segment(`library:${id}`);
    if (segment === null) throw new Error(`no ${id}`);
    const found = evaluateRule(dataset, segment.rule, {
      asOf,
      currency: null,
      segment: () => null,
      reportId: null,
    });
    expect(found.unknown.count()).toBe(0);
    const { codes, dictionary } = dataset.people.label;
    const out: number[] = [];
    found.in.forEach((p) => {
      out.push(Number(dictionary[codes[p] ?? -1]));
    });
    return out.sort((a, b) => a - b);
  };
  const ids = (rows: readonly { readonly id: string }[]) =>
    rows.map(({ id }) => Number(id)).sort((a, b) => a - b);

  it('have in each ready segment just those whom the formulas give', () => {
    const rows = known(LAST);
    expect(rows.length).toBe(2357);
    const { alive, order } = modified(rows);
    const gone = members('likely-gone');
    expect(gone).toEqual(ids(rows.filter(({ x, t, T }) => alive(x, t, T) < 0.5)));
    expect(gone.length).toBe(1728);
    const soon = members('next-order-soon');
    expect(soon).toEqual(ids(rows.filter(({ x, t, T }) => order(x, t, T, 30 / 7) >= 0.5)));
    expect(soon.length).toBeGreaterThan(10);
    expect(members('top-predicted-value').length).toBe(472);
    expect(fitGammaGamma(columns(rows))).not.toBeNull();
  });

  it('are held against just those who ordered in the time after', () => {
    const rule: Extract<Rule, { kind: 'prediction' }> = {
      kind: 'prediction',
      of: 'order',
      days: 30,
      test: { op: 'at-least', value: 0.5 },
    };
    const test = foretoldBefore(scopeOf(dataset, asOf, null), rule);
    const rows = known(LAST - 30);
    const { order } = modified(rows);
    const came = rows.map(({ id }) => [...(bought.get(id)?.keys() ?? [])].some((day) => day > LAST - 30));
    const chances = rows.map(({ x, t, T }) => order(x, t, T, 30 / 7));
    const mean = (of: readonly number[]) => of.reduce((sum, v) => sum + v, 0) / of.length;
    expect(test.n).toBe(rows.length);
    expect(test.came).toBeCloseTo(mean(came.map(Number)), 12);
    expect(test.foretold).toBeCloseTo(mean(chances), 9);
    const taken = rows.filter((_, i) => (chances[i] ?? 0) >= 0.5).length;
    expect(test.taken?.n).toBe(taken);
    const brier = Math.sqrt(mean(chances.map((c, i) => (c - Number(came[i])) ** 2)));
    expect(test.error).toBeCloseTo(brier, 9);
    expect(test.error).toBeLessThan(0.99 * test.plainError);
  });
});
