import type { Rule } from '../../../../../segments/rule/rule';
import { isCellRule } from './cell-rule';

/** Places of rules inside rules, from the root down; of a rule as of an earlier day, 0 is what it holds. */
export type Path = readonly number[];

export type GroupRule = Extract<Rule, { readonly rules: readonly Rule[] }>;

/** A group as it is edited: several RFM cells are one condition, though they are said as a group. */
export const isGroup = (rule: Rule): rule is GroupRule => 'rules' in rule && !isCellRule(rule);

/** What stands at the root is always a group, so that a second condition has where to go; so is what held on a day. */
export function asGroup(rule: Rule): GroupRule {
  const whole = withGroupsInside(rule);
  return isGroup(whole) ? whole : { kind: 'all', rules: [whole] };
}

function withGroupsInside(rule: Rule): Rule {
  if (rule.kind === 'as-of') return { ...rule, rule: asGroup(rule.rule) };
  return isGroup(rule) ? { ...rule, rules: rule.rules.map(withGroupsInside) } : rule;
}

/** A group of one is what it holds, when saved; an empty one is left out. */
export function tidied(rule: Rule): Rule {
  if (rule.kind === 'as-of') return { ...rule, rule: tidied(rule.rule) };
  if (!isGroup(rule)) return rule;
  const rules = rule.rules.map(tidied).filter((r) => !isGroup(r) || r.rules.length > 0);
  const [only] = rules;
  return rules.length === 1 && only && rule.kind !== 'none' ? only : { ...rule, rules };
}

function inside(rule: Rule): readonly Rule[] {
  return rule.kind === 'as-of' ? [rule.rule] : isGroup(rule) ? rule.rules : [];
}

function withInside(rule: Rule, rules: readonly Rule[]): Rule {
  if (rule.kind === 'as-of') return { ...rule, rule: asGroup(rules[0] ?? { kind: 'all', rules: [] }) };
  return isGroup(rule) ? { ...rule, rules } : rule;
}

export function ruleAt(root: Rule, path: Path): Rule | null {
  let at: Rule | undefined = root;
  for (const i of path) at = at === undefined ? undefined : inside(at)[i];
  return at ?? null;
}

/** The rule with what stands at `path` replaced by some rules, or by none. */
function splicedAt(root: Rule, [head, ...rest]: Path, next: readonly Rule[]): Rule {
  if (head === undefined) return next[0] ?? { kind: 'all', rules: [] };
  const rules = inside(root).flatMap((child, i) =>
    i !== head ? [child] : rest.length === 0 ? next : [splicedAt(child, rest, next)],
  );
  return withInside(root, rules);
}

/** The rule with what stands at `path` replaced; null takes it out. */
export function replaceAt(root: GroupRule, path: Path, next: Rule | null): GroupRule {
  if (path.length === 0) return next === null ? { ...root, rules: [] } : asGroup(next);
  return asGroup(splicedAt(root, path, next === null ? [] : [next]));
}

/** Put into the group at `parent`, as its `index`-th. */
export function insertAt(root: GroupRule, parent: Path, index: number, rule: Rule): GroupRule {
  const group = ruleAt(root, parent);
  if (group === null || !isGroup(group)) return root;
  const rules = [...group.rules.slice(0, index), rule, ...group.rules.slice(index)];
  return replaceAt(root, parent, { ...group, rules });
}

/** A change of the tree, and where what was changed stands now. */
export interface Moved {
  readonly root: GroupRule;
  readonly at: Path;
}

const split = (path: Path) => ({ parent: path.slice(0, -1), index: path.at(-1) ?? 0 });

export function duplicate(root: GroupRule, path: Path): Moved | null {
  const { parent, index } = split(path);
  const rule = ruleAt(root, path);
  const group = ruleAt(root, parent);
  if (rule === null || path.length === 0 || group === null || !isGroup(group)) return null;
  return { root: insertAt(root, parent, index + 1, rule), at: [...parent, index + 1] };
}

/** One place up or down among its neighbours; from the end of a group, out of it. Null where there is no further. */
export function moveBy(root: GroupRule, path: Path, step: -1 | 1): Moved | null {
  const { parent, index } = split(path);
  const group = ruleAt(root, parent);
  const rule = ruleAt(root, path);
  if (path.length === 0 || group === null || rule === null || !isGroup(group)) return null;
  const to = index + step;
  if (to >= 0 && to < group.rules.length) {
    const rules = group.rules.filter((_, i) => i !== index);
    rules.splice(to, 0, rule);
    return { root: replaceAt(root, parent, { ...group, rules }), at: [...parent, to] };
  }
  const above = ruleAt(root, parent.slice(0, -1));
  if (parent.length === 0 || above === null || !isGroup(above)) return null;
  return lifted(root, path, step === -1 ? 0 : 1);
}

/** Together with the one before it: into that group, or with that condition into a new one. */
export function indent(root: GroupRule, path: Path): Moved | null {
  const { parent, index } = split(path);
  const group = ruleAt(root, parent);
  const rule = ruleAt(root, path);
  if (path.length === 0 || group === null || rule === null || !isGroup(group)) return null;
  const before = group.rules[index - 1];
  const kind = group.kind === 'all' ? 'any' : 'all';
  if (before === undefined) {
    const alone: GroupRule = { kind, rules: [rule] };
    return { root: replaceAt(root, path, alone), at: [...path, 0] };
  }
  const joined: GroupRule = isGroup(before)
    ? { ...before, rules: [...before.rules, rule] }
    : { kind, rules: [before, rule] };
  const rules = group.rules.flatMap((one, i) => (i === index ? [] : i === index - 1 ? [joined] : [one]));
  return {
    root: replaceAt(root, parent, { ...group, rules }),
    at: [...parent, index - 1, joined.rules.length - 1],
  };
}

/** Out of its group, to stand after it; of a group itself, what it holds takes its place. */
export function outdent(root: GroupRule, path: Path): Moved | null {
  const rule = ruleAt(root, path);
  const { parent, index } = split(path);
  if (path.length === 0 || rule === null) return null;
  if (isGroup(rule)) {
    const group = ruleAt(root, parent);
    if (group === null || !isGroup(group)) return null;
    const rules = group.rules.flatMap((one, i) => (i === index ? rule.rules : [one]));
    return { root: replaceAt(root, parent, { ...group, rules }), at: path };
  }
  return parent.length === 0 ? null : lifted(root, path, 1);
}

/** Before (0) or after (1) the group it stands in; a group left empty goes. */
function lifted(root: GroupRule, path: Path, side: 0 | 1): Moved | null {
  const { parent, index } = split(path);
  const group = ruleAt(root, parent);
  const rule = ruleAt(root, path);
  const outer = split(parent);
  const above = ruleAt(root, outer.parent);
  if (group === null || rule === null || above === null || !isGroup(group) || !isGroup(above)) return null;
  const rest = group.rules.filter((_, i) => i !== index);
  const left: readonly Rule[] = rest.length === 0 ? [] : [{ ...group, rules: rest }];
  const both = side === 0 ? [rule, ...left] : [...left, rule];
  const at = outer.index + (side === 1 ? left.length : 0);
  const rules = above.rules.flatMap((one, i) => (i === outer.index ? both : [one]));
  return { root: replaceAt(root, outer.parent, { ...above, rules }), at: [...outer.parent, at] };
}

/** Carried into the group at `into`, before its `index`-th as it stands now. Null into itself. */
export function moveTo(root: GroupRule, path: Path, into: Path, index: number): Moved | null {
  const rule = ruleAt(root, path);
  const within = path.every((step, i) => into[i] === step);
  if (path.length === 0 || rule === null || within) return null;
  const { parent, index: from } = split(path);
  const depth = parent.length;
  // Taking it out moves up what stands after it on the way to the group, or in it.
  const shifts = parent.every((step, i) => into[i] === step);
  const target = into.map((step, i) => (shifts && i === depth && step > from ? step - 1 : step));
  const place = shifts && into.length === depth && index > from ? index - 1 : index;
  const without = replaceAt(root, path, null);
  return { root: insertAt(without, target, place, rule), at: [...target, place] };
}
