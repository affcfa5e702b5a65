import { describe, expect, it } from 'vitest';
import { loaded, proposalsOf, proposalsOfFixture } from '../../../tests/proposals-of';
import { recognised } from '../../../tests/tool-deals';
import { sumOf, textsOf } from '../../../tests/tool-exports';

describe('Matomo', () => {
  it('reads machine names out of the UTF-16 that Excel wants', async () => {
    const file = await proposalsOfFixture('matomo/pages-utf16.csv');
    expect(file.survey.encoding.name).toBe('utf-16le');
    const found = recognised(file);
    expect(found).toMatchObject({ how: 'recognised', keep: true, recogniser: 'matomo-report' });
    expect(found.targets).toEqual({
      label: '?',
      nb_visits: 'sessions (count)',
      nb_actions: 'actions (count)',
      max_actions: 'maxActions (ratio)',
      sum_visit_length: 'sumVisitLength (seconds)',
      bounce_count: 'bounces (count)',
      nb_visits_converted: 'convertedVisits (count)',
      revenue: 'totalRevenue (money)',
      nb_uniq_visitors: 'totalUsers (count)',
      bounce_rate: 'bounceRate (rate)',
      avg_time_on_site: 'averageSessionDuration (seconds)',
      metadata_url: '?',
    });
    const { kept, table } = await loaded(file);
    expect([table.rowsKept, table.refused.length]).toEqual([3, 0]);
    expect([sumOf(kept, 'sessions'), sumOf(kept, 'actions')]).toEqual([630, 1633]);
    expect(sumOf(kept, 'totalRevenue')).toBeCloseTo(1530.5, 6);
  });

  it('reads Polish labels, amounts and durations', async () => {
    const file = await proposalsOfFixture('matomo/kanaly-pl.csv');
    const found = recognised(file);
    expect(found).toMatchObject({ how: 'recognised', keep: true, recogniser: 'matomo-report' });
    expect(Object.values(found.targets)).toEqual([
      '?',
      'sessions (count)',
      'actions (count)',
      'actionsPerVisit (ratio)',
      'averageSessionDuration (seconds)',
      'bounceRate (rate)',
      'totalRevenue (money)',
      '?',
    ]);
    const { kept } = await loaded(file);
    expect(sumOf(kept, 'averageSessionDuration')).toBe(145);
    expect(sumOf(kept, 'totalRevenue')).toBeCloseTo(1530.5, 6);
  });
});

describe('Plausible', () => {
  it('reads the archive’s visitors by day', async () => {
    const file = await proposalsOfFixture('plausible/imported_visitors_20260901_20260902.csv');
    const found = recognised(file);
    expect(found).toMatchObject({ how: 'recognised', keep: true, recogniser: 'plausible-table' });
    expect(Object.values(found.targets)).toEqual([
      'date',
      'totalUsers (count)',
      'screenPageViews (count)',
      'bounces (count)',
      'sessions (count)',
      'sumVisitLength (seconds)',
    ]);
    const { kept, table } = await loaded(file);
    expect([table.rowsKept, table.refused.length]).toEqual([2, 0]);
    expect([sumOf(kept, 'sessions'), sumOf(kept, 'sumVisitLength')]).toEqual([235, 25_120]);
  });

  it('reads its sources with their campaign tags', async () => {
    const file = await proposalsOfFixture('plausible/imported_sources_20260901_20260902.csv');
    expect(recognised(file).targets).toMatchObject({
      source: 'source',
      utm_medium: 'medium',
      utm_campaign: 'campaign',
      visitors: 'totalUsers (count)',
    });
    expect(sumOf((await loaded(file)).kept, 'screenPageViews')).toBe(410);
  });

  it('takes a duration off the dashboard for a mean, and 31 for no share of one', async () => {
    const file = await proposalsOf(
      'sources.csv',
      'name,visitors,bounce_rate,visit_duration\nGoogle,90,31,115\nDirect,30,40,80\n',
    );
    expect(recognised(file)).toMatchObject({
      recogniser: 'plausible-table',
      targets: { visit_duration: 'averageSessionDuration (seconds)', bounce_rate: 'bouncePercent (ratio)' },
    });
  });
});

describe('Umami', () => {
  it('says what x and y are by the file of the archive they stand in', async () => {
    const pages = await proposalsOfFixture('umami/pages.csv');
    expect(recognised(pages)).toMatchObject({
      how: 'recognised',
      keep: true,
      recogniser: 'umami-table',
      targets: { x: 'page', y: '? (count)' },
    });
    const { kept, table } = await loaded(pages);
    expect([table.rowsKept, table.refused.length, sumOf(kept, 'y')]).toEqual([3, 0, 710]);
    const events = await proposalsOfFixture('umami/events.csv');
    expect(recognised(events).targets).toEqual({ x: 'eventName', y: 'eventCount (count)' });
    expect(textsOf((await loaded(events)).kept, 'eventName')).toEqual(['add-to-cart', 'newsletter-signup']);
  });

  it('claims no x and y of anybody else', async () => {
    const { tables } = await proposalsOf('points.csv', 'x,y\na,4\nb,5\n');
    expect(tables[0]?.mapping.tool).toBe('generic');
  });
});
