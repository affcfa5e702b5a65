import { useState } from 'preact/hooks';
import type { Rule } from '../../../../segments/rule/rule';
import { Button } from '../../../parts/button';
import { classNames } from '../../../parts/class-names';
import { Select } from '../../../parts/select';
import { builderText } from '../rule-builder-text';
import { segmentsText } from '../segments-text';
import { ClauseHandle, ClauseMenu, RemoveButton } from './clause-handle';
import { ClauseSize, ConditionEditor } from './condition-editor';
import { type GroupRule, isGroup, moveTo, type Path, replaceAt } from './draft/rule-tree';
import { type Editing, placeOf } from './editing';

/** All, any or none of some conditions and groups; groups nest. `data-at` is where the focus goes after an edit. */
export function GroupEditor(props: {
  readonly editing: Editing;
  readonly group: Rule;
  readonly path: Path;
  /** It can't be moved or taken away: the root, or what held on an earlier day. */
  readonly fixed?: boolean;
}) {
  const { editing, group: rule, path, fixed = false } = props;
  const t = segmentsText.value.editor;
  const b = builderText.value;
  const group: GroupRule = isGroup(rule) ? rule : { kind: 'all', rules: [rule] };
  const place = placeOf(path);
  const rows = editing.grain === 'aggregate';
  const lead = path.length === 0 ? (rows ? b.rows : b.people) : rows ? b.forWhich : b.forWhom;
  const fault = editing.faults.find((f) => f.path.join() === path.join() && f.code === 'empty-group');
  return (
    <fieldset class="rule-group" data-at={path.length === 0 || fixed ? path.join('.') : undefined}>
      <legend class="only-read">{path.length === 0 ? t.rule : t.groupName(place)}</legend>
      <div class="rule-line">
        {!fixed && <ClauseHandle editing={editing} path={path} group />}
        <span class="rule-lead">{lead}</span>
        <span data-part="subject">
          <Select
            label={t.group.label}
            value={group.kind}
            options={(['all', 'any', 'none'] as const).map((kind) => ({
              value: kind,
              label: b.groups[kind],
            }))}
            onChange={(kind) => editing.change(replaceAt(editing.root, path, { ...group, kind }), '')}
          />
        </span>
        <span class="rule-end">
          {path.length > 0 && <ClauseSize editing={editing} path={path} />}
          {!fixed && (
            <>
              <ClauseMenu editing={editing} path={path} />
              <RemoveButton editing={editing} path={path} label={t.removeGroup(place)} />
            </>
          )}
        </span>
      </div>
      <ul class="rule-children">
        {group.rules.map((child, i) => (
          <Child
            key={`${editing.shape}.${i}`}
            editing={editing}
            rule={child}
            path={[...path, i]}
            join={i === 0 ? '' : b.joins[group.kind]}
          />
        ))}
      </ul>
      {fault !== undefined && (
        <p class={editing.tried ? 'field-error' : 'rule-fault'}>{b.faults['empty-group']}</p>
      )}
      <div class="rule-add" data-part="add">
        <DropPlace editing={editing} path={path} index={group.rules.length}>
          <Button size="s" onClick={() => editing.addInto(path, 'condition')}>
            + {t.addCondition}
          </Button>
          <Button size="s" kind="quiet" onClick={() => editing.addInto(path, 'group')}>
            + {t.addGroup}
          </Button>
        </DropPlace>
      </div>
    </fieldset>
  );
}

function Child(props: {
  readonly editing: Editing;
  readonly rule: Rule;
  readonly path: Path;
  /** "and", "or": said before every one but the first. */
  readonly join: string;
}) {
  const { editing, rule, path, join } = props;
  const [over, setOver] = useState<'before' | 'after' | null>(null);
  const parent = path.slice(0, -1);
  const index = path.at(-1) ?? 0;
  const target = (side: 'before' | 'after') =>
    editing.dragged === null
      ? null
      : moveTo(editing.root, editing.dragged, parent, side === 'before' ? index : index + 1);
  return (
    <li
      data-at={path.join('.')}
      class={classNames(
        over && `rule-drop-${over}`,
        editing.dragged?.join() === path.join() && 'rule-dragged',
      )}
      onDragOver={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        const side = event.clientY < box.top + box.height / 2 ? 'before' : 'after';
        if (target(side) === null) return;
        event.preventDefault();
        event.stopPropagation();
        setOver(side);
      }}
      onDragLeave={() => setOver(null)}
      onDrop={(event) => {
        if (over === null) return;
        event.preventDefault();
        event.stopPropagation();
        const moved = target(over);
        setOver(null);
        editing.move(moved);
      }}
    >
      {join !== '' && <span class="rule-join">{join}</span>}
      {isGroup(rule) ? (
        <GroupEditor editing={editing} group={rule} path={path} />
      ) : (
        <ConditionEditor
          editing={editing}
          rule={rule}
          path={path}
          {...(rule.kind === 'as-of'
            ? { inner: <GroupEditor editing={editing} group={rule.rule} path={[...path, 0]} fixed /> }
            : {})}
        />
      )}
    </li>
  );
}

/** The end of a group, where what is carried can be put. */
function DropPlace(props: {
  readonly editing: Editing;
  readonly path: Path;
  readonly index: number;
  readonly children: preact.ComponentChildren;
}) {
  const { editing, path, index } = props;
  const [over, setOver] = useState(false);
  const moved = () => (editing.dragged === null ? null : moveTo(editing.root, editing.dragged, path, index));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only what is dragged lands here; keys move by Alt and arrows.
    <div
      class={classNames('rule-add-row', over && 'rule-drop-before')}
      onDragOver={(event) => {
        if (moved() === null) return;
        event.preventDefault();
        event.stopPropagation();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (!over) return;
        event.preventDefault();
        event.stopPropagation();
        setOver(false);
        editing.move(moved());
      }}
    >
      {props.children}
    </div>
  );
}
