import type { Label } from '../../core/label';
import { RFM_GROUPS, type RfmGroup, type Rule } from '../rule/rule';
import { RFM_LABELS } from '../stage-labels';
import { RFM_CELLS } from './rfm';

/**
 * Other tools' names for the same customers: tables over our scores of 1–5 (product.md §4.3). Their scores are coarser,
 * so several of ours fold into one of theirs; of groups that overlap the first to match wins.
 */
export interface RfmDialect {
  readonly id: string;
  readonly name: Label;
  /** Their score for ours of 1, 2, 3, 4 and 5. */
  readonly folds: readonly [number, number, number, number, number];
  readonly groups: readonly DialectGroup[];
}

export interface DialectGroup {
  readonly id: string;
  readonly name: Label;
  /** Ours of the same name; whoever moves between them is not renamed. */
  readonly same: RfmGroup | null;
  /** Cells of theirs: from and to of each score, any of them. */
  readonly cells: readonly { readonly r: Range; readonly f: Range; readonly m: Range }[];
}

type Range = readonly [number, number];

const box = (r: Range, f: Range, m: Range) => ({ r, f, m });

/** Three-digit scores as they are written in tables: `333`. */
const written = (...scores: readonly number[]) =>
  scores.map((score) => {
    const [r, f, m] = [Math.floor(score / 100), Math.floor(score / 10) % 10, score % 10];
    return box([r, r], [f, f], [m, m]);
  });

const ANY_3: Range = [1, 3];

/** After the groups of Klaviyo's RFM report: R, F and M of 1–3. */
const klaviyo: RfmDialect = {
  id: 'klaviyo',
  name: { en: 'Klaviyo-like (1–3)', pl: 'Jak w Klaviyo (1–3)' },
  folds: [1, 1, 2, 3, 3],
  groups: [
    { id: 'champions', name: RFM_LABELS.champions, same: 'champions', cells: written(333, 332, 323) },
    { id: 'loyal', name: RFM_LABELS.loyal, same: 'loyal', cells: written(321, 322, 331, 232, 233) },
    {
      id: 'recent',
      name: { en: 'Recent', pl: 'Niedawni' },
      same: null,
      cells: [box([3, 3], [1, 1], ANY_3)],
    },
    {
      id: 'needs-attention',
      name: RFM_LABELS['need-attention'],
      same: 'need-attention',
      cells: [box([2, 2], [1, 2], ANY_3), ...written(231)],
    },
    { id: 'at-risk', name: RFM_LABELS['at-risk'], same: 'at-risk', cells: [box([1, 1], [2, 3], ANY_3)] },
    {
      id: 'inactive',
      name: { en: 'Inactive', pl: 'Nieaktywni' },
      same: null,
      cells: [box([1, 1], [1, 1], ANY_3)],
    },
  ],
};

const ALL: Range = [0, 3];

/** After the groups of Braze's RFM segments: scores of 0–3, tried from the top. */
const braze: RfmDialect = {
  id: 'braze',
  name: { en: 'Braze-like (0–3, first match)', pl: 'Jak w Braze (0–3, pierwsze trafienie)' },
  folds: [0, 1, 2, 2, 3],
  groups: [
    ['champions', [3, 3], [2, 3], [2, 3]] as const,
    ['loyal', [2, 3], [2, 3], [1, 3]] as const,
    ['potential-loyalists', [3, 3], [1, 3], [1, 3]] as const,
    ['promising', [3, 3], ALL, [1, 3]] as const,
    ['new', [3, 3], ALL, ALL] as const,
    ['need-attention', [2, 3], ALL, ALL] as const,
    ['cant-lose', [0, 1], [2, 3], [2, 3]] as const,
    ['at-risk', [0, 1], [1, 3], [1, 3]] as const,
    ['about-to-sleep', [1, 1], ALL, ALL] as const,
    ['hibernating', [0, 0], [0, 2], ALL] as const,
  ].map(([id, r, f, m]) => ({ id, name: RFM_LABELS[id], same: id, cells: [box(r, f, m)] })),
};

export const RFM_DIALECTS = [klaviyo, braze] as const satisfies readonly RfmDialect[];

export const SCORES = [1, 2, 3, 4, 5] as const;

/** A name for each cell of R × F, `cells[r - 1][f - 1]`; an empty one is in no group. */
export type RfmTable = readonly (readonly string[])[];

export const MOST_NAME = 40;

/** A table out of whatever was kept or sent; null where it is none. */
export function parseRfmTable(raw: unknown): RfmTable | null {
  const isRow = (row: unknown): row is readonly unknown[] => Array.isArray(row) && row.length === 5;
  if (!isRow(raw) || !raw.every(isRow)) return null;
  return raw.map((row) =>
    row.map((name) => (typeof name === 'string' ? name.trim().slice(0, MOST_NAME) : '')),
  );
}

/** Ours, in one language: what a table of one's own starts from. */
export function ourTable(locale: 'en' | 'pl'): RfmTable {
  return SCORES.map((r) => SCORES.map((f) => RFM_LABELS[ourGroup(r, f)][locale]));
}

export function ourGroup(r: number, f: number): RfmGroup {
  const found = RFM_GROUPS.find((group) => {
    const cells = RFM_CELLS[group];
    return r >= cells.r[0] && r <= cells.r[1] && f >= cells.f[0] && f <= cells.f[1];
  });
  if (found === undefined) throw new RangeError(`no group of R ${r}, F ${f}`);
  return found;
}

/** A person's own table as a dialect; its groups are its names, the best first. */
export function tableDialect(table: RfmTable): RfmDialect {
  const cells = new Map<string, DialectGroup['cells'][number][]>();
  for (const r of [...SCORES].reverse()) {
    for (const f of [...SCORES].reverse()) {
      const name = table[r - 1]?.[f - 1] ?? '';
      if (name === '') continue;
      cells.set(name, [...(cells.get(name) ?? []), box([r, r], [f, f], [1, 5])]);
    }
  }
  return {
    id: 'own',
    name: { en: 'Your own table', pl: 'Własna tabela' },
    folds: [1, 2, 3, 4, 5],
    groups: [...cells].map(([name, boxes]) => ({
      id: name,
      name: { en: name, pl: name },
      same: RFM_GROUPS.find((g) => RFM_LABELS[g].en === name || RFM_LABELS[g].pl === name) ?? null,
      cells: boxes,
    })),
  };
}

/** Place of the first group that takes in our scores; null for none. */
export function dialectGroup({ folds, groups }: RfmDialect, r: number, f: number, m: number): number | null {
  const within = ([from, to]: Range, ours: number) => {
    const theirs = folds[ours - 1] ?? Number.NaN;
    return theirs >= from && theirs <= to;
  };
  const at = groups.findIndex(({ cells }) =>
    cells.some((cell) => within(cell.r, r) && within(cell.f, f) && within(cell.m, m)),
  );
  return at === -1 ? null : at;
}

/** Who is in the group at a place (null: in none), as a rule over our scores that stays true as scores move. */
export function dialectRule(dialect: RfmDialect, group: number | null): Rule | null {
  /** By the scores of M, cells of R × F that are of the group with those. */
  const byMoney = new Map<string, Map<number, number[]>>();
  for (const r of SCORES) {
    for (const f of SCORES) {
      const money = SCORES.filter((m) => dialectGroup(dialect, r, f, m) === group);
      if (money.length === 0) continue;
      const rows = byMoney.get(money.join()) ?? new Map<number, number[]>();
      rows.set(r, [...(rows.get(r) ?? []), f]);
      byMoney.set(money.join(), rows);
    }
  }
  const rules: Rule[] = [];
  for (const [money, rows] of byMoney) {
    const m = money.split(',').map(Number);
    for (const f of new Set([...rows.values()].map((columns) => columns.join()))) {
      const r = [...rows].filter(([, columns]) => columns.join() === f).map(([row]) => row);
      const scores = { r, f: f.split(',').map(Number) };
      rules.push({ kind: 'rfm-scores', ...scores, ...(m.length === SCORES.length ? {} : { m }) });
    }
  }
  const [only] = rules;
  return only === undefined ? null : rules.length === 1 ? only : { kind: 'any', rules };
}
