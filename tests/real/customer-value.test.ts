import { describe, expect, it } from 'vitest';
import { expectedOrders, fitBgNbd } from '../../src/learn/customer-value/bg-nbd';
import { expectedAmount, fitGammaGamma } from '../../src/learn/customer-value/gamma-gamma';
import { hasShared, sharedText } from '../shared-data';

describe.skipIf(!hasShared)('the models fitted to CDNOW (needs shared data)', () => {
  const rows = sharedRows();
  const column = (name: string) => Float64Array.from(rows, (row) => row[name] ?? Number.NaN);

  it('come out as published', () => {
    const model = fitBgNbd({ repeats: column('x'), last: column('tx'), known: column('T') });
    expect(model?.logLikelihood).toBeCloseTo(-9582.429207, 4);
    expect(model?.r).toBeCloseTo(0.2425981523, 4);
    expect(model?.alpha).toBeCloseTo(4.4136841633, 3);
    expect(model?.a).toBeCloseTo(0.7929898737, 3);
    expect(model?.b).toBeCloseTo(2.4261666964, 3);
  });

  it('come out as published where customers may stop after their first order', () => {
    const history = { repeats: column('x'), last: column('tx'), known: column('T') };
    const model = fitBgNbd(history, { mayStopAtOnce: true });
    expect(model?.logLikelihood).toBeCloseTo(-9582.1357, 4);
    expect(model?.r).toBeCloseTo(0.52485, 3);
    expect(model?.alpha).toBeCloseTo(6.1831, 2);
    expect(model?.a).toBeCloseTo(0.89136, 3);
    expect(model?.b).toBeCloseTo(1.61399, 2);
    if (model === null) throw new Error('no fit');
    const expected = rows.map((row) => expectedOrders(model, row.x ?? 0, row.tx ?? 0, row.T ?? 0, 39));
    expect(expected.reduce((n, one) => n + one, 0)).toBeCloseTo(1576.727, 0);
  });

  it('expect of the next 39 weeks what the published fit expects', () => {
    const model = fitBgNbd({ repeats: column('x'), last: column('tx'), known: column('T') });
    if (model === null) throw new Error('no fit');
    const sum = rows.reduce(
      (n, row) => n + expectedOrders(model, row.x ?? 0, row.tx ?? 0, row.T ?? 0, 39),
      0,
    );
    expect(sum).toBeCloseTo(1653.392, 1);
  });

  it('come out as published for what an order is worth', () => {
    const model = fitGammaGamma({ repeats: column('x'), amount: column('m_x') });
    if (model === null) throw new Error('no fit');
    expect(model.p).toBeCloseTo(6.249349, 2);
    expect(model.q).toBeCloseTo(3.744256, 2);
    expect(model.gamma).toBeCloseTo(15.444307, 1);
    expect(model.logLikelihood).toBeCloseTo(-4055.9177, 3);
    expect(expectedAmount(model, 0, 0)).toBeCloseTo(35.1704, 2);
    expect(expectedAmount(model, 3, 35)).toBeCloseTo(35.02177029, 3);
  });
});

function sharedRows(): { readonly [name: string]: number }[] {
  if (!hasShared) return [];
  const [head = '', ...lines] = sharedText('reference/stats/cdnow_cbs.csv').trim().split('\n');
  const names = head.trim().split(',');
  return lines.map((line) =>
    Object.fromEntries(line.split(',').map((cell, i) => [names[i] ?? '', Number(cell)])),
  );
}
