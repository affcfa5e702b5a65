import { describe, expect, it } from 'vitest';
import { column, DMY, field, MDY, mapping, money, number, survey } from '../../../../tests/drafted-mapping';
import type { ColumnSurvey } from '../../../ingest/survey';
import { choiceOf, personalKind, withoutPersonal, withReading, withTable, withTarget } from './mapping-draft';

describe('sending a column to another field', () => {
  const amount = column(0, 'Amount', { reading: number(','), examples: ['12,50'] });
  const start = mapping('orders', [
    { source: 0, header: 'Amount', target: { kind: 'custom', of: 'row' }, reading: number(',') },
  ]);

  it('reads a plain number as money in the same notation when it becomes the total', () => {
    const next = withTarget(start, amount, 'field:total', start);
    expect(next.columns[0]?.target).toEqual({ kind: 'field', field: 'total' });
    expect(next.columns[0]?.reading).toEqual(money(','));
  });

  it('keeps the digits of an identifier as they are', () => {
    const id = column(0, 'No', { reading: { kind: 'number', decimal: '.', group: '', unit: 'plain' } });
    expect(withTarget(start, id, 'field:personId', start).columns[0]?.reading).toEqual({ kind: 'id' });
  });

  it('gives a report column its canonical id back when the proposed role is picked again', () => {
    const proposal = mapping('reports', [
      {
        source: 0,
        header: 'Sessions',
        target: { kind: 'metric', id: 'sessions', unit: 'count' },
        reading: number('.'),
      },
    ]);
    const away = withTarget(proposal, amount, 'dimension', proposal);
    expect(away.columns[0]?.target).toEqual({ kind: 'dimension', id: null });
    const back = withTarget(away, amount, 'metric:count', proposal);
    expect(back.columns[0]?.target).toEqual({ kind: 'metric', id: 'sessions', unit: 'count' });
  });

  it.each(['field:total', 'custom:person', 'left-out'])('names %s the same both ways', (choice) => {
    const next = withTarget(start, amount, choice, start);
    expect(choiceOf(next.columns[0]?.target ?? { kind: 'left-out' })).toBe(choice);
  });
});

describe('a column that was answered about', () => {
  const paid = column(0, 'Paid', { reading: DMY, alternatives: [MDY], examples: ['05/06/2024'] });
  const start = mapping('orders', [{ ...field(paid, 'time'), reading: MDY }]);
  const told = { ...start, told: [0] };

  it('stays as it was answered under another field of the same kind', () => {
    const next = withTarget(told, paid, 'field:cancelledAt', start);
    expect(next.columns[0]?.reading).toEqual(MDY);
    expect(next.told).toEqual([0]);
  });

  it('is answered by picking one of its readings', () => {
    const next = withReading(start, paid, DMY);
    expect(next.columns[0]?.reading).toEqual(DMY);
    expect(next.told).toEqual([0]);
  });

  it('is not, where nothing was in doubt', () => {
    const certain = { ...paid, alternatives: [] };
    expect(withReading(start, certain, DMY).told).toBeUndefined();
  });
});

describe('keeping a table as another kind', () => {
  const when = column(0, 'When', { reading: DMY });
  const sum = column(1, 'Sum', { reading: money('.') });
  const table = survey([when, sum]);
  const start = mapping('orders', [field(when, 'time'), field(sum, 'total')]);

  it('maps the columns anew as what the person says the table is', () => {
    const report = withTable(start, 'reports', table, start);
    expect(report.table).toBe('reports');
    expect(report.columns.map((c) => choiceOf(c.target))).toEqual(['dimension', 'metric:money']);
  });

  it('leaves out what was left out', () => {
    const without = withTarget(start, sum, 'left-out', start);
    expect(withTable(without, 'reports', table, start).columns.map((c) => choiceOf(c.target))).toEqual([
      'dimension',
      'left-out',
    ]);
  });

  it('returns to the proposal with its own kind, with the currency answered meanwhile', () => {
    const there = { ...withTable(start, 'people', table, start), currency: 'PLN' };
    expect(withTable(there, 'orders', table, start)).toEqual({ ...start, currency: 'PLN' });
  });
});

describe('personal data', () => {
  it('is known by the field, and by the look of values elsewhere', () => {
    const mail = column(0, 'x', { examples: ['anna@example.com'] });
    expect(personalKind('orders', { kind: 'field', field: 'phone' }, mail)).toBe('phone');
    expect(personalKind('orders', { kind: 'custom', of: 'row' }, mail)).toBe('looks');
    expect(personalKind('orders', { kind: 'left-out' }, mail)).toBeNull();
    expect(personalKind('orders', { kind: 'custom', of: 'row' }, column(0, 'City'))).toBeNull();
  });

  it('can be left out but for what joins rows', () => {
    const columns = [column(0, 'mail'), column(1, 'phone'), column(2, 'name'), column(3, 'total')];
    const [mail, phone, name, total] = columns as [ColumnSurvey, ColumnSurvey, ColumnSurvey, ColumnSurvey];
    const start = mapping('orders', [
      field(mail, 'email'),
      field(phone, 'phone'),
      field(name, 'name'),
      field(total, 'total'),
    ]);
    expect(withoutPersonal(start, survey(columns)).columns.map((c) => choiceOf(c.target))).toEqual([
      'field:email',
      'left-out',
      'left-out',
      'field:total',
    ]);
  });
});
