import type { ComponentChildren } from 'preact';
import { formatNumber } from '../../../../i18n/format';
import type { Rule } from '../../../../segments/rule/rule';
import { classNames } from '../../../parts/class-names';
import { locale } from '../../../state/locale';
import { builderText } from '../rule-builder-text';
import { segmentsText } from '../segments-text';
import { ClauseHandle, ClauseMenu, RemoveButton } from './clause-handle';
import { ConditionMore, ConditionParts } from './condition-parts';
import { isCellRule } from './draft/cell-rule';
import { type Path, replaceAt } from './draft/rule-tree';
import { type Editing, placeOf } from './editing';
import { SubjectSelect } from './subject-select';

/** One condition, left to right as it is said: who, what about, how much, when. */
export function ConditionEditor(props: {
  readonly editing: Editing;
  readonly rule: Rule;
  readonly path: Path;
  /** The group a condition holds itself: what was met on an earlier day. */
  readonly inner?: ComponentChildren;
}) {
  const { editing, rule, path } = props;
  const t = segmentsText.value.editor;
  const b = builderText.value;
  const place = placeOf(path);
  const lead = isCellRule(rule) ? b.lead['rfm-scores'] : b.lead[rule.kind as keyof typeof b.lead];
  const change = (next: Rule) => {
    const sameKind = next.kind === rule.kind;
    editing.change(replaceAt(editing.root, path, next), sameKind ? `${place} ${shapeOf(next)}` : '');
  };
  const fault = editing.faults.find((f) => f.path.join() === path.join());
  const refused = rule.kind === 'segment' && editing.refused?.id === rule.id ? editing.refused.code : null;
  return (
    <fieldset class="rule-condition">
      <legend class="only-read">{t.condition(place)}</legend>
      <div class="rule-line">
        <ClauseHandle editing={editing} path={path} />
        <span class="rule-lead">{lead}</span>
        <span data-part="subject">
          <SubjectSelect rule={rule} grain={editing.grain} onChange={change} />
        </span>
        <ConditionParts rule={rule} selfId={editing.selfId} onChange={change} />
        <span class="rule-end">
          <ClauseSize editing={editing} path={path} />
          <ClauseMenu editing={editing} path={path} />
          <RemoveButton editing={editing} path={path} label={t.removeCondition(place)} />
        </span>
      </div>
      <ConditionMore rule={rule} onChange={change} />
      {props.inner !== undefined && <div class="rule-then">{props.inner}</div>}
      {fault !== undefined && (
        <p class={editing.tried ? 'field-error' : 'rule-fault'}>{b.faults[fault.code]}</p>
      )}
      {refused !== null && (
        <p class="field-error" role="alert">
          {refused === 'segment/circular' ? b.circular : b.gone}
        </p>
      )}
    </fieldset>
  );
}

/** What an edit in place leaves as it is: two key presses in one field share it, a change of operator does not. */
function shapeOf(rule: Rule): string {
  return JSON.stringify(rule, (key, value) =>
    key === 'people' ? 0 : typeof value === 'number' || key === 'text' ? 0 : value,
  );
}

/** How many one clause alone holds for. */
export function ClauseSize(props: { readonly editing: Editing; readonly path: Path }) {
  const { editing, path } = props;
  const count = editing.counts.get(path.join('.'));
  if (count === undefined || editing.faults.some((f) => path.every((step, i) => f.path[i] === step)))
    return null;
  return (
    <span class={classNames('rule-clause-size', editing.countsStale && 'rule-counts-stale')}>
      {builderText.value.clauseIn(formatNumber(locale.value, count.in))}
    </span>
  );
}
