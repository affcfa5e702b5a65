import { formatDay, formatDayTime } from '../../../../i18n/format';
import type { TraceView } from '../../../../protocol/engine-api';
import type { SeenRow } from '../../../../segments/explain/clause-trace';
import { classNames } from '../../../parts/class-names';
import { locale } from '../../../state/locale';
import { labelText } from '../../../state/text';
import { builderText } from '../rule-builder-text';
import { eventKindLabel } from '../rule-editor/field-choices';
import { evidenceText, moneyText } from './evidence-text';

const MARKS = { in: '✓', out: '✗', unknown: '?' } as const;

/** Each clause with its answer and what was measured, nested as the rule is. */
export function TraceTree(props: { readonly trace: TraceView; readonly currency: string | null }) {
  return (
    <ul class="trace">
      <TraceItem {...props} top />
    </ul>
  );
}

function TraceItem(props: {
  readonly trace: TraceView;
  readonly currency: string | null;
  readonly top?: boolean;
}) {
  const { trace, currency, top = false } = props;
  const t = builderText.value.why;
  const { told, evidence, kind } = trace;
  const isGroup = kind === 'all' || kind === 'any' || kind === 'none';
  const said = isGroup ? t.groups[kind] : labelText(trace.sentence);
  return (
    <li class={classNames('trace-item', top && 'trace-top')}>
      <p class="trace-line">
        <span class={`trace-mark trace-${told}`}>
          <span aria-hidden="true">{MARKS[told]}</span> {t.told[told]}
        </span>{' '}
        <span class="data">{said}</span>
      </p>
      {!isGroup && (
        <div class="trace-evidence ink-soft">
          {evidenceText(evidence, currency).map((line) => (
            <p key={line}>{line}</p>
          ))}
          {evidence.kind === 'measure' || evidence.kind === 'place' ? (
            <SeenRows rows={evidence.measured.rows} all={evidence.measured.rowsInAll} />
          ) : null}
          {evidence.kind === 'sequence' && evidence.sequence.held && (
            <ol class="trace-steps">
              {evidence.sequence.steps.map((step, i) => (
                <li key={i}>
                  {stepWord(step.kept, step.seen !== null)}
                  {step.seen !== null && <>: {seenText(step.seen)}</>}
                </li>
              ))}
            </ol>
          )}
        </div>
      )}
      {trace.parts.length > 0 && (
        <ul class="trace-parts">
          {trace.parts.map((part, i) => (
            <TraceItem key={i} trace={part} currency={currency} />
          ))}
        </ul>
      )}
    </li>
  );
}

function stepWord(kept: boolean, seen: boolean): string {
  const t = builderText.value.why.step;
  if (kept) return seen ? t.kept : t.keptNot;
  return seen ? t.brokenNot : t.missing;
}

function SeenRows(props: { readonly rows: readonly SeenRow[]; readonly all: number }) {
  const { rows, all } = props;
  if (rows.length === 0) return null;
  return (
    <p>
      {builderText.value.why.rows(rows.length, all)}
      {rows.map(seenText).join(' · ')}
    </p>
  );
}

/** "12 Sep 2026, #10234, 129 zł". */
function seenText(row: SeenRow): string {
  const lang = locale.value;
  const hasClock = row.time !== null && row.time % 86_400_000 !== 0;
  const when = hasClock ? formatDayTime(lang, row.time) : formatDay(lang, row.time);
  const what = row.of === 'events' && row.what !== null ? eventKindLabel(row.what) : row.what;
  const amount = row.amountMinor === null ? null : moneyText(row.amountMinor, row.currency);
  return [when, what, amount].filter((part) => part !== null && part !== '').join(', ');
}
