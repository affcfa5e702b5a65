import { FIELDS } from '../../../../core/fields';
import type { PersonKeyRef } from '../../../../core/join-decision';
import { en } from '../../../../i18n/en/joins';
import { pl } from '../../../../i18n/pl/joins';
import type { MatchSourceView } from '../../../../protocol/engine-api';
import { labelText, textOf } from '../../../state/text';

/** Words of who is who. */
export const joinsText = textOf({ en, pl });

/** `E-mail ola@example.com`. */
export function keyText({
  key,
  value,
}: Pick<PersonKeyRef, 'value'> & { readonly key: PersonKeyRef['key'] | 'orderId' }): string {
  // A number without its country is kept apart from international ones; the mark of that is not for reading.
  return `${joinsText.value.keys[key]} ${value.replace(/^national:/, '')}`;
}

export function fieldText(field: string): string {
  const known = Object.entries(FIELDS.orders).find(([id]) => id === field)?.[1];
  return known === undefined ? field : labelText(known.label);
}

export function sourceText({ captures }: MatchSourceView): string {
  return joinsText.value.sources.captures(captures[0] ?? '', Math.max(0, captures.length - 1));
}
