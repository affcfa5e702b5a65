import { NULL_CODE, type TextColumn } from '../../core/column';
import type { Dataset } from '../../core/dataset';
import { CUSTOM_PREFIX, FIELDS } from '../../core/fields';
import type { Label } from '../../core/label';
import { sameName } from '../../core/same-name';
import type { MatchField, MoneyRequest } from './money';

/** A field of orders, or of the people who made them, that names where an order came from. */
export interface NameField {
  readonly id: string;
  readonly label: Label;
  readonly column: TextColumn;
  readonly of: 'orders' | 'people';
}

/** More different values than this are ids, not names. */
const MOST_NAMES = 5000;
const ACQUIRED = ['acquisitionCampaign', 'acquisitionChannel', 'acquisitionSource', 'acquisitionMedium'];
/** Offered even where no name matches, so that it can be seen that none does. */
const USUAL: Record<MoneyRequest['by'], RegExp> = {
  campaign: /campaign|kampani/i,
  channel: /channel|source|kana[lł]|[zź]r[oó]d[lł]o/i,
  segment: /campaign|kampani/i,
};

/** Fields that carry some of the names, by what was spent under those they carry; then the usual ones that carry none. */
export function matchFields(
  dataset: Dataset,
  by: MoneyRequest['by'],
  costByName: ReadonlyMap<string, number>,
): readonly (NameField & MatchField)[] {
  return nameFields(dataset)
    .map((field) => {
      const carried = new Set(field.column.dictionary.map(sameName));
      const matched = [...costByName].filter(([name]) => carried.has(name));
      const costMinor = matched.reduce((sum, [, cost]) => sum + cost, 0);
      return { ...field, names: matched.length, costMinor };
    })
    .filter((field) => field.names > 0 || USUAL[by].test(field.id))
    .sort((a, b) => b.costMinor - a.costMinor || b.names - a.names);
}

function nameFields({ orders, people }: Dataset): readonly NameField[] {
  const fields: NameField[] = [];
  for (const [id, column] of orders.columns) {
    if (column.type !== 'text' || id === 'orderId' || column.dictionary.length > MOST_NAMES) continue;
    fields.push({ id: `orders:${id}`, label: labelOf(id, FIELDS.orders), column, of: 'orders' });
  }
  for (const id of [
    ...ACQUIRED,
    ...[...people.columns.keys()].filter((key) => key.startsWith(CUSTOM_PREFIX)),
  ]) {
    const column = people.columns.get(id);
    if (column?.type !== 'text' || column.dictionary.length > MOST_NAMES) continue;
    fields.push({ id: `people:${id}`, label: labelOf(id, FIELDS.people), column, of: 'people' });
  }
  return fields;
}

function labelOf(id: string, fields: Readonly<Record<string, { readonly label: Label }>>): Label {
  if (id.startsWith(CUSTOM_PREFIX)) {
    const header = id.slice(CUSTOM_PREFIX.length);
    return { en: header, pl: header };
  }
  return (Object.hasOwn(fields, id) ? fields[id]?.label : undefined) ?? { en: id, pl: id };
}

/** For each order the key of its name, by the field; null where it has none. */
export function nameOfOrder(dataset: Dataset, field: NameField | null): (order: number) => string | null {
  if (field === null) return () => null;
  const keys = field.column.dictionary.map(sameName);
  const { person } = dataset.orders;
  return (order) => {
    const row = field.of === 'orders' ? order : person[order]!;
    const code = row < 0 ? NULL_CODE : field.column.codes[row]!;
    return code === NULL_CODE ? null : (keys[code] ?? null);
  };
}
