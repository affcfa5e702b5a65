import { useId, useRef, useState } from 'preact/hooks';
import { text } from '../state/text';
import { classNames } from './class-names';
import './chip.css';
import './value-picker.css';

export interface PickableValue {
  readonly value: string;
  /** Said softly beside it: how often it occurs. */
  readonly detail?: string;
  /** What is shown, where the value itself is a code. */
  readonly label?: string;
}

const SHOWN = 50;

/**
 * Several values out of suggestions or as typed: a combobox (WAI-ARIA 1.2) after the values picked so far. Arrows move,
 * Enter takes, Escape closes, Backspace in an empty box takes the last one back.
 */
export function ValuePicker(props: {
  readonly label: string;
  readonly placeholder: string;
  readonly values: readonly string[];
  readonly options: readonly PickableValue[];
  /** False where only what is offered makes sense (a list of groups). */
  readonly free?: boolean;
  readonly noMatch?: string;
  /** Told at each key, for options that are looked up elsewhere. */
  readonly onTyped?: (typed: string) => void;
  readonly onChange: (values: readonly string[]) => void;
}) {
  const { label, values, options, free = true, onChange } = props;
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();

  const wanted = typed.trim().toLocaleLowerCase();
  const matches = options
    .filter((o) => !values.includes(o.value))
    .filter((o) => wanted === '' || (o.label ?? o.value).toLocaleLowerCase().includes(wanted))
    .slice(0, SHOWN);
  const shown = open && (matches.length > 0 || (wanted !== '' && props.noMatch !== undefined));
  const at = Math.min(active, matches.length - 1);

  const add = (value: string) => {
    if (value !== '' && !values.includes(value)) onChange([...values, value]);
    setTyped('');
    props.onTyped?.('');
    setActive(-1);
    input.current?.focus();
  };
  const remove = (value: string) => {
    onChange(values.filter((v) => v !== value));
    input.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      if (matches.length === 0) return;
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive(at < 0 ? (step > 0 ? 0 : matches.length - 1) : (at + step + matches.length) % matches.length);
    } else if (event.key === 'Enter') {
      const picked =
        matches[at]?.value ?? exact(options, wanted) ?? (free ? typed.trim() : matches[0]?.value);
      // An empty Enter is the form's own.
      if (picked === undefined || picked === '') return;
      event.preventDefault();
      add(picked);
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation();
      setOpen(false);
      setActive(-1);
    } else if (event.key === 'Backspace' && typed === '') {
      const last = values[values.length - 1];
      if (last !== undefined) remove(last);
    }
  };

  return (
    <div
      class="value-picker"
      onBlurCapture={(event) => {
        if (event.currentTarget.contains(event.relatedTarget as Node | null)) return;
        setOpen(false);
        setActive(-1);
        // What was typed and not confirmed is meant, where free text is allowed.
        if (free && typed.trim() !== '') {
          onChange(values.includes(typed.trim()) ? values : [...values, typed.trim()]);
          setTyped('');
        }
      }}
    >
      {values.map((value) => {
        const shownAs = options.find((o) => o.value === value)?.label ?? value;
        return (
          <span class="value-picker-value" key={value}>
            <span class="data value-picker-word" dir="auto" title={shownAs}>
              {shownAs}
            </span>
            <button
              type="button"
              class="chip-remove"
              aria-label={text.value.chip.remove(shownAs)}
              onClick={() => remove(value)}
            >
              <span aria-hidden="true">×</span>
            </button>
          </span>
        );
      })}
      <span class="value-picker-box">
        <input
          ref={input}
          class="value-picker-input"
          type="text"
          role="combobox"
          dir="auto"
          aria-label={label}
          aria-expanded={shown}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={shown && at >= 0 ? `${id}-${at}` : undefined}
          placeholder={values.length === 0 ? props.placeholder : ''}
          autocomplete="off"
          spellcheck={false}
          value={typed}
          onFocus={() => setOpen(true)}
          onClick={() => setOpen(true)}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            props.onTyped?.(event.currentTarget.value);
            setOpen(true);
            setActive(-1);
          }}
          onKeyDown={onKeyDown}
        />
        <div class="value-picker-list" id={`${id}-list`} role="listbox" aria-label={label} hidden={!shown}>
          {matches.map((option, i) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the box that owns the list.
            <div
              key={option.value}
              id={`${id}-${i}`}
              class={classNames('value-picker-option', i === at && 'value-picker-active')}
              role="option"
              tabIndex={-1}
              aria-selected={i === at}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => add(option.value)}
            >
              <span class="data value-picker-word" dir="auto">
                {option.label ?? option.value}
              </span>
              {option.detail !== undefined && <span class="value-picker-detail">{option.detail}</span>}
            </div>
          ))}
          {matches.length === 0 && (
            <div class="value-picker-none" role="option" aria-selected={false} aria-disabled tabIndex={-1}>
              {props.noMatch}
            </div>
          )}
        </div>
      </span>
    </div>
  );
}

function exact(options: readonly PickableValue[], wanted: string): string | undefined {
  return options.find((o) => (o.label ?? o.value).toLocaleLowerCase() === wanted)?.value;
}
