import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { datasetOf } from '../../tests/dataset-of';
import { segmentMembers } from '../../tests/segment-members';
import { changeOfReport } from '../compare/change/change-of-report';
import { differsMost } from '../compare/finder/differs-most';
import { changeCsv } from './change-csv';
import { findingsCsv } from './findings-csv';

const STANDARD = { locale: 'en', dialect: 'standard' } as const;

function rowsOf(bytes: Uint8Array, delimiter: string): Record<string, string>[] {
  const text = new TextDecoder().decode(bytes);
  const body = text.split('\r\n').filter((line) => !/^\ufeff?"?#/.test(line));
  return Papa.parse<Record<string, string>>(body.join('\r\n'), {
    header: true,
    delimiter,
    skipEmptyLines: true,
  }).data;
}

const people = Array.from({ length: 400 }, (_, i) => ({
  id: `p${i}`,
  personCountry: i % 2 === 0 ? '=PL' : 'DE',
  acquisitionChannel: i % 4 < 2 ? 'ads' : 'direct',
  'custom:Plan': (i < 200 ? i % 5 : i % 3) === 0 ? 'pro' : 'free',
  statedSpent: i < 200 ? 100 + (i % 50) : 50 + (i % 50),
}));

function findings() {
  const request = {
    grain: 'person',
    segmentId: 'own:x',
    againstId: null,
    asOf: null,
    measured: { kind: 'held' },
    currency: 'PLN',
    reportId: null,
    minimumEffect: 0.1,
  } as const;
  const segment = segmentMembers(
    400,
    'Half',
    Array.from({ length: 200 }, (_, i) => i),
  );
  const steps = differsMost(datasetOf({ people }), request, segment, null, () => null, 0);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

describe('findings as a file', () => {
  it('carries value, n, interval, effect, q and verdict of each, as shown', () => {
    const made = findings();
    const rows = rowsOf(findingsCsv(made, STANDARD).bytes, ',');
    const told = rows.filter((row) => row['row_kind'] === 'finding');
    expect(told.map((row) => row['finding_id'])).toEqual(made.findings.map((f) => f.id));
    const plan = made.findings.find((f) => f.subject.field === 'custom:Plan');
    const row = told.find((r) => r['field_id'] === 'custom:Plan');
    expect(row).toMatchObject({
      value: String(plan?.a.value),
      n: '200',
      numerator: String(plan?.a.hits),
      base_n: '200',
      difference: String(plan?.difference?.value),
      difference_low: String(plan?.difference?.interval?.lo),
      effect: String(plan?.effect.value),
      q: String(plan?.q),
      within_id: plan?.verdict,
    });
  });

  it('writes each stratum with its own n, and money in major units', () => {
    const rows = rowsOf(findingsCsv(findings(), STANDARD).bytes, ',');
    const spent = rows.find((r) => r['field_id'] === 'statedSpent' && r['row_kind'] === 'finding');
    const mean = (list: readonly (typeof people)[number][]) =>
      list.reduce((sum, row) => sum + row.statedSpent, 0) / list.length;
    expect(Number(spent?.['value'])).toBeCloseTo(mean(people.slice(0, 200)), 9);
    const strata = rows.filter(
      (r) => r['field_id'] === 'statedSpent' && r['row_kind'] === 'stratum' && r['stratum_by'] === 'country',
    );
    expect(strata.map((r) => [r['n'], r['base_n']])).toEqual([
      ['100', '100'],
      ['100', '100'],
    ]);
    // What could start a formula stays text.
    expect(strata.map((r) => r['stratum'])).toContain("'=PL");
  });

  it('is a Polish spreadsheet’s own on request', () => {
    const bytes = findingsCsv(findings(), { locale: 'pl', dialect: 'excel-pl' }).bytes;
    const [row] = rowsOf(bytes, ';');
    expect(row?.['Efekt']).toMatch(/^-?\d+,\d+$/);
  });
});

describe('a change as a file', () => {
  const side = (captureId: string, sessions: readonly [number, number]) =>
    ({
      captureId,
      dimensions: { deviceCategory: ['desktop', 'mobile'] },
      metrics: {
        sessions: { unit: 'count', values: sessions },
        sessionKeyEventRate: { unit: 'rate', values: [0.06, 0.02] },
      },
    }) as const;
  const dataset = datasetOf({ reports: [side('r1', [6000, 4000]), side('r2', [4000, 6000])] });
  const change = changeOfReport(
    dataset,
    {
      metricId: 'session-key-event-rate',
      dimension: 'deviceCategory',
      before: { reportId: 'r1', rows: { kind: 'all' } },
      after: { reportId: 'r2', rows: { kind: 'all' } },
    },
    () => {
      throw new Error('no segment');
    },
    0,
  );
  const rows = rowsOf(changeCsv(change, STANDARD).bytes, ',');

  it('gives the whole first, and values that sum to it', () => {
    expect(rows.map((r) => r['row_kind'])).toEqual(['whole', 'value', 'value']);
    const [whole, ...values] = rows;
    for (const term of ['change', 'mix', 'rate', 'interaction']) {
      const sum = values.reduce((total, row) => total + Number(row[term]), 0);
      expect(sum, term).toBeCloseTo(Number(whole?.[term]), 12);
    }
    expect(Number(whole?.['before'])).toBeCloseTo(0.044, 12);
    expect(Number(whole?.['after'])).toBeCloseTo(0.036, 12);
    expect(whole).toMatchObject({ before_n: '10000', after_n: '10000', verdict_id: 'mix' });
    expect(Number(whole?.['mix_high'])).toBeLessThan(0);
  });
});
