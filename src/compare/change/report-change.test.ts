import { describe, expect, it } from 'vitest';
import { datasetOf } from '../../../tests/dataset-of';
import { segmentMembers } from '../../../tests/segment-members';
import { Bitset } from '../../core/bitset';
import type { Column } from '../../core/column';
import type { Dataset } from '../../core/dataset';
import { evaluateRule } from '../../segments/evaluate-rule';
import type { Rule } from '../../segments/rule/rule';
import type { FinderRequest, Findings } from '../finder/findings';
import { reportDiffersMost } from '../finder/report-differs-most';
import type { ChangeRequest } from './change';
import { changeChoices, changeOfReport } from './change-of-report';

/** Sessions and their key-event rate by channel and device. */
const ROWS = [
  ['Paid Social', 'mobile', 4000, 0.01],
  ['Paid Social', 'desktop', 500, 0.02],
  ['Paid Search', 'mobile', 1500, 0.03],
  ['Paid Search', 'desktop', 1500, 0.06],
  ['Organic Search', 'mobile', 2000, 0.03],
  ['Organic Search', 'desktop', 3000, 0.06],
  ['Direct', 'mobile', 500, 0.04],
  ['Direct', 'desktop', 1500, 0.05],
] as const;

function reportOf(captureId: string, scale: Readonly<Record<string, number>> = {}) {
  return {
    captureId,
    dimensions: { channel: ROWS.map((r) => r[0]), deviceCategory: ROWS.map((r) => r[1]) },
    metrics: {
      sessions: { unit: 'count', values: ROWS.map((r) => r[2] * (scale[r[1]] ?? 1)) },
      sessionKeyEventRate: { unit: 'rate', values: ROWS.map((r) => r[3]) },
    },
  } as const;
}

const REQUEST: FinderRequest = {
  grain: 'aggregate',
  segmentId: 'own:x',
  againstId: null,
  asOf: null,
  measured: { kind: 'held' },
  currency: null,
  reportId: 'r1',
  minimumEffect: 0.05,
};

const rowsOf = (dataset: Dataset, rule: Rule, reportId = 'r1') =>
  evaluateRule(dataset, rule, { asOf: 0, currency: null, segment: () => null, reportId });

function search(dataset: Dataset, rule: Rule): Findings {
  const { segment } = segmentMembers(ROWS.length, 'x', []);
  const members = rowsOf(dataset, rule);
  const steps = reportDiffersMost(
    dataset,
    REQUEST,
    { segment: { ...segment, rule }, members },
    null,
    () => null,
    0,
  );
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const sum = (rows: readonly (typeof ROWS)[number][], of: (row: (typeof ROWS)[number]) => number) =>
  rows.reduce((total, row) => total + of(row), 0);

describe('segments of report rows', () => {
  const dataset = datasetOf({ reports: [reportOf('r1')] });
  const rows = (rule: Rule) => {
    const { in: found } = rowsOf(dataset, rule);
    return ROWS.flatMap((_, i) => (found.has(i) ? [i] : []));
  };
  const test = (op: Extract<Rule, { kind: 'dimension' }>['test']): Rule => ({
    kind: 'dimension',
    dimension: 'channel',
    test: op,
  });

  it('take patterns without regular expressions: contains, starts with, any of, none of', () => {
    expect(rows(test({ op: 'contains', text: 'search' }))).toEqual([2, 3, 4, 5]);
    expect(rows(test({ op: 'contains', text: 'paid.*' }))).toEqual([]);
    expect(rows(test({ op: 'starts-with', text: 'Paid' }))).toEqual([0, 1, 2, 3]);
    expect(rows(test({ op: 'is-any-of', values: ['Direct', 'Paid Social'] }))).toEqual([0, 1, 6, 7]);
    expect(rows(test({ op: 'is-none-of', values: ['Direct'] }))).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('nest', () => {
    const mobile: Rule = {
      kind: 'dimension',
      dimension: 'deviceCategory',
      test: { op: 'is-any-of', values: ['mobile'] },
    };
    expect(rows({ kind: 'all', rules: [test({ op: 'starts-with', text: 'Paid' }), mobile] })).toEqual([0, 2]);
  });
});

describe('what differs most between rows of a report', () => {
  const dataset = datasetOf({ reports: [reportOf('r1')] });
  const paid: Rule = { kind: 'dimension', dimension: 'channel', test: { op: 'starts-with', text: 'Paid' } };
  const findings = search(dataset, paid);
  const inPaid = ROWS.filter((row) => row[0].startsWith('Paid'));
  const others = ROWS.filter((row) => !row[0].startsWith('Paid'));

  it('counts sessions by the other dimension, as plain sums do', () => {
    const device = findings.findings.find((f) => f.subject.field === 'deviceCategory');
    const value = device?.subject.value;
    const of = (list: typeof inPaid) => [
      sum(
        list.filter((r) => r[1] === value),
        (r) => r[2],
      ),
      sum(list, (r) => r[2]),
    ];
    expect([device?.a.hits, device?.a.n]).toEqual(of(inPaid));
    expect([device?.b.hits, device?.b.n]).toEqual(of(others));
    expect(device?.a.nOf).toBe('sessions');
  });

  it('finds the rate, and looks at it within devices', () => {
    const rate = findings.findings.find((f) => f.subject.field === 'session-key-event-rate');
    const of = (list: typeof inPaid) => sum(list, (r) => r[2] * r[3]) / sum(list, (r) => r[2]);
    expect(rate?.a.value).toBeCloseTo(of(inPaid), 12);
    expect(rate?.b.value).toBeCloseTo(of(others), 12);
    const within = rate?.strata.find(({ by }) => by === 'device');
    expect(within?.strata.map((s) => s.value).sort()).toEqual(['desktop', 'mobile']);
    expect(Math.abs(within?.pooled ?? 0)).toBeLessThan(Math.abs(within?.crude ?? 0));
  });

  it('leaves the dimension of the segment out', () => {
    expect(findings.leftOut).toContainEqual(expect.objectContaining({ field: 'channel', reason: 'defines' }));
  });

  it('asks nothing about chance where only events are counted', () => {
    const events = datasetOf({
      reports: [
        {
          captureId: 'r1',
          dimensions: { channel: ['a', 'b'], deviceCategory: ['x', 'y'] },
          metrics: { eventCount: { unit: 'count', values: [100, 900] } },
        },
      ],
    });
    const { segment } = segmentMembers(2, 'x', [0]);
    const members = { in: new Bitset(2, Uint32Array.of(1)), unknown: new Bitset(2) };
    const step = reportDiffersMost(events, REQUEST, { segment, members }, null, () => null, 0).next();
    expect(step.done === true ? step.value.tried : 0).toBe(0);
  });
});

describe('why a rate of reports changed', () => {
  const request: ChangeRequest = {
    metricId: 'session-key-event-rate',
    dimension: 'deviceCategory',
    before: { reportId: 'r1', rows: { kind: 'all' } },
    after: { reportId: 'r2', rows: { kind: 'all' } },
  };
  const never = () => {
    throw new Error('no segment was asked for');
  };

  it('lays it to mobile’s share where mobile doubled and no row’s rate moved', () => {
    const dataset = datasetOf({ reports: [reportOf('r1'), reportOf('r2', { mobile: 2 })] });
    const change = changeOfReport(dataset, { ...request, dimension: 'channel' }, never, 0);
    const rate = (scale: number) => {
      const w = (r: (typeof ROWS)[number]) => r[2] * (r[1] === 'mobile' ? scale : 1);
      return sum([...ROWS], (r) => w(r) * r[3]) / sum([...ROWS], w);
    };
    expect(change.before.value).toBeCloseTo(rate(1), 12);
    expect(change.after.value).toBeCloseTo(rate(2), 12);
    const byDevice = changeOfReport(dataset, request, never, 0);
    expect(byDevice.change.value).toBeCloseTo(rate(2) - rate(1), 12);
    expect(byDevice.mix.value + byDevice.rate.value + byDevice.interaction.value).toBeCloseTo(
      byDevice.change.value,
      12,
    );
    expect(byDevice.rate.value).toBeCloseTo(0, 12);
    expect(byDevice.verdict).toBe('mix');
    const mobile = byDevice.values.find(({ value }) => value === 'mobile');
    expect([mobile?.before.share, mobile?.after.share]).toEqual([8000 / 14_500, 16_000 / 22_500]);
  });

  it('knows a whole that fell while every group rose', () => {
    const sides = (
      captureId: string,
      desktop: readonly [number, number],
      mobile: readonly [number, number],
    ) =>
      ({
        captureId,
        dimensions: { deviceCategory: ['desktop', 'mobile'] },
        metrics: {
          sessions: { unit: 'count', values: [desktop[0], mobile[0]] },
          sessionKeyEventRate: { unit: 'rate', values: [desktop[1], mobile[1]] },
        },
      }) as const;
    const dataset = datasetOf({
      reports: [sides('r1', [8000, 0.05], [2000, 0.01]), sides('r2', [2000, 0.06], [8000, 0.015])],
    });
    const change = changeOfReport(dataset, request, never, 0);
    expect(change.change.value).toBeLessThan(0);
    expect(change.verdict).toBe('turned-round');
  });

  it('takes two runs of days of one report', () => {
    const base = datasetOf({ reports: [reportOf('r1')] });
    const [report] = base.reports;
    if (report === undefined) throw new Error('one report');
    const day = (n: number) => Date.UTC(2026, 0, n);
    const column: Column = { type: 'time', values: Float64Array.from(ROWS, (_, i) => day(1 + i)) };
    const dated: Dataset = {
      ...base,
      reports: [
        {
          ...report,
          dimensions: [
            ...report.dimensions,
            { id: 'date', header: 'Date', column, unit: 'time', currency: null },
          ],
        },
      ],
    };
    const rows = (from: number, to: number) =>
      ({ kind: 'dates', dimension: 'date', from: day(from), to: day(to) }) as const;
    const change = changeOfReport(
      dated,
      {
        ...request,
        before: { reportId: 'r1', rows: rows(1, 4) },
        after: { reportId: 'r1', rows: rows(5, 8) },
      },
      never,
      0,
    );
    expect(change.before.base).toBe(sum(ROWS.slice(0, 4), (r) => r[2]));
    expect(change.after.base).toBe(sum(ROWS.slice(4), (r) => r[2]));
    expect(changeChoices(dated).reports[0]?.dates[0]).toMatchObject({ id: 'date', from: day(1), to: day(8) });
  });

  it('gives no intervals where rows are on both sides', () => {
    const dataset = datasetOf({ reports: [reportOf('r1')] });
    const change = changeOfReport(
      dataset,
      {
        ...request,
        before: { reportId: 'r1', rows: { kind: 'all' } },
        after: { reportId: 'r1', rows: { kind: 'value', dimension: 'channel', value: 'Direct' } },
      },
      never,
      0,
    );
    expect(change.sharedRows).toBe(2);
    expect(change.change.interval).toBeNull();
  });

  it('says that there is nothing to compare rather than a number', () => {
    const dataset = datasetOf({ reports: [reportOf('r1')] });
    const nobody = {
      reportId: 'r1',
      rows: { kind: 'value', dimension: 'channel', value: 'None such' },
    } as const;
    expect(() => changeOfReport(dataset, { ...request, after: nobody }, never, 0)).toThrow('compare/no-data');
    expect(() => changeOfReport(datasetOf({}), request, never, 0)).toThrow('compare/no-data');
    expect(changeChoices(datasetOf({})).reports).toEqual([]);
  });
});
