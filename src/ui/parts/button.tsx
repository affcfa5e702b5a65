import type { ComponentChildren, RefObject } from 'preact';
import './button.css';
import { classNames } from './class-names';
import { useKeptFocus } from './use-kept-focus';

/** `primary` once a view at most; `quiet` has no edge until it is pointed at. */
export function Button(props: {
  readonly children: ComponentChildren;
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly size?: 'm' | 's';
  readonly type?: 'button' | 'submit';
  readonly disabled?: boolean;
  /** Pressed state of a toggle; absent for an ordinary button. */
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  readonly controls?: string;
  /** Where the visible words need more around them to be understood alone. */
  readonly label?: string;
  readonly describedBy?: string;
  readonly onClick?: (event: MouseEvent) => void;
  readonly buttonRef?: RefObject<HTMLButtonElement | null>;
}) {
  const { kind = 'plain', size = 'm', disabled = false } = props;
  const button = useKeptFocus(disabled, props.buttonRef);
  return (
    <button
      ref={button}
      type={props.type ?? 'button'}
      class={classNames('button', `button-${kind}`, size === 's' && 'button-small')}
      disabled={disabled}
      aria-pressed={props.pressed}
      aria-expanded={props.expanded}
      aria-controls={props.controls}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      onClick={props.onClick}
    >
      {props.children}
    </button>
  );
}
