import { describe, expect, it } from 'vitest';
import { loaded, proposalsOf, proposalsOfFixture, targetsOf } from '../../../tests/proposals-of';

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
      'N-ty dzień': 'nthDay',
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

  it('keeps days of an axis as they are written', async () => {
    const { table } = await loaded(await proposalsOfFixture('ga4/podsumowanie-pl.csv'));
    const axis = table.columns[0];
    expect(axis?.type === 'text' && axis.dictionary.slice(0, 2)).toEqual(['0000', '0001']);
  });

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
