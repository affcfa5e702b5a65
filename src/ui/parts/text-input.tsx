import type { Ref } from 'preact';
import { classNames } from './class-names';
import type { ControlIds } from './field';
import './field.css';

/** One line of text; `onInput` at each key. */
export function TextInput(props: {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly ids?: ControlIds;
  /** Needed where no `Field` labels it. */
  readonly label?: string;
  readonly type?: 'text' | 'search' | 'date';
  readonly placeholder?: string;
  readonly width?: 'auto' | 'short' | 'wide';
  readonly disabled?: boolean;
  readonly maxLength?: number;
  readonly inputRef?: Ref<HTMLInputElement>;
}) {
  const { width = 'auto', type = 'text' } = props;
  return (
    <input
      ref={props.inputRef ?? null}
      class={classNames('text-input', width !== 'auto' && `text-input-${width}`)}
      {...(type === 'search' ? { type } : type === 'date' ? { type } : { type })}
      dir={type === 'date' ? undefined : 'auto'}
      id={props.ids?.id}
      aria-describedby={props.ids?.describedBy}
      aria-invalid={props.ids?.invalid || undefined}
      aria-label={props.label}
      placeholder={props.placeholder}
      disabled={props.disabled ?? false}
      maxLength={props.maxLength}
      autocomplete="off"
      spellcheck={false}
      value={props.value}
      onInput={(event) => props.onInput(event.currentTarget.value)}
    />
  );
}
