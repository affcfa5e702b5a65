import { dayOf } from '../../core/time/calendar';
import type { Measure, Window } from '../rule/rule';
import { compileColumn, compileFilters, compileOurs } from './compile-filter';
import { compileHeld, compileWindow } from './compile-window';
import type { CompiledWindow } from './compiled-window';
import type { Query } from './query';
import { rowsOfWindow } from './rows-of-window';
import { medianOfPlaced, sqlAnd } from './sql-literals';

/** A number about each person. */
export interface CompiledMeasure {
  /** A condition on all the data. */
  readonly held: string;
  /** An expression of `person, value, at_most, untold` for those with rows in the window. */
  readonly cte: string;
  readonly window: CompiledWindow;
  readonly emptyIsZero: boolean;
  readonly unit: 'money' | 'number';
}

export function compileMeasure(
  query: Query,
  asOf: number,
  measure: Measure,
  window: Window,
): CompiledMeasure {
  const { stat, where = [], among = [] } = measure;
  const compiled = compileWindow(query, asOf, window);
  const column = compileColumn(query, measure.of, measure.field ?? 'revenue');
  const ofField = stat === 'sum' || stat === 'mean' || stat === 'min' || stat === 'max';
  return {
    held: compileHeld(query, asOf, measure.of, [...among, ...where], window),
    cte: query.cte('measured', aggregated(query, asOf, measure, compiled)),
    window: compiled,
    emptyIsZero: stat === 'count' || stat === 'sum' || stat === 'distinct',
    unit: ofField && column?.type === 'money' ? 'money' : 'number',
  };
}

const times = (condition: string) => `SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;
/** Of the columns `m`, `c` and `b`: true or not to be told. */
const maybe = (flag: string) => `COALESCE(${flag}, TRUE)`;
const NO_LINES = 'MAX(lineless) = 1';
/** Takes off what binary fractions add, as `exact` does. */
const exact = (value: string) => `ROUND(${value}, 6)`;

function aggregated(query: Query, asOf: number, measure: Measure, window: CompiledWindow): string {
  const today = dayOf(asOf);
  const from = (value: string, whole = 'NULL') => measuredRows(query, asOf, measure, window, value, whole);
  const select = (value: string, untold: string, rows: string, atMost = 'CAST(NULL AS INTEGER)') =>
    `SELECT person, ${value} AS value, ${atMost} AS at_most, ${untold} AS untold FROM ${rows} GROUP BY person`;
  const unless = (has: string, rows: string) => `(${has}) IS NULL AND (${rows} > 0 OR ${NO_LINES})`;
  const day = query.day('t');
  const column = compileColumn(query, measure.of, measure.field ?? 'revenue');

  switch (measure.stat) {
    case 'count': {
      const sure = times('c');
      return select(
        `NULLIF(${sure}, 0)`,
        'FALSE',
        from('NULL'),
        `CASE WHEN ${NO_LINES} THEN 1e300 ELSE ${sure} + ${times('c IS NULL')} END`,
      );
    }
    case 'share': {
      const told = times('b AND c IS NOT NULL');
      const value = `${times('b AND c')} * 1.0 / NULLIF(${told}, 0)`;
      return select(value, unless(value, times(maybe('b'))), from('NULL'));
    }
    case 'days-since-last':
    case 'days-since-first': {
      const at = `${measure.stat === 'days-since-last' ? 'MAX' : 'MIN'}(CASE WHEN c THEN ${day} END)`;
      return select(`${today} - ${at}`, unless(at, times(maybe('c'))), from('NULL'));
    }
    case 'rate': {
      const first = `MIN(CASE WHEN c THEN ${day} END)`;
      const value = `CASE WHEN ${times('c')} > 0 THEN ${times('c')} * 30.0 / GREATEST(30, ${today} - ${first} + 1) END`;
      return select(value, unless(value, times(maybe('c'))), from('NULL'));
    }
    case 'median-gap':
    case 'lateness':
      return gaps(query, from('NULL'), measure.stat === 'lateness' ? today : null);
    case 'distinct': {
      const of = measure.field === 'day' ? day : 'v';
      if (measure.field !== 'day' && column === null) return nothingTold(from('NULL'));
      const value = `NULLIF(COUNT(DISTINCT CASE WHEN c THEN ${of} END), 0)`;
      return select(value, unless(value, times(maybe('c'))), from(column?.sql ?? 'NULL'));
    }
    case 'share-of-gross': {
      const part = usable(query, measure);
      const whole = usable(query, { ...measure, field: 'gross' });
      if (part === null || whole === null) return nothingTold(from('NULL'));
      const used = 'm AND v IS NOT NULL AND w IS NOT NULL';
      const below = `SUM(CASE WHEN ${used} THEN w END)`;
      const value = `CASE WHEN ${below} > 0 THEN SUM(CASE WHEN ${used} THEN v END) / ${below} END`;
      return select(
        value,
        `(${value}) IS NULL AND ((${times(maybe('m'))} > 0 AND ${times(used)} = 0) OR ${NO_LINES})`,
        from(part, whole),
      );
    }
    case 'sum': {
      const values = usable(query, measure);
      if (values === null) return nothingTold(from('NULL'));
      const value = exact('SUM(CASE WHEN m THEN v END)');
      return select(value, unless(value, times(maybe('m'))), from(values));
    }
    case 'mean': {
      const values = usable(query, measure);
      if (values === null) return nothingTold(from('NULL'));
      const used = times('c AND v IS NOT NULL');
      const value = exact(
        `CASE WHEN ${used} > 0 THEN COALESCE(SUM(CASE WHEN m THEN v END), 0) / NULLIF(${used}, 0) END`,
      );
      return select(value, unless(value, times(maybe('c'))), from(values));
    }
    case 'min':
    case 'max': {
      const values = usable(query, measure);
      if (values === null) return nothingTold(from('NULL'));
      const value = exact(`${measure.stat === 'min' ? 'MIN' : 'MAX'}(CASE WHEN c THEN v END)`);
      return select(value, unless(value, times(maybe('c'))), from(values));
    }
  }
}

/** Whoever has a row that may count has something that can't be measured. */
function nothingTold(rows: string): string {
  return `SELECT person, CAST(NULL AS INTEGER) AS value, CAST(NULL AS INTEGER) AS at_most,
  (${times(maybe('c'))} > 0 OR ${NO_LINES}) AS untold
FROM ${rows} GROUP BY person`;
}

/** Numbers to add up, null where the row can't be used; null where no row can. */
function usable(query: Query, measure: Measure): string | null {
  const column = compileColumn(query, measure.of, measure.field ?? 'revenue');
  if (column === null || column.type === 'text' || column.type === 'flag') return null;
  const ours = column.type === 'money' ? compileOurs(query, measure.of) : null;
  return ours === null ? column.sql : `CASE WHEN ${ours} THEN ${column.sql} END`;
}

/**
 * A row's person and moment with `m` (matches; returns too), `c` (counts), `b` (what a share is of), the values `v` and
 * `w`, and whether it is a sale whose lines are not held.
 */
function measuredRows(
  query: Query,
  asOf: number,
  { of, where = [], among = [] }: Measure,
  window: CompiledWindow,
  value: string,
  whole: string,
): string {
  const all = compileFilters(query, of, [...among, ...where], asOf);
  const base = compileFilters(query, of, among, asOf);
  const a = of === 'events' ? 'e' : 'o';
  const ofSales = (answer: string) =>
    of === 'events'
      ? answer
      : `CASE WHEN ${sqlAnd(['o.is_sale', ...(of === 'items' ? ['i.order_row IS NOT NULL'] : [])])} THEN ${answer} ELSE FALSE END`;
  const lineless = of === 'items' ? 'CASE WHEN o.is_sale AND i.order_row IS NULL THEN 1 ELSE 0 END' : '0';
  return query.cte(
    'rows_of',
    `SELECT ${a}.person, ${a}.t, ${of === 'items' ? ofSales(all) : all} AS m, ${ofSales(all)} AS c, ${ofSales(base)} AS b,
  ${value} AS v, ${whole} AS w, ${lineless} AS lineless
${rowsOfWindow(of, window)}`,
  );
}

/** Median days between one day with a row and the next; given today, how many such gaps the person has been silent. */
function gaps(query: Query, rows: string, today: number | null): string {
  const days = query.cte('days', `SELECT DISTINCT person, ${query.day('t')} AS day FROM ${rows} WHERE c`);
  const between = query.cte(
    'between_days',
    `SELECT person, day, day - LAG(day) OVER (PARTITION BY person ORDER BY day) AS gap FROM ${days}`,
  );
  const placed = query.cte(
    'placed_gaps',
    `SELECT person, gap, day, ROW_NUMBER() OVER (PARTITION BY person ORDER BY gap) AS place, COUNT(*) OVER (PARTITION BY person) AS n
FROM ${between} WHERE gap IS NOT NULL`,
  );
  const own = query.cte(
    'own_gaps',
    `SELECT person, ${medianOfPlaced('gap')} AS gap, MAX(day) AS last FROM ${placed} GROUP BY person`,
  );
  const told = query.cte(
    'told',
    `SELECT person, ${times(maybe('c'))} AS n, ${times('c')} AS told, MAX(lineless) AS lineless FROM ${rows} GROUP BY person`,
  );
  return `SELECT x.person, ${today === null ? 'g.gap' : `(${today} - g.last) / g.gap`} AS value, CAST(NULL AS INTEGER) AS at_most,
  (g.gap IS NULL AND ((x.n > 0 AND x.told = 0) OR x.lineless = 1)) AS untold
FROM ${told} AS x LEFT JOIN ${own} AS g ON g.person = x.person`;
}
