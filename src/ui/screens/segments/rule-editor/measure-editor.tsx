import { type Measure, NEEDS_FIELD } from '../../../../segments/rule/rule';
import { Select } from '../../../parts/select';
import { ValuePicker } from '../../../parts/value-picker';
import { shownCurrency } from '../../../state/shown-currency';
import { builderText } from '../rule-builder-text';
import { fields } from '../segments-model';
import { segmentsText } from '../segments-text';
import { isShare, kindsOf, measureFields, withKinds, withStat } from './draft/measures';
import { eventKinds, measureFieldLabel } from './field-choices';
import { FilterList } from './filter-list';
import { isHeld } from './held-tables';
import { measureGroup } from './subject-select';

/** What a number is of, after it was said which number: the field, and the kind of event. */
export function MeasureParts(props: {
  readonly measure: Measure;
  readonly onChange: (measure: Measure) => void;
}) {
  const { measure, onChange } = props;
  const t = segmentsText.value.editor;
  const field = measure.field ?? '';
  const offered = measureFields(measure.of, measure.stat, fields.value);
  return (
    <>
      {NEEDS_FIELD.has(measure.stat) && (
        <Select
          label={t.field}
          value={field}
          options={(offered.includes(field) || field === '' ? offered : [...offered, field]).map((id) => ({
            value: id,
            label: measureFieldLabel(measure.of, id, fields.value),
          }))}
          onChange={(next) => onChange({ ...measure, field: next })}
        />
      )}
      {measure.of === 'events' && <MeasuredKinds measure={measure} onChange={onChange} />}
    </>
  );
}

/** Of a share, the kind is of what it is a share of. */
function MeasuredKinds(props: { readonly measure: Measure; readonly onChange: (measure: Measure) => void }) {
  const { measure, onChange } = props;
  const part = measure.stat === 'share' ? 'among' : 'where';
  const filters = measure[part] ?? [];
  return (
    <KindSelect
      kinds={kindsOf(measure.of, filters)}
      onChange={(kinds) => {
        const { [part]: _, ...rest } = measure;
        const next = withKinds(measure.of, filters, kinds);
        onChange(next.length === 0 ? rest : { ...rest, [part]: next });
      }}
    />
  );
}

/** Events of any kind, of one, or of several. */
export function KindSelect(props: {
  /** Null of any. */
  readonly kinds: readonly string[] | null;
  readonly onChange: (kinds: readonly string[] | null) => void;
}) {
  const { kinds, onChange } = props;
  const b = builderText.value;
  const known = eventKinds(fields.value);
  const several = kinds !== null && kinds.length !== 1;
  const [only = ''] = kinds ?? [];
  const value = kinds === null ? 'any' : several ? 'several' : `kind:${only}`;
  return (
    <>
      <Select
        label={b.kind}
        value={value}
        options={[
          { value: 'any', label: b.kindAny },
          ...(several || kinds === null || known.some((k) => k.value === only)
            ? []
            : [{ value: `kind:${only}`, label: only }]),
          ...known.map((k) => ({ value: `kind:${k.value}`, label: k.label })),
          { value: 'several', label: b.kindSeveral },
        ]}
        onChange={(next) =>
          onChange(next === 'any' ? null : next === 'several' ? [] : [next.slice('kind:'.length)])
        }
      />
      {several && (
        <ValuePicker
          label={b.kind}
          placeholder={segmentsText.value.editor.valuesAdd}
          values={kinds}
          options={known}
          onChange={onChange}
        />
      )}
    </>
  );
}

/** The restrictions of a measure: which rows, and for a share, out of which. */
export function MeasureFilters(props: {
  readonly measure: Measure;
  readonly onChange: (measure: Measure) => void;
}) {
  const { measure, onChange } = props;
  const t = segmentsText.value.editor;
  const b = builderText.value;
  const { of, stat } = measure;
  const list = (part: 'where' | 'among', lead: string, add: string) => {
    const all = measure[part] ?? [];
    // The kind of event is said further up.
    const said = part === (stat === 'share' ? 'among' : 'where') && kindsOf(of, all) !== null;
    const shown = said ? all.slice(1) : all;
    return (
      <FilterList
        of={of}
        filters={shown}
        lead={lead}
        add={add}
        needed={part === 'where' && stat === 'share'}
        onChange={(filters) => {
          const { [part]: _, ...rest } = measure;
          const next = said ? [...all.slice(0, 1), ...filters] : filters;
          onChange(next.length === 0 ? rest : { ...rest, [part]: next });
        }}
      />
    );
  };
  return (
    <>
      {list('where', b.where[of], t.addWhere[of])}
      {stat === 'share' && list('among', b.among[of], b.addAmong[of])}
    </>
  );
}

/** "by [number of orders]": a measure where it is not the subject. */
export function MeasureChoice(props: {
  readonly measure: Measure;
  readonly onChange: (measure: Measure) => void;
}) {
  const { measure, onChange } = props;
  return (
    <>
      <Select
        label={segmentsText.value.editor.by}
        value={`${measure.of}:${measure.stat}`}
        options={(['orders', 'items', 'events'] as const)
          .filter((of) => of === measure.of || isHeld(of))
          .map(measureGroup)}
        onChange={(subject) => {
          const [of, stat] = subject.split(':') as [Measure['of'], Measure['stat']];
          onChange(withStat(measure, of, stat, fields.value));
        }}
      />
      <MeasureParts measure={measure} onChange={onChange} />
    </>
  );
}

const MONEY = new Set(['revenue', 'gross', 'refunded', 'discount', 'value']);

/** What the number of a measure is in. */
export function measureUnit(measure: Measure): string {
  if (isShare(measure)) return '%';
  const { field, of, stat } = measure;
  if (field === undefined || stat === 'distinct') return '';
  const isMoney =
    MONEY.has(field) || fields.value.some((f) => f.table === of && f.id === field && f.type === 'money');
  return isMoney ? (shownCurrency.value ?? '') : '';
}
