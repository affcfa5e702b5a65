import { assertNever } from '../../../core/assert-never';
import type { Reading } from '../../../core/reading';
import { dataText } from './data-text';

/** How a column is read, said with an example: "amount in PLN, like 1 234,50". */
export function readingText(reading: Reading): string {
  const t = dataText.value.reading;
  switch (reading.kind) {
    case 'text':
    case 'id':
    case 'duration':
    case 'flag':
      return t[reading.kind];
    case 'number':
      return reading.unit === 'percent'
        ? t.percent(`67${reading.decimal}8%`)
        : t.number(`1${reading.group}234${reading.decimal}5`);
    case 'money':
      if (reading.micros) return t.micros(reading.currency);
      if (reading.minor) return t.minor(reading.currency);
      return t.money(`1${reading.group}234${reading.decimal}50`, reading.currency);
    case 'date': {
      const date = t.date[reading.order];
      return reading.time && reading.order !== 'epoch' ? t.withTime(date) : date;
    }
    case 'consent':
      return t.consent[reading.of];
    case 'nth':
      return t.nth[reading.unit](reading.from);
    default:
      return assertNever(reading);
  }
}
