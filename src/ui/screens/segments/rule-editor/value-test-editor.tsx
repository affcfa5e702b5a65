import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { formatNumber } from '../../../../i18n/format';
import type { FieldValuesRequest, SpreadRequest } from '../../../../protocol/engine-api';
import type { NumberTest, ValueTest } from '../../../../segments/rule/rule';
import { NumberInput } from '../../../parts/number-input';
import { Select } from '../../../parts/select';
import { TextInput } from '../../../parts/text-input';
import { type PickableValue, ValuePicker } from '../../../parts/value-picker';
import { engine } from '../../../state/engine';
import { locale } from '../../../state/locale';
import { segmentsText } from '../segments-text';
import { isNumberTest, NUMBER_OPS, testsOf, withOp } from './draft/value-tests';
import type { FieldChoice } from './field-choices';
import { ThresholdMenu } from './suggestion-menus';

const SUGGESTED = 50;

/** What a value must be: the operator, then as much as it needs. */
export function ValueTestEditor(props: {
  readonly choice: Pick<FieldChoice, 'type' | 'info' | 'named'>;
  readonly test: ValueTest;
  readonly unit?: string;
  /** Where more values can be looked for than came with the field. */
  readonly values?: Pick<FieldValuesRequest, 'table' | 'field'>;
  readonly spread?: SpreadRequest['of'];
  readonly onChange: (test: ValueTest) => void;
}) {
  const { choice, test, spread, unit = '', onChange } = props;
  const { type, named } = choice;
  const t = segmentsText.value.editor;
  const plain = testsOf(type);
  const ops = named === undefined ? plain : [...new Set([...testsOf('text').slice(0, 2), ...plain])];
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
      {'values' in test &&
        (named === undefined ? (
          <HeldValues
            values={test.values}
            choice={choice}
            {...(props.values === undefined ? {} : { of: props.values })}
            onChange={(values) => onChange({ ...test, values })}
          />
        ) : (
          <ValuePicker
            label={t.values}
            placeholder={t.valuesAdd}
            free={false}
            values={test.values}
            options={named}
            onChange={(values) => onChange({ ...test, values })}
          />
        ))}
      {'text' in test && (
        <TextInput label={t.value} value={test.text} onInput={(text) => onChange({ ...test, text })} />
      )}
      {'at' in test && (
        <>
          <DayInput label={t.value} at={test.at} onChange={(at) => onChange({ ...test, at })} />
          {spread !== undefined && (
            <ThresholdMenu
              of={spread}
              isTime
              unit=""
              takes={test.op === 'after' ? 'atLeast' : 'atMost'}
              onPick={(at) => onChange({ ...test, at: Math.floor(at / DAY_MS) * DAY_MS })}
            />
          )}
        </>
      )}
      {isNumberTest(test) && (
        <NumberValues
          test={test}
          onChange={onChange}
          unit={unit}
          {...(spread === undefined ? {} : { spread })}
        />
      )}
    </>
  );
}

const DAY_MS = 86_400_000;

/** Values out of the field's own, looked for among all of them as one types. */
function HeldValues(props: {
  readonly values: readonly string[];
  readonly choice: Pick<FieldChoice, 'info'>;
  readonly of?: Pick<FieldValuesRequest, 'table' | 'field'>;
  readonly onChange: (values: readonly string[]) => void;
}) {
  const { of, choice } = props;
  const t = segmentsText.value.editor;
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<readonly PickableValue[] | null>(null);
  useEffect(() => {
    setFound(null);
    if (of === undefined || (typed.trim() === '' && choice.info !== null)) return;
    const controller = new AbortController();
    engine()
      .fieldValues({ ...of, typed, limit: SUGGESTED }, { signal: controller.signal })
      .then(
        ({ values }) => {
          if (!controller.signal.aborted) setFound(values.map(option));
        },
        () => {
          // The values that came with the field stay on offer.
        },
      );
    return () => controller.abort();
  }, [typed, of?.table, of?.field]);
  return (
    <ValuePicker
      label={t.values}
      placeholder={t.valuesAdd}
      noMatch={t.valuesNone}
      values={props.values}
      options={found ?? (choice.info?.values ?? []).map(option)}
      onTyped={setTyped}
      onChange={props.onChange}
    />
  );
}

const option = ({ value, count }: { readonly value: string; readonly count: number }): PickableValue => ({
  value,
  detail: formatNumber(locale.value, count),
});

/** As above, of a measure: always a number. `scale` 100 shows a share as a percentage. */
export function NumberTestEditor(props: {
  readonly test: NumberTest;
  readonly unit: string;
  readonly scale?: number;
  readonly spread?: SpreadRequest['of'];
  /** In place of the choice among number tests, where there are others beside. */
  readonly ops?: ComponentChildren;
  readonly onChange: (test: NumberTest) => void;
}) {
  const { test, onChange } = props;
  const t = segmentsText.value.editor;
  return (
    <>
      {props.ops ?? (
        <Select
          label={t.test}
          value={test.op}
          options={NUMBER_OPS.map((op) => ({ value: op, label: t.ops[op] }))}
          onChange={(op) => onChange(withOp(test, op) as NumberTest)}
        />
      )}
      <NumberValues
        test={test}
        unit={props.unit}
        scale={props.scale ?? 1}
        onChange={onChange}
        {...(props.spread === undefined ? {} : { spread: props.spread })}
      />
    </>
  );
}

function NumberValues(props: {
  readonly test: NumberTest;
  readonly unit: string;
  readonly scale?: number;
  readonly spread?: SpreadRequest['of'];
  readonly onChange: (test: NumberTest) => void;
}) {
  const { test, unit, scale = 1, spread, onChange } = props;
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
      {unit !== '' && <span class="ink-soft">{unit}</span>}
      {spread !== undefined && test.op !== 'between' && test.op !== 'equals' && (
        <ThresholdMenu
          of={spread}
          unit={unit}
          scale={scale}
          takes={test.op === 'at-most' || test.op === 'less-than' ? 'atMost' : 'atLeast'}
          onPick={(value) => onChange({ ...test, value })}
        />
      )}
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
