import type { Mapping } from '../../../core/mapping';
import { idFields } from '../id-fields';

/** A numbering that ids of another table are of. */
export interface KnownSpace {
  readonly space: string;
  /** What the other table is called. */
  readonly name: string;
  readonly tool: string;
  /** Its fields that are ids. */
  readonly ids: readonly string[];
}

export interface IdQuestion {
  readonly headers: readonly string[];
  /** Each with a name of a table that is of it. */
  readonly spaces: readonly { readonly space: string; readonly name: string }[];
}

/** Answered with "its own": nobody else's numbers. */
export const OWN_NUMBERS = 'ids:own';

/**
 * Whether the numbers of a file of nobody's are those of another such file: `123` may be the same customer or not, and
 * only the person knows. Null where no other table has ids of a kind, or where they are codes nobody makes up twice.
 */
export function idQuestion(
  mapping: Mapping,
  proposal: Mapping,
  known: readonly KnownSpace[],
): IdQuestion | null {
  if (proposal.tool !== 'generic' || proposal.idSpace === '' || mapping.table === 'reports') return null;
  const own = new Set(idFields(mapping));
  const spaces = new Map<string, string>();
  const shared = new Set<string>();
  for (const { space, name, tool, ids } of known) {
    if (tool !== 'generic' || space === '' || space === proposal.idSpace) continue;
    const both = ids.filter((id) => own.has(id));
    if (both.length === 0) continue;
    for (const id of both) shared.add(id);
    if (!spaces.has(space)) spaces.set(space, name);
  }
  if (spaces.size === 0) return null;
  return {
    headers: mapping.columns.flatMap(({ target, header }) =>
      target.kind === 'field' && shared.has(target.field) ? [header] : [],
    ),
    spaces: [...spaces].map(([space, name]) => ({ space, name })),
  };
}
