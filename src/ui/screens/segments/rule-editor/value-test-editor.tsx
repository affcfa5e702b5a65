import type { ColumnType } from '../../../../core/column';
import { formatNumber } from '../../../../i18n/format';
import type { FieldInfo } from '../../../../protocol/engine-api';
import type { NumberTest, ValueTest } from '../../../../segments/rule';
import { NumberInput } from '../../../parts/number-input';
import { Select } from '../../../parts/select';
import { TextInput } from '../../../parts/text-input';
import { ValuePicker } from '../../../parts/value-picker';
import { locale } from '../../../state/locale';
import { segmentsText } from '../segments-text';
import { isNumberTest, numberTests, testsOf, withOp } from './rule-draft';

/** What a value must be: the operator, then as much as it needs. */
export function ValueTestEditor(props: {
  readonly type: ColumnType;
  readonly info: FieldInfo | null;
  readonly test: ValueTest;
  readonly unit?: string;
  readonly onChange: (test: ValueTest) => void;
}) {
  const { type, info, test, onChange } = props;
  const t = segmentsText.value.editor;
  const ops = testsOf(type);
  return (
    <>
      <Select
        label={t.test}
        value={test.op}
        options={(ops.includes(test.op) ? ops : [...ops, test.op]).map((op) => ({
          value: op,
          label: t.ops[op],
        }))}
        onChange={(op) => onChange(withOp(test, op))}
      />
      {'values' in test && (
        <ValuePicker
          label={t.values}
          placeholder={t.valuesAdd}
          noMatch={t.valuesNone}
          values={test.values}
          options={(info?.values ?? []).map(({ value, count }) => ({
            value,
            detail: formatNumber(locale.value, count),
          }))}
          onChange={(values) => onChange({ ...test, values })}
        />
      )}
      {'text' in test && (
        <TextInput label={t.value} value={test.text} onInput={(text) => onChange({ ...test, text })} />
      )}
      {'at' in test && <DayInput label={t.value} at={test.at} onChange={(at) => onChange({ ...test, at })} />}
      {isNumberTest(test) && (
        <NumberValues
          test={test}
          onChange={onChange}
          {...(props.unit === undefined ? {} : { unit: props.unit })}
        />
      )}
    </>
  );
}

/** As above, of a measure: always a number. `scale` 100 shows a share as a percentage. */
export function NumberTestEditor(props: {
  readonly test: NumberTest;
  readonly unit: string;
  readonly scale?: number;
  readonly onChange: (test: NumberTest) => void;
}) {
  const { test, onChange } = props;
  const t = segmentsText.value.editor;
  return (
    <>
      <Select
        label={t.test}
        value={test.op}
        options={numberTests.map((op) => ({ value: op, label: t.ops[op] }))}
        onChange={(op) => onChange(withOp(test, op) as NumberTest)}
      />
      <NumberValues test={test} unit={props.unit} scale={props.scale ?? 1} onChange={onChange} />
    </>
  );
}

function NumberValues(props: {
  readonly test: NumberTest;
  readonly unit?: string;
  readonly scale?: number;
  readonly onChange: (test: NumberTest) => void;
}) {
  const { test, scale = 1, onChange } = props;
  const t = segmentsText.value.editor;
  const input = (label: string, value: number, set: (value: number) => void) => (
    <NumberInput
      label={label}
      value={Number.isNaN(value) ? null : scaled(value, scale)}
      onValue={(typed) => set(typed === null ? Number.NaN : scaled(typed, 1 / scale))}
    />
  );
  return (
    <span class="rule-values">
      {test.op === 'between' ? (
        <>
          {input(t.valueFrom, test.from, (from) => onChange({ ...test, from }))}
          <span>{t.and}</span>
          {input(t.valueTo, test.to, (to) => onChange({ ...test, to }))}
        </>
      ) : (
        input(t.value, test.value, (value) => onChange({ ...test, value }))
      )}
      {props.unit !== undefined && props.unit !== '' && <span class="ink-soft">{props.unit}</span>}
    </span>
  );
}

/** 0.1 × 100 is 10, not 10.000000000000002. */
function scaled(value: number, by: number): number {
  return by === 1 ? value : Number((value * by).toPrecision(12));
}

/** A day as `WallMs` at midnight; NaN while none is picked. */
export function DayInput(props: {
  readonly label: string;
  readonly at: number;
  readonly onChange: (at: number) => void;
}) {
  const iso = Number.isFinite(props.at) ? new Date(props.at).toISOString().slice(0, 10) : '';
  return (
    <TextInput
      type="date"
      label={props.label}
      value={iso}
      onInput={(value) => props.onChange(value === '' ? Number.NaN : Date.parse(`${value}T00:00:00Z`))}
    />
  );
}
