import { useState } from 'preact/hooks';
import type { Findings } from '../../../compare/finder/findings';
import type { Locale } from '../../../core/label';
import { EffectInterval } from '../../charts/effect-interval';
import { Disclosure } from '../../parts/disclosure';
import { EmptyState } from '../../parts/empty-state';
import { engine } from '../../state/engine';
import { DownloadButton } from './download-button';
import { FindingDetail } from './finding-detail';
import { effectText, findingSentence, verdictText } from './finding-text';
import { FindingsTable } from './findings-table';
import { LeftOutTable } from './left-out-table';
import { words } from './words';

/** Findings as sentences, the largest first; one opens to how it came about. */
export function FindingsView(props: { readonly findings: Findings; readonly locale: Locale }) {
  const { findings, locale } = props;
  const t = words.value;
  const r = t.result;
  const [open, setOpen] = useState<string | null>(null);
  const { segment, against } = findings;
  const person = findings.request.grain === 'person';
  const size = person ? r.people : r.rows;
  const names = [segment.name?.[locale] ?? '', against.name?.[locale] ?? t.ask.everyoneElse] as const;
  const reach = Math.max(
    0,
    ...findings.findings.flatMap(({ effect: { interval } }) => [
      Math.abs(interval.lo),
      Math.abs(interval.hi),
    ]),
  );
  const notes = [
    findings.shared > 0 ? r.shared(findings.shared) : null,
    findings.unknown > 0 ? r.unknown(findings.unknown) : null,
    findings.small > 0 ? r.small(findings.small) : null,
    findings.tooFew > 0 ? r.tooFew(findings.tooFew) : null,
  ].filter((note) => note !== null);

  return (
    <section class="findings" aria-label={r.heading(...names)}>
      <div class="findings-head">
        <div>
          <h2 class="data" dir="auto">
            {r.heading(...names)}
          </h2>
          <p class="ink-soft text-s">
            {r.sizes(size(segment.size), size(against.size))} {r.tried(findings.tried, findings.fields)}{' '}
            {findings.findings.length > 0 && r.found(findings.findings.length)}
          </p>
        </div>
        <DownloadButton make={(format) => engine().exportFindings({ findings, format })} />
      </div>
      {findings.findings.length === 0 ? (
        <EmptyState title={findings.tried === 0 ? r.noQuestions : r.none}>
          {findings.tried === 0 ? r.noQuestionsNext : r.noneNext}
        </EmptyState>
      ) : (
        <>
          <ol class="findings-list" aria-label={r.list}>
            {findings.findings.map((finding) => {
              const isOpen = open === finding.id;
              return (
                <li key={finding.id} class="finding">
                  <button
                    type="button"
                    class="finding-open"
                    aria-expanded={isOpen}
                    onClick={() => setOpen(isOpen ? null : finding.id)}
                  >
                    <EffectInterval
                      value={finding.effect.value}
                      interval={finding.effect.interval}
                      reach={reach}
                      label={`${t.detail.effect} ${effectText(locale, finding.effect.value)}`}
                    />
                    <span class="finding-words">
                      <span class="data" dir="auto">
                        {findingSentence(finding, findings, locale, t)}
                      </span>
                      <span class={`finding-verdict finding-${finding.verdict}`}>
                        <span aria-hidden="true">{t.verdictMark[finding.verdict]} </span>
                        {verdictText(finding, t)}
                      </span>
                    </span>
                  </button>
                  {isOpen && (
                    <FindingDetail
                      finding={finding}
                      findings={findings}
                      locale={locale}
                      onClose={() => setOpen(null)}
                    />
                  )}
                </li>
              );
            })}
          </ol>
          <p class="ink-soft text-s">{r.how}</p>
        </>
      )}
      {notes.length > 0 && <p class="ink-soft text-s">{notes.join(' ')}</p>}
      {findings.descriptive && findings.findings.length > 0 && <p class="ink-soft text-s">{r.descriptive}</p>}
      {findings.findings.length > 0 && (
        <Disclosure summary={r.asTable}>
          <FindingsTable findings={findings} locale={locale} />
        </Disclosure>
      )}
      {findings.leftOut.length > 0 && (
        <Disclosure summary={t.leftOut.heading(findings.leftOut.length)}>
          <LeftOutTable findings={findings} locale={locale} />
        </Disclosure>
      )}
    </section>
  );
}
