import { useState } from 'preact/hooks';
import { formatNumber, formatPercent } from '../../../../i18n/format';
import type { Rule } from '../../../../segments/rule/rule';
import { Button } from '../../../parts/button';
import { engine } from '../../../state/engine';
import { locale } from '../../../state/locale';
import { asOf, reportingCurrency } from '../../../state/settings';
import { PeopleList } from '../people-list';
import { SaveAsSegment } from '../save-as-segment';
import { words } from './words';

/** People that a rule holds for: how many, who, and kept as a segment under a name. */
export function RuleResult(props: {
  readonly title: string;
  readonly detail?: string;
  readonly rule: Rule;
  readonly count: number;
  readonly population: number;
  /** What the segment is called unless the person says otherwise. */
  readonly name: string;
  readonly onClose?: () => void;
}) {
  const { rule, count, population } = props;
  const [shown, setShown] = useState(false);
  const key = JSON.stringify(rule);
  const t = words.value.result;
  const lang = locale.value;
  const at = { asOf: asOf.value, currency: reportingCurrency.value };

  return (
    <section class="set-result" aria-label={props.title}>
      <header class="set-result-head">
        <h3 class="data" dir="auto">
          {props.title}
        </h3>
        {props.onClose && (
          <Button kind="quiet" size="s" onClick={props.onClose}>
            {t.close}
          </Button>
        )}
      </header>
      {props.detail !== undefined && <p class="ink-soft text-s">{props.detail}</p>}
      <p>
        <span class="strong">{t.count(count)}</span>{' '}
        <span class="ink-soft">
          {t.share(
            formatPercent(lang, population === 0 ? null : count / population, 1),
            formatNumber(lang, population),
          )}
        </span>
      </p>
      <SaveAsSegment rule={rule} name={props.name} description={t.description} />
      <div>
        <Button size="s" expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? t.hidePeople : t.showPeople}
        </Button>
      </div>
      {shown && (
        <PeopleList
          caption={`${t.people}: ${props.title}`}
          none={t.nobody}
          exportLabel={t.export}
          of={JSON.stringify([key, at, count])}
          load={(offset, limit, signal) => engine().ruleMembers({ rule, ...at, offset, limit }, { signal })}
          exportAs={(format) => engine().exportRuleMembers({ rule, ...at, name: props.name, format })}
        />
      )}
    </section>
  );
}
