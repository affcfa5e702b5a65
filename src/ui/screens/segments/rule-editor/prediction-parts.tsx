import type { ForecastTest, NumberTest, Rule } from '../../../../segments/rule/rule';
import { NumberInput } from '../../../parts/number-input';
import { Select } from '../../../parts/select';
import { shownCurrency } from '../../../state/shown-currency';
import { builderText } from '../rule-builder-text';
import { segmentsText } from '../segments-text';
import { NUMBER_OPS, withOp } from './draft/value-tests';
import { RuleNumber } from './rule-number';
import { NumberTestEditor } from './value-test-editor';

type Prediction = Extract<Rule, { readonly kind: 'prediction' }>;
type Op = ForecastTest['op'];

const SIDES = ['top', 'bottom'] as const;
const isSide = (op: Op): op is (typeof SIDES)[number] => op === 'top' || op === 'bottom';

/** Within how many days, and how likely or how much; or which part of all by it. */
export function PredictionParts(props: {
  readonly rule: Prediction;
  readonly onChange: (rule: Rule) => void;
}) {
  const { rule, onChange } = props;
  const t = segmentsText.value.editor;
  const b = builderText.value;
  const { test } = rule;
  const set = (next: ForecastTest) => onChange({ ...rule, test: next });
  const chance = rule.of !== 'value';
  return (
    <>
      {rule.of === 'order' && (
        <span class="rule-values">
          <RuleNumber
            label={b.foretoldDays}
            value={rule.days}
            onValue={(days) => onChange({ ...rule, days })}
          />
          <span>{b.day}</span>
        </span>
      )}
      <span>{b.is}</span>
      {'share' in test ? (
        <>
          <OpSelect op={test.op} onPick={(op) => set(changed(test, op))} />
          <span class="rule-values">
            <NumberInput
              label={t.share}
              value={Number.isNaN(test.share) ? null : Number((test.share * 100).toPrecision(12))}
              onValue={(typed) =>
                set({ ...test, share: typed === null ? Number.NaN : Number((typed / 100).toPrecision(12)) })
              }
            />
            <span>{b.foretoldShare}</span>
          </span>
        </>
      ) : (
        <NumberTestEditor
          test={test}
          unit={chance ? '%' : (shownCurrency.value ?? '')}
          scale={chance ? 100 : 1}
          onChange={set}
          ops={<OpSelect op={test.op} onPick={(op) => set(changed(test, op))} />}
        />
      )}
    </>
  );
}

function OpSelect(props: { readonly op: Op; readonly onPick: (op: Op) => void }) {
  const t = segmentsText.value.editor;
  return (
    <Select
      label={t.test}
      value={props.op}
      options={[
        ...SIDES.map((side) => ({ value: side as Op, label: builderText.value.foretoldSides[side] })),
        ...NUMBER_OPS.map((op) => ({ value: op as Op, label: t.ops[op] })),
      ]}
      onChange={props.onPick}
    />
  );
}

function changed(test: ForecastTest, op: Op): ForecastTest {
  if (isSide(op)) return { op, share: 'share' in test ? test.share : 0.2 };
  const from: NumberTest = 'share' in test ? { op: 'at-least', value: Number.NaN } : test;
  return withOp(from, op) as NumberTest;
}
