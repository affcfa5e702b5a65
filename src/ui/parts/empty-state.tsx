import type { ComponentChildren } from 'preact';
import './empty-state.css';

/** Nothing here yet: one sentence why, and the one thing to do about it. */
export function EmptyState(props: {
  readonly title: string;
  readonly children?: ComponentChildren;
  readonly actions?: ComponentChildren;
}) {
  return (
    <div class="empty-state">
      <p class="empty-state-title">{props.title}</p>
      {props.children !== undefined && <div class="empty-state-text">{props.children}</div>}
      {props.actions !== undefined && <div class="empty-state-actions">{props.actions}</div>}
    </div>
  );
}
