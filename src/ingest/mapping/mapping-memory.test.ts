import { describe, expect, it } from 'vitest';
import { proposalsOf, targetsOf } from '../../../tests/proposals-of';
import type { Mapping, Target } from '../../core/mapping';
import { applyRemembered, tableSignature, toRemember } from './mapping-memory';

const HEAD = 'Order ID,Date,Email,Amount,Note';
const orders = (rows: readonly string[], head = HEAD) =>
  proposalsOf('orders.csv', `${head}\n${rows.join('\n')}\n`);

function retarget(mapping: Mapping, header: string, target: Target): Mapping {
  return { ...mapping, columns: mapping.columns.map((c) => (c.header === header ? { ...c, target } : c)) };
}

const DMY = ['A1,13/02/2026,a@x.pl,10.50,x', 'A2,14/02/2026,b@x.pl,11.50,y', 'A3,15/02/2026,a@x.pl,12.00,z'];

describe('remembering a mapping', () => {
  it('knows a table by its columns and tool, in whatever order they stand', async () => {
    const a = (await orders(DMY)).survey.tables[0]!;
    const b = (
      await proposalsOf(
        'b.csv',
        'note,EMAIL,order_id,date,Amount\nx,a@x.pl,1,2026-01-02,5.00\ny,b@x.pl,2,2026-01-03,6.00\n',
      )
    ).survey.tables[0]!;
    const c = (
      await proposalsOf('c.csv', 'note,EMAIL,order_id,date\nx,a@x.pl,1,2026-01-02\ny,b@x.pl,2,2026-01-03\n')
    ).survey.tables[0]!;
    expect(tableSignature(a, 'generic')).toBe(tableSignature(b, 'generic'));
    expect(tableSignature(a, 'generic')).not.toBe(tableSignature(c, 'generic'));
    expect(tableSignature(a, 'generic')).not.toBe(tableSignature(a, 'shopify'));
  });

  it('applies what a person corrected to the next file of the shape, by header', async () => {
    const first = await orders(DMY);
    const corrected = retarget(first.tables[0]!.mapping, 'Note', { kind: 'field', field: 'channel' });
    const next = await proposalsOf(
      'next.csv',
      'Note,Amount,Email,Date,Order ID\nshop,20.00,c@x.pl,16/02/2026,A9\nweb,21.00,d@x.pl,17/02/2026,A10\n',
      () => toRemember(corrected, first.survey.tables[0]!),
    );
    expect(next.tables[0]?.how).toBe('remembered');
    expect(targetsOf(next.tables[0]!.mapping)).toEqual({
      Note: 'channel',
      Amount: 'total',
      Email: 'email',
      Date: 'time',
      'Order ID': 'orderId',
    });
  });

  it('keeps the answer to an ambiguous date where the new file can’t settle it either', async () => {
    const first = await orders(['A1,01/02/2026,a@x.pl,1.50,x', 'A2,03/02/2026,b@x.pl,2.50,y']);
    const survey = first.survey.tables[0]!;
    const date = survey.columns[1]!;
    const other = date.alternatives.find((r) => r.kind === 'date')!;
    const chosen = {
      ...first.tables[0]!.mapping,
      columns: first.tables[0]!.mapping.columns.map((c) => (c.source === 1 ? { ...c, reading: other } : c)),
    };
    const { mapping, fits } = applyRemembered(toRemember(chosen, survey), survey, first.tables[0]!.mapping);
    expect(fits).toBe(true);
    expect(mapping.columns[1]?.reading).toEqual(other);
    expect(mapping.told).toBeUndefined();
  });

  it('remembers that it was an answer, wherever the column then stands', async () => {
    const first = await orders(['A1,01/02/2026,a@x.pl,1.50,x', 'A2,03/02/2026,b@x.pl,2.50,y']);
    const survey = first.survey.tables[0]!;
    const told = { ...first.tables[0]!.mapping, told: [1] };
    const next = await proposalsOf(
      'next.csv',
      'Date,Order ID,Email,Amount,Note\n04/05/2026,A3,a@x.pl,1.50,x\n06/05/2026,A4,b@x.pl,2.50,y\n',
      () => toRemember(told, survey),
    );
    expect(next.tables[0]).toMatchObject({ how: 'remembered', mapping: { told: [0] } });
  });

  it('reads the new file’s dates as they are written where it can settle them', async () => {
    const first = await orders(DMY);
    const memory = toRemember(first.tables[0]!.mapping, first.survey.tables[0]!);
    const next = await proposalsOf(
      'next.csv',
      `${HEAD}\nB1,02/13/2026,a@x.pl,10.50,x\nB2,02/14/2026,b@x.pl,11.50,y\n`,
      () => memory,
    );
    expect(next.tables[0]?.how).toBe('remembered');
    expect(next.tables[0]?.mapping.columns[1]?.reading).toMatchObject({ kind: 'date', order: 'mdy' });
  });

  it('asks again where a column no longer holds what it was mapped to', async () => {
    const first = await orders(DMY);
    const memory = toRemember(first.tables[0]!.mapping, first.survey.tables[0]!);
    const next = await proposalsOf(
      'next.csv',
      `${HEAD}\nB1,soon,a@x.pl,10.50,x\nB2,later,b@x.pl,11.50,y\n`,
      () => memory,
    );
    expect(next.tables[0]).toMatchObject({ how: 'guessed', keep: false });
  });

  it('takes the currency the new file states before the one of an earlier file', async () => {
    const first = await orders(['A1,13/02/2026,a@x.pl,€10.50,x', 'A2,14/02/2026,b@x.pl,€11.50,y']);
    const memory = toRemember(first.tables[0]!.mapping, first.survey.tables[0]!);
    expect(memory.currency).toBe('EUR');
    const next = await orders(['B1,13/02/2026,a@x.pl,10.50 zł,x', 'B2,14/02/2026,b@x.pl,11.50 zł,y']);
    const { mapping } = applyRemembered(memory, next.survey.tables[0]!, next.tables[0]!.mapping);
    expect(mapping.currency).toBe('PLN');
    expect(mapping.columns[3]?.reading).toMatchObject({ kind: 'money', currency: 'PLN' });
  });

  it('learns nothing from a column that was empty', async () => {
    const first = await orders(['A1,13/02/2026,a@x.pl,10.50,', 'A2,14/02/2026,b@x.pl,11.50,']);
    expect(targetsOf(first.tables[0]!.mapping)['Note']).toBe('left-out');
    const memory = toRemember(first.tables[0]!.mapping, first.survey.tables[0]!);
    const next = await proposalsOf('next.csv', `${HEAD}\n${DMY.join('\n')}\n`, () => memory);
    expect(targetsOf(next.tables[0]!.mapping)['Note']).toBe('custom');
  });
});
