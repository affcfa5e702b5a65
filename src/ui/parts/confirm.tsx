import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { text } from '../state/text';
import { Button } from './button';
import './confirm.css';

/** A button that asks once, where it stands, before it does what can't be undone. */
export function Confirm(props: {
  readonly children: ComponentChildren;
  /** Names the thing, for who hears the button alone. */
  readonly label?: string;
  readonly question: ComponentChildren;
  readonly yes: string;
  readonly onYes: () => void;
  readonly disabled?: boolean;
  readonly size?: 'm' | 's';
  readonly kind?: 'plain' | 'quiet';
}) {
  const [asking, setAsking] = useState(false);
  const question = useId();
  const no = useRef<HTMLButtonElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);

  useLayoutEffect(() => {
    // The safe answer has the focus; saying no gives it back.
    if (asking) no.current?.focus();
    else if (wasAsking.current) first.current?.focus();
    wasAsking.current = asking;
  }, [asking]);

  if (!asking) {
    return (
      <Button
        buttonRef={first}
        kind={props.kind ?? 'plain'}
        size={props.size ?? 'm'}
        disabled={props.disabled ?? false}
        {...(props.label === undefined ? {} : { label: props.label })}
        onClick={() => setAsking(true)}
      >
        {props.children}
      </Button>
    );
  }
  return (
    <fieldset
      class="confirm"
      aria-labelledby={question}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setAsking(false);
      }}
    >
      <p id={question}>{props.question}</p>
      <div class="confirm-answers">
        <Button
          kind="danger"
          size={props.size ?? 'm'}
          describedBy={question}
          onClick={() => {
            wasAsking.current = false;
            setAsking(false);
            props.onYes();
          }}
        >
          {props.yes}
        </Button>
        <Button buttonRef={no} size={props.size ?? 'm'} onClick={() => setAsking(false)}>
          {text.value.action.cancel}
        </Button>
      </div>
    </fieldset>
  );
}
