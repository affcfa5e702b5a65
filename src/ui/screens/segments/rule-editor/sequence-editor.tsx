import type { SequenceStep, Span } from '../../../../segments/rule/rule';
import { MOST_STEPS } from '../../../../segments/rule/rule';
import { Button } from '../../../parts/button';
import { Select } from '../../../parts/select';
import { builderText } from '../rule-builder-text';
import { segmentsText } from '../segments-text';
import { kindsOf, withKinds } from './draft/measures';
import { FilterList } from './filter-list';
import { isHeld } from './held-tables';
import { KindSelect } from './measure-editor';
import { RuleNumber } from './rule-number';
import { useFocusAdded } from './use-focus-added';

/** Steps one after another: each what happens, or must not, and how soon after the one before. */
export function SequenceEditor(props: {
  readonly steps: readonly SequenceStep[];
  readonly onChange: (steps: readonly SequenceStep[]) => void;
}) {
  const { steps, onChange } = props;
  const b = builderText.value.sequence;
  const { list, onAdded } = useFocusAdded<HTMLOListElement>(':scope > li > .rule-condition');
  const set = (next: readonly SequenceStep[]) =>
    onChange(next.map((step, i) => (i === 0 ? asFirst(step) : step)));
  return (
    <ol class="rule-steps" aria-label={b.label} ref={list}>
      {steps.map((step, i) => (
        <li key={i}>
          <fieldset class="rule-condition">
            <legend class="only-read">{b.step(i + 1)}</legend>
            <StepEditor
              step={step}
              place={i + 1}
              onChange={(next) => set(steps.map((one, at) => (at === i ? next : one)))}
              {...(i === 0
                ? {}
                : {
                    onUp: () => {
                      const next = steps.filter((_, at) => at !== i);
                      next.splice(i - 1, 0, step);
                      set(next);
                    },
                  })}
              {...(steps.length === 1 ? {} : { onRemove: () => set(steps.filter((_, at) => at !== i)) })}
            />
          </fieldset>
        </li>
      ))}
      {steps.length < MOST_STEPS && (
        <li class="rule-where-add">
          <Button
            kind="quiet"
            size="s"
            onClick={() => {
              onAdded();
              set([...steps, { of: 'orders' }]);
            }}
          >
            + {b.add}
          </Button>
        </li>
      )}
    </ol>
  );
}

/** The first step is never a `not`, and after nothing. */
function asFirst({ of, where }: SequenceStep): SequenceStep {
  return { of, ...(where === undefined ? {} : { where }) };
}

function StepEditor(props: {
  readonly step: SequenceStep;
  readonly place: number;
  readonly onChange: (step: SequenceStep) => void;
  readonly onUp?: () => void;
  readonly onRemove?: () => void;
}) {
  const { step, place, onChange } = props;
  const t = segmentsText.value.editor;
  const b = builderText.value;
  const s = b.sequence;
  const where = step.where ?? [];
  const withWhere = (filters: SequenceStep['where'] = []): SequenceStep => {
    const { where: _, ...rest } = step;
    return filters.length === 0 ? rest : { ...rest, where: filters };
  };
  const kinds = kindsOf(step.of, where);
  return (
    <>
      <div class="rule-line">
        {place === 1 ? (
          <span class="ink-soft">{s.first}</span>
        ) : (
          <Select
            label={s.which}
            value={step.not ? 'without' : 'after'}
            options={(['after', 'without'] as const).map((value) => ({ value, label: s[value] }))}
            onChange={(value) => {
              const { not: _, ...rest } = step;
              onChange(value === 'without' ? { ...rest, not: true } : rest);
            }}
          />
        )}
        <Select
          label={s.what}
          value={step.of}
          options={(['orders', 'items', 'events'] as const)
            .filter((of) => of === step.of || isHeld(of))
            .map((of) => ({ value: of, label: s.of[of] }))}
          onChange={(of) => {
            const { where: _, ...rest } = step;
            onChange({ ...rest, of });
          }}
        />
        {step.of === 'events' && (
          <KindSelect
            kinds={kinds}
            onChange={(next) => onChange(withWhere(withKinds('events', where, next)))}
          />
        )}
        {place > 1 && (
          <SpanEditor
            span={step.within}
            onChange={(within) => {
              const { within: _, ...rest } = step;
              onChange(within === undefined ? rest : { ...rest, within });
            }}
          />
        )}
        <span class="rule-remove">
          {props.onUp !== undefined && (
            <Button kind="quiet" size="s" label={s.up(place)} onClick={props.onUp}>
              <span aria-hidden="true">↑</span>
            </Button>
          )}
          {props.onRemove !== undefined && (
            <Button kind="quiet" size="s" label={s.remove(place)} onClick={props.onRemove}>
              <span aria-hidden="true">×</span>
            </Button>
          )}
        </span>
      </div>
      <FilterList
        of={step.of}
        filters={kinds === null ? where : where.slice(1)}
        lead={b.where[step.of]}
        add={t.addWhere[step.of]}
        onChange={(filters) =>
          onChange(withWhere(kinds === null ? filters : [...where.slice(0, 1), ...filters]))
        }
      />
    </>
  );
}

function SpanEditor(props: {
  readonly span: Span | undefined;
  readonly onChange: (span: Span | undefined) => void;
}) {
  const { span, onChange } = props;
  const s = builderText.value.sequence;
  return (
    <span class="rule-values">
      <Select
        label={s.reach}
        value={span?.unit ?? 'ever'}
        options={(['ever', 'days', 'hours', 'minutes'] as const).map((value) => ({
          value,
          label: value === span?.unit ? s.within : s.spans[value],
        }))}
        onChange={(unit) => onChange(unit === 'ever' ? undefined : { n: span?.n ?? Number.NaN, unit })}
      />
      {span !== undefined && (
        <>
          <RuleNumber label={s.many} value={span.n} onValue={(n) => onChange({ ...span, n })} />
          <span class="ink-soft">{s.units[span.unit]}</span>
        </>
      )}
    </span>
  );
}
