import type { ComponentChildren } from 'preact';
import './disclosure.css';

/** More, for who asks for it. */
export function Disclosure(props: {
  readonly summary: ComponentChildren;
  readonly children: ComponentChildren;
  readonly open?: boolean;
}) {
  return (
    <details class="disclosure" open={props.open ?? false}>
      <summary class="disclosure-summary">{props.summary}</summary>
      <div class="disclosure-body">{props.children}</div>
    </details>
  );
}
