import type { Finding, Findings } from '../../../compare/finder/findings';
import type { Locale } from '../../../core/label';
import { SaveAsSegment } from '../segments/save-as-segment';
import { findingFormat, findingSentence, subjectName } from './finding-text';
import { words } from './words';

/** A finding's value, or more than its middle, as a segment of one's own. */
export function SaveFinding(props: {
  readonly finding: Finding;
  readonly findings: Findings;
  readonly locale: Locale;
}) {
  const { finding, findings, locale } = props;
  const t = words.value;
  const { rule, threshold } = finding;
  if (rule === null) return null;
  const bound = threshold === null ? null : findingFormat(locale, finding, findings.currency).full(threshold);
  const field = finding.subject.label[locale];
  const proposed =
    bound === null
      ? subjectName(finding.subject, locale, t)
      : finding.effect.value > 0
        ? t.save.atLeast(field, bound)
        : t.save.atMost(field, bound);
  return (
    <SaveAsSegment
      rule={rule}
      name={proposed}
      description={findingSentence(finding, findings, locale, t)}
      {...(bound === null ? {} : { hint: t.save.middle })}
    />
  );
}
