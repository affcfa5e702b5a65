import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { classNames } from './class-names';
import './sheet.css';
import { useAlone } from './use-alone';

/** Something looked at before it is done, in place of what is behind it. Takes the focus; Escape goes back. */
export function Sheet(props: {
  readonly title: string;
  readonly note: ComponentChildren;
  /** Between the title and the note: what it is about. */
  readonly about?: ComponentChildren;
  readonly look?: string;
  /** Titles made of long words of a page or site. */
  readonly titleLook?: string;
  /** What can be done, the way back among it. */
  readonly foot: ComponentChildren;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}) {
  const title = useId();
  const sheet = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useAlone(sheet);
  useLayoutEffect(() => heading.current?.focus(), []);
  useLayoutEffect(() => {
    // Also where a click or Tab has left the focus on nothing.
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      props.onClose();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [props.onClose]);
  return (
    <section ref={sheet} class={classNames('sheet', props.look)} aria-labelledby={title}>
      <div class="sheet-head">
        <h2 id={title} ref={heading} tabIndex={-1} class={props.titleLook}>
          {props.title}
        </h2>
        {props.about}
        <p class="text-s ink-soft">{props.note}</p>
      </div>
      {props.children}
      <div class="sheet-foot">{props.foot}</div>
    </section>
  );
}
