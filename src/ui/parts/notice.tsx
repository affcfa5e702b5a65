import type { ComponentChildren } from 'preact';
import { text } from '../state/text';
import { classNames } from './class-names';
import './notice.css';

export type NoticeTone = 'error' | 'warning' | 'note' | 'done';

const MARKS: Record<NoticeTone, string> = { error: '!', warning: '!', note: 'i', done: '✓' };

/** One thing the person should know: what happened, what was kept, what to do, in that order. */
export function Notice(props: {
  readonly tone: NoticeTone;
  readonly title: ComponentChildren;
  readonly kept?: ComponentChildren;
  readonly todo?: ComponentChildren;
  readonly actions?: ComponentChildren;
  readonly children?: ComponentChildren;
  /** Said at once by a screen reader; for what the person did not just ask for. */
  readonly urgent?: boolean;
}) {
  const { tone } = props;
  return (
    <div class={classNames('notice', `notice-${tone}`)} role={props.urgent ? 'alert' : undefined}>
      <span class="notice-mark" aria-hidden="true">
        {MARKS[tone]}
      </span>
      <div class="notice-body">
        <p>
          <span class="only-read">{text.value.notice[tone]}: </span>
          {props.title}
        </p>
        {props.kept !== undefined && <p class="notice-more">{props.kept}</p>}
        {props.todo !== undefined && <p class="notice-more">{props.todo}</p>}
        {props.children}
        {props.actions !== undefined && <div class="notice-actions">{props.actions}</div>}
      </div>
    </div>
  );
}
