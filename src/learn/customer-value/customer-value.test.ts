import { describe, expect, it } from 'vitest';
import { chanceOfOrder, expectedOrders, fitBgNbd, stillBuying } from './bg-nbd';

const MODEL = { r: 0.2425981523, alpha: 4.4136841633, a: 0.7929898737, b: 2.4261666964, logLikelihood: 0 };

describe('orders to come', () => {
  it('are those of R’s BTYD for a heavy buyer of CDNOW', () => {
    const [x, last, known] = [26, 30.857142857, 31];
    expect(expectedOrders(MODEL, x, last, known, 52)).toBeCloseTo(25.75653805, 5);
    expect(stillBuying(MODEL, x, last, known)).toBeCloseTo(0.968852152, 6);
  });

  it('are those of Hardie’s spreadsheet for customer 0001', () => {
    const rounded = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426, logLikelihood: 0 };
    expect(expectedOrders(rounded, 2, 30.43, 38.86, 39)).toBeCloseTo(1.2260281747670658, 10);
  });

  it('are certain to have none at the published chance', () => {
    const rounded = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426, logLikelihood: 0 };
    expect(1 - chanceOfOrder(rounded, 0, 0, 0, 39)).toBeCloseTo(0.5737864, 7);
  });

  it('may be none for who bought once, by the modified model, as published', () => {
    const modified = {
      r: 0.52485,
      alpha: 6.1831,
      a: 0.89136,
      b: 1.61399,
      mayStopAtOnce: true,
      logLikelihood: 0,
    };
    expect(stillBuying(modified, 0, 0, 39)).toBeCloseTo(0.38932, 5);
    expect(expectedOrders(modified, 2, 30.43, 38.86, 39)).toBeCloseTo(1.2626692808, 4);
    expect(stillBuying(MODEL, 0, 0, 39)).toBe(1);
  });

  it('come with a chance that never is above that of still buying', () => {
    const modified = { r: 0.5, alpha: 6, a: 0.9, b: 1.6, mayStopAtOnce: true, logLikelihood: 0 };
    for (const [x, last] of [
      [0, 0],
      [3, 10],
      [3, 38],
    ] as const) {
      const alive = stillBuying(modified, x, last, 39);
      const chances = [1, 4, 52, 5200].map((weeks) => chanceOfOrder(modified, x, last, 39, weeks));
      expect([...chances].sort((a, b) => a - b)).toEqual(chances);
      expect(chances.at(-1)).toBeLessThanOrEqual(alive);
    }
  });

  it('grow with time and never with silence', () => {
    const in52 = expectedOrders(MODEL, 3, 30, 39, 52);
    expect(expectedOrders(MODEL, 3, 30, 39, 104)).toBeGreaterThan(in52);
    expect(expectedOrders(MODEL, 3, 10, 39, 52)).toBeLessThan(in52);
  });

  it('fall for the more frequent buyer who has been silent as long', () => {
    const found = [10, 15, 20, 25].map((x) => expectedOrders(MODEL, x, 20, 39, 52));
    for (const [i, is] of [0.3474602656, 0.04283395667, 0.00415898597, 0.0003583704591].entries())
      expect(found[i]).toBeCloseTo(is, 6);
  });

  it('are the same by either form of the series', () => {
    const at = (x: number) => expectedOrders({ ...MODEL, b: 40 }, x, 300, 301, 52);
    expect(at(201) / at(200)).toBeCloseTo(at(200) / at(199), 4);
  });

  it('are found where all customers stop alike', () => {
    const n = 400;
    const repeats = Float64Array.from({ length: n }, (_, i) => i % 4);
    const known = Float64Array.from({ length: n }, (_, i) => 20 + (i % 80));
    const last = repeats.map((x, i) => (x === 0 ? 0 : (known[i] ?? 0) * (0.3 + (i % 7) / 10)));
    const model = fitBgNbd({ repeats, last, known });
    if (model === null) throw new Error('no fit');
    const [few, many] = [expectedOrders(model, 0, 0, 100, 52), expectedOrders(model, 3, 99, 100, 52)];
    expect(few).toBeGreaterThan(0);
    expect(many).toBeGreaterThan(few);
  });

  it('go smoothly over a = 1', () => {
    const at = (a: number) => expectedOrders({ ...MODEL, a }, 2, 30, 39, 52);
    expect(at(1)).toBeCloseTo((at(0.999) + at(1.001)) / 2, 4);
  });
});
