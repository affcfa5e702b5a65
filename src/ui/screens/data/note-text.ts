import type { PassportNote } from '../../../core/passport';
import { formatPlain } from '../../../i18n/format';
import { locale } from '../../state/locale';
import { dataText } from './data-text';

/** A passport's note in the current language. */
export function noteText(note: PassportNote): string {
  const lang = locale.value;
  const params = Object.fromEntries(
    Object.entries(note.params).map(([key, value]) => [
      key,
      typeof value === 'number' ? formatPlain(lang, value) : value,
    ]),
  );
  return dataText.value.notes[note.code](params);
}
