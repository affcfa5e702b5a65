import type { ColumnMapping, Mapping } from '../core/mapping';
import { PERSON_KEYS } from '../ingest/dataset/person-keys';
import { saleTest } from '../ingest/dataset/sale-test';
import { asField } from '../ingest/mapping/map-column';
import type { TableSurvey } from '../ingest/survey';
import { inStatedCurrency } from './in-stated-currency';
import type { NamedColumns } from './named-columns';

/** What CRMs call a deal that was won; `true` and the like where a column of its own says so. */
const WON = [
  'Won',
  'Closed won',
  'Deal won',
  'Wygrana',
  'Wygrane',
  'Wygrany',
  'Wygrano',
  'Zamknięta wygrana',
  'Zamknięte wygrane',
  'Zamknięto wygrana',
  'Zamknięte – wygrane',
  'Transakcja wygrana',
  'Sprzedane',
  'Gewonnen',
  'Abgeschlossen und gewonnen',
  'Geschlossen gewonnen',
  'Gagné',
  'Gagnée',
  'Fermé gagné',
  'Conclu gagné',
  'Ganado',
  'Ganada',
  'Cierre ganado',
  'Cerrado ganado',
  'True',
  'Yes',
  'Tak',
  '1',
];

/** Deals of a CRM as orders: what was won is a sale on its close date, what is open or lost is none. */
export function dealsMapping(
  table: TableSurvey,
  names: NamedColumns,
  by: { readonly tool: string; readonly recogniser: string; readonly idSpace: string },
): Mapping {
  const named = names.map('orders', table);
  const columns = datedWhenOpen(table, buyersByName(named));
  // Where several ids stand in a cell one of them buys; the whole list stays to be seen.
  const lists = columns.find((c) => {
    const examples = table.columns.find((t) => t.index === c.source)?.examples ?? [];
    return (
      c.target.kind === 'field' && KEYS.has(c.target.field) && examples.some((v) => /\d\s*;\s*\d/.test(v))
    );
  });
  return {
    ...by,
    // Names are no ids of the tool: they meet nobody but each other.
    ...(columns.some((c) => isBuyerByName(c, named)) ? { idSpace: `${by.idSpace}-names` } : {}),
    table: 'orders',
    ...inStatedCurrency(table, columns),
    cancels: { orderIdPrefix: null, statuses: [], sales: WON },
    orderRows: 'order',
    ...(lists === undefined
      ? {}
      : { reshape: { again: [{ ...lists, target: { kind: 'custom', of: 'row' } }] } }),
  };
}

/** Whether a name stands for the buyer where the tool gives no id. */
function isBuyerByName(column: ColumnMapping, named: readonly ColumnMapping[]): boolean {
  const before = named.find((c) => c.source === column.source);
  return (
    column.target.kind === 'field' && column.target.field === 'personId' && before?.target !== column.target
  );
}

/** Only a closed deal has a day it was closed on: the others stand on the day they were made, after it in the mapping. */
function datedWhenOpen(table: TableSurvey, columns: readonly ColumnMapping[]): readonly ColumnMapping[] {
  const closed = columns.find((c) => c.target.kind === 'field' && c.target.field === 'time');
  const column = table.columns.find((c) => c.index === closed?.source);
  const made = table.columns.find((c) => c !== column && c.filled > 0 && CREATED.test(c.rawHeader.trim()));
  if (column === undefined || made === undefined || column.filled >= table.rows) return columns;
  const dated = asField('orders', 'time', made);
  return dated === null ? columns : [...columns.filter((c) => c.source !== made.index), dated];
}

const CREATED =
  /^(?:(?:deal|szansa(?: sprzedaży)?) - )?(?:deal created|created?(?: date| time| at| on)?|add time|utworzono|data utworzenia|czas utworzenia|erstell(?:t am|ungsdatum)|date de création|fecha de creación)$/i;

/** With nothing better, whom a deal is with is who bought. */
function buyersByName(columns: ColumnMapping[]): ColumnMapping[] {
  const fieldOf = ({ target }: ColumnMapping) => (target.kind === 'field' ? target.field : null);
  if (columns.some((c) => KEYS.has(fieldOf(c) ?? ''))) return columns;
  const buyer = columns.find((c) => fieldOf(c) === 'name') ?? columns.find((c) => fieldOf(c) === 'company');
  if (buyer === undefined) return columns;
  const key: ColumnMapping = {
    ...buyer,
    target: { kind: 'field', field: 'personId' },
    reading: { kind: 'id' },
  };
  return columns.map((c) => (c === buyer ? key : c));
}

const KEYS: ReadonlySet<string> = /* @__PURE__ */ new Set(PERSON_KEYS);

const isWon = /* @__PURE__ */ saleTest(WON);

/** Whether any status seen is one that is won: stages of one's own making need a person to say which. */
export function showsWonDeals(table: TableSurvey, names: NamedColumns): boolean {
  const status = names
    .map('orders', table)
    .find((c) => c.target.kind === 'field' && c.target.field === 'status');
  if (status === undefined || isWon === null) return false;
  const column = table.columns.find((c) => c.index === status.source);
  const seen = [...(column?.examples ?? []), ...table.sample.map((row) => row[status.source] ?? '')];
  return seen.some(isWon);
}
