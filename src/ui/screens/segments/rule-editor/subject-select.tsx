import type { Measure, Rule } from '../../../../segments/rule/rule';
import { Select, type SelectGroup } from '../../../parts/select';
import { workspace } from '../../../state/workspace';
import { builderText } from '../rule-builder-text';
import { fields } from '../segments-model';
import { segmentsText } from '../segments-text';
import { STATS } from './draft/measures';
import { type Subject, subjectOf, withSubject } from './draft/new-condition';
import { personChoices } from './field-choices';
import { isHeld } from './held-tables';

/** What a condition is about, in one choice: a field of the customer, a number over rows, a place among others … */
export function SubjectSelect(props: {
  readonly rule: Rule;
  readonly grain: 'person' | 'aggregate';
  readonly onChange: (rule: Rule) => void;
}) {
  const { rule, grain, onChange } = props;
  const t = builderText.value;
  const current = subjectOf(rule);
  const groups = grain === 'aggregate' ? [dimensionGroup()] : personGroups();
  const known = groups.some((g) => g.options.some((o) => o.value === current));
  return (
    <Select
      label={segmentsText.value.editor.kind}
      value={current}
      options={known ? groups : [{ value: current, label: nameOf(current) }, ...groups]}
      onChange={(subject) => onChange(withSubject(rule, subject, fields.value))}
    />
  );

  function nameOf(subject: Subject): string {
    const [kind = '', ...rest] = subject.split(':');
    if (Object.hasOwn(t.subjects, kind)) return t.subjects[kind as keyof typeof t.subjects];
    const id = rest.join(':');
    const stats = segmentsText.value.editor.stats;
    if (Object.hasOwn(stats, kind)) {
      const of = stats[kind as Measure['of']];
      if (Object.hasOwn(of, id)) return of[id as keyof typeof of];
    }
    return id === '' ? '…' : id;
  }

  function personGroups(): readonly SelectGroup<Subject>[] {
    const orders = isHeld('orders');
    const named = (...kinds: readonly (keyof typeof t.subjects)[]) =>
      kinds.map((kind) => ({ value: kind, label: t.subjects[kind] }));
    return [
      {
        group: t.subjectGroups.people,
        options: personChoices(fields.value).map((c) => ({ value: `attribute:${c.id}`, label: c.label })),
      },
      ...(['orders', 'items', 'events'] as const).filter(isHeld).map((of) => measureGroup(of)),
      {
        group: t.subjectGroups.standing,
        options: orders
          ? named('rank', 'quantile', 'rfm', 'rfm-scores', 'lifecycle', 'journey')
          : named('rank', 'quantile', 'journey'),
      },
      ...(orders
        ? [
            {
              group: t.subjectGroups.foretold,
              options: named('foretold-value', 'foretold-order', 'foretold-still-buying'),
            },
          ]
        : []),
      { group: t.subjectGroups.order, options: named('sequence', 'as-of') },
      { group: t.subjectGroups.others, options: named('list', 'segment') },
    ].filter(({ options }) => options.length > 0);
  }

  function dimensionGroup(): SelectGroup<Subject> {
    const columns = new Map(
      (workspace.value?.reports ?? []).flatMap((r) => r.dimensions.map((d) => [d.id, d.header] as const)),
    );
    const options = [...columns].map(([id, label]) => ({ value: `dimension:${id}`, label }));
    return { group: t.subjectGroups.dimension, options };
  }
}

/** The numbers of one table, as a select offers them. */
export function measureGroup(of: Measure['of']): SelectGroup<Subject> {
  const stats = segmentsText.value.editor.stats[of];
  return {
    group: builderText.value.subjectGroups[of],
    options: STATS[of].map((stat) => ({ value: `${of}:${stat}`, label: stats[stat] })),
  };
}
