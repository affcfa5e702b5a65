import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { classNames } from './class-names';
import './field.css';

export interface ControlIds {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
}

export interface FieldProps {
  readonly label: ComponentChildren;
  /** The label is read, not seen: the place on the page says it already. */
  readonly hideLabel?: boolean;
  readonly hint?: ComponentChildren;
  readonly error?: ComponentChildren;
}

/** A label over a control, with what helps to fill it and what is wrong with it. */
export function Field(props: FieldProps & { readonly children: (ids: ControlIds) => ComponentChildren }) {
  const id = useId();
  const hasHint = props.hint !== undefined && props.hint !== null;
  const hasError = props.error !== undefined && props.error !== null;
  const describedBy =
    [hasHint && `${id}-hint`, hasError && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div class="field">
      <label class={classNames('field-label', props.hideLabel && 'only-read')} for={id}>
        {props.label}
      </label>
      {hasHint && (
        <p class="field-hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
      {props.children({ id, describedBy, invalid: hasError })}
      {hasError && (
        <p class="field-error" id={`${id}-error`}>
          {props.error}
        </p>
      )}
    </div>
  );
}
