import type { ColumnType } from '../../core/column';
import type { Mapping } from '../../core/mapping';
import type { Reading } from '../../core/reading';
import { PERSON_KEYS } from '../dataset/person-keys';
import { saleTest } from '../dataset/sale-test';
import type { TableSurvey } from '../survey';
import { fieldOf } from './map-column';
import { misfitsOf } from './misfits-of';

/** A code here; its sentence is the screen's. */
export type MappingFaultCode =
  | 'nothing-kept'
  | 'orders/no-time'
  | 'orders/no-amount'
  | 'orders/no-person'
  | 'orders/lines-without-id'
  | 'orders/no-sale-seen'
  | 'events/no-time'
  | 'events/no-person'
  | 'events/no-name'
  | 'people/no-key'
  | 'reports/no-metric'
  | 'reports/no-dimension'
  | 'spend/no-day'
  | 'spend/no-cost'
  | 'field/unknown'
  | 'field/twice'
  | 'target/wrong-kind'
  | 'reading/not-a-number'
  | 'reading/not-money'
  | 'reading/not-a-date'
  | 'reading/not-a-flag'
  | 'reading/not-text'
  | 'column/misfits'
  | 'currency/unknown';

export interface MappingFault {
  readonly code: MappingFaultCode;
  /** An error keeps the table from being imported; a warning is worth a look. */
  readonly level: 'error' | 'warning';
  /** 0-based source column it is about. */
  readonly column?: number;
  readonly field?: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** What is wrong with a mapping, whoever made it. No error means the table can be imported as it is mapped. */
export function checkMapping(mapping: Mapping, table: TableSurvey): readonly MappingFault[] {
  return [...columnFaults(mapping, table), ...tableFaults(mapping, table)];
}

function tableFaults(mapping: Mapping, table: TableSurvey): MappingFault[] {
  const kept = mapping.columns.filter((c) => c.target.kind !== 'left-out');
  if (kept.length === 0) return [{ code: 'nothing-kept', level: 'error' }];
  const fields = new Set(kept.flatMap(({ target }) => (target.kind === 'field' ? [target.field] : [])));
  const hasKey = PERSON_KEYS.some((key) => fields.has(key));
  const faults: MappingFault[] = [];
  const need = (met: boolean, code: MappingFaultCode, level: MappingFault['level'], field?: string) => {
    if (!met) faults.push({ code, level, ...(field === undefined ? {} : { field }) });
  };
  switch (mapping.table) {
    case 'orders': {
      const lines = fields.has('lineTotal') || (fields.has('quantity') && fields.has('unitPrice'));
      need(fields.has('time'), 'orders/no-time', 'error', 'time');
      need(fields.has('total') || lines, 'orders/no-amount', 'warning', 'total');
      need(hasKey, 'orders/no-person', 'warning', 'personId');
      need(
        mapping.orderRows === 'order' || fields.has('orderId'),
        'orders/lines-without-id',
        'error',
        'orderId',
      );
      need(seesSale(mapping, table), 'orders/no-sale-seen', 'warning', 'status');
      break;
    }
    case 'events':
      need(fields.has('time'), 'events/no-time', 'error', 'time');
      need(hasKey, 'events/no-person', 'warning', 'personId');
      need(fields.has('name') || fields.has('kind'), 'events/no-name', 'warning', 'name');
      break;
    case 'people':
      need(hasKey, 'people/no-key', 'warning', 'personId');
      break;
    case 'reports':
      need(
        kept.some((c) => c.target.kind === 'metric'),
        'reports/no-metric',
        'error',
      );
      need(
        kept.some((c) => c.target.kind === 'dimension') || table.rows === 1,
        'reports/no-dimension',
        'warning',
      );
      break;
    case 'spend':
      // What a campaign cost in all is compared by campaign; only by day it can't be.
      need(fields.has('day'), 'spend/no-day', 'warning', 'day');
      need(fields.has('cost'), 'spend/no-cost', 'error', 'cost');
      break;
  }
  const money = kept.filter((c) => c.reading.kind === 'money');
  const stated = mapping.currency !== null || fields.has('currency');
  if (mapping.table !== 'reports' && money.length > 0 && !stated) {
    const silent = money.filter((c) => c.reading.kind === 'money' && c.reading.currency === null);
    if (silent[0] !== undefined)
      faults.push({ code: 'currency/unknown', level: 'warning', column: silent[0].source });
  }
  return faults;
}

/** False where only some statuses are sales, and none of those seen is. */
function seesSale(mapping: Mapping, table: TableSurvey): boolean {
  const isSale = saleTest(mapping.cancels.sales);
  const at = mapping.columns.find((c) => c.target.kind === 'field' && c.target.field === 'status')?.source;
  if (isSale === null || at === undefined) return true;
  const examples = table.columns.find((c) => c.index === at)?.examples ?? [];
  return [...examples, ...table.sample.map((row) => row[at] ?? '')].some(isSale);
}

function columnFaults(mapping: Mapping, table: TableSurvey): MappingFault[] {
  const faults: MappingFault[] = [];
  const firstWith = new Map<string, string>();
  for (const { source, header, target, reading } of mapping.columns) {
    if (target.kind === 'left-out') continue;
    const surveyed = table.columns.find((c) => c.index === source);
    const misread = surveyed && misfitsOf(surveyed, reading);
    if (misread !== undefined && misread.misfitCount > 0) {
      const value = misread.misfits[0]?.value ?? '';
      const params = { count: misread.misfitCount, value };
      faults.push({ code: 'column/misfits', level: 'warning', column: source, params });
    }
    if ((target.kind === 'dimension' || target.kind === 'metric') !== (mapping.table === 'reports')) {
      // A report keeps what is neither as a dimension of its own.
      if (target.kind !== 'custom') {
        faults.push({ code: 'target/wrong-kind', level: 'error', column: source });
        continue;
      }
    }
    if (target.kind === 'metric' && !NUMERIC.has(reading.kind)) {
      faults.push({ code: 'reading/not-a-number', level: 'error', column: source });
    }
    if (target.kind !== 'field') continue;
    const field = fieldOf(mapping.table, target.field);
    if (field === null) {
      faults.push({ code: 'field/unknown', level: 'error', column: source, field: target.field });
      continue;
    }
    const first = firstWith.get(target.field);
    if (first !== undefined) {
      // Not forbidden: of two phone columns, each row's first that is filled is taken.
      const params = { first, second: header };
      faults.push({ code: 'field/twice', level: 'warning', column: source, field: target.field, params });
    }
    firstWith.set(target.field, first ?? header);
    const wrong = surveyed?.filled === 0 ? null : wrongReading(field.type, reading);
    if (wrong !== null) faults.push({ code: wrong, level: 'error', column: source, field: target.field });
  }
  return faults;
}

const NUMERIC = new Set<Reading['kind']>(['number', 'money', 'duration']);

function wrongReading(type: ColumnType, { kind }: Reading): MappingFaultCode | null {
  switch (type) {
    case 'number':
      return kind === 'number' || kind === 'duration' ? null : 'reading/not-a-number';
    case 'money':
      return kind === 'money' ? null : 'reading/not-money';
    case 'time':
      return kind === 'date' || kind === 'nth' ? null : 'reading/not-a-date';
    case 'flag':
      return kind === 'flag' || kind === 'consent' ? null : 'reading/not-a-flag';
    case 'text':
      return kind === 'text' || kind === 'id' ? null : 'reading/not-text';
  }
}
