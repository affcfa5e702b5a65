import { formatNumber, formatShare } from '../../../../i18n/format';
import type { MemberRow } from '../../../../protocol/engine-api';
import { Button } from '../../../parts/button';
import { classNames } from '../../../parts/class-names';
import { ErrorNotice, errorCode } from '../../../parts/error-notice';
import { locale } from '../../../state/locale';
import { labelText } from '../../../state/text';
import { builderText } from '../rule-builder-text';
import { segmentsText } from '../segments-text';
import type { Fault } from './draft/rule-faults';
import { placeOf } from './editing';
import type { LivePreview } from './use-rule-preview';

/** In, out and unknown as the rule stands; while a newer count is on the way, the old one dimmed. */
export function RulePreviewView(props: {
  readonly preview: LivePreview;
  readonly faults: readonly Fault[];
  readonly onWhy: (person: MemberRow) => void;
}) {
  const { faults } = props;
  const { answer, busy, error } = props.preview;
  const t = segmentsText.value.editor.preview;
  const b = builderText.value;
  const lang = locale.value;
  const total = answer ? answer.in + answer.out + answer.unknown : 0;
  const stale = busy || faults.length > 0 || error !== null;
  // Said beside the condition that names the segment.
  const saidThere = ['segment/circular', 'segment/not-found'].includes(errorCode(error));
  return (
    <section class="rule-preview" aria-label={t.title} aria-busy={busy || undefined}>
      <div class="rule-preview-head">
        <h3>{t.title}</h3>
        <span class="ink-soft">{busy ? b.counting : ''}</span>
      </div>
      {faults.length > 0 && (
        <div class="rule-open-faults">
          <p class="ink-soft">{b.openFaults(faults.length)}</p>
          <ul>
            {faults.map((fault) => (
              <li key={fault.path.join('.')} class="ink-soft">
                <span class="num">{placeOf(fault.path)}</span> {b.faults[fault.code]}
              </li>
            ))}
          </ul>
        </div>
      )}
      {error !== null && faults.length === 0 && !saidThere && <ErrorNotice error={error} />}
      {answer && (
        <div class={classNames('rule-counts', stale && 'rule-counts-stale')}>
          <dl class="rule-figures">
            {(['in', 'out', 'unknown'] as const).map((part) => (
              <div key={part}>
                <dt>{t[part]}</dt>
                <dd>
                  <span class={classNames('num', part === 'in' && 'rule-figure-in')}>
                    {formatNumber(lang, answer[part])}
                  </span>
                  <span class="ink-soft num">
                    {formatShare(lang, total === 0 ? null : answer[part] / total)}
                  </span>
                </dd>
              </div>
            ))}
          </dl>
          <p class="rule-sentence">{labelText(answer.sentence)}</p>
          {answer.reports.length > 1 && (
            <>
              <h4>{b.previewReports}</h4>
              <ul>
                {answer.reports.map((report) => (
                  <li key={report.captureId}>
                    <span class="data">{report.title}</span>{' '}
                    <span class="ink-soft">
                      {b.previewRows(
                        formatNumber(lang, report.in),
                        formatNumber(lang, report.in + report.out + report.unknown),
                      )}
                    </span>
                  </li>
                ))}
              </ul>
            </>
          )}
          {answer.reports.length === 0 && (
            <>
              <h4>{t.sample}</h4>
              {answer.sample.length === 0 ? (
                <p class="ink-soft">{t.nobody}</p>
              ) : (
                <ul class="rule-sample">
                  {answer.sample.map((member) => (
                    <li key={member.person}>
                      <span class="cut data" dir="auto" title={member.label}>
                        {member.name ?? member.label}
                      </span>
                      <Button
                        kind="quiet"
                        size="s"
                        label={b.why.open(member.name ?? member.label)}
                        onClick={() => props.onWhy(member)}
                      >
                        {b.why.short}
                      </Button>
                    </li>
                  ))}
                </ul>
              )}
            </>
          )}
        </div>
      )}
    </section>
  );
}
