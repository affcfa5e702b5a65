import { describe, expect, it } from 'vitest';
import { cellOf, comparisonOf, metricOf } from '../../../tests/comparison-of';
import type { Cell, Comparison } from '../comparison';
import { segmentSentences } from './segment-sentences';

const plain = (texts: readonly string[]) => texts.map((text) => text.replace(/[\u00a0\u202f]/g, ' '));
const share = cellOf(0.08, { verdict: 'not-tested', base: null, difference: null });
const revenueShare = cellOf(0.41, { verdict: 'not-tested', base: null, difference: null });

/** Champions alone, with the given cells after their size. */
function champions(cells: Readonly<Record<string, Cell>>, more: Partial<Comparison> = {}): Comparison {
  const units: Record<string, 'money' | 'rate'> = { aov: 'money', 'repeat-rate': 'rate', share: 'rate' };
  const all: Readonly<Record<string, Cell>> = { share, 'revenue-share': revenueShare, ...cells };
  const of = comparisonOf();
  const ids = Object.keys(all);
  return {
    ...of,
    metrics: ids.map((id) =>
      metricOf(id, {
        unit: units[id] ?? (id === 'revenue-share' ? 'rate' : 'ratio'),
        label: { en: `Label of ${id}`, pl: `Nazwa ${id}` },
      }),
    ),
    segments: of.segments.slice(0, 1),
    cells: [Object.values(all)],
    everyone: Object.values(all),
    ...more,
  };
}

const orders = (value: number, base: number, more: Partial<Extract<Cell, { state: 'value' }>> = {}) =>
  cellOf(value, {
    base: { value: base, n: 480 },
    difference: { value: value - base, interval: { lo: 1.2, hi: 1.6 } },
    ...more,
  });
const said = (comparison: Comparison, locale: 'en' | 'pl', goal: string | null = null) =>
  plain(segmentSentences(comparison, goal, locale)[0]?.sentences ?? []);

describe('sentences about a segment', () => {
  const good = champions({
    'orders-per-customer': orders(2.3, 1),
    aov: cellOf(12_000, {
      base: { value: 11_900, n: 400 },
      difference: { value: 100, interval: { lo: -300, hi: 500 } },
      verdict: 'no-difference',
    }),
  });

  it('say its share, what differs and what does not, in English', () => {
    expect(said(good, 'en')).toEqual([
      'Champions are 8.0% of customers and 41% of revenue (n = 120 of 600).',
      'They order 2.3 times as often as everyone else (Label of orders-per-customer: 2.30 against 1.00; difference, 95%: +1.20 to +1.60; n = 120).',
      'Label of aov: no real difference (120.00 zł; everyone else: 119.00 zł; n = 120).',
    ]);
  });

  it('say the same in Polish, names left in the nominative', () => {
    expect(said(good, 'pl')).toEqual([
      'Mistrzowie to 8,0% klientów i 41% przychodu (n = 120 z 600).',
      'Składają 2,3 raza tyle zamówień, co pozostali (Nazwa orders-per-customer: 2,30 wobec 1,00; różnica, 95%: od +1,20 do +1,60; n = 120).',
      'Nazwa aov: bez istotnej różnicy (120,00 zł; pozostali: 119,00 zł; n = 120).',
    ]);
  });

  it('decline “times” by the number: twice, whole and broken', () => {
    const times = (v: number, locale: 'en' | 'pl') =>
      said(champions({ 'orders-per-customer': orders(v, 1) }), locale)[1] ?? '';
    expect(times(2, 'en')).toContain('They order twice as often as everyone else');
    expect(times(2, 'pl')).toContain('Składają dwa razy tyle zamówień, co pozostali');
    expect(times(3, 'pl')).toContain('3 razy tyle zamówień');
    expect(times(5, 'pl')).toContain('5 razy tyle zamówień');
    expect(times(2.5, 'pl')).toContain('2,5 raza tyle zamówień');
    expect(times(22, 'pl')).toContain('22 razy tyle zamówień');
  });

  it('turn a part into “less”, and claim no multiple that rounds to none', () => {
    const less = champions({ 'orders-per-customer': orders(0.6, 1, { verdict: 'worse' }) });
    expect(said(less, 'en')[1]).toContain('They order 40% less often than everyone else');
    expect(said(less, 'pl')[1]).toContain('Składają o 40% mniej zamówień niż pozostali');
    const hair = champions({ 'orders-per-customer': orders(1.04, 1) });
    expect(said(hair, 'en')[1]).toBe(
      'Label of orders-per-customer: 1.04; everyone else: 1.00 (difference, 95%: +1.20 to +1.60; n = 120).',
    );
  });

  it.each(['no-difference', 'not-enough', 'not-tested'] as const)(
    'claim no difference where the verdict is %s, however far apart the values',
    (verdict) => {
      for (const locale of ['en', 'pl'] as const) {
        const text = said(
          champions({ 'orders-per-customer': orders(9, 1, { verdict }) }),
          locale,
          'orders-per-customer',
        );
        expect(text.join(' ')).not.toMatch(/9 (times|razy)|as often|tyle zamówień/);
      }
    },
  );

  it('claim sameness only where the verdict says so', () => {
    const unsure = champions({ aov: cellOf(1, { verdict: 'not-enough', n: 12 }) });
    expect(said(unsure, 'en')).toEqual([
      'Champions are 8.0% of customers and 41% of revenue (n = 120 of 600).',
      'Label of aov: not enough data for a verdict (n = 12).',
    ]);
    expect(said(unsure, 'pl')[1]).toBe('Nazwa aov: za mało danych, by coś orzec (n = 12).');
  });

  it('lead with the goal', () => {
    const both = champions({
      'orders-per-customer': orders(2, 1),
      'repeat-rate': cellOf(0.6, {
        base: { value: 0.2, n: 300 },
        difference: { value: 0.4, interval: null },
      }),
    });
    expect(said(both, 'en', 'repeat-rate')[1]).toBe(
      '60.0% of buyers ordered more than once; everyone else: 20.0% (n = 120).',
    );
    expect(said(both, 'pl', 'repeat-rate')[1]).toBe(
      'Więcej niż raz zamówiło 60,0% kupujących; pozostali: 20,0% (n = 120).',
    );
  });

  it('hold those who are in one group only against a named base', () => {
    const [whole] = comparisonOf().segments;
    const against = champions(
      { 'orders-per-customer': orders(3, 1, { exclusive: { value: 2.4, n: 77 } }) },
      whole && {
        segments: [
          { ...whole, base: { name: { en: 'Loyal', pl: 'Lojalni' }, size: 200, sharedWithBase: 43 } },
        ],
      },
    );
    expect(said(against, 'en')[1]).toContain('2.4 times as often as “Loyal”');
    expect(said(against, 'en')[1]).toContain('n = 77');
    expect(said(against, 'pl')[1]).toContain('2,4 raza tyle zamówień, co „Lojalni”');
  });

  it('never come to more than three', () => {
    for (const { sentences } of segmentSentences(comparisonOf(), null, 'pl'))
      expect(sentences.length).toBeLessThanOrEqual(3);
  });

  it('say so where nobody is in it', () => {
    const of = comparisonOf();
    const empty = { ...of, segments: of.segments.map((s) => ({ ...s, size: 0 })) };
    expect(said(empty, 'en')).toEqual(['Nobody is in Champions.']);
    expect(said(empty, 'pl')).toEqual(['Mistrzowie: nikogo tu nie ma.']);
  });
});
