import { useState } from 'preact/hooks';
import { formatPlain } from '../../i18n/format';
import { locale } from '../state/locale';
import { classNames } from './class-names';
import type { ControlIds } from './field';
import './field.css';

/** Both decimal marks are understood; a thousands separator is only a blank. Null where it is no number. */
export function parseTyped(raw: string): number | null {
  const plain = raw
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace('−', '-')
    .replace(',', '.');
  if (!/^-?\d*\.?\d+$|^-?\d+\.$/.test(plain)) return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}

/** What is typed stays as typed; `onValue` gets the number, or null while it is none. */
export function NumberInput(props: {
  readonly value: number | null;
  readonly onValue: (value: number | null) => void;
  readonly ids?: ControlIds;
  readonly label?: string;
  readonly disabled?: boolean;
}) {
  const [draft, setDraft] = useState<string | null>(null);
  const shown =
    draft !== null && parseTyped(draft) === props.value
      ? draft
      : props.value === null
        ? (draft ?? '')
        : formatPlain(locale.value, props.value);
  return (
    <input
      class={classNames('text-input', 'text-input-short', 'text-input-number')}
      type="text"
      inputMode="decimal"
      id={props.ids?.id}
      aria-describedby={props.ids?.describedBy}
      aria-invalid={props.ids?.invalid || (draft !== null && parseTyped(draft) === null) || undefined}
      aria-label={props.label}
      disabled={props.disabled ?? false}
      autocomplete="off"
      value={shown}
      onInput={(event) => {
        setDraft(event.currentTarget.value);
        props.onValue(parseTyped(event.currentTarget.value));
      }}
      onBlur={() => {
        if (draft !== null && parseTyped(draft) !== null) setDraft(null);
      }}
    />
  );
}
