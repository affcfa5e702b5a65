import { describe, expect, it } from 'vitest';
import type { Mapping } from '../../../core/mapping';
import type { Reading } from '../../../core/reading';
import type { ColumnSurvey, TableSurvey } from '../../../ingest/survey';
import {
  choiceOf,
  exampleAs,
  personalKind,
  questionsOf,
  variantOf,
  withAnswer,
  withoutPersonal,
  withTable,
  withTarget,
} from './mapping-draft';

const DMY: Reading = { kind: 'date', order: 'dmy', time: false };
const MDY: Reading = { kind: 'date', order: 'mdy', time: false };
const money = (decimal: '.' | ',', currency: string | null = null): Reading => ({
  kind: 'money',
  decimal,
  group: '',
  currency,
});
const number = (decimal: '.' | ','): Reading => ({ kind: 'number', decimal, group: '', unit: 'plain' });

function column(index: number, header: string, more: Partial<ColumnSurvey> = {}): ColumnSurvey {
  return {
    index,
    header,
    rawHeader: header,
    reading: { kind: 'text' },
    alternatives: [],
    filled: 10,
    distinct: 10,
    examples: ['a'],
    misfits: [],
    misfitCount: 0,
    ...more,
  };
}

function survey(columns: readonly ColumnSurvey[]): TableSurvey {
  return {
    index: 0,
    title: null,
    preamble: [],
    dateRange: null,
    account: null,
    property: null,
    headerRow: 1,
    firstRow: 2,
    lastRow: 11,
    columns,
    rows: 10,
    blankRows: 0,
    totals: [],
    sample: [],
    problems: [],
  };
}

function mapping(
  table: Mapping['table'],
  columns: Mapping['columns'],
  currency: string | null = null,
): Mapping {
  return {
    table,
    tool: 'generic',
    recogniser: 'generic',
    columns,
    currency,
    cancels: { orderIdPrefix: null, statuses: [] },
    orderRows: 'order',
    idSpace: 'generic',
  };
}

const field = (c: ColumnSurvey, name: string): Mapping['columns'][number] => ({
  source: c.index,
  header: c.header,
  target: { kind: 'field', field: name },
  reading: c.reading,
});

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

describe('what only the person can tell', () => {
  const a = column(0, 'Ordered', {
    reading: DMY,
    alternatives: [MDY],
    examples: ['11/11/2024', '03/04/2024'],
  });
  const b = column(1, 'Paid', { reading: DMY, alternatives: [MDY], examples: ['05/06/2024'] });
  const total = column(2, 'Total', { reading: money(',', 'PLN'), examples: ['12,50'] });
  const table = survey([a, b, total]);
  const start = mapping('orders', [field(a, 'time'), field(b, 'cancelledAt'), field(total, 'total')]);

  it('asks for the order of dates once for all columns, with an example that reads two ways', () => {
    const questions = questionsOf(start, table);
    expect(questions).toHaveLength(1);
    expect(questions[0]).toMatchObject({ kind: 'order', sources: [0, 1], example: '03/04/2024' });
  });

  it('reads all of them by the answer', () => {
    const [question] = questionsOf(start, table);
    if (question?.kind !== 'order') throw new Error('no question');
    const answered = withAnswer(start, table, question, 'mdy');
    expect(answered.columns.map((c) => c.reading)).toEqual([MDY, MDY, money(',', 'PLN')]);
  });

  it('does not ask about columns left out', () => {
    const left = start.columns.map((c) => ({ ...c, target: { kind: 'left-out' as const } }));
    expect(questionsOf(mapping('orders', left), table)).toEqual([]);
  });

  it('asks what a comma means where it may part decimals or thousands, and keeps money money', () => {
    const price = column(0, 'Price', {
      reading: { kind: 'number', decimal: '.', group: ',', unit: 'plain' },
      alternatives: [{ kind: 'number', decimal: ',', group: '', unit: 'plain' }],
      examples: ['1,234'],
    });
    const only = survey([price]);
    const before = mapping('orders', [{ ...field(price, 'total'), reading: money('.') }], 'EUR');
    const [question] = questionsOf(before, only);
    if (question?.kind !== 'decimal') throw new Error('no question');
    expect(question.readings.map((r) => exampleAs(question.example, r))).toEqual([1234, 1.234]);
    expect(withAnswer(before, only, question, ',').columns[0]?.reading).toEqual(money(','));
  });

  it('asks what an amount is written in where its numbers may be millionths, and reads it as told', () => {
    const micros = { ...money('.', 'PLN'), micros: true } as Reading;
    const cost = column(0, 'Cost', {
      reading: money('.', 'PLN'),
      alternatives: [micros],
      examples: ['8990000'],
    });
    const only = survey([cost]);
    const before = mapping('spend', [{ ...field(cost, 'cost'), reading: money('.', 'PLN') }]);
    const [question, ...more] = questionsOf(before, only);
    if (question?.kind !== 'scale' || more.length > 0) throw new Error('not one question');
    expect(question.readings.map((r) => exampleAs(question.example, r))).toEqual([8990000, 8.99]);
    expect(withAnswer(before, only, question, variantOf(micros)).columns[0]?.reading).toEqual(micros);
    // Kept as a plain number, it is nobody's money.
    const counted = {
      ...field(cost, 'cost'),
      target: { kind: 'custom', of: 'row' },
      reading: number('.'),
    } as const;
    expect(questionsOf(mapping('spend', [counted]), only)).toEqual([]);
  });

  it('asks for no currency of amounts that are all nothing', () => {
    const nothing = { reading: money('.'), distinct: 1 };
    const [zero, five] = [['0'], ['5']].map((examples) => column(0, 'Total', { ...nothing, examples }));
    const questions = (c: ColumnSurvey | undefined) =>
      c ? questionsOf(mapping('orders', [field(c, 'total')]), survey([c])) : null;
    expect(questions(zero)).toEqual([]);
    expect(questions(five)).toHaveLength(1);
  });

  it('asks for a currency where amounts carry none', () => {
    const bare = column(0, 'Total', { reading: money(','), examples: ['12,50'] });
    const before = mapping('orders', [field(bare, 'total')]);
    expect(questionsOf(before, survey([bare]))).toEqual([{ kind: 'currency', headers: ['Total'] }]);
  });

  it('does not ask where cells or a column say it', () => {
    const written = column(0, 'Total', { reading: money(','), examples: ['12,50 zł', '3,00 zł'] });
    expect(questionsOf(mapping('orders', [field(written, 'total')]), survey([written]))).toEqual([]);
    const bare = column(0, 'Total', { reading: money(','), examples: ['12,50'] });
    const code = column(1, 'Currency', { examples: ['PLN'] });
    expect(
      questionsOf(mapping('orders', [field(bare, 'total'), field(code, 'currency')]), survey([bare, code])),
    ).toEqual([]);
  });
});

describe('an example under a reading', () => {
  it('is the day it would be', () => {
    expect(exampleAs('03/04/2024', DMY)).toBe(Date.UTC(2024, 3, 3));
    expect(exampleAs('03/04/2024', MDY)).toBe(Date.UTC(2024, 2, 4));
  });

  it('is nothing where there is no such day', () => {
    expect(exampleAs('13/04/2024', MDY)).toBeNull();
    expect(exampleAs('soon', DMY)).toBeNull();
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
