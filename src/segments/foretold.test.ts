import { describe, expect, it } from 'vitest';
import { datasetOf, type OrderRow } from '../../tests/dataset-of';
import { seededRandom } from '../core/seeded-random';
import { DAY_MS, isoDay, wallMs } from '../core/time/calendar';
import { chanceOfOrder, stillBuying } from '../learn/customer-value/bg-nbd';
import { fitForecast } from '../learn/customer-value/forecast';
import { type EvaluationContext, evaluateRule } from './evaluate-rule';
import { explainPerson } from './explain/explain-person';
import type { ForecastTest, Rule } from './rule/rule';
import { ruleSentence } from './sentence/rule-sentence';

const START = wallMs(2023, 1, 1);
const random = seededRandom(3);
const rows = Array.from({ length: 300 }, (_, p) => {
  const gap = 10 + 120 * random() ** 2;
  const until = random() < 0.4 ? 100 + random() * 200 : 600;
  const days = [Math.floor(random() * 150)];
  for (let day = days[0] ?? 0; day < until; ) {
    day += Math.ceil(gap * (0.4 + 1.2 * random()));
    if (day < 600) days.push(day);
  }
  return { person: `p${p}`, days, worth: 10 + 90 * random() };
});
const shop = datasetOf({
  people: [...rows.map(({ person }) => ({ id: person })), { id: 'looker' }],
  orders: rows.flatMap(({ person, days, worth }) =>
    days.map(
      (day): OrderRow => ({
        person,
        time: isoDay(START + day * DAY_MS),
        total: Math.round(worth * (0.5 + (day % 10) / 10)),
      }),
    ),
  ),
});
const asOf = START + 599 * DAY_MS;
const at = (moment: number): EvaluationContext => ({
  asOf: moment,
  currency: null,
  segment: () => null,
  reportId: null,
});
const names = (rule: Rule, moment = asOf) => {
  const found = evaluateRule(shop, rule, at(moment));
  const label = (p: number) => shop.people.label.dictionary[shop.people.label.codes[p] ?? -1] ?? '';
  const list = (set: typeof found.in) => {
    const out: string[] = [];
    set.forEach((p) => {
      out.push(label(p));
    });
    return out.sort();
  };
  return { in: list(found.in), unknown: list(found.unknown) };
};
const order = (test: ForecastTest, days = 30): Rule => ({ kind: 'prediction', of: 'order', days, test });
const alive = (test: ForecastTest): Rule => ({ kind: 'prediction', of: 'still-buying', test });
const value = (test: ForecastTest): Rule => ({ kind: 'prediction', of: 'value', test });

describe('what is foretold of people', () => {
  it('takes those whose chance, by the formula and their own days, is within the bound', () => {
    const people = Uint32Array.from({ length: shop.people.size }, (_, i) => i);
    const moment = asOf + DAY_MS - 1;
    const { orders: model } = fitForecast('order', { dataset: shop, people, to: moment, currency: null });
    if (model === null) throw new Error('no fit');
    const plain = (chance: (x: number, last: number, known: number) => number) =>
      rows
        .filter(({ days }) => {
          const [first = 0] = days;
          const latest = days.at(-1) ?? 0;
          return chance(days.length - 1, (latest - first) / 7, (599 - first) / 7) >= 0.5;
        })
        .map(({ person }) => person)
        .sort();
    const soon = names(order({ op: 'at-least', value: 0.5 }));
    expect(soon.in).toEqual(plain((x, last, known) => chanceOfOrder(model, x, last, known, 30 / 7)));
    expect(soon.in.length).toBeGreaterThan(20);
    const still = names(alive({ op: 'at-least', value: 0.5 }));
    expect(still.in).toEqual(plain((x, last, known) => stillBuying(model, x, last, known)));
    expect(still.in.length).toBeLessThan(280);
  });

  it('can’t tell whoever never ordered, and everybody else it can', () => {
    for (const rule of [order({ op: 'at-least', value: 0.5 }), value({ op: 'top', share: 0.2 })])
      expect(names(rule).unknown).toEqual(['looker']);
    const both = [
      ...names(alive({ op: 'less-than', value: 0.5 })).in,
      ...names(alive({ op: 'at-least', value: 0.5 })).in,
    ];
    expect(both.sort()).toEqual(rows.map(({ person }) => person).sort());
  });

  it('takes the share asked for of those with a forecast, from either end', () => {
    const top = names(value({ op: 'top', share: 0.2 }));
    const bottom = names(value({ op: 'bottom', share: 0.8 }));
    expect(top.in.length).toBe(60);
    expect(top.in.filter((name) => bottom.in.includes(name))).toEqual([]);
    expect(top.in.length + bottom.in.length).toBe(300);
  });

  it('bounds value in major units', () => {
    const all = names(value({ op: 'at-least', value: 0 }));
    const rich = names(value({ op: 'at-least', value: 500 }));
    expect(all.in.length).toBe(300);
    expect(rich.in.length).toBeGreaterThan(0);
    expect(rich.in.length).toBeLessThan(300);
  });

  it('knows only what was known at the as-of, whichever way that is asked', () => {
    const cut = START + 399 * DAY_MS;
    const then = datasetOf({
      people: [...rows.map(({ person }) => ({ id: person })), { id: 'looker' }],
      orders: rows.flatMap(({ person, days }) =>
        days
          .filter((day) => day < 400)
          .map((day): OrderRow => ({ person, time: isoDay(START + day * DAY_MS), total: 10 + (day % 50) })),
      ),
    });
    const rule = alive({ op: 'less-than', value: 0.5 });
    const found = evaluateRule(then, rule, at(cut));
    expect(names(rule, cut).in.length).toBe(found.in.count());
    expect(names(rule, cut).in).not.toEqual(names(rule).in);
    expect(names({ kind: 'as-of', at: cut, rule }).in).toEqual(names(rule, cut).in);
  });

  it('tells nobody where there is too little to learn from, with the reason', () => {
    const early = START + 100 * DAY_MS;
    const found = names(value({ op: 'top', share: 0.2 }), early);
    expect(found.in).toEqual([]);
    const there = rows.filter(({ days: [first = 0] }) => first <= 100);
    expect(found.unknown.length).toBe(there.length + 1);
    const { told, evidence } = explainPerson(shop, value({ op: 'top', share: 0.2 }), 0, at(early));
    expect(told).toBe('unknown');
    expect(evidence).toMatchObject({ foretold: { reason: 'history-too-short-to-forecast', value: null } });
  });

  it('explains one person by what it stands on', () => {
    const rule = order({ op: 'at-least', value: 0.5 });
    const [first] = names(rule).in;
    const { codes, dictionary } = shop.people.label;
    const person = codes.indexOf(dictionary.indexOf(first ?? ''));
    const { told, evidence } = explainPerson(shop, rule, person, at(asOf));
    expect(told).toBe('in');
    if (evidence.kind !== 'prediction') throw new Error('no prediction');
    const days = rows.find((row) => row.person === first)?.days ?? [];
    expect(evidence.foretold).toMatchObject({
      reason: null,
      of: 'order',
      orderDays: days.length,
      sinceFirst: 599 - (days[0] ?? 0),
      sinceLast: 599 - (days.at(-1) ?? 0),
    });
    expect(evidence.foretold.value).toBeGreaterThanOrEqual(0.5);
    expect(evidence.foretold.place?.n).toBe(300);
  });

  it('reads aloud in both languages', () => {
    expect(ruleSentence(order({ op: 'at-least', value: 0.5 }))).toEqual({
      en: 'People whose chance of an order within 30 days is at least 50%.',
      pl: 'Osoby, u których szansa na zamówienie w ciągu 30 dni to co najmniej 50%.',
    });
    expect(ruleSentence(order({ op: 'at-least', value: 0.5 }, 1)).pl).toContain('w ciągu 1 dnia');
    expect(ruleSentence(alive({ op: 'less-than', value: 0.5 }))).toEqual({
      en: 'People whose chance of still being a customer is less than 50%.',
      pl: 'Osoby, u których szansa na dalsze zakupy to mniej niż 50%.',
    });
    expect(ruleSentence(value({ op: 'top', share: 0.2 }))).toEqual({
      en: 'People who are in the top 20% by predicted value over the next 12 months.',
      pl: 'Osoby, które należą do górnych 20% pod względem: prognozowana wartość na kolejne 12 miesięcy.',
    });
  });
});
