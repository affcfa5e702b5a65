import { Button } from '../../../parts/button';
import { Select } from '../../../parts/select';
import { fields } from '../segments-model';
import { segmentsText } from '../segments-text';
import { ConditionEditor } from './condition-editor';
import {
  type GroupRule,
  isGroup,
  type NewConditionKind,
  newCondition,
  type Path,
  replaceAt,
} from './rule-draft';

/** All, any or none of some conditions and groups; groups nest. `data-at` is where focus goes after an edit. */
export function GroupEditor(props: {
  readonly root: GroupRule;
  readonly group: GroupRule;
  readonly path: Path;
  readonly kinds: readonly NewConditionKind[];
  readonly selfId: string | null;
  /** `focus` names the path whose first control should be in hand next. */
  readonly onRoot: (root: GroupRule, focus?: Path) => void;
}) {
  const { root, group, path, kinds, selfId, onRoot } = props;
  const t = segmentsText.value.editor;
  const place = path.map((i) => i + 1).join('.');
  const set = (next: GroupRule, focus?: Path) => onRoot(replaceAt(root, path, next), focus);
  const first = kinds[0] ?? 'attribute';
  const add = (rule: GroupRule['rules'][number]) =>
    set({ ...group, rules: [...group.rules, rule] }, [...path, group.rules.length]);

  return (
    <fieldset class="rule-group" data-at={path.join('.')}>
      <legend class="only-read">{path.length === 0 ? t.rule : t.groupName(place)}</legend>
      <div class="rule-line">
        <Select
          label={t.group.label}
          value={group.kind}
          options={(['all', 'any', 'none'] as const).map((kind) => ({ value: kind, label: t.group[kind] }))}
          onChange={(kind) => set({ ...group, kind })}
        />
        {path.length > 0 && (
          <span class="rule-remove">
            <Button
              kind="quiet"
              size="s"
              label={t.removeGroup(place)}
              onClick={() => onRoot(replaceAt(root, path, null), path.slice(0, -1))}
            >
              <span aria-hidden="true">×</span>
            </Button>
          </span>
        )}
      </div>
      {group.rules.length === 0 && <p class="ink-soft">{t.empty}</p>}
      <ol class="rule-children">
        {group.rules.map((rule, i) => {
          const at = [...path, i];
          return (
            <li key={i} data-at={at.join('.')}>
              {isGroup(rule) ? (
                <GroupEditor {...props} group={rule} path={at} />
              ) : (
                <ConditionEditor
                  rule={rule}
                  place={at.map((n) => n + 1).join('.')}
                  kinds={kinds}
                  selfId={selfId}
                  onChange={(next) => onRoot(replaceAt(root, at, next))}
                  onRemove={() => onRoot(replaceAt(root, at, null), path)}
                />
              )}
            </li>
          );
        })}
      </ol>
      <div class="rule-add">
        <Button size="s" onClick={() => add(newCondition(first, fields.value))}>
          {t.addCondition}
        </Button>
        <Button size="s" onClick={() => add({ kind: 'any', rules: [newCondition(first, fields.value)] })}>
          {t.addGroup}
        </Button>
      </div>
    </fieldset>
  );
}
