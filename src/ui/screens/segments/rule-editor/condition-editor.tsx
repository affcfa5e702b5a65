import {
  JOURNEY_STAGES,
  LIFECYCLE_STAGES,
  type Measure,
  RFM_GROUPS,
  type Rule,
} from '../../../../segments/rule';
import { ruleSentence } from '../../../../segments/sentence/rule-sentence';
import { ruleWords } from '../../../../segments/sentence/rule-words';
import { JOURNEY_LABELS, LIFECYCLE_LABELS, RFM_LABELS } from '../../../../segments/stage-labels';
import { Button } from '../../../parts/button';
import { NumberInput } from '../../../parts/number-input';
import { Select } from '../../../parts/select';
import { ValuePicker } from '../../../parts/value-picker';
import { shownCurrency } from '../../../state/shown-currency';
import { labelText } from '../../../state/text';
import { workspace } from '../../../state/workspace';
import { catalog, fields } from '../segments-model';
import { segmentsText } from '../segments-text';
import { choiceOptions, personChoices } from './field-choices';
import { FilterEditor, MeasureEditor, WindowEditor } from './measure-editor';
import {
  type ConditionKind,
  conditionKind,
  type GroupRule,
  hasKeptParts,
  isKept,
  newCondition,
  newTest,
} from './rule-draft';
import { NumberTestEditor, ValueTestEditor } from './value-test-editor';

type Condition = Exclude<Rule, GroupRule>;

/** One condition, left to right as it is said: what about, how measured, how much, when. */
export function ConditionEditor(props: {
  readonly rule: Condition;
  /** "2.1", as people number things. */
  readonly place: string;
  readonly kinds: readonly ConditionKind[];
  /** Id of the segment being edited: it can't refer to itself. */
  readonly selfId: string | null;
  readonly onChange: (rule: Rule) => void;
  readonly onRemove: () => void;
}) {
  const { rule, place, onChange } = props;
  const t = segmentsText.value.editor;
  const kind = conditionKind(rule);
  const kinds = props.kinds.includes(kind) ? props.kinds : [...props.kinds, kind];
  return (
    <fieldset class="rule-condition">
      <legend class="only-read">{t.condition(place)}</legend>
      <div class="rule-line">
        <Select
          label={t.kind}
          value={kind}
          options={kinds.map((k) => ({ value: k, label: t.kinds[k] }))}
          onChange={(next) => {
            if (!isKept(next)) onChange(newCondition(next, fields.value));
          }}
        />
        <ConditionParts rule={rule} selfId={props.selfId} onChange={onChange} />
        <span class="rule-remove">
          <Button kind="quiet" size="s" label={t.removeCondition(place)} onClick={props.onRemove}>
            <span aria-hidden="true">×</span>
          </Button>
        </span>
      </div>
      {(rule.kind === 'behaviour' || rule.kind === 'rank') && (
        <FilterEditor measure={rule.measure} onChange={(measure) => onChange({ ...rule, measure })} />
      )}
      {hasKeptParts(rule) && <p class="rule-sentence">{keptSentence(rule)}</p>}
    </fieldset>
  );
}

/** A condition with parts that can't be edited here, read out. */
function keptSentence(rule: Condition): string {
  const words = ruleWords({
    currency: shownCurrency.value,
    segment: (id) => catalog.value?.segments.find((v) => v.segment.id === id)?.segment.name ?? null,
  });
  return labelText(ruleSentence(rule, words));
}

function ConditionParts(props: {
  readonly rule: Condition;
  readonly selfId: string | null;
  readonly onChange: (rule: Rule) => void;
}) {
  const { rule, onChange } = props;
  const t = segmentsText.value.editor;
  switch (rule.kind) {
    case 'attribute': {
      const choices = personChoices(fields.value);
      const choice = choices.find((c) => c.id === rule.field);
      return (
        <>
          <Select
            label={t.field}
            value={rule.field}
            options={choiceOptions(choices, rule.field)}
            onChange={(field) =>
              onChange({
                ...rule,
                field,
                test: newTest(choices.find((c) => c.id === field)?.type ?? 'text'),
              })
            }
          />
          <ValueTestEditor
            type={choice?.type ?? 'text'}
            info={choice?.info ?? null}
            test={rule.test}
            onChange={(test) => onChange({ ...rule, test })}
          />
        </>
      );
    }
    case 'behaviour':
      return (
        <>
          <MeasureEditor measure={rule.measure} onChange={(measure) => onChange({ ...rule, measure })} />
          <NumberTestEditor
            test={rule.test}
            unit={unitText(rule.measure)}
            scale={isShare(rule.measure) ? 100 : 1}
            onChange={(test) => onChange({ ...rule, test })}
          />
          <WindowEditor window={rule.window} onChange={(window) => onChange({ ...rule, window })} />
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
            <span class="ink-soft">% {t.by}</span>
          </span>
          <Select
            label={t.by}
            value={rule.measure.of}
            options={(['orders', 'items', 'events'] as const)
              .filter((of) => of === rule.measure.of || isHeld(of))
              .map((of) => ({ value: of, label: t.kinds[of] }))}
            onChange={(of) => onChange({ ...rule, measure: { of, stat: 'count' } })}
          />
          <MeasureEditor measure={rule.measure} onChange={(measure) => onChange({ ...rule, measure })} />
          <WindowEditor window={rule.window} onChange={(window) => onChange({ ...rule, window })} />
        </>
      );
    case 'quantile':
    case 'sequence':
    case 'rfm-scores':
    case 'list':
    case 'as-of':
      return null;
    case 'rfm':
      return (
        <ValuePicker
          label={t.groups}
          placeholder={t.valuesAdd}
          free={false}
          values={rule.groups}
          options={RFM_GROUPS.map((g) => ({ value: g, label: labelText(RFM_LABELS[g]) }))}
          onChange={(groups) => onChange({ ...rule, groups: RFM_GROUPS.filter((g) => groups.includes(g)) })}
        />
      );
    case 'lifecycle':
      return (
        <>
          <ValuePicker
            label={t.stages}
            placeholder={t.valuesAdd}
            free={false}
            values={rule.stages}
            options={LIFECYCLE_STAGES.map((s) => ({ value: s, label: labelText(LIFECYCLE_LABELS[s]) }))}
            onChange={(stages) =>
              onChange({ ...rule, stages: LIFECYCLE_STAGES.filter((s) => stages.includes(s)) })
            }
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
        <ValuePicker
          label={t.stages}
          placeholder={t.valuesAdd}
          free={false}
          values={rule.stages}
          options={JOURNEY_STAGES.map((s) => ({ value: s, label: labelText(JOURNEY_LABELS[s]) }))}
          onChange={(stages) =>
            onChange({ ...rule, stages: JOURNEY_STAGES.filter((s) => stages.includes(s)) })
          }
        />
      );
    case 'segment': {
      const others = (catalog.value?.segments ?? []).filter(
        (v) => v.segment.grain === 'person' && v.segment.id !== props.selfId,
      );
      return (
        <Select
          label={t.segment}
          value={rule.id}
          options={[
            ...(rule.id === '' || others.some((v) => v.segment.id === rule.id)
              ? [{ value: '', label: '…' }]
              : [{ value: rule.id, label: rule.id }]),
            ...others.map((v) => ({ value: v.segment.id, label: labelText(v.segment.name) })),
          ]}
          onChange={(id) => onChange({ ...rule, id })}
        />
      );
    }
    case 'dimension': {
      const dimensions = new Map(
        (workspace.value?.reports ?? []).flatMap((r) => r.dimensions.map((d) => [d.id, d.header] as const)),
      );
      const known = [...dimensions].map(([value, label]) => ({ value, label }));
      return (
        <>
          <Select
            label={t.field}
            value={rule.dimension}
            options={[
              ...(dimensions.has(rule.dimension)
                ? []
                : [{ value: rule.dimension, label: rule.dimension || '…' }]),
              ...known,
            ]}
            onChange={(dimension) => onChange({ ...rule, dimension })}
          />
          <ValueTestEditor
            type="text"
            info={null}
            test={rule.test}
            onChange={(test) => onChange({ ...rule, test })}
          />
        </>
      );
    }
  }
}

/** Whether rows of a table are held at all, so that asking about them makes sense. */
export function isHeld(of: Measure['of']): boolean {
  const state = workspace.value;
  if (!state) return false;
  if (of === 'events') return state.events > 0;
  return of === 'orders' ? state.orders > 0 : fields.value.some((f) => f.table === 'items');
}

const isShare = ({ stat }: Measure) => stat === 'share' || stat === 'share-of-gross';

function unitText({ stat, field }: Measure): string {
  if (isShare({ stat } as Measure)) return '%';
  const isMoney =
    field !== undefined && ['revenue', 'gross', 'refunded', 'discount', 'value'].includes(field);
  if (isMoney && stat !== 'distinct') return shownCurrency.value ?? '';
  return '';
}
