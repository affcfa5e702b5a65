import { describe, expect, it } from 'vitest';
import type { Language } from '../../../e2e/pages/figures';
import { explorationPage } from '../../../e2e/pages/ga4-exploration';
import { hubspotPage } from '../../../e2e/pages/hubspot';
import { lookerPage } from '../../../e2e/pages/looker-studio';
import { salesforcePage } from '../../../e2e/pages/salesforce';
import { zohoPage } from '../../../e2e/pages/zoho';
import { loaded, proposalsOffPage } from '../../../tests/proposals-of';
import { recognised } from '../../../tests/tool-deals';
import { nullsOf, sumOf } from '../../../tests/tool-exports';

interface Made {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const LANGUAGES: readonly Language[] = ['en', 'pl'];

const offPage = (tool: string, { columns, rows }: Made) => proposalsOffPage(tool, columns, rows);

/** The figures of a column added up by their digits alone; the made-up ones have two decimals or none. */
const plainSum = ({ rows }: Made, column: number, decimals: 0 | 2): number =>
  rows.reduce((sum, row) => sum + Number((row[column] ?? '').replace(/\D/g, '')), 0) / 10 ** decimals;

const filled = ({ rows }: Made, column: number): number => rows.filter((row) => row[column] !== '').length;

describe.each(LANGUAGES)('what was read off a page in %s', (language) => {
  it('of a GA4 exploration is a report, every figure a number', async () => {
    const made = explorationPage(language);
    const file = await offPage('ga4', made);
    const found = recognised(file);
    expect(found).toMatchObject({ how: 'recognised', keep: true, recogniser: 'ga4-report' });
    expect(Object.values(found.targets)).toEqual([
      'sessionSourceMedium',
      'landingPage',
      'sessions (count)',
      'keyEvents (count)',
      'totalRevenue (money)',
    ]);
    const { kept, table } = await loaded(file);
    expect([table.rowsKept, table.refused.length]).toEqual([made.rows.length, 0]);
    expect(sumOf(kept, 'sessions')).toBe(plainSum(made, 2, 0));
    expect(sumOf(kept, 'keyEvents')).toBe(plainSum(made, 3, 0));
    expect(sumOf(kept, 'totalRevenue')).toBeCloseTo(plainSum(made, 4, 2), 2);
  });

  it('of a Looker Studio table is a report by the names of Analytics', async () => {
    const made = lookerPage(language);
    const file = await offPage('looker-studio', made);
    const found = recognised(file);
    expect(found).toMatchObject({ how: 'recognised', keep: true, recogniser: 'looker-studio-table' });
    expect(Object.values(found.targets)).toEqual([
      'campaign',
      'deviceCategory',
      'sessions (count)',
      'purchaseRevenue (money)',
    ]);
    const { kept } = await loaded(file);
    expect(sumOf(kept, 'sessions')).toBe(plainSum(made, 2, 0));
    expect(sumOf(kept, 'purchaseRevenue')).toBeCloseTo(plainSum(made, 3, 2), 2);
  });

  it('of a HubSpot list is contacts by the ids of their records', async () => {
    const made = hubspotPage(language);
    const file = await offPage('hubspot', made);
    const found = recognised(file);
    expect(found).toMatchObject({ how: 'recognised', keep: true, recogniser: 'hubspot-contacts' });
    expect(Object.values(found.targets)).toEqual([
      'name',
      'email',
      'phone',
      'custom',
      'lifecycleStage',
      'createdAt',
      'crmId',
    ]);
    expect(file.tables[0]?.mapping.idSpace).toBe('hubspot');
    const { kept, table } = await loaded(file);
    expect([table.rowsKept, table.refused.length]).toEqual([made.rows.length, 0]);
    for (const [column, field] of [
      [2, 'phone'],
      [4, 'lifecycleStage'],
      [5, 'createdAt'],
      [6, 'crmId'],
    ] as const) {
      expect(made.rows.length - nullsOf(kept, field), field).toBe(filled(made, column));
    }
  });

  it('of a Salesforce list is contacts by the ids of their records', async () => {
    const made = salesforcePage(language);
    const file = await offPage('salesforce', made);
    const found = recognised(file);
    expect(found).toMatchObject({ how: 'recognised', keep: true, recogniser: 'salesforce-people' });
    expect(Object.values(found.targets)).toEqual([
      'name',
      'company',
      'phone',
      'email',
      'personCity',
      'crmId',
    ]);
    expect(nullsOf((await loaded(file)).kept, 'crmId')).toBe(0);
  });

  it('of a Zoho list is leads by the ids of their records', async () => {
    const made = zohoPage(language);
    const file = await offPage('zoho', made);
    const found = recognised(file);
    expect(found).toMatchObject({ how: 'recognised', keep: true, recogniser: 'zoho-people' });
    expect(Object.values(found.targets)).toEqual([
      'name',
      'company',
      'email',
      'phone',
      'acquisitionSource',
      'custom',
      'crmId',
    ]);
    expect(nullsOf((await loaded(file)).kept, 'crmId')).toBe(0);
  });
});

describe('what was read off a Looker Studio page and is no report', () => {
  it('is taken for what it looks like', async () => {
    const file = await offPage('looker-studio', {
      columns: ['Email', 'First name', 'City', 'Orders'],
      rows: [
        ['anna@poczta.example', 'Anna', 'Łódź', '3'],
        ['jan@poczta.example', 'Jan', 'Ełk', '1'],
        ['ewa@poczta.example', 'Ewa', 'Gdynia', '2'],
      ],
    });
    expect(recognised(file)).toMatchObject({ table: 'people', recogniser: 'looker-studio-table' });
  });
});
