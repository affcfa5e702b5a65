import { describe, expect, it } from 'vitest';
import { definedRecords } from './definition-list';

const pairs = (...said: readonly (readonly [string, string])[]) =>
  said.map(([label, value]) => ({ label, value }));

describe('definedRecords', () => {
  it('is one record', () => {
    expect(definedRecords(pairs(['Numer:', 'Z-7'], ['Data', '3 paź 2026'], ['Suma', '120,00 zł']))).toEqual({
      columns: ['Numer', 'Data', 'Suma'],
      rows: [['Z-7', '3 paź 2026', '120,00 zł']],
    });
  });

  it('is many where its labels come again, blank where one is missing', () => {
    expect(
      definedRecords(
        pairs(['Name', 'Anna'], ['Orders', '3'], ['Spent', '90'], ['Name', 'Jan'], ['Orders', '1']),
      )?.rows,
    ).toEqual([
      ['Anna', '3', '90'],
      ['Jan', '1', ''],
    ]);
  });

  it.each([
    ['words explained', pairs(['CTR', 'clicks by impressions'], ['CPC', 'cost of a click'], ['CR', 'rate'])],
    [
      'questions',
      pairs(['How long?', '3 days'], ['How much?', '10 zł'], ['Where?', 'everywhere in the country']),
    ],
    [
      'prose',
      pairs(
        ['A', 'what is said of it in 2026 goes on for a good while and never comes to an end at all'],
        ['B', 'what is said of it in 2025 goes on for a good while and never comes to an end at all'],
        ['C', '3'],
      ),
    ],
    ['two words', pairs(['Phone', '+48 600 100 200'], ['Hours', '8-16'])],
  ])('is none of %s', (_, said) => {
    expect(definedRecords(said)).toBeNull();
  });
});
