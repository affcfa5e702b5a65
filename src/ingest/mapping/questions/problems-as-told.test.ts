import { describe, expect, it } from 'vitest';
import { proposalsOf } from '../../../../tests/proposals-of';
import { en } from '../../../i18n/en/problems';
import { pl } from '../../../i18n/pl/problems';
import { problemsAsTold } from './problems-as-told';
import { questionsOf } from './questions-of';
import { withAnswer } from './with-answer';

/** A file's only table, with its one question answered, and what is then said of it. */
async function answered(text: string, variant: string) {
  const { survey, tables } = await proposalsOf('orders.csv', text);
  const table = survey.tables[0];
  const proposed = tables[0]?.mapping;
  if (table === undefined || proposed === undefined) throw new Error('no table');
  const question = questionsOf(proposed, table).find((q) => q.kind !== 'currency');
  if (question === undefined) throw new Error('no question');
  const mapping = withAnswer(proposed, table, question, variant);
  return { table, proposed, mapping, problems: problemsAsTold(table, mapping) };
}

const DATES = 'Order ID,Email,Ordered,Total PLN\n1,a@x.pl,03/04/2024,5.50\n2,b@x.pl,05/06/2024,7.20\n';
const MICROS =
  'Date,Campaign,Impressions,Clicks,Cost,Currency\n2026-09-01,Tea,1000,10,8990000,PLN\n' +
  '2026-09-02,Tea,1200,14,24500000,PLN\n2026-09-03,Coffee,900,9,1250000,PLN\n';

describe('a doubt that was answered', () => {
  it('is told as settled, with what was asked and what was answered', async () => {
    const { table, problems } = await answered(DATES, 'mdy');
    expect(table.problems.map((p) => p.code)).toEqual(['column/ambiguous-date-order']);
    expect(problems).toEqual([
      { code: 'column/told-date-order', column: 'Ordered', value: '03/04/2024', params: { as: 'mdy' } },
    ]);
    const [told] = problems;
    expect(told && en[told.code](told)).toContain('you said that the month comes first');
    expect(told && pl[told.code](told)).toContain('pierwszy jest miesiąc');
  });

  it('is told with the scale of an amount', async () => {
    const { problems } = await answered(MICROS, '.micros');
    expect(problems).toContainEqual({
      code: 'column/told-scale',
      column: 'Cost',
      value: '8990000',
      params: { as: 'micros' },
    });
  });

  it('is told when the answer is what it was read as anyhow', async () => {
    const { proposed, mapping, problems } = await answered(DATES, 'dmy');
    expect(mapping.columns).toEqual(proposed.columns);
    expect(problems.map((p) => p.params?.['as'])).toEqual(['dmy']);
  });

  it('stays a doubt where nobody answered', async () => {
    const { table, proposed } = await answered(DATES, 'dmy');
    expect(problemsAsTold(table, proposed)).toEqual(table.problems);
  });
});
