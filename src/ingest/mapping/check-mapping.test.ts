import { describe, expect, it } from 'vitest';
import { proposalsOfFixture } from '../../../tests/proposals-of';
import type { Mapping, Target } from '../../core/mapping';
import type { TableSurvey } from '../survey';
import { checkMapping } from './check-mapping';

const field = (name: string): Target => ({ kind: 'field', field: name });

async function polishOrders(): Promise<{ mapping: Mapping; table: TableSurvey }> {
  const { tables, survey } = await proposalsOfFixture('generic/zamowienia-pl.csv');
  return { mapping: tables[0]!.mapping, table: survey.tables[0]! };
}

function change(mapping: Mapping, header: string, target: Target): Mapping {
  return { ...mapping, columns: mapping.columns.map((c) => (c.header === header ? { ...c, target } : c)) };
}

const codes = (mapping: Mapping, table: TableSurvey) =>
  checkMapping(mapping, table).map((f) => `${f.level} ${f.code}`);

describe('checkMapping', () => {
  it('finds nothing wrong with what is proposed', async () => {
    for (const name of [
      'zamowienia-pl.csv',
      'kontakty-pl.csv',
      'events.csv',
      'campaigns.csv',
      'bestellungen-de.csv',
    ]) {
      const { tables, survey } = await proposalsOfFixture(`generic/${name}`);
      expect([
        name,
        checkMapping(tables[0]!.mapping, survey.tables[0]!).filter((f) => f.level === 'error'),
      ]).toEqual([name, []]);
    }
  });

  it('misses the date of orders, which then can’t be imported', async () => {
    const { mapping, table } = await polishOrders();
    expect(codes(change(mapping, 'Data zamówienia', { kind: 'left-out' }), table)).toContain(
      'error orders/no-time',
    );
  });

  it('warns of orders without amounts and of orders of nobody', async () => {
    const { mapping, table } = await polishOrders();
    const without = change(
      change(mapping, 'Wartość zamówienia (PLN)', { kind: 'left-out' }),
      'E-mail klienta',
      { kind: 'left-out' },
    );
    expect(codes(without, table)).toEqual(
      expect.arrayContaining(['warning orders/no-amount', 'warning orders/no-person']),
    );
  });

  it('refuses an amount where text stands, and names the column', async () => {
    const { mapping, table } = await polishOrders();
    const wrong = change(mapping, 'Miasto', field('tax'));
    expect(checkMapping(wrong, table)).toContainEqual({
      code: 'reading/not-money',
      level: 'error',
      column: mapping.columns.find((c) => c.header === 'Miasto')?.source,
      field: 'tax',
    });
  });

  it('tells of two columns on one field', async () => {
    const { mapping, table } = await polishOrders();
    const twice = change(mapping, 'Miasto', field('name'));
    expect(checkMapping(twice, table).find((f) => f.code === 'field/twice')?.params).toEqual({
      first: 'Klient',
      second: 'Miasto',
    });
  });

  it('refuses fields the kind of table has not', async () => {
    const { mapping, table } = await polishOrders();
    expect(codes({ ...mapping, table: 'people' }, table)).toContain('error field/unknown');
    expect(codes({ ...mapping, table: 'reports' }, table)).toContain('error target/wrong-kind');
  });

  it('refuses lines without an order number', async () => {
    const { mapping, table } = await polishOrders();
    const lines = change({ ...mapping, orderRows: 'line' }, 'Numer zamówienia', {
      kind: 'custom',
      of: 'row',
    });
    expect(codes(lines, table)).toContain('error orders/lines-without-id');
  });

  it('refuses a table of which nothing is kept', async () => {
    const { mapping, table } = await polishOrders();
    const none = {
      ...mapping,
      columns: mapping.columns.map((c) => ({ ...c, target: { kind: 'left-out' } as const })),
    };
    expect(codes(none, table)).toEqual(['error nothing-kept']);
  });

  it('warns of a list of people nobody can be told by', async () => {
    const { tables, survey } = await proposalsOfFixture('generic/kontakty-pl.csv');
    const mapping = tables[0]!.mapping;
    const anonymous = {
      ...mapping,
      columns: mapping.columns.map((c) =>
        c.target.kind === 'field' && ['crmId', 'email', 'phone'].includes(c.target.field)
          ? { ...c, target: { kind: 'left-out' } as const }
          : c,
      ),
    };
    expect(codes(anonymous, survey.tables[0]!)).toEqual(['warning people/no-key']);
  });

  it('warns of amounts no currency is known of', async () => {
    const { tables, survey } = await proposalsOfFixture('generic/purchase-log.txt');
    expect(codes(tables[0]!.mapping, survey.tables[0]!)).toEqual(['warning currency/unknown']);
    expect(codes({ ...tables[0]!.mapping, currency: 'USD' }, survey.tables[0]!)).toEqual([]);
  });
});
