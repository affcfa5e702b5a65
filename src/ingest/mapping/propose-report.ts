import type { ColumnMapping, Mapping } from '../../core/mapping';
import type { ColumnView } from '../readings/column-view';
import { statedCurrency } from '../readings/stated-currency';
import type { ColumnSurvey, TableSurvey } from '../survey';
import type { Assignment } from './assign-fields';
import { HEADER_SYNONYMS } from './header-synonyms';
import { headerWords } from './header-words';
import { asDimension, asMetric, type MetricUnit } from './map-column';
import { metricUnit } from './metric-unit';

type Known =
  | { readonly kind: 'dimension'; readonly id: string }
  | { readonly kind: 'metric'; readonly id: string; readonly unit: MetricUnit };

const KNOWN: ReadonlyMap<string, Known> = /* @__PURE__ */ knownColumns();

function knownColumns(): Map<string, Known> {
  const all = new Map<string, Known>();
  for (const [id, names] of Object.entries(HEADER_SYNONYMS.dimensions))
    for (const name of names.split(', ')) all.set(name, { kind: 'dimension', id });
  for (const [unit, metrics] of Object.entries(HEADER_SYNONYMS.metrics))
    for (const [id, names] of Object.entries(metrics as Readonly<Record<string, string>>))
      for (const name of names.split(', ')) all.set(name, { kind: 'metric', id, unit: unit as MetricUnit });
  return all;
}

function known(column: ColumnSurvey): Known | null {
  const words = headerWords(column.rawHeader);
  // `Amount spent (USD)`, `Wydana kwota (PLN)`.
  return KNOWN.get(words) ?? KNOWN.get(words.replace(/ (?:[a-z]{3}|zl)$/, '')) ?? null;
}

/** How much a table looks like rows of totals by dimension rather than rows of somebody's. */
export function reportFitness(
  table: TableSurvey,
  views: readonly ColumnView[],
  people: Assignment,
  orders: Assignment,
): number {
  if (!couldBeAggregate(table, views)) return Number.NEGATIVE_INFINITY;
  let score = 1;
  const columns = table.columns.map(known);
  score += 0.6 * Math.min(5, columns.filter((c) => c?.kind === 'metric').length);
  score += 0.4 * Math.min(3, columns.filter((c) => c?.kind === 'dimension').length);
  for (const key of ['personId', 'crmId', 'userId', 'clientId', 'email', 'phone'])
    if ((people.get(key)?.score ?? 0) >= 0.8 && (people.get(key)?.view.fill ?? 0) > 0.3) score -= 4;
  const name = people.get('name');
  if (name !== undefined && name.score >= 0.95 && headerWords(name.view.column.rawHeader) !== 'name')
    score -= 2;
  score -= 2 * (orders.get('orderId')?.score ?? 0);
  return score;
}

/** A report has one row for each combination of its dimensions: more rows than combinations are rows of something. */
function couldBeAggregate(table: TableSurvey, views: readonly ColumnView[]): boolean {
  let combinations = 1;
  for (const { column } of views) {
    const is = known(column);
    const { kind } = column.reading;
    if (is?.kind === 'metric') continue;
    if (is?.kind === 'dimension' || kind === 'text' || kind === 'id' || kind === 'date' || kind === 'flag')
      combinations *= Math.max(1, column.distinct);
    // The survey stops counting at 1,000.
    if (column.distinct >= 1000 && kind !== 'number' && kind !== 'money') return true;
  }
  // A few repeats are two writings of one value (a page with and without its slash).
  return table.rows <= combinations * 1.1;
}

export function proposeReport(views: readonly ColumnView[]): Mapping {
  const taken = new Set<string>();
  const columns = views.map(({ column }): ColumnMapping => {
    const is = known(column);
    const id = is === null || taken.has(is.id) ? null : is.id;
    const asNumber = metricColumn(is, id, column);
    if (id !== null) taken.add(id);
    return asNumber ?? asDimension(is?.kind === 'dimension' ? id : null, column);
  });
  return {
    table: 'reports',
    tool: 'generic',
    recogniser: 'generic',
    columns,
    currency: statedCurrency(columns, views),
    cancels: { orderIdPrefix: null, statuses: [] },
    orderRows: 'order',
    idSpace: '',
  };
}

function metricColumn(is: Known | null, id: string | null, column: ColumnSurvey): ColumnMapping | null {
  if (is?.kind === 'dimension' || column.filled === 0) return null;
  const { reading } = column;
  if (is?.kind === 'metric') return asMetric(id, is.unit, column);
  if (reading.kind !== 'number' && reading.kind !== 'money' && reading.kind !== 'duration') return null;
  return asMetric(null, metricUnit(column), column);
}
