import { describe, expect, it } from 'vitest';
import { column, DMY, field, MDY, mapping, money, number, survey } from '../../../../tests/drafted-mapping';
import type { Reading } from '../../../core/reading';
import type { ColumnSurvey } from '../../survey';
import { exampleAs } from './example-as';
import { questionsOf } from './questions-of';
import { variantOf } from './variant-of';
import { withAnswer } from './with-answer';

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
    const known = mapping('spend', [{ ...field(cost, 'cost'), reading: money('.', 'EUR') }]);
    const bare = survey([
      { ...cost, reading: money('.'), alternatives: [{ ...money('.'), micros: true } as Reading] },
    ]);
    const [asked] = questionsOf(known, bare);
    if (asked?.kind !== 'scale') throw new Error('no question');
    // The currency that was known otherwise stays.
    expect(withAnswer(known, bare, asked, variantOf(micros)).columns[0]?.reading).toEqual({
      ...money('.', 'EUR'),
      micros: true,
    });
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
