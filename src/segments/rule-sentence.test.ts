import { describe, expect, it } from 'vitest';
import { parseIso } from '../core/calendar';
import { formatMoney } from '../i18n/format';
import type { Rule } from './rule';
import {
  all,
  any,
  atLeast,
  atMost,
  attribute,
  between,
  events,
  is,
  lastDays,
  none,
  orders,
} from './rule-parts';
import { ruleSentence } from './rule-sentence';
import { ruleWords } from './rule-words';

const words = ruleWords({ currency: 'PLN' });
const read = (rule: Rule) => ruleSentence(rule, words);

describe('a rule read out', () => {
  it('is a sentence in both languages, numbers and nouns agreeing', () => {
    expect(read(orders('count', atLeast(2), { window: lastDays(90) }))).toEqual({
      en: 'People who have at least 2 orders in the last 90 days.',
      pl: 'Osoby, które mają co najmniej 2 zamówienia w ciągu ostatnich 90 dni.',
    });
    expect(read(orders('count', atMost(1))).pl).toBe('Osoby, które mają najwyżej 1 zamówienie.');
    expect(read(orders('count', atLeast(5))).pl).toBe('Osoby, które mają co najmniej 5 zamówień.');
    expect(read(orders('count', between(2, 3))).pl).toBe('Osoby, które mają od 2 do 3 zamówień.');
    expect(read(orders('count', atMost(0)))).toEqual({
      en: 'People who have no orders.',
      pl: 'Osoby, które nie mają żadnych zamówień.',
    });
  });

  it('speaks of money in the reporting currency', () => {
    const { en, pl } = read(orders('sum', atLeast(1500), { field: 'revenue' }));
    expect(en).toBe(
      `People who have spent at least ${formatMoney('en', 150_000, 'PLN', { whole: true })} after refunds.`,
    );
    expect(pl).toBe(
      `Osoby, które wydały co najmniej ${formatMoney('pl', 150_000, 'PLN', { whole: true })} po zwrotach.`,
    );
  });

  it('joins clauses of every kind, and brackets what would be ambiguous', () => {
    const rule = all(
      attribute('personCountry', { op: 'is-any-of', values: ['Poland', 'Germany'] }),
      any(orders('count', atLeast(3)), events('count', ['visit'], atLeast(5))),
      none({ kind: 'segment', id: 'library:champions' }),
    );
    expect(read(rule)).toEqual({
      en: 'People whose Country is Poland or Germany, and (who have at least 3 orders or who have at least 5 visits), but not those who are in the segment “library:champions”.',
      pl: 'Osoby, u których Kraj to Poland lub Germany i (które mają co najmniej 3 zamówienia lub które mają co najmniej 5 wizyt), ale bez tych, które są w segmencie „library:champions”.',
    });
    expect(read(none(orders('count', atLeast(1))))).toEqual({
      en: 'Everyone but those who have at least 1 order.',
      pl: 'Wszyscy oprócz tych, które mają co najmniej 1 zamówienie.',
    });
    expect(read(all())).toEqual({ en: 'Everyone.', pl: 'Wszyscy.' });
    expect(read(any())).toEqual({ en: 'Nobody.', pl: 'Nikt.' });
  });

  it('names weekdays, months and columns', () => {
    const share = (field: string, test: ReturnType<typeof between>) =>
      read(orders('share', atLeast(0.6), { where: [{ field, test }] }));
    expect(share('weekday', between(6, 7))).toEqual({
      en: 'People who have at least 60% of their orders on Saturdays and Sundays.',
      pl: 'Osoby, które mają co najmniej 60% swoich zamówień w soboty i niedziele.',
    });
    expect(share('month', between(9, 10)).pl).toContain('we wrześniu i październiku');
    expect(read(orders('share', atLeast(1), { where: [is('channel', 'web')] })).en).toBe(
      'People who have all their orders with Channel web.',
    );
  });

  it('says dates and rows of reports', () => {
    const window = {
      kind: 'between',
      from: parseIso('2024-02-01') as number,
      to: parseIso('2024-02-29') as number,
    } as const;
    expect(read(orders('count', atLeast(1), { window })).en).toBe(
      'People who have at least 1 order from 1 Feb 2024 to 29 Feb 2024.',
    );
    expect(
      read({ kind: 'dimension', dimension: 'custom:Source', test: { op: 'contains', text: 'goo' } }),
    ).toEqual({
      en: 'Rows where Source contains “goo”.',
      pl: 'Wiersze, w których Source zawiera „goo”.',
    });
  });
});
