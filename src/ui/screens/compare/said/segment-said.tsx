import { useEffect, useMemo } from 'preact/hooks';
import type { Comparison } from '../../../../compare/comparison';
import { stepsFor } from '../../../../compare/next-steps/next-steps';
import { segmentSentences } from '../../../../compare/sentences/segment-sentences';
import type { Locale } from '../../../../core/label';
import { en } from '../../../../i18n/en/next-steps';
import { en as enReport } from '../../../../i18n/en/report';
import { pl } from '../../../../i18n/pl/next-steps';
import { pl as plReport } from '../../../../i18n/pl/report';
import { Disclosure } from '../../../parts/disclosure';
import { SegmentMark } from '../../../parts/segment-mark';
import { useLater } from '../../../parts/use-later';
import { textOf } from '../../../state/text';
import { ownSteps, readOwnSteps } from './own-steps';
import './segment-said.css';
import { StepsEditor } from './steps-editor';

const words = textOf({ en, pl });
const reportWords = textOf({ en: enReport, pl: plReport });

/** What the numbers say of each segment, and under it, clearly apart, what could be done. */
export function SegmentSaid(props: {
  readonly comparison: Comparison;
  readonly goal: string;
  readonly aim: string | null;
  readonly locale: Locale;
}) {
  const { comparison, goal, aim, locale } = props;
  const asked = useLater(useMemo(() => ({ comparison, goal, aim, locale }), [comparison, goal, aim, locale]));
  return <Disclosure summary={reportWords.value.says}>{asked && <Said {...asked} />}</Disclosure>;
}

function Said(props: Parameters<typeof SegmentSaid>[0]) {
  const { comparison, goal, aim, locale } = props;
  const t = words.value;
  const said = useMemo(() => segmentSentences(comparison, goal, locale), [comparison, goal, locale]);
  useEffect(() => {
    readOwnSteps().catch(() => {
      // The suggestions stand as they are.
    });
  }, [comparison.dataVersion]);
  return (
    <div class="said">
      {comparison.segments.map((segment) => {
        const { steps, edited } = stepsFor(ownSteps.value, segment.id, comparison.request.grain, aim, locale);
        return (
          <section class="said-segment" key={segment.id}>
            <h3>
              <SegmentMark colour={segment.colour} />
              <span class="data" dir="auto">
                {segment.name[locale]}
              </span>
            </h3>
            <ul>
              {said
                .find((s) => s.segmentId === segment.id)
                ?.sentences.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
            </ul>
            <StepsEditor
              key={`${segment.id} ${aim} ${locale} ${edited}`}
              segmentId={segment.id}
              name={segment.name[locale]}
              aim={aim}
              steps={steps}
              edited={edited}
            />
          </section>
        );
      })}
      <p class="text-s ink-soft">{t.note}</p>
    </div>
  );
}
