import { formatNumber } from '../../../i18n/format';
import { metricFormat } from '../../../metrics/metric-value';
import { ErrorNotice } from '../../parts/error-notice';
import { engine } from '../../state/engine';
import { locale as localeSignal } from '../../state/locale';
import { labelText } from '../../state/text';
import { useAnswer } from '../compare/use-answer';
import { BesideRow } from './beside-row';
import { besideWords } from './words';

const SHOWN = 6;

/** What sets one value apart from the other rows: its rates, and how it spreads over the report's other dimensions. */
export function BesideApart(props: {
  readonly id: string;
  readonly lookId: string;
  readonly dimension: string;
  readonly value: string;
}) {
  const { lookId, dimension, value } = props;
  const call = useAnswer({ lookId, dimension, value }, (request, signal) =>
    engine().besideApart(request, { signal }),
  );
  const t = besideWords.value.apart;
  const locale = localeSignal.value;
  const found = call.value.value;
  return (
    <div class="beside-apart" id={props.id} aria-busy={call.busy.value}>
      <h4>{t.title(value)}</h4>
      {call.error.value !== null && <ErrorNotice error={call.error.value} />}
      {found !== null && found.findings.length === 0 && <p class="ink-soft">{t.none}</p>}
      {found !== null && (
        <ol class="beside-list">
          {found.findings.slice(0, SHOWN).map((finding) => {
            const { subject, a, b, difference } = finding;
            const format = metricFormat(locale, { unit: 'rate' }, null, [a.value, b.value]);
            const label = labelText(subject.label);
            return (
              <BesideRow
                key={finding.id}
                name={subject.value === null ? label : t.share(`${label}: ${subject.value}`)}
                value={format.full(a.value)}
                verdict="different"
                rests={[
                  besideWords.value.values.rest(format.full(b.value)),
                  `n ${formatNumber(locale, a.n)}`,
                  format.difference(difference?.value ?? null),
                ]}
                difference={null}
              />
            );
          })}
        </ol>
      )}
    </div>
  );
}
