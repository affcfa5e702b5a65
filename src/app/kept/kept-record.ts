import type { ColumnMapping, Mapping } from '../../core/mapping';
import type { Passport } from '../../core/passport';
import type { KeptColumn, KeptTable } from '../../ingest/dataset/capture-table';
import type { CaptureRecord } from '../../store/root-record';

/** What of a kept table goes into blocks; the rest stands in its record. */
export interface StoredTable {
  readonly columns: readonly (Pick<KeptColumn, 'column' | 'cellCurrency' | 'cellOffset'> & {
    readonly source: number;
    /** Where it is not one of the record's mapping: made when rows were reshaped. */
    readonly mapping?: ColumnMapping;
  })[];
  readonly rowNumbers: Uint32Array;
}

export function storedTable(kept: KeptTable): StoredTable {
  const agreed = new Set(kept.mapping.columns);
  return {
    columns: kept.columns.map(({ mapping, column, cellCurrency, cellOffset = null }) => ({
      source: mapping.source,
      column,
      cellCurrency,
      cellOffset,
      ...(agreed.has(mapping) ? {} : { mapping }),
    })),
    rowNumbers: kept.rowNumbers,
  };
}

export function keptTable(record: CaptureRecord, stored: StoredTable): KeptTable {
  const mappingOf = new Map(record.mapping.columns.map((m) => [m.source, m]));
  return {
    id: record.id,
    mapping: record.mapping satisfies Mapping,
    passport: record.passport satisfies Passport,
    rows: record.rows,
    columns: stored.columns.flatMap(({ source, mapping: own, ...column }): KeptColumn[] => {
      const mapping = own ?? mappingOf.get(source);
      return mapping === undefined ? [] : [{ ...column, mapping }];
    }),
    rowNumbers: stored.rowNumbers,
    ...(record.leavesOut === undefined ? {} : { leavesOut: record.leavesOut }),
  };
}
