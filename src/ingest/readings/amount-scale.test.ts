import { describe, expect, it } from 'vitest';
import { loaded, proposalsOf, targetsOf } from '../../../tests/proposals-of';
import { dealsOf } from '../../../tests/tool-deals';
import { checkMapping } from '../mapping/check-mapping';
import { headerScale, looksLikeMicros } from './amount-scale';

const tableOf = async (csv: string) => {
  const file = await proposalsOf('x.csv', csv);
  const { kept, table } = await loaded(file);
  const minorOf = (header: string) => {
    const column = kept.columns.find(({ mapping }) => mapping.header === header)?.column;
    return column?.type === 'money' ? [...column.values] : null;
  };
  const survey = file.survey.tables[0]!;
  return { file, survey, mapping: file.tables[0]!.mapping, kept, table, minorOf };
};

describe('what amounts are written in', () => {
  it('is said by headers in names of interfaces, and by no word that is not of money', () => {
    for (const header of ['cost_micros', 'metrics.costMicros', 'Cost (micros)', 'average_cpc_micros'])
      expect(headerScale(header), header).toBe('micros');
    for (const header of [
      'price_cents',
      'Amount in cents',
      'amount_minor',
      'Kwota (grosze)',
      'Total (pence)',
    ])
      expect(headerScale(header), header).toBe('minor');
    for (const header of [
      'Cost',
      'Micro conversions',
      'Per cent',
      'Percent',
      'event_timestamp_micros',
      'minor',
    ])
      expect(headerScale(header), header).toBeNull();
  });

  it('turns cents and millionths into the same money', async () => {
    const rows = (of: (amount: number) => number) =>
      [12.34, 0, 1999.99]
        .map((v, i) => `2026-09-0${i + 1},Brand,${100 * (i + 1)},10,${Math.round(of(v))}`)
        .join('\n');
    const csv = (header: string, of: (amount: number) => number) =>
      `Date,Campaign,Impressions,Clicks,${header}\n${rows(of)}\n`;
    const minor = [1234, 0, 199_999];
    const micros = await tableOf(csv('cost_micros', (v) => v * 1e6));
    const cents = await tableOf(csv('cost_cents', (v) => v * 100));
    expect(micros.minorOf('cost_micros')).toEqual(minor);
    expect(cents.minorOf('cost_cents')).toEqual(minor);
    for (const { mapping, survey } of [micros, cents]) {
      expect(mapping.table).toBe('spend');
      expect(Object.values(targetsOf(mapping))).toContain('cost');
      // Said, so not asked.
      expect(survey.problems.map((p) => p.code)).not.toContain('column/ambiguous-scale');
    }
  });

  it('keeps minor units of the row’s own currency, where a yen has none', async () => {
    const { file } = await tableOf(
      'order_id,email,created_at,amount_cents,currency\n1,a@example.com,2026-09-01,1999,USD\n2,b@example.com,2026-09-02,1999,JPY\n3,a@example.com,2026-09-03,500,USD\n',
    );
    // In units of a hundredth: `dealsOf` divides all alike.
    expect(dealsOf(await loaded(file))).toMatchObject({
      gross: [19.99, 19.99, 5],
      currency: ['USD', 'JPY', 'USD'],
    });
  });
});

describe('amounts that do not say what they are written in', () => {
  it('are asked about where all of them are whole hundredths of millionths', async () => {
    const { survey, mapping } = await tableOf(
      'Date,Campaign,Impressions,Clicks,Cost\n2026-09-01,A,10,1,8990000\n2026-09-02,A,20,2,24500000\n2026-09-03,B,30,3,1250000\n2026-09-04,B,30,0,0\n',
    );
    const cost = survey.columns.find((c) => c.header === 'Cost');
    expect(cost?.alternatives).toMatchObject([{ kind: 'money', micros: true }]);
    expect(survey.problems.map((p) => p.code)).toContain('column/ambiguous-scale');
    expect(checkMapping(mapping, survey).map((f) => f.code)).not.toContain('reading/not-an-amount');
  });

  it('are asked about where they are whole beside currencies written small', async () => {
    const csv = (currency: string, amount: string) =>
      `ref,email,created_at,amount,currency\nx1,a@example.com,2026-09-01,${amount},${currency}\nx2,b@example.com,2026-09-02,1250,${currency}\n`;
    const scales = async (text: string) =>
      (await tableOf(text)).survey.columns.find((c) => c.header === 'amount')?.alternatives;
    expect(await scales(csv('usd', '1999'))).toMatchObject([{ kind: 'money', minor: true }]);
    expect(await scales(csv('USD', '1999'))).toEqual([]);
    expect(await scales(csv('usd', '19.99'))).toEqual([]);
  });

  it('are not asked about where they are ordinary', () => {
    expect(looksLikeMicros(['8990000', '24500000', '1250000'])).toBe(true);
    expect(looksLikeMicros(['1000000', '5000000', '12000000'])).toBe(false);
    expect(looksLikeMicros(['8990000', '24500001', '1250000'])).toBe(false);
    expect(looksLikeMicros(['10000', '20000', '30000'])).toBe(false);
    expect(looksLikeMicros(['8990000', '0'])).toBe(false);
  });
});
