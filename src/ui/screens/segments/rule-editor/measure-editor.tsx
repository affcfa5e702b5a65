import type { Filter, Measure, Window } from '../../../../segments/rule';
import { Button } from '../../../parts/button';
import { NumberInput } from '../../../parts/number-input';
import { Select } from '../../../parts/select';
import { fields } from '../segments-model';
import { segmentsText } from '../segments-text';
import { choiceOptions, measureFieldLabel, rowChoices } from './field-choices';
import {
  measureFields,
  newFilter,
  newTest,
  STATS,
  takesField,
  WINDOW_KINDS,
  withStat,
  withWindowKind,
} from './rule-draft';
import { DayInput, ValueTestEditor } from './value-test-editor';

/** A number about a customer: what is counted or added up. */
export function MeasureEditor(props: {
  readonly measure: Measure;
  readonly onChange: (measure: Measure) => void;
}) {
  const { measure, onChange } = props;
  const t = segmentsText.value.editor;
  const infos = fields.value;
  const offered = measureFields(measure.of, measure.stat, infos);
  const field = measure.field ?? '';
  const stats = STATS[measure.of].filter(
    (stat) => stat === measure.stat || !takesField(stat) || measureFields(measure.of, stat, infos).length > 0,
  );
  return (
    <>
      <Select
        label={t.stat}
        value={measure.stat}
        options={(stats.includes(measure.stat) ? stats : [...stats, measure.stat]).map((stat) => ({
          value: stat,
          label: t.stats[measure.of][stat],
        }))}
        onChange={(stat) => onChange(withStat(measure, stat, infos))}
      />
      {takesField(measure.stat) && (
        <Select
          label={t.field}
          value={field}
          options={(offered.includes(field) || field === '' ? offered : [...offered, field]).map((id) => ({
            value: id,
            label: measureFieldLabel(measure.of, id, infos),
          }))}
          onChange={(next) => onChange({ ...measure, field: next })}
        />
      )}
    </>
  );
}

/** Which rows count, one restriction a line; all must hold. */
export function FilterEditor(props: {
  readonly measure: Measure;
  readonly onChange: (measure: Measure) => void;
}) {
  const { measure, onChange } = props;
  const t = segmentsText.value.editor;
  const infos = fields.value;
  const where = measure.where ?? [];
  const choices = rowChoices(measure.of, infos);
  const set = (next: readonly Filter[]) => {
    const { where: _, ...rest } = measure;
    onChange(next.length === 0 ? rest : { ...rest, where: next });
  };
  return (
    <>
      {where.map((filter, i) => {
        // A group of restrictions is kept; the condition's sentence says it.
        if ('kind' in filter) return null;
        const choice = choices.find((c) => c.id === filter.field);
        return (
          <div class="rule-where" key={i}>
            <span class="ink-soft">{t.where[measure.of]}</span>
            <Select
              label={t.field}
              value={filter.field}
              options={choiceOptions(choices, filter.field)}
              onChange={(field) => {
                const type = choices.find((c) => c.id === field)?.type ?? 'text';
                set(where.map((f, at) => (at === i ? { field, test: newTest(type) } : f)));
              }}
            />
            <ValueTestEditor
              type={choice?.type ?? 'text'}
              info={choice?.info ?? null}
              test={filter.test}
              onChange={(test) => set(where.map((f, at) => (at === i ? { ...filter, test } : f)))}
            />
            {!(measure.stat === 'share' && where.length === 1) && (
              <Button
                kind="quiet"
                size="s"
                label={t.removeWhere}
                onClick={() => set(where.filter((_, at) => at !== i))}
              >
                <span aria-hidden="true">×</span>
              </Button>
            )}
          </div>
        );
      })}
      <div class="rule-where-add">
        <Button kind="quiet" size="s" onClick={() => set([...where, newFilter(measure.of, infos)])}>
          + {t.addWhere[measure.of]}
        </Button>
      </div>
    </>
  );
}

/** When it happened. */
export function WindowEditor(props: {
  readonly window: Window;
  readonly onChange: (window: Window) => void;
}) {
  const { window, onChange } = props;
  const t = segmentsText.value.editor;
  const kinds = [...new Set<Window['kind']>([...WINDOW_KINDS, window.kind])];
  return (
    <span class="rule-values">
      <Select
        label={t.window}
        value={window.kind}
        options={kinds.map((kind) => ({ value: kind, label: t.windows[kind] }))}
        onChange={(next) => {
          const kind = WINDOW_KINDS.find((k) => k === next);
          if (kind !== undefined) onChange(withWindowKind(window, kind));
        }}
      />
      {'days' in window && (
        <>
          <NumberInput
            label={t.windowDays}
            value={Number.isNaN(window.days) ? null : window.days}
            onValue={(days) => onChange({ ...window, days: days ?? Number.NaN })}
          />
          <span class="ink-soft">{segmentsText.value.units.days}</span>
        </>
      )}
      {window.kind === 'between' && (
        <>
          <DayInput
            label={t.windowFrom}
            at={window.from}
            onChange={(from) => onChange({ ...window, from })}
          />
          <span>{t.and}</span>
          <DayInput label={t.windowTo} at={window.to} onChange={(to) => onChange({ ...window, to })} />
        </>
      )}
    </span>
  );
}
