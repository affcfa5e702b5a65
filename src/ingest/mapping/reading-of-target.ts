import type { TableKind } from '../../core/fields';
import type { Target } from '../../core/mapping';
import type { Reading } from '../../core/reading';
import { readingFor } from '../readings/reading-for';
import type { ColumnSurvey } from '../survey';
import { fieldOf } from './map-column';

/** How a column is read so that it gives a target's values; null where no reading of it does. */
export function readingOfTarget(table: TableKind, target: Target, column: ColumnSurvey): Reading | null {
  switch (target.kind) {
    case 'field': {
      const field = fieldOf(table, target.field);
      return field
        ? readingFor(field.type, column, field.personal === 'id' || field.key !== undefined)
        : null;
    }
    case 'metric':
      return target.unit === 'seconds'
        ? ([column.reading, ...column.alternatives].find((r) => r.kind === 'duration') ??
            readingFor('number', column))
        : readingFor(target.unit === 'money' ? 'money' : 'number', column);
    case 'dimension':
      return column.reading.kind === 'date' ? column.reading : { kind: 'text' };
    default:
      return column.reading;
  }
}
