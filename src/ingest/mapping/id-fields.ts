import type { Mapping } from '../../core/mapping';
import { PERSON_KEYS } from '../dataset/person-keys';

/** Fields that are ids of people or of orders, which hold within an id space; addresses and phones are the same everywhere. */
export const ID_FIELDS: ReadonlySet<string> = new Set([
  ...PERSON_KEYS.filter((key) => key !== 'email' && key !== 'phone'),
  'orderId',
]);

/** Those a mapping has. */
export function idFields({ columns }: Mapping): readonly string[] {
  return [
    ...new Set(
      columns.flatMap(({ target }) =>
        target.kind === 'field' && ID_FIELDS.has(target.field) ? [target.field] : [],
      ),
    ),
  ];
}
