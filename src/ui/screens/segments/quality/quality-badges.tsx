import { en } from '../../../../i18n/en/quality';
import { formatDay, formatMoney, formatNumber, formatPercent } from '../../../../i18n/format';
import { pl } from '../../../../i18n/pl/quality';
import { type QualityGoal, type QualityView, SINCE, type Since } from '../../../../protocol/api/sets';
import { TEST_CHANGE } from '../../../../segments/quality/quality';
import { AD_ENOUGH, AD_LEAST, type QualityBadgeId } from '../../../../segments/quality/quality-badges';
import { Select } from '../../../parts/select';
import { engine } from '../../../state/engine';
import { locale } from '../../../state/locale';
import { persisted } from '../../../state/persisted';
import { routeHash } from '../../../state/route';
import { asOf, reportingCurrency } from '../../../state/settings';
import { labelText, textOf } from '../../../state/text';
import { workspace } from '../../../state/workspace';
import { CallState } from '../../compare/call-state';
import { useAnswer } from '../../compare/use-answer';
import { viewOf } from '../segments-model';
import './quality.css';

const words = textOf({ en, pl });

const goal = persisted<QualityGoal | null>('quality-goal', null, (raw) =>
  raw === 'revenue' || raw === 'orders' || raw === 'events' ? raw : null,
);
const since = persisted<Since>('quality-since', 'month', (raw) => SINCE.find((s) => s === raw) ?? null);

/** Whether the open segment is any good: six verdicts in a word, each with its numbers and what to do. */
export function QualityBadges(props: { readonly segmentId: string; readonly version: number }) {
  const t = words.value;
  const request = {
    segmentId: props.segmentId,
    asOf: asOf.value,
    currency: reportingCurrency.value,
    goal: goal.value,
    since: since.value,
    version: `${workspace.value?.dataVersion} ${props.version}`,
  };
  const call = useAnswer(request, ({ version: _, ...asked }: typeof request, signal) =>
    engine().quality(asked, { signal }),
  );
  const quality = call.value.value;
  return (
    <section class="quality" aria-label={t.title} aria-busy={call.busy.value || undefined}>
      <h3>{t.title}</h3>
      <CallState call={call} hasValue={quality !== null} />
      {quality && (
        <div class={call.busy.value ? 'quality-stale' : undefined}>
          <div class="quality-choices">
            {quality.goal !== null && (
              <Select
                size="s"
                label={t.goal}
                value={quality.goal}
                options={quality.goals.map((value) => ({ value, label: `${t.goal}: ${t.goals[value]}` }))}
                onChange={(next) => {
                  goal.value = next;
                }}
              />
            )}
            <Select
              size="s"
              label={t.since}
              value={since.value}
              options={SINCE.map((value) => ({ value, label: `${t.since}: ${t.sinces[value]}` }))}
              onChange={(next) => {
                since.value = next;
              }}
            />
          </div>
          <dl class="quality-badges">
            {quality.badges.map((badge) => (
              <div key={badge.id} class={`quality-badge quality-${badge.level}`}>
                <dt>
                  <span class="quality-mark" aria-hidden="true">
                    {t.marks[badge.level]}
                  </span>
                  {t.badges[badge.id]}
                  <span class="quality-level">{t.levels[badge.level]}</span>
                </dt>
                <dd>
                  <ul class="quality-facts">
                    <Facts id={badge.id} quality={quality} />
                  </ul>
                  <p class="quality-advice">{t.advice[badge.advice]}</p>
                </dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </section>
  );
}

function Facts(props: { readonly id: QualityBadgeId; readonly quality: QualityView }) {
  const { id, quality } = props;
  const { size, kept, before } = quality;
  const t = words.value.facts;
  const lang = locale.value;
  const number = (value: number) => formatNumber(lang, value);
  const amount = (value: number) =>
    quality.goal === 'revenue' ? formatMoney(lang, value, quality.currency) : formatNumber(lang, value, 2);
  const people = number(size.measured);
  switch (id) {
    case 'large':
      return (
        <>
          <li>
            {size.mean === null
              ? t.people(number(size.people))
              : size.halfWidth === null
                ? t.meanOnly(amount(size.mean), people)
                : t.mean(amount(size.mean), amount(size.halfWidth), people)}
          </li>
          {size.smallestDifference !== null && <li>{t.smallest(amount(size.smallestDifference))}</li>}
          {size.testNeeds !== null && (
            <li>{t.test(number(size.testNeeds), formatPercent(lang, TEST_CHANGE))}</li>
          )}
          <li>{t.ads(number(AD_LEAST), number(AD_ENOUGH))}</li>
        </>
      );
    case 'homogeneous':
      return (
        <li>
          {quality.etaSquared === null
            ? t.etaUntold
            : t.eta(
                formatPercent(lang, quality.etaSquared, 1),
                number(quality.population - quality.unknown.people),
              )}
        </li>
      );
    case 'distinct': {
      const { closest } = quality;
      if (closest === null) return null;
      const view = viewOf(closest.id);
      return (
        <li>
          {t.closest(formatPercent(lang, closest.jaccard, 1))}{' '}
          <a class="data" dir="auto" href={routeHash('segments', closest.id)}>
            {view ? labelText(view.segment.name) : closest.id}
          </a>
        </li>
      );
    }
    case 'stable':
      if (kept === null || before === null) return <li>{t.noHistory(words.value.sinces[since.value])}</li>;
      return kept.share === null ? (
        <li>{t.noneBefore(formatDay(lang, before))}</li>
      ) : (
        <>
          <li>
            {t.kept(
              formatPercent(lang, kept.share, 1),
              number(kept.still),
              number(kept.before - kept.untold),
              formatDay(lang, before),
            )}
          </li>
          {kept.untold > 0 && <li>{t.keptUntold(kept.untold)}</li>}
        </>
      );
    case 'reachable': {
      const held = quality.reachable.filter((channel) => channel.held);
      if (held.length === 0) return <li>{t.noContact}</li>;
      return (
        <>
          {held.map(({ channel, reachable, untold }) => (
            <li key={channel}>
              {t[channel](number(reachable), number(size.people))}
              {untold > 0 && `; ${t.silent(untold)}`}
            </li>
          ))}
        </>
      );
    }
    case 'unknown':
      return (
        <li>
          {t.unknown(
            formatPercent(lang, quality.unknown.share, 1),
            number(quality.unknown.people),
            number(quality.population),
          )}
        </li>
      );
  }
}
