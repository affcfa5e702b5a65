import { describe, expect, it } from 'vitest';
import { parseIso } from '../../core/time/calendar';
import { formatMoney } from '../../i18n/format';
import type { Filter, Rule } from '../rule/rule';
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
} from '../rule/rule-parts';
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

  it('tells what follows what, and what must not', () => {
    const kind = (of: string) => [is('kind', of)];
    const rule: Rule = {
      kind: 'sequence',
      steps: [
        { of: 'events', where: kind('mail-open') },
        { of: 'events', where: kind('mail-click'), within: { n: 3, unit: 'days' } },
        { of: 'orders', not: true, within: { n: 1, unit: 'hours' } },
      ],
      window: lastDays(90),
    };
    expect(read(rule)).toEqual({
      en: 'People who have a mail opened, then within 3 days a click in a mail, then no orders within 1 hour in the last 90 days.',
      pl: 'Osoby, które mają otwartą wiadomość, potem w ciągu 3 dni kliknięcie w wiadomości, a potem w ciągu 1 godziny bez zamówień w ciągu ostatnich 90 dni.',
    });
    const window = { kind: 'after-sequence', steps: rule.steps.slice(0, 1) } as const;
    expect(read(orders('count', atLeast(1), { window }))).toEqual({
      en: 'People who have at least 1 order after they first had a mail opened.',
      pl: 'Osoby, które mają co najmniej 1 zamówienie po tym, jak po raz pierwszy miały otwartą wiadomość.',
    });
  });

  it('names bands, scores, lists and days ago', () => {
    const measure = { of: 'orders', stat: 'count' } as const;
    const window = { kind: 'days-ago', from: 60, to: 30 } as const;
    expect(read({ kind: 'quantile', measure, window, bands: 4, from: 4, to: 4 })).toEqual({
      en: 'People who are in band 4 of 4 (1 the lowest) by number of orders between 60 and 30 days ago.',
      pl: 'Osoby, które są w grupie 4 z 4 (1 to najniższa) pod względem: liczba zamówień od 60 do 30 dni temu.',
    });
    expect(read({ kind: 'rfm-scores', r: [5, 4], m: [1] })).toEqual({
      en: 'People whose RFM scores are R 4 or 5 and M 1.',
      pl: 'Osoby, których oceny RFM to R 4 lub 5 i M 1.',
    });
    expect(read({ kind: 'list', people: [{ email: 'a@x.pl' }] })).toEqual({
      en: 'People who are on a list of 1 person.',
      pl: 'Osoby, które są na liście 1 osoby.',
    });
    const at = Date.UTC(2024, 1, 29);
    expect(read({ kind: 'as-of', at, rule: { kind: 'rfm', groups: ['champions'] } })).toEqual({
      en: 'People who as of 29 Feb 2024 were among those who are in the RFM group “Champions”.',
      pl: 'Osoby, które według stanu na 29 lut 2024 należały do tych, które są w grupie RFM „Czempioni”.',
    });
  });

  it('brackets filters within filters', () => {
    const where: Filter[] = [
      { kind: 'any', filters: [is('channel', 'web'), { field: 'weekday', test: between(6, 7) }] },
    ];
    expect(read(orders('count', atLeast(1), { where }))).toEqual({
      en: 'People who have at least 1 order with Channel web or on Saturdays and Sundays.',
      pl: 'Osoby, które mają co najmniej 1 zamówienie (Kanał: web lub w soboty i niedziele).',
    });
  });
});
