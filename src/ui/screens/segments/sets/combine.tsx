import { useEffect, useState } from 'preact/hooks';
import { formatList, formatNumber } from '../../../../i18n/format';
import type { OverlapView } from '../../../../protocol/engine-api';
import { differenceRule, intersectionRule, unionRule } from '../../../../segments/rule/set-rules';
import { Button } from '../../../parts/button';
import { locale } from '../../../state/locale';
import type { NamedSegments } from './named-segments';
import { RuleResult } from './rule-result';
import { words } from './words';

const OPERATIONS = ['any', 'all', 'first'] as const;
type Operation = (typeof OPERATIONS)[number];

/** Union, intersection and difference of the chosen segments, each a click away from being a segment. */
export function Combine(props: { readonly overlap: OverlapView; readonly named: NamedSegments }) {
  const { overlap, named } = props;
  const [picked, setPicked] = useState<Operation | null>(null);
  const t = words.value.combine;
  const lang = locale.value;
  const ids = overlap.segments.map(({ id }) => id);
  const names = ids.map(named.name);
  const [first = '', ...others] = names;
  const key = ids.join('|');
  useEffect(() => setPicked(null), [key]);

  const all: Record<
    Operation,
    { title: string; name: string; count: number; rule: ReturnType<typeof unionRule> }
  > = {
    any: {
      title: t.any,
      name: t.anyName(formatList(lang, names, 'or')),
      count: overlap.inAny,
      rule: unionRule(ids),
    },
    all: {
      title: t.all,
      name: t.allName(formatList(lang, names)),
      count: overlap.inAll,
      rule: intersectionRule(ids),
    },
    first: {
      title: t.first(first),
      name: t.firstName(first, formatList(lang, others)),
      count: overlap.inFirstOnly,
      rule: differenceRule(ids),
    },
  };
  return (
    <section class="sets-combine" aria-label={t.title}>
      <h2>{t.title}</h2>
      <div class="sets-operations">
        {OPERATIONS.map((operation) => (
          <Button
            key={operation}
            pressed={picked === operation}
            onClick={() => setPicked(picked === operation ? null : operation)}
          >
            <span class="data">{all[operation].title}</span>
            <span class="num ink-soft">{formatNumber(lang, all[operation].count)}</span>
          </Button>
        ))}
      </div>
      {picked !== null && (
        <RuleResult
          key={`${picked} ${key}`}
          title={all[picked].title}
          rule={all[picked].rule}
          count={all[picked].count}
          population={overlap.population}
          name={all[picked].name}
          onClose={() => setPicked(null)}
        />
      )}
    </section>
  );
}
