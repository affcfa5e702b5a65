import { describe, expect, it } from 'vitest';
import { csvFile } from '../../../tests/csv-file';
import { memoryEngine } from '../../../tests/memory-engine';
import { type DrawReport, writeReport } from './write-report';

const draw: DrawReport = async (comparison) => ({
  file: { name: 'page', mime: 'text/html', bytes: new Uint8Array() },
  segmentIds: comparison.segments.map((s) => s.id),
  dimension: null,
});

const run = (files: readonly File[], answers: unknown = {}) =>
  writeReport(memoryEngine().engine, files, { asOf: null, locale: 'en', segmentIds: null, answers }, draw);

/** 1 and 2 of March or January and February: the days say neither. */
const orders = (name = 'orders.csv', header = 'Order ID,Customer ID,Order date,Total') =>
  csvFile(
    name,
    header,
    ...['01/03/2024 10:00', '02/03/2024 10:00', '03/04/2024 10:00'].flatMap((day, i) =>
      ['a', 'b'].map((who) => `${name}${i}${who},${who},${day},${10 + i}.50`),
    ),
  );

describe('a report without a screen', () => {
  it('takes the usual reading where nobody said, and says so', async () => {
    const { summary, said } = await run([orders()]);
    expect(summary.questions).toMatchObject([
      {
        asked: 'dates',
        columns: ['Order date'],
        answer: 'day-first',
        by: 'default',
        others: ['month-first'],
      },
      { asked: 'currency', answer: 'none', by: 'default' },
      { asked: 'timeZone', answer: 'as-written', by: 'default' },
    ]);
    expect(summary.asOf).toBe('2024-04-03');
    expect(said[0]).toBe(
      'orders.csv, “Order date” (like 01/03/2024 10:00): what comes first in dates: the day. This was not told; --dates month-first says otherwise.',
    );
  });

  it('reads as it was told, and tells the doubt as answered', async () => {
    const { summary, problems } = await run([orders()], {
      dates: 'month-first',
      currency: 'EUR',
      timeZone: 'Europe/Warsaw',
    });
    expect(summary.questions.map((q) => q.by)).toEqual(['told', 'told', 'told']);
    expect(summary).toMatchObject({ asOf: '2024-03-04', currency: 'EUR' });
    expect(summary.passports[0]).toMatchObject({
      timeZone: 'Europe/Warsaw',
      problems: [{ code: 'column/told-date-order', params: { as: 'mdy' } }],
    });
    expect(problems.map((p) => p.sentence)).toEqual([
      expect.stringContaining('you said that the month comes first'),
    ]);
  });

  it('hears of one file what is otherwise in it', async () => {
    const { summary } = await run([orders('a.csv'), orders('b.csv', 'No,Customer ID,Order date,Total')], {
      dates: 'day-first',
      currency: 'PLN',
      files: {
        'b.csv': {
          columns: { 'Order date': { dates: 'month-first' } },
          currency: 'EUR',
          customers: 'shared',
        },
      },
    });
    const dates = summary.questions.filter((q) => q.asked === 'dates');
    expect(dates.map((q) => [q.file, q.answer])).toEqual([
      ['a.csv', 'day-first'],
      ['b.csv', 'month-first'],
    ]);
    expect(summary.questions.filter((q) => q.asked === 'currency').map((q) => q.answer)).toEqual([
      'PLN',
      'EUR',
    ]);
    expect(summary.people).toBe(2);
  });

  it('keeps customers of files of nobody’s apart unless told they are the same', async () => {
    const { summary } = await run([orders('a.csv'), orders('b.csv', 'No,Customer ID,Order date,Total')]);
    expect(summary.people).toBe(4);
    expect(summary.questions).toContainEqual(
      expect.objectContaining({ asked: 'customers', file: 'b.csv', answer: 'own', by: 'default' }),
    );
  });

  it('reads amounts in millionths where told, in whole units where not', async () => {
    const ads = () =>
      csvFile(
        'paid.csv',
        'Order ID,Customer ID,Ordered,Total USD',
        ...['8990000', '24500000', '1250000'].map((total, i) => `${i},c${i},2026-09-1${i},${total}`),
      );
    const { summary, problems } = await run([ads()], { amounts: 'millionths' });
    expect(problems.map((p) => p.code)).toEqual(['column/told-scale']);
    expect(summary.questions[0]).toMatchObject({ asked: 'amounts', answer: 'millionths', by: 'told' });
    const { summary: whole, said } = await run([ads()], { amounts: 'minor' });
    expect(whole.questions[0]).toMatchObject({ answer: 'whole', by: 'default', notPossible: 'minor' });
    expect(said[0]).toContain('Told was cents, which these values can’t be');
  });

  it('refuses answers about a file that was not given', async () => {
    await expect(run([orders()], { files: { 'other.csv': {} } })).rejects.toMatchObject({
      code: 'report/answers-invalid',
      params: { value: 'other.csv', takes: 'orders.csv' },
    });
  });

  it('lays out a page of a report where no people are held, and says which have none', async () => {
    const traffic = csvFile(
      'traffic.csv',
      'Session source,Sessions,Key events',
      'google,1000,50',
      'newsletter,200,30',
      'direct,400,10',
    );
    const days = csvFile('days.csv', 'Date,Sessions', '2026-09-01,10', '2026-09-02,20', '2026-09-03,30');
    const { files, summary, said, drawn } = await run([traffic, days]);
    expect(files.map((f) => f.name)).toEqual(['comparison-traffic.csv-1.csv', 'report.html']);
    expect(summary.pages).toEqual([{ file: 'report.html', of: 'traffic.csv' }]);
    expect(summary.withoutPage).toEqual([{ of: 'days.csv', why: 'no-values' }]);
    expect(said).toContainEqual(expect.stringContaining('“days.csv” has no page'));
    expect(drawn?.segmentIds).toHaveLength(3);
  });

  it('says why nobody is compared where rows are of nobody', async () => {
    const visits = csvFile('visits.csv', 'Event name,Event time,Page', 'page_view,2026-09-01 10:00,/a');
    const { summary } = await run([visits]);
    expect(summary.withoutPage).toEqual([{ of: 'people', why: 'nobody' }]);
  });
});
