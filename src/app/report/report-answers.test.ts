import { describe, expect, it } from 'vitest';
import { readAnswers, toldInVain } from './report-answers';

describe('answers for a report', () => {
  it('are for all files, for one, and for one of its columns', () => {
    const told = {
      dates: 'day-first',
      timeZone: 'Europe/Warsaw',
      files: { 'b.csv': { currency: 'EUR', columns: { Paid: { dates: 'month-first' } } } },
    };
    expect(readAnswers(told)).toEqual(told);
  });

  it.each([
    [{ amounts: 'cents' }, 'amounts', 'whole, minor, millionths'],
    [{ currency: 'ZL' }, 'currency', 'PLN, EUR …, none'],
    [{ timeZone: 'Warsaw' }, 'timeZone', 'Europe/Warsaw …'],
    [{ date: 'day-first' }, 'date', 'amounts, dates'],
    [
      { files: { 'a.csv': { columns: { Paid: { currency: 'EUR' } } } } },
      'files.a.csv.columns.Paid.currency',
      'amounts',
    ],
    [{ files: [] }, 'files', '{'],
    [['day-first'], 'answers', '{'],
    [{ files: { 'a.csv': { dates: 3 } } }, 'files.a.csv.dates', 'day-first'],
  ])('that are none are named with what can be said: %j', (told, at, takes) => {
    expect(() => readAnswers(told)).toThrow(
      expect.objectContaining({
        code: 'report/answers-invalid',
        params: expect.objectContaining({ at, takes: expect.stringContaining(takes) }),
      }),
    );
  });

  it('that nothing asked for are told', () => {
    const answers = readAnswers({
      dates: 'day-first',
      amounts: 'minor',
      files: {
        'a.csv': {
          decimals: 'dot',
          columns: { Paid: { dates: 'month-first' }, Sent: { dates: 'day-first' } },
        },
      },
    });
    const asked = [{ file: 'a.csv', asked: 'dates', columns: ['Paid'] }];
    expect(toldInVain(answers, asked)).toEqual([
      'amounts',
      'files.a.csv.decimals',
      'files.a.csv.columns.Sent.dates',
    ]);
  });
});
