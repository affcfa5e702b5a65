import { minorUnits } from '../../../../core/minor-units';
import { en } from '../../../../i18n/en/changes';
import { formatDay, formatDayTime, formatMoney, formatPlain } from '../../../../i18n/format';
import { pl } from '../../../../i18n/pl/changes';
import type { ShownValue } from '../../../../ingest/overlap/record-field';
import { locale } from '../../../state/locale';
import { textOf } from '../../../state/text';

/** Words of what a capture changes. */
export const changesText = textOf({ en, pl });

export function shownText(values: readonly ShownValue[]): string {
  return values.length === 0 ? changesText.value.nothing : values.map(oneText).join(', ');
}

function oneText(value: ShownValue): string {
  const lang = locale.value;
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'number':
      return formatPlain(lang, value.value);
    case 'flag':
      return value.yes ? changesText.value.yes : changesText.value.no;
    case 'time':
      return value.at % 86_400_000 === 0 ? formatDay(lang, value.at) : formatDayTime(lang, value.at);
    case 'money': {
      // Finer than the currency has units for: as the source has it, or the change could not be seen.
      const fine = !Number.isInteger(value.minor);
      if (!fine) return formatMoney(lang, value.minor, value.currency);
      return [formatPlain(lang, value.minor / minorUnits(value.currency)), value.currency]
        .filter(Boolean)
        .join(' ');
    }
  }
}
