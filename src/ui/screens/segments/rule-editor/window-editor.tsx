import type { Measure, Window } from '../../../../segments/rule/rule';
import { Select } from '../../../parts/select';
import { builderText } from '../rule-builder-text';
import { segmentsText } from '../segments-text';
import { WINDOW_KINDS, withWindowKind } from './draft/windows';
import { RuleNumber } from './rule-number';
import { SequenceEditor } from './sequence-editor';
import { WindowMenu } from './suggestion-menus';
import { DayInput } from './value-test-editor';

/** When it happened. */
export function WindowEditor(props: {
  readonly window: Window;
  /** Whose rows the window is for: what the data suggests depends on it. */
  readonly measure?: Measure;
  readonly onChange: (window: Window) => void;
}) {
  const { window, measure, onChange } = props;
  const t = segmentsText.value.editor;
  const b = builderText.value;
  return (
    <span class="rule-values">
      <Select
        label={t.window}
        value={window.kind}
        options={WINDOW_KINDS.map((kind) => ({ value: kind, label: t.windows[kind] }))}
        onChange={(kind) => onChange(withWindowKind(window, kind))}
      />
      {'days' in window && (
        <>
          <RuleNumber
            label={t.windowDays}
            value={window.days}
            onValue={(value) => onChange({ ...window, days: value })}
          />
          <span class="ink-soft">{segmentsText.value.units.days}</span>
        </>
      )}
      {window.kind === 'days-ago' && (
        <>
          <RuleNumber
            label={t.windowFrom}
            value={window.from}
            onValue={(from) => onChange({ ...window, from })}
          />
          <span>{b.ago}</span>
          <RuleNumber label={t.windowTo} value={window.to} onValue={(to) => onChange({ ...window, to })} />
          <span class="ink-soft">{b.daysAgo}</span>
        </>
      )}
      {window.kind === 'between' && (
        <>
          <DayInput
            label={t.windowFrom}
            at={window.from}
            onChange={(from) => onChange({ ...window, from })}
          />
          <span>{t.and}</span>
          <DayInput label={t.windowTo} at={window.to} onChange={(to) => onChange({ ...window, to })} />
        </>
      )}
      {measure !== undefined && (window.kind === 'last-days' || window.kind === 'lifetime') && (
        <WindowMenu measure={measure} onPick={(picked) => onChange({ kind: 'last-days', days: picked })} />
      )}
    </span>
  );
}

/** The steps of a window that lies before or after a sequence. */
export function WindowSteps(props: { readonly window: Window; readonly onChange: (window: Window) => void }) {
  const { window, onChange } = props;
  if (!('steps' in window)) return null;
  return <SequenceEditor steps={window.steps} onChange={(steps) => onChange({ ...window, steps })} />;
}
