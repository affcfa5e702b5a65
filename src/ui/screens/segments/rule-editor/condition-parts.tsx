import type { Label } from '../../../../core/label';
import {
  JOURNEY_STAGES,
  LIFECYCLE_STAGES,
  type Measure,
  RFM_GROUPS,
  type Rule,
  type Window,
} from '../../../../segments/rule/rule';
import { segmentReferences } from '../../../../segments/rule/segment-references';
import { JOURNEY_LABELS, LIFECYCLE_LABELS, RFM_LABELS } from '../../../../segments/stage-labels';
import { NumberInput } from '../../../parts/number-input';
import { Select } from '../../../parts/select';
import { ValuePicker } from '../../../parts/value-picker';
import { shownCurrency } from '../../../state/shown-currency';
import { labelText } from '../../../state/text';
import { builderText } from '../rule-builder-text';
import { catalog, fields } from '../segments-model';
import { segmentsText } from '../segments-text';
import { isCellRule } from './draft/cell-rule';
import { isShare } from './draft/measures';
import { personChoices } from './field-choices';
import { ListEditor } from './list-editor';
import { MeasureChoice, MeasureFilters, MeasureParts, measureUnit } from './measure-editor';
import { PredictionParts } from './prediction-parts';
import { RfmGrid } from './rfm-grid';
import { RuleNumber } from './rule-number';
import { SequenceEditor } from './sequence-editor';
import { DayInput, NumberTestEditor, ValueTestEditor } from './value-test-editor';
import { WindowEditor, WindowSteps } from './window-editor';

/** The rest of a condition's line, after what it is about: how, how much, when. */
export function ConditionParts(props: {
  readonly rule: Rule;
  /** Id of the segment being edited: it can't lead to itself. */
  readonly selfId: string | null;
  readonly onChange: (rule: Rule) => void;
}) {
  const { rule, onChange } = props;
  const t = segmentsText.value.editor;
  const b = builderText.value;
  switch (rule.kind) {
    case 'attribute': {
      const choice = personChoices(fields.value).find((c) => c.id === rule.field);
      const isNumeric = choice !== undefined && choice.type !== 'text' && choice.type !== 'flag';
      return (
        <ValueTestEditor
          choice={choice ?? { type: 'text', info: null }}
          test={rule.test}
          unit={choice?.type === 'money' ? (shownCurrency.value ?? '') : ''}
          values={{ table: 'people', field: rule.field }}
          {...(isNumeric ? { spread: { kind: 'attribute' as const, field: rule.field } } : {})}
          onChange={(test) => onChange({ ...rule, test })}
        />
      );
    }
    case 'dimension':
      return (
        <ValueTestEditor
          choice={{ type: 'text', info: null }}
          test={rule.test}
          values={{ table: 'reports', field: rule.dimension }}
          onChange={(test) => onChange({ ...rule, test })}
        />
      );
    case 'behaviour':
      return (
        <>
          <MeasureParts measure={rule.measure} onChange={(measure) => onChange({ ...rule, measure })} />
          <span>{b.is}</span>
          <NumberTestEditor
            test={rule.test}
            unit={measureUnit(rule.measure)}
            scale={isShare(rule.measure) ? 100 : 1}
            spread={{ kind: 'measure', measure: rule.measure, window: rule.window }}
            onChange={(test) => onChange({ ...rule, test })}
          />
          <WindowEditor
            window={rule.window}
            measure={rule.measure}
            onChange={(window) => onChange({ ...rule, window })}
          />
        </>
      );
    case 'rank':
      return (
        <>
          <span class="rule-values">
            <Select
              label={t.side}
              value={rule.side}
              options={(['top', 'bottom'] as const).map((side) => ({ value: side, label: t.sides[side] }))}
              onChange={(side) => onChange({ ...rule, side })}
            />
            <NumberInput
              label={t.share}
              value={Number.isNaN(rule.share) ? null : Number((rule.share * 100).toPrecision(12))}
              onValue={(typed) =>
                onChange({
                  ...rule,
                  share: typed === null ? Number.NaN : Number((typed / 100).toPrecision(12)),
                })
              }
            />
            <span>{b.rankOf}</span>
          </span>
          <Ranked rule={rule} onChange={onChange} />
        </>
      );
    case 'quantile': {
      return (
        <>
          <span class="rule-values">
            <span>{b.bandsOf}</span>
            <RuleNumber
              label={b.bands}
              value={rule.bands}
              onValue={(bands) => onChange({ ...rule, bands })}
            />
            <span>{b.bandsEqual}</span>
            <RuleNumber
              label={b.bandFrom}
              value={rule.from}
              onValue={(from) => onChange({ ...rule, from })}
            />
            <span>{b.bandsTo}</span>
            <RuleNumber label={b.bandTo} value={rule.to} onValue={(to) => onChange({ ...rule, to })} />
            <span>{b.bandsBy}</span>
          </span>
          <Ranked rule={rule} onChange={onChange} />
        </>
      );
    }
    case 'prediction':
      return <PredictionParts rule={rule} onChange={onChange} />;
    case 'sequence':
      return <WindowEditor window={rule.window} onChange={(window) => onChange({ ...rule, window })} />;
    case 'rfm':
      return (
        <NamedValues
          label={t.groups}
          all={RFM_GROUPS}
          names={RFM_LABELS}
          chosen={rule.groups}
          onChange={(groups) => onChange({ ...rule, groups })}
        />
      );
    case 'lifecycle':
      return (
        <>
          <span>{b.is}</span>
          <NamedValues
            label={t.stages}
            all={LIFECYCLE_STAGES}
            names={LIFECYCLE_LABELS}
            chosen={rule.stages}
            onChange={(stages) => onChange({ ...rule, stages })}
          />
          <span class="rule-values">
            <span class="ink-soft">{t.interval}</span>
            <Select
              label={t.interval}
              value={rule.interval}
              options={(['month', 'quarter', 'year'] as const).map((i) => ({
                value: i,
                label: t.intervals[i],
              }))}
              onChange={(interval) => onChange({ ...rule, interval })}
            />
          </span>
        </>
      );
    case 'journey':
      return (
        <>
          <span>{b.is}</span>
          <NamedValues
            label={t.stages}
            all={JOURNEY_STAGES}
            names={JOURNEY_LABELS}
            chosen={rule.stages}
            onChange={(stages) => onChange({ ...rule, stages })}
          />
        </>
      );
    case 'segment':
      return <SegmentChoice {...props} id={rule.id} />;
    case 'as-of':
      return (
        <span class="rule-values">
          <span>{b.asOf}</span>
          <DayInput label={b.asOfDay} at={rule.at} onChange={(at) => onChange({ ...rule, at })} />
        </span>
      );
    default:
      return null;
  }
}

/** What takes lines of its own under the first: restrictions, steps, the grid, the list. */
export function ConditionMore(props: { readonly rule: Rule; readonly onChange: (rule: Rule) => void }) {
  const { rule, onChange } = props;
  if (isCellRule(rule)) return <RfmGrid rule={rule} onChange={onChange} />;
  switch (rule.kind) {
    case 'behaviour':
    case 'rank':
    case 'quantile': {
      const set = (changed: { readonly measure?: Measure; readonly window?: Window }) =>
        onChange({ ...rule, ...changed });
      return (
        <>
          <WindowSteps window={rule.window} onChange={(window) => set({ window })} />
          <MeasureFilters measure={rule.measure} onChange={(measure) => set({ measure })} />
        </>
      );
    }
    case 'sequence':
      return (
        <>
          <SequenceEditor steps={rule.steps} onChange={(steps) => onChange({ ...rule, steps })} />
          <WindowSteps window={rule.window} onChange={(window) => onChange({ ...rule, window })} />
        </>
      );
    case 'list':
      return <ListEditor rule={rule} onChange={onChange} />;
    default:
      return null;
  }
}

function Ranked(props: {
  readonly rule: Extract<Rule, { readonly kind: 'rank' | 'quantile' }>;
  readonly onChange: (rule: Rule) => void;
}) {
  const { rule, onChange } = props;
  return (
    <>
      <MeasureChoice measure={rule.measure} onChange={(measure) => onChange({ ...rule, measure })} />
      <WindowEditor
        window={rule.window}
        measure={rule.measure}
        onChange={(window) => onChange({ ...rule, window })}
      />
    </>
  );
}

/** Segments of people; those that lead back to the one being edited can't be picked, and say so. */
function SegmentChoice(props: {
  readonly id: string;
  readonly rule: Rule;
  readonly selfId: string | null;
  readonly onChange: (rule: Rule) => void;
}) {
  const { id, selfId, onChange } = props;
  const all = (catalog.value?.segments ?? []).filter(
    (v) => v.segment.grain === 'person' && v.segment.id !== selfId,
  );
  const ruleOf = new Map(all.map((v) => [v.segment.id, v.segment.rule]));
  const leadsBack = (from: string, seen: ReadonlySet<string> = new Set()): boolean => {
    const rule = ruleOf.get(from);
    if (selfId === null || rule === undefined || seen.has(from)) return false;
    const next = segmentReferences(rule);
    return next.includes(selfId) || next.some((one) => leadsBack(one, new Set([...seen, from])));
  };
  const options = all.map(({ segment }) => {
    const name = labelText(segment.name);
    const circles = leadsBack(segment.id);
    return {
      value: segment.id,
      label: circles ? builderText.value.wouldCircle(name) : name,
      disabled: circles,
    };
  });
  return (
    <Select
      label={segmentsText.value.editor.segment}
      value={id}
      options={[
        ...(id === '' || ruleOf.has(id) ? [{ value: '', label: '…' }] : [{ value: id, label: id }]),
        ...options,
      ]}
      onChange={(next) => onChange({ kind: 'segment', id: next })}
    />
  );
}

/** Any of a fixed list of values, kept in the list's own order. */
function NamedValues<Value extends string>(props: {
  readonly label: string;
  readonly all: readonly Value[];
  readonly names: Readonly<Record<Value, Label>>;
  readonly chosen: readonly Value[];
  readonly onChange: (chosen: readonly Value[]) => void;
}) {
  const { all, names, chosen } = props;
  return (
    <ValuePicker
      label={props.label}
      placeholder={segmentsText.value.editor.valuesAdd}
      free={false}
      values={chosen}
      options={all.map((value) => ({ value, label: labelText(names[value]) }))}
      onChange={(values) => props.onChange(all.filter((value) => values.includes(value)))}
    />
  );
}
