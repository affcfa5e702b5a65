import type { Rule } from '../../../../../segments/rule/rule';

type ScoresRule = Extract<Rule, { readonly kind: 'rfm-scores' }>;

/** RFM cells as they are picked: `cells[r - 1][f - 1]`, and money scores, all of them for any. */
export interface PickedCells {
  readonly cells: readonly (readonly boolean[])[];
  readonly money: readonly number[];
}

const FIVE = [1, 2, 3, 4, 5] as const;

/** A rule that says some cells of one grid: scores, or a group of scores with the same money. */
export function isCellRule(rule: Rule): boolean {
  if (rule.kind === 'rfm-scores') return true;
  if (rule.kind !== 'any' || rule.rules.length < 2) return false;
  const [first] = rule.rules;
  return rule.rules.every(
    (one) =>
      one.kind === 'rfm-scores' &&
      one.r !== undefined &&
      one.f !== undefined &&
      JSON.stringify(one.m) === JSON.stringify((first as ScoresRule).m),
  );
}

export function pickedCells(rule: Rule): PickedCells {
  const parts = (rule.kind === 'any' ? rule.rules : [rule]).filter((one) => one.kind === 'rfm-scores');
  const cells = FIVE.map((r) =>
    FIVE.map((f) =>
      parts.some((one) => (one.r ?? FIVE).includes(r as never) && (one.f ?? FIVE).includes(f as never)),
    ),
  );
  return { cells, money: parts[0]?.m ?? FIVE };
}

/** The shortest way to say the cells: one rule where they are some scores by some others, else one for each kind of row. */
export function cellRule({ cells, money }: PickedCells): Rule {
  const m = FIVE.filter((score) => money.includes(score));
  const more = m.length === FIVE.length ? {} : { m };
  const rows = new Map<string, { readonly f: readonly number[]; r: number[] }>();
  cells.forEach((row, i) => {
    const f = FIVE.filter((score) => row[score - 1]);
    if (f.length === 0) return;
    const like = rows.get(f.join());
    if (like) like.r.push(i + 1);
    else rows.set(f.join(), { f, r: [i + 1] });
  });
  const parts = [...rows.values()].map(({ r, f }): ScoresRule => ({ kind: 'rfm-scores', r, f, ...more }));
  const [first] = parts;
  if (first === undefined) return { kind: 'rfm-scores', r: [], ...more };
  if (parts.length > 1) return { kind: 'any', rules: parts };
  const { r = [], f = [] } = first;
  const all = r.length === FIVE.length && f.length === FIVE.length && m.length === FIVE.length;
  return {
    kind: 'rfm-scores',
    ...(r.length === FIVE.length && !all ? {} : { r }),
    ...(f.length === FIVE.length ? {} : { f }),
    ...more,
  };
}
