import { Bitset } from '../../core/bitset';
import type { Dataset, ReportColumn, ReportTable } from '../../core/dataset';
import type { Label } from '../../core/label';
import type { CountedAs } from '../../metrics/people/counted-as';
import { METRICS } from '../../metrics/registry';
import { SESSIONS, USERS } from '../../metrics/reports/report-columns';
import { ReportFacts } from '../../metrics/reports/report-facts';
import { isTimeAxis } from '../../segments/report-segments';
import type { Rule } from '../../segments/rule/rule';
import { correctedCramersV } from '../../stats/proportions/corrected-cramers-v';
import type { SegmentMembers } from '../compare-people';
import { reportOf, reportPeriod } from '../compare-report';
import { metricInfo } from '../measure/chosen-metrics';
import { measureReport } from '../measure/measure-report';
import { PersonGroup } from '../measure/person-group';
import type { StepDone } from '../step-done';
import { shareAnswer } from './answers';
import { type Asked, type AskedField, nothingAsked, oneAsked } from './asked';
import type { Candidate } from './candidate';
import { definingFields } from './defining-fields';
import { sideOf } from './differs-most';
import { COPY, type FinderRequest, type Findings, type StratifierId } from './findings';
import { judgedFindings } from './judged-findings';
import { restratifyCounts } from './restratify';
import { type Sides, sidesOf } from './sides';

/** As the person grain's search, over rows of a report: which values of other dimensions, and which rates. */
export function* reportDiffersMost(
  dataset: Dataset,
  request: FinderRequest,
  segment: SegmentMembers,
  against: SegmentMembers | null,
  ruleOf: (id: string) => Rule | null,
  now: number,
): Generator<StepDone, Findings> {
  const table = reportOf(dataset, request);
  const report = new ReportFacts(table);
  const sides = sidesOf(Bitset.full(table.size), segment.members, against?.members ?? null);
  const defining = [segment, ...(against === null ? [] : [against])].flatMap(({ segment: { rule } }) =>
    definingFields(rule, ruleOf, null),
  );
  const weights = weightsOf(report);
  const dimensions = table.dimensions.filter((d) => d.column.type === 'text' && !isTimeAxis(d));
  const strata = stratifiersOf(dimensions).map((by) => ({
    ...by,
    skipped:
      defining.some(({ key }) => key === `report.${by.dimension.id}`) ||
      (weights !== null && (membershipV(by.dimension, weights.values, sides) ?? 0) >= COPY),
  }));
  const hitsBy = new Map<Candidate, Hits>();
  const fields: readonly AskedField[] = [
    ...rateFields(table, report, sides, hitsBy),
    ...(weights === null ? [] : dimensions.map((d) => dimensionField(d, weights, sides, hitsBy))),
  ];
  const found = yield* judgedFindings(fields, {
    defining,
    copies: {
      ofColumn(column) {
        const dimension = dimensions.find((d) => d.column === column);
        if (dimension === undefined || weights === null) return null;
        const best = {
          like: null as Label | null,
          association: membershipV(dimension, weights.values, sides) ?? 0,
        };
        for (const { key, label } of defining) {
          const of = dimensions.find((d) => `report.${d.id}` === key);
          const v = of === undefined ? null : dimensionsV(dimension, of, weights.values, sides);
          if (v !== null && v > best.association) [best.association, best.like] = [v, label];
        }
        return best.association >= COPY ? best : null;
      },
      ofAnswer: () => null,
    },
    minimumEffect: request.minimumEffect,
    stratified: (candidate, keys) => {
      const hits = hitsBy.get(candidate);
      return strata.flatMap((by) =>
        hits === undefined || by.skipped || keys.includes(`report.${by.dimension.id}`)
          ? []
          : (within(by, hits, sides) ?? []),
      );
    },
  });
  const period = reportPeriod(dataset, table) ?? { from: now, to: now };
  return {
    format: 1,
    request,
    dataVersion: dataset.version,
    computedAt: now,
    asOf: request.asOf ?? period.to,
    period,
    descriptive: true,
    currency: null,
    segment: sideOf(segment, sides.sizes[0]),
    against: sideOf(against, sides.sizes[1]),
    shared: sides.shared,
    unknown: sides.unknown,
    ...found,
    strata: strata.map(({ id, dimension, skipped }) => ({
      id,
      label: { en: dimension.header, pl: dimension.header },
      skipped,
    })),
    passports: dataset.passports.filter(({ captureId }) => captureId === table.captureId),
  };
}

/** Row by row: of how many, how many. */
interface Hits {
  readonly hits: Float64Array;
  readonly among: Float64Array;
}

interface Weights {
  readonly values: Float64Array;
  readonly countedAs: CountedAs;
}

/** Counts that may be taken as independent of each other; without them a report says nothing of chance. */
function weightsOf(report: ReportFacts): Weights | null {
  for (const [columns, countedAs] of [
    [SESSIONS, 'sessions'],
    [USERS, 'users'],
  ] as const) {
    const values = report.numbers(columns);
    if (typeof values !== 'string') return { values: values.map((v) => (v >= 0 ? v : 0)), countedAs };
  }
  return null;
}

function rateFields(
  table: ReportTable,
  report: ReportFacts,
  sides: Sides,
  hitsBy: Map<Candidate, Hits>,
): readonly AskedField[] {
  const allRows = PersonGroup.of(Bitset.full(table.size)).people;
  const [a, b] = [PersonGroup.of(sides.a).people, PersonGroup.of(sides.b).people];
  return METRICS.aggregate.flatMap((metric): AskedField[] => {
    const { measure } = metric;
    if (measure.kind !== 'rate') return [];
    const [hits, among] = [measure.of(report), measure.over(report)];
    if (typeof hits === 'string' || typeof among === 'string') return [];
    return [
      {
        of: 'metric',
        field: metric.id,
        label: metric.label,
        keys: [],
        column: null,
        ask: (): Asked => {
          const [x, y] = [a, b].map((rows) => measureReport(metric, report, rows, allRows));
          if (x?.state !== 'value' || y?.state !== 'value') return nothingAsked(0);
          if (x.basis.kind !== 'proportion' || y.basis.kind !== 'proportion') return nothingAsked(0);
          const answer = shareAnswer(
            [x.basis.hits, x.basis.of],
            [y.basis.hits, y.basis.of],
            metric.countedAs,
          );
          if (answer === null) return nothingAsked(1);
          const candidate: Candidate = {
            subject: { of: 'metric', field: metric.id, label: metric.label, value: null, asks: 'metric' },
            unit: 'rate',
            metric: metricInfo(metric),
            answer,
            association: null,
            trait: noTrait,
            rule: () => null,
          };
          hitsBy.set(candidate, { hits, among });
          return oneAsked(candidate);
        },
      },
    ];
  });
}

const noTrait = () => ({ kind: 'share', values: new Float64Array(0), per: null }) as const;

/** Rows of a report have no values of each person: only the share of the counts with each value can be asked for. */
function dimensionField(
  { id, header, column }: ReportColumn,
  { values: weights, countedAs }: Weights,
  { of: side }: Sides,
  hitsBy: Map<Candidate, Hits>,
): AskedField {
  const label = { en: header, pl: header };
  return {
    of: 'report',
    field: id,
    label,
    keys: [`report.${id}`],
    column,
    ask: (): Asked => {
      if (column.type !== 'text') return nothingAsked(0);
      const { codes, dictionary } = column;
      const counts = new Float64Array(dictionary.length * 3);
      const all = [0, 0, 0];
      for (let row = 0; row < side.length; row++) {
        const s = side[row]!;
        const w = weights[row]!;
        if (s === 0 || codes[row]! < 0) continue;
        all[s]! += w;
        counts[codes[row]! * 3 + s]! += w;
      }
      const held = dictionary.flatMap((_, code) =>
        counts[code * 3 + 1]! + counts[code * 3 + 2]! > 0 ? code : [],
      );
      if (held.length < 2) return nothingAsked(0);
      let tooFew = 0;
      const candidates = (held.length === 2 ? held.slice(0, 1) : held).flatMap((code): Candidate[] => {
        const answer = shareAnswer(
          [counts[code * 3 + 1]!, all[1]!],
          [counts[code * 3 + 2]!, all[2]!],
          countedAs,
        );
        if (answer === null) {
          tooFew++;
          return [];
        }
        const value = dictionary[code]!;
        const candidate: Candidate = {
          subject: { of: 'report', field: id, label, value, asks: 'share' },
          unit: 'rate',
          metric: null,
          answer,
          association: null,
          trait: noTrait,
          rule: () => ({
            rule: { kind: 'dimension', dimension: id, test: { op: 'is-any-of', values: [value] } },
            threshold: null,
          }),
        };
        hitsBy.set(candidate, {
          hits: weights.map((w, row) => (codes[row] === code ? w : 0)),
          among: weights.map((w, row) => (codes[row]! >= 0 ? w : 0)),
        });
        return [candidate];
      });
      return { leftOut: null, candidates, tooFew, known: null, more: null };
    },
  };
}

const STRATIFYING: readonly (readonly [StratifierId, RegExp])[] = [
  ['channel', /channelGroup|channel|sourceMedium|source|kanał/i],
  ['country', /^(country|countryId|kraj)$|custom:(country|kraj)$/i],
  ['device', /device|urządzen/i],
];

function stratifiersOf(dimensions: readonly ReportColumn[]) {
  return STRATIFYING.flatMap(([id, named]) => {
    const dimension = dimensions.find((d) => named.test(d.id) || named.test(d.header));
    return dimension === undefined ? [] : [{ id, dimension }];
  });
}

function within(
  { id, dimension }: { readonly id: StratifierId; readonly dimension: ReportColumn },
  { hits, among }: Hits,
  { of: side }: Sides,
) {
  if (dimension.column.type !== 'text') return null;
  const { codes, dictionary } = dimension.column;
  const strata = dictionary.map((value) => ({ value, x1: 0, n1: 0, x2: 0, n2: 0 }));
  let unknown = 0;
  for (let row = 0; row < side.length; row++) {
    const [x, n] = [hits[row]!, among[row]!];
    if (side[row] === 0 || Number.isNaN(x) || Number.isNaN(n)) continue;
    const stratum = strata[codes[row]!];
    if (stratum === undefined) unknown += n;
    else if (side[row] === 1) [stratum.x1, stratum.n1] = [stratum.x1 + x, stratum.n1 + n];
    else [stratum.x2, stratum.n2] = [stratum.x2 + x, stratum.n2 + n];
  }
  const held = strata.filter(({ n1, n2 }) => n1 + n2 > 0);
  return restratifyCounts(
    id,
    held.sort((a, b) => b.n1 + b.n2 - a.n1 - a.n2),
    unknown,
  );
}

function membershipV(dimension: ReportColumn, weights: Float64Array, { of: side }: Sides): number | null {
  if (dimension.column.type !== 'text') return null;
  const { codes, dictionary } = dimension.column;
  const counts = new Float64Array(dictionary.length * 3);
  for (let row = 0; row < side.length; row++)
    if (side[row] !== 0 && codes[row]! >= 0) counts[codes[row]! * 3 + side[row]!]! += weights[row]!;
  return correctedCramersV(counts, dictionary.length, 3);
}

const MOST_CELLS = 1 << 20;

function dimensionsV(
  x: ReportColumn,
  y: ReportColumn,
  weights: Float64Array,
  { of: side }: Sides,
): number | null {
  if (x.column.type !== 'text' || y.column.type !== 'text') return null;
  const [rows, columns] = [x.column.dictionary.length, y.column.dictionary.length];
  if (rows * columns > MOST_CELLS) return null;
  const counts = new Float64Array(rows * columns);
  for (let row = 0; row < side.length; row++) {
    const [i, j] = [x.column.codes[row]!, y.column.codes[row]!];
    if (side[row] !== 0 && i >= 0 && j >= 0) counts[i * columns + j]! += weights[row]!;
  }
  return correctedCramersV(counts, rows, columns);
}
