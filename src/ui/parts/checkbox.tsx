import type { ComponentChildren } from 'preact';
import './field.css';
import { useKeptFocus } from './use-kept-focus';

export function Checkbox(props: {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly disabled?: boolean;
  /** The words are read, not seen: the column header says them already. */
  readonly hideLabel?: boolean;
}) {
  const { disabled = false } = props;
  const box = useKeptFocus<HTMLInputElement>(disabled);
  return (
    <label class="checkbox">
      <input
        ref={box}
        class="checkbox-box"
        type="checkbox"
        checked={props.checked}
        disabled={disabled}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span class={props.hideLabel ? 'only-read' : undefined}>
        {props.children}
        {props.hint !== undefined && <span class="checkbox-hint">{props.hint}</span>}
      </span>
    </label>
  );
}
