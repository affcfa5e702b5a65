import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countryDays, FROM, OWN, packageDays, TO } from '../../../scripts/holidays.mjs';
import { civilToDay, DAY_MS, isoDay } from '../../core/time/calendar';
import { COUNTRIES, countryCode } from './countries';
import { dayRule } from './day-rule';
import { occasionRule } from './occasion-days';
import { OCCASIONS } from './occasions';

const isoDays = (rule: string, year: number) => dayRule(rule)(year).map((day) => isoDay(day * DAY_MS));
const ruleOf = (country: string, id: string) => COUNTRIES.get(country)?.days.get(id) ?? '';

describe('the days of each country', () => {
  it('stand as scripts/holidays.mjs writes them', () => {
    expect(readFileSync(resolve(import.meta.dirname, 'country-days.ts'), 'utf8')).toBe(countryDays());
  }, 120_000);

  it('are, from 2000 to 2050, the days date-holidays has', () => {
    let compared = 0;
    for (const [country, { days }] of COUNTRIES) {
      const { found } = packageDays(country);
      for (const [id, byYear] of Object.entries(found)) {
        if (OWN[country]?.[id] !== undefined) continue;
        for (const [year, dates] of Object.entries(byYear)) {
          expect(isoDays(days.get(id) ?? '', Number(year)), `${country} ${id} ${year}`).toEqual(dates);
          compared++;
        }
      }
    }
    expect(compared).toBeGreaterThan(5_000);
  }, 120_000);

  it('take nothing beyond it that is not named with a reason', () => {
    const named = Object.entries(OWN).flatMap(([country, days]) =>
      Object.entries(days).map(([id, [rule, reason]]) => {
        expect(reason.length).toBeGreaterThan(5);
        expect(ruleOf(country, id), `${country} ${id}`).toBe(rule);
        return `${country} ${id}`;
      }),
    );
    for (const [country, { days }] of COUNTRIES) {
      const { found } = packageDays(country);
      for (const id of days.keys()) {
        if (id === 'national-day' || named.includes(`${country} ${id}`)) continue;
        expect(Object.keys(found[id] ?? {}).length, `${country} ${id}`).toBeGreaterThanOrEqual(TO - FROM);
      }
    }
  }, 120_000);

  it('are right where the package is silent or wrong', () => {
    // France: the first Sunday of June where Whitsun is the last of May.
    expect(
      [2019, 2020, 2021, 2022, 2023, 2024].flatMap((y) => isoDays(ruleOf('FR', 'mothers-day'), y)),
    ).toEqual(['2019-05-26', '2020-06-07', '2021-05-30', '2022-05-29', '2023-06-04', '2024-05-26']);
    expect(isoDays(ruleOf('DE', 'fathers-day'), 2024)).toEqual(['2024-05-09']);
    expect(isoDays(ruleOf('UA', 'christmas'), 2022)).toEqual(['2022-01-07']);
    expect(isoDays(ruleOf('UA', 'christmas'), 2023)).toEqual(['2023-01-07', '2023-12-25']);
    expect(isoDays(ruleOf('UA', 'christmas'), 2024)).toEqual(['2024-12-25']);
    expect(isoDays(ruleOf('RO', 'mothers-day'), 2009)).toEqual(['2009-03-08']);
    expect(isoDays(ruleOf('RO', 'mothers-day'), 2024)).toEqual(['2024-05-05']);
    expect(isoDays(ruleOf('RS', 'easter'), 2024)).toEqual(['2024-05-05']);
    expect(isoDays(ruleOf('AR', 'mothers-day'), 2024)).toEqual(['2024-10-20']);
    expect(isoDays(ruleOf('NZ', 'fathers-day'), 2024)).toEqual(['2024-09-01']);
    expect(isoDays(ruleOf('SE', 'fathers-day'), 2024)).toEqual(['2024-11-10']);
  });

  it('move with Easter, the Orthodox one where that is kept, and Mothering Sunday three weeks before', () => {
    const days = (country: string, id: string) => isoDays(ruleOf(country, id), 2024);
    expect([days('PL', 'easter'), days('GR', 'easter')]).toEqual([['2024-03-31'], ['2024-05-05']]);
    expect(days('GB', 'mothers-day')).toEqual(['2024-03-10']);
    expect(days('PL', 'mothers-day')).toEqual(['2024-05-26']);
    expect(days('US', 'mothers-day')).toEqual(['2024-05-12']);
  });

  it('have the retail days it lacks', () => {
    const day = (id: string, year: number, country: string | null = null) => {
      const occasion = OCCASIONS.find((o) => o.id === id);
      const rule = occasion === undefined ? null : occasionRule(occasion, country);
      return rule === null ? null : isoDays(rule, year);
    };
    expect([2019, 2023, 2024, 2025].map((y) => day('black-friday', y))).toEqual([
      ['2019-11-29'],
      ['2023-11-24'],
      ['2024-11-29'],
      ['2025-11-28'],
    ]);
    expect(day('cyber-monday', 2024)).toEqual(['2024-12-02']);
    expect(day('singles-day', 2024, 'PL')).toEqual(['2024-11-11']);
    expect(day('womens-day', 2024, 'DE')).toEqual(['2024-03-08']);
    expect(day('valentines', 2024, 'BR')).toEqual(['2024-06-12']);
    expect(day('childrens-day', 2024, 'PL')).toEqual(['2024-06-01']);
    // South Korea keeps Parents' Day instead.
    expect(day('mothers-day', 2024, 'KR')).toBeNull();
    expect(day('grandmothers-day', 2024)).toBeNull();
  });

  it('know countries by code and name, in any case and without accents', () => {
    const names = [
      'PL',
      'polska',
      'Poland',
      'EIRE',
      'WLOCHY',
      'Ελλάδα',
      'United Kingdom',
      'usa',
      'Česká republika',
    ];
    expect(names.map(countryCode)).toEqual(['PL', 'PL', 'PL', 'IE', 'IT', 'GR', 'GB', 'US', 'CZ']);
    expect(countryCode('Atlantis')).toBeNull();
  });
});

describe('a rule of days', () => {
  it('refuses what it can’t read', () => {
    for (const text of ['', '5-26', 'e', '05.8.1', '05.7.6', 'x'])
      expect(() => dayRule(text), text).toThrow(SyntaxError);
  });

  it('keeps 29 February on 1 March in common years', () => {
    expect(dayRule('02-29')(2023)).toEqual([civilToDay(2023, 3, 1)]);
    expect(dayRule('02-29')(2024)).toEqual([civilToDay(2024, 2, 29)]);
  });
});
