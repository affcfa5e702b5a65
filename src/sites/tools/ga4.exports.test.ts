import { describe, expect, it } from 'vitest';
import { loaded, proposalsOf, proposalsOfFixture, targetsOf } from '../../../tests/proposals-of';
import { sumOf, textsOf } from '../../../tests/tool-exports';
import { isoDay } from '../../core/time/calendar';

describe('GA4 exports', () => {
  it('names the columns of a report as the Data API does, with their units', async () => {
    const { tables } = await proposalsOfFixture('ga4/traffic-acquisition.csv');
    expect(tables).toHaveLength(1);
    expect(tables[0]).toMatchObject({ how: 'recognised', keep: true, why: null });
    expect(tables[0]?.mapping).toMatchObject({ table: 'reports', tool: 'ga4', recogniser: 'ga4-report' });
    expect(targetsOf(tables[0]!.mapping)).toEqual({
      'Session primary channel group (Default Channel Group)': 'sessionPrimaryChannelGroup',
      Sessions: 'sessions (count)',
      'Engaged sessions': 'engagedSessions (count)',
      'Engagement rate': 'engagementRate (rate)',
      'Active users': 'activeUsers (count)',
      'Key events': 'keyEvents (count)',
      'Session key event rate': 'sessionKeyEventRate (rate)',
      'Total revenue': 'totalRevenue (money)',
    });
  });

  it('keeps every session of the file', async () => {
    const { table } = await loaded(await proposalsOfFixture('ga4/traffic-acquisition.csv'));
    const sessions = table.columns[1];
    if (sessions?.type !== 'number') throw new Error('sessions are not numbers');
    expect(sessions.values.reduce((a, b) => a + b, 0)).toBe(14_783);
    const revenue = table.columns[7];
    if (revenue?.type !== 'money') throw new Error('revenue is not money');
    expect(revenue.values[0]).toBe(1_423_050);
  });

  it('sets the charts stacked above a report apart from the report', async () => {
    const { tables } = await proposalsOfFixture('ga4/city-stacked-2021.csv');
    expect(tables.map((t) => [t.keep, t.why])).toEqual([
      [false, 'narrower-copy'],
      [false, 'narrower-copy'],
      [true, null],
    ]);
  });

  it('keeps older names under the ids of the newer ones', async () => {
    const { tables } = await proposalsOfFixture('ga4/city-stacked-2021.csv');
    expect(targetsOf(tables[2]!.mapping)).toMatchObject({
      Users: 'activeUsers (count)',
      Conversions: 'keyEvents (count)',
    });
  });

  it('reads a Polish snapshot, each table by itself, with its one-column and its empty table', async () => {
    const { tables, survey } = await proposalsOfFixture('ga4/podsumowanie-pl.csv');
    expect(tables.map((t) => t.mapping.recogniser)).toEqual(Array(7).fill('ga4-report'));
    expect(tables.map((t) => t.why)).toEqual([null, null, null, null, null, null, 'empty']);
    expect(targetsOf(tables[1]!.mapping)).toEqual({
      'N-ty dzień': 'date',
      'Średni czas zaangażowania na aktywnego użytkownika': 'averageEngagementTimePerActiveUser (seconds)',
    });
    expect(targetsOf(tables[5]!.mapping)).toEqual({ 'Współczynnik odrzuceń': 'bounceRate (rate)' });
    expect(survey.tables[2]?.dateRange).toEqual({ from: '2025-06-28', to: '2025-07-04' });
  });

  it('knows a Polish report re-saved by a spreadsheet, without its preamble and with decimal commas', async () => {
    const file = await proposalsOfFixture('ga4/ruch-excel-pl.csv');
    expect(file.tables[0]).toMatchObject({ how: 'recognised', keep: true });
    expect(Object.values(targetsOf(file.tables[0]!.mapping))).toEqual([
      'sessionSourceMedium',
      'sessions (count)',
      'engagedSessions (count)',
      'engagementRate (rate)',
      'averageEngagementTimePerSession (seconds)',
      'keyEvents (count)',
      'totalRevenue (money)',
    ]);
    const { table } = await loaded(file);
    const revenue = table.columns[6];
    expect(revenue?.type === 'money' && [...revenue.values]).toEqual([481_025, 200_450, 14_000, 237_790]);
  });

  it('takes days, weeks and months of an axis from the first day of their own table', async () => {
    const { table } = await loaded(await proposalsOfFixture('ga4/podsumowanie-pl.csv'), 1);
    const axis = table.columns[0];
    expect(axis?.type === 'time' && [...axis.values].slice(0, 2).map(isoDay)).toEqual([
      '2025-06-28',
      '2025-06-29',
    ]);

    const file = await proposalsOfFixture('ga4/snapshot-nth.csv');
    expect(file.tables.map((t) => Object.values(targetsOf(t.mapping))[0])).toEqual([
      'date',
      'month',
      'month',
      'week',
    ]);
    const days = await Promise.all(
      [0, 1, 2, 3].map(async (index) => {
        const column = (await loaded(file, index)).table.columns[0];
        return column?.type === 'time' ? [...column.values].map(isoDay) : null;
      }),
    );
    expect(days).toEqual([
      ['2026-09-01', '2026-09-02', '2026-09-03'],
      ['2026-07-15', '2026-08-01', '2026-09-01'],
      ['2025-07-15', '2025-08-01', '2025-09-01'],
      // 2 September 2026 is a Wednesday; weeks begin on Sunday.
      ['2026-09-02', '2026-09-06', '2026-09-13'],
    ]);
  });

  it('tells the two tables of a date comparison apart by their days', async () => {
    const { survey } = await proposalsOfFixture('ga4/snapshot-nth.csv');
    expect(survey.tables.map((t) => t.period ?? null)).toEqual([null, 'current', 'previous', null]);
    expect(survey.tables[2]?.title).toBe('How are your revenues? · 2025-07-15 – 2025-09-20');
    const { survey: acquisition } = await proposalsOfFixture('ga4/date-comparison.csv');
    expect(acquisition.tables.map((t) => t.period)).toEqual(['current', 'previous']);
  });

  it('reads shares of a cohort as shares, also where none came back', async () => {
    const { tables } = await proposalsOfFixture('ga4/kohorty.csv');
    expect(Object.values(targetsOf(tables[0]!.mapping))).toEqual([
      'cohort',
      '? (rate)',
      '? (rate)',
      '? (rate)',
    ]);
  });

  it.each(['ga4/exploration-compare.csv', 'ga4/exploration-compare-percent.csv'])(
    '%s: blocks of three rows become two reports, each with its own days',
    async (path) => {
      const file = await proposalsOfFixture(path);
      expect(file.survey.tables.map((t) => [t.period, t.dateRange])).toEqual([
        ['current', { from: '2026-04-01', to: '2026-06-30' }],
        ['previous', { from: '2026-01-01', to: '2026-03-31' }],
      ]);
      for (const [index, sessions, revenue] of [
        [0, 6000, 21_000.5],
        [1, 6000, 15_000],
      ] as const) {
        const { kept } = await loaded(file, index);
        expect([kept.rows, kept.passport.rowsKept, kept.passport.rowsSeen]).toEqual([2, 2, 2]);
        expect(sumOf(kept, 'sessions')).toBe(sessions);
        expect(sumOf(kept, 'totalRevenue')).toBe(revenue);
        expect(textsOf(kept, 'sessionDefaultChannelGroup')).toEqual(['Organic Search', 'Paid Search']);
        expect(textsOf(kept, 'deviceCategory')).toEqual(['desktop', 'mobile']);
        // Changes in percent are none of either period, and no fault of anybody's.
        expect(kept.passport.problems).toEqual([]);
      }
    },
  );

  it('sets the grand total of an exploration apart', async () => {
    const file = await proposalsOfFixture('ga4/exploration-free-form.csv');
    expect(file.tables[0]?.mapping.recogniser).toBe('ga4-exploration');
    expect(file.survey.tables[0]?.rows).toBe(6);
    expect(file.survey.tables[0]?.totals).toHaveLength(1);
    expect(Object.values(targetsOf(file.tables[0]!.mapping)).slice(0, 3)).toEqual([
      'pagePathPlusQueryString',
      'deviceCategory',
      'totalUsers (count)',
    ]);
  });

  it('takes the user explorer for people, each under a browser id', async () => {
    const file = await proposalsOfFixture('ga4/user-explorer.csv');
    expect(file.tables[0]?.mapping).toMatchObject({ table: 'people', idSpace: 'ga4' });
    expect(targetsOf(file.tables[0]!.mapping)).toMatchObject({
      'App-instance ID': 'clientId',
      'Purchase revenue': 'statedSpent',
      Transactions: 'statedOrders',
      'Event count': 'custom',
    });
    const { table } = await loaded(file);
    expect(table.rowsKept).toBe(4);
    const ids = table.columns[0];
    expect(ids?.type === 'text' && ids.dictionary).toContain('884120077.1756690022');
  });

  it.each([
    [
      'German',
      '# Konto: A\n# Property: B\n# Startdatum: 20260101\n# Enddatum: 20260131\nGerätekategorie,Sitzungen,Absprungrate\nmobile,10,0.5\n',
      ['deviceCategory', 'sessions (count)', 'bounceRate (rate)'],
    ],
    [
      'French',
      '# Compte : A\n# Propriété : B\n# Date de début : 20260101\n# Date de fin : 20260131\nPays,Utilisateurs actifs,Taux de rebond\nFrance,10,0.5\n',
      ['country', 'activeUsers (count)', 'bounceRate (rate)'],
    ],
    [
      'Spanish',
      '# Cuenta: A\n# Propiedad: B\n# Fecha de inicio: 20260101\n# Fecha de finalización: 20260131\nPaís,Sesiones,Ingresos totales\nEspaña,10,5.5\n',
      ['country', 'sessions (count)', 'totalRevenue (money)'],
    ],
    [
      'a language nobody taught it',
      '# Tili: A\n# Omaisuus: B\n# Aloituspäivä: 20260101\n# Päättymispäivä: 20260131\nKaupunki,Istunnot\nTurku,10\nOulu,4\n',
      ['?', '? (count)'],
    ],
  ])('reads a report in %s by its structure', async (_, text, targets) => {
    const { tables } = await proposalsOf('report.csv', text);
    expect(tables[0]?.mapping.recogniser).toBe('ga4-report');
    expect(Object.values(targetsOf(tables[0]!.mapping))).toEqual(targets);
  });

  it('takes columns nobody knows for what their place and their numbers say', async () => {
    const { tables } = await proposalsOf(
      'report.csv',
      '# A\n# Start date: 20260101\n# End date: 20260131\nMy channel group,Sessions,Refund rate,Shop margin value,Signups\nA,10,0.25,12.5,3\nB,7,0.5,1.25,1\n',
    );
    expect(Object.values(targetsOf(tables[0]!.mapping))).toEqual([
      '?',
      'sessions (count)',
      '? (rate)',
      '? (money)',
      '? (count)',
    ]);
  });

  it('claims a plain table off a page it is told is GA4', async () => {
    const table = 'Country,Sessions\nPoland,10\nGermany,4\n';
    const fromFile = await proposalsOf('page.csv', table);
    const fromPage = await proposalsOf('page.csv', table, () => null, 'ga4');
    expect(fromFile.tables[0]?.mapping.tool).toBe('generic');
    expect(fromPage.tables[0]?.mapping.tool).toBe('ga4');
  });

  it('leaves tables of other tools alone', async () => {
    const { tables } = await proposalsOf(
      'a.csv',
      'Date,Clicks,Impressions,CTR,Position\n2026-01-01,5,100,5%,3.2\n2026-01-02,6,90,6.67%,3\n',
    );
    expect(tables[0]?.mapping.tool).toBe('search-console');
  });
});
