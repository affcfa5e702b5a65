import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import './disclosure.css';

/** More, that is worth waiting for only to who asks for it: made when it is opened first. */
export function OpenedDisclosure(props: {
  readonly summary: ComponentChildren;
  readonly children: () => ComponentChildren;
}) {
  const [opened, setOpened] = useState(false);
  return (
    <details
      class="disclosure"
      onToggle={(event) => {
        if (event.currentTarget.open) setOpened(true);
      }}
    >
      <summary class="disclosure-summary">{props.summary}</summary>
      {opened && <div class="disclosure-body">{props.children()}</div>}
    </details>
  );
}
