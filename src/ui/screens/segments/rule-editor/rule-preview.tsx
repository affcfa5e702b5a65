import { useEffect, useState } from 'preact/hooks';
import { isAbort } from '../../../../core/app-error';
import { formatNumber, formatPercent } from '../../../../i18n/format';
import type { RulePreview } from '../../../../protocol/engine-api';
import type { Rule } from '../../../../segments/rule';
import { classNames } from '../../../parts/class-names';
import { ErrorNotice } from '../../../parts/error-notice';
import { announce } from '../../../parts/live-region';
import { engine } from '../../../state/engine';
import { locale } from '../../../state/locale';
import { asOf, reportingCurrency } from '../../../state/settings';
import { labelText, text } from '../../../state/text';
import { segmentsText } from '../segments-text';
import { gapsOf, tidied } from './rule-draft';

/** A pause in typing worth counting for. */
const SETTLED_MS = 250;

/** In, out and unknown as the rule stands, counted again at each change; the count before is stopped. */
export function RulePreviewView(props: { readonly rule: Rule }) {
  const { rule } = props;
  const [preview, setPreview] = useState<RulePreview | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const gaps = gapsOf(rule);
  const key = gaps > 0 ? null : JSON.stringify([tidied(rule), asOf.value, reportingCurrency.value]);

  useEffect(() => {
    if (key === null) {
      setBusy(false);
      return;
    }
    const controller = new AbortController();
    setBusy(true);
    const timer = setTimeout(() => {
      engine()
        .previewRule(
          { rule: tidied(rule), asOf: asOf.value, currency: reportingCurrency.value },
          { signal: controller.signal },
        )
        .then(
          (answer) => {
            if (controller.signal.aborted) return;
            setPreview(answer);
            setError(null);
            setBusy(false);
            announce(segmentsText.value.editor.preview.counted(answer.in));
          },
          (caught: unknown) => {
            if (controller.signal.aborted || isAbort(caught)) return;
            setError(caught);
            setBusy(false);
          },
        );
    }, SETTLED_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [key]);

  const t = segmentsText.value.editor.preview;
  const lang = locale.value;
  const total = preview ? preview.in + preview.out + preview.unknown : 0;
  return (
    <section class="rule-preview" aria-label={t.title} aria-busy={busy || undefined}>
      <h3>{t.title}</h3>
      {gaps > 0 && <p class="ink-soft">{t.gaps(gaps)}</p>}
      {error !== null && gaps === 0 && <ErrorNotice error={error} />}
      {preview && (
        <div class={classNames('rule-counts', (busy || gaps > 0) && 'rule-counts-stale')}>
          <dl class="rule-figures">
            {(['in', 'out', 'unknown'] as const).map((part) => (
              <div key={part}>
                <dt>{t[part]}</dt>
                <dd>
                  <span class={classNames('num', part === 'in' && 'rule-figure-in')}>
                    {formatNumber(lang, preview[part])}
                  </span>
                  <span class="ink-soft num">
                    {formatPercent(lang, total === 0 ? null : preview[part] / total)}
                  </span>
                </dd>
              </div>
            ))}
          </dl>
          <p class="rule-sentence">{labelText(preview.sentence)}</p>
          <h4>{t.sample}</h4>
          {preview.sample.length === 0 ? (
            <p class="ink-soft">{t.nobody}</p>
          ) : (
            <ul class="rule-sample">
              {preview.sample.map((member, i) => (
                <li key={i} class="cut data" dir="auto" title={member.label}>
                  {member.label}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      {!preview && busy && <p class="ink-soft">{text.value.working}</p>}
    </section>
  );
}
