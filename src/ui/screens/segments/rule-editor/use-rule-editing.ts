import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Rule } from '../../../../segments/rule/rule';
import { announce } from '../../../parts/live-region';
import { workspace } from '../../../state/workspace';
import { builderText } from '../rule-builder-text';
import { fields } from '../segments-model';
import { type EditHistory, edited, newHistory, redone, undone } from './draft/edit-history';
import { withSubject } from './draft/new-condition';
import { faultsOf } from './draft/rule-faults';
import {
  asGroup,
  duplicate,
  type GroupRule,
  indent,
  insertAt,
  isGroup,
  type Moved,
  moveBy,
  outdent,
  type Path,
  replaceAt,
  ruleAt,
} from './draft/rule-tree';
import { type Editing, type FocusAt, placeOf } from './editing';
import { personChoices } from './field-choices';
import { isHeld } from './held-tables';

/** The rule under edit, with its history, where the focus goes, and the keys that move conditions. */
export function useRuleEditing(options: {
  readonly rule: Rule | null;
  readonly grain: 'person' | 'aggregate';
  readonly selfId: string | null;
  readonly tried: boolean;
  readonly form: { readonly current: HTMLFormElement | null };
}) {
  const { grain, form } = options;
  const [history, setHistory] = useState<EditHistory<GroupRule>>(() =>
    newHistory(
      options.rule === null ? { kind: 'all', rules: [freshCondition(grain)] } : asGroup(options.rule),
    ),
  );
  const [shape, setShape] = useState(0);
  const [dragged, setDragged] = useState<Path | null>(null);
  const focusAt = useRef<FocusAt | null>(null);
  const root = history.present;
  const faults = useMemo(() => faultsOf(root), [root]);

  useLayoutEffect(() => {
    const focus = focusAt.current;
    if (focus === null) return;
    focusAt.current = null;
    const at = form.current?.querySelector(`[data-at="${focus.path.join('.')}"]`);
    const found = (part: string) =>
      [...(at?.querySelectorAll<HTMLElement>(`[data-part="${part}"]`) ?? [])].at(part === 'add' ? -1 : 0);
    const wanted = found(focus.part) ?? found('subject');
    const control = wanted?.matches('button') ? wanted : wanted?.querySelector<HTMLElement>('select, button');
    control?.focus();
  });

  const restructure: Editing['restructure'] = (next, focus, said) => {
    focusAt.current = focus;
    setShape((n) => n + 1);
    setHistory((h) => edited(h, next, Date.now()));
    if (said !== undefined) announce(said);
  };
  const move = (moved: Moved | null) => {
    setDragged(null);
    if (moved === null) return;
    restructure(moved.root, { path: moved.at, part: 'handle' }, builderText.value.movedTo(placeOf(moved.at)));
  };
  const addAt = (parent: Path, index: number, rule: Rule) => {
    const opened: Path = [...parent, index];
    const path = isGroup(rule) ? [...opened, 0] : opened;
    restructure(insertAt(root, parent, index, rule), { path, part: 'subject' });
  };
  const remove = (path: Path) => {
    const parent = path.slice(0, -1);
    const group = ruleAt(root, parent);
    const left = group !== null && isGroup(group) ? group.rules.length - 1 : 0;
    const index = Math.min(path.at(-1) ?? 0, left - 1);
    const focus: FocusAt =
      left > 0 ? { path: [...parent, index], part: 'handle' } : { path: parent, part: 'add' };
    restructure(replaceAt(root, path, null), focus, builderText.value.removed);
  };

  const step = (way: typeof undone, said: string) => {
    const next = way(history);
    if (next === history) return;
    // What was in hand may be gone: then the focus goes to the first thing that differs.
    focusAt.current =
      document.activeElement?.closest('[data-at]') === null
        ? null
        : { path: firstDifference(history.present, next.present), part: 'handle' };
    setShape((n) => n + 1);
    setHistory(next);
    announce(said);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    const inRule = target.closest('.rule-group') !== null;
    const ctrl = event.ctrlKey || event.metaKey;
    // Name and description keep the browser's own undo.
    if (ctrl && !event.altKey && target.closest('.rule-words') === null) {
      const key = event.key.toLowerCase();
      if (key === 'z' || key === 'y') {
        event.preventDefault();
        if (key === 'y' || event.shiftKey) step(redone, builderText.value.redone);
        else step(undone, builderText.value.undone);
        return;
      }
    }
    const at = target.closest<HTMLElement>('[data-at]')?.dataset['at'];
    if (!inRule || at === undefined) return;
    const path = at === '' ? [] : at.split('.').map(Number);
    const act = keyed(event, path);
    if (act === null) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  const keyed = (event: KeyboardEvent, path: Path): (() => void) | null => {
    if ((event.ctrlKey || event.metaKey) && event.key === 'Enter')
      return () => (path.length === 0 ? addInto(path, 'condition') : addAfter(path));
    if (!event.altKey || event.ctrlKey || event.metaKey) return null;
    // Alt with an arrow opens a list; there it is left to the browser.
    const vertical = event.key === 'ArrowUp' || event.key === 'ArrowDown';
    if (vertical && (event.target as HTMLElement).matches('select, [role="combobox"]')) return null;
    switch (event.key) {
      case 'ArrowUp':
        return () => move(moveBy(root, path, -1));
      case 'ArrowDown':
        return () => move(moveBy(root, path, 1));
      case 'ArrowRight':
        return () => move(indent(root, path));
      case 'ArrowLeft':
        return () => move(outdent(root, path));
      case 'Delete':
        return path.length === 0 ? null : () => remove(path);
      default:
        return null;
    }
  };

  const addAfter = (path: Path) => addAt(path.slice(0, -1), (path.at(-1) ?? 0) + 1, freshCondition(grain));
  const addInto = (path: Path, what: 'condition' | 'group') => {
    const group = ruleAt(root, path);
    if (group === null || !isGroup(group)) return;
    const fresh = freshCondition(grain);
    const kind = group.kind === 'all' ? 'any' : 'all';
    addAt(path, group.rules.length, what === 'condition' ? fresh : { kind, rules: [fresh] });
  };

  const editing: Omit<Editing, 'counts' | 'countsStale' | 'refused'> = {
    root,
    grain,
    selfId: options.selfId,
    shape,
    faults,
    tried: options.tried,
    dragged,
    drag: setDragged,
    change: (next, by) => setHistory((h) => edited(h, next, Date.now(), by)),
    restructure,
    move,
    remove,
    addAfter,
    addInto,
    duplicate(path) {
      const moved = duplicate(root, path);
      if (moved === null) return;
      const focus: FocusAt = { path: moved.at, part: 'handle' };
      restructure(moved.root, focus, builderText.value.duplicated(placeOf(moved.at)));
    },
  };
  return {
    editing,
    onKeyDown,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    undo: () => step(undone, builderText.value.undone),
    redo: () => step(redone, builderText.value.redone),
    startOver: (of: 'person' | 'aggregate') => {
      setShape((n) => n + 1);
      setHistory(newHistory({ kind: 'all', rules: [freshCondition(of)] }));
    },
  };
}

/** A condition to start from: a number over what is held. */
function freshCondition(grain: 'person' | 'aggregate'): Rule {
  if (grain === 'aggregate') {
    const [dimension] = (workspace.value?.reports ?? []).flatMap((r) => r.dimensions);
    return withSubject(null, `dimension:${dimension?.id ?? ''}`, fields.value);
  }
  const of = (['orders', 'events'] as const).find(isHeld);
  if (of !== undefined) return withSubject(null, `${of}:count`, fields.value);
  const [first] = personChoices(fields.value);
  return withSubject(null, first === undefined ? 'segment' : `attribute:${first.id}`, fields.value);
}

/** Where two rules part ways, from the root down. */
function firstDifference(a: Rule, b: Rule, path: Path = []): Path {
  if (!isGroup(a) || !isGroup(b) || a.kind !== b.kind) return path;
  const at = b.rules.findIndex((rule, i) => JSON.stringify(rule) !== JSON.stringify(a.rules[i]));
  if (at === -1) return b.rules.length === 0 ? path : [...path, b.rules.length - 1];
  const [before, after] = [a.rules[at], b.rules[at]];
  return before === undefined || after === undefined
    ? [...path, at]
    : firstDifference(before, after, [...path, at]);
}
