import { classNames } from './class-names';
import type { ControlIds } from './field';
import './field.css';
import { useKeptFocus } from './use-kept-focus';

export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly disabled?: boolean;
}

export interface SelectGroup<Value extends string> {
  readonly group: string;
  readonly options: readonly SelectOption<Value>[];
}

export interface SelectProps<Value extends string> {
  readonly value: Value;
  readonly options: readonly (SelectOption<Value> | SelectGroup<Value>)[];
  readonly onChange: (value: Value) => void;
  readonly ids?: ControlIds;
  /** Needed where no `Field` labels it. */
  readonly label?: string;
  readonly disabled?: boolean;
  readonly size?: 'm' | 's';
}

/** The browser's own list: it is what keyboards, phones and screen readers know. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { disabled = false } = props;
  const select = useKeptFocus<HTMLSelectElement>(disabled);
  const option = (o: SelectOption<Value>) => (
    <option key={o.value} value={o.value} disabled={o.disabled ?? false}>
      {o.label}
    </option>
  );
  return (
    <select
      ref={select}
      class={classNames('select', props.size === 's' && 'select-small')}
      id={props.ids?.id}
      aria-describedby={props.ids?.describedBy}
      aria-invalid={props.ids?.invalid || undefined}
      aria-label={props.label}
      disabled={disabled}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value as Value)}
    >
      {props.options.map((o) =>
        'group' in o ? (
          <optgroup key={o.group} label={o.group}>
            {o.options.map(option)}
          </optgroup>
        ) : (
          option(o)
        ),
      )}
    </select>
  );
}
