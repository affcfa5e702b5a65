import { AppError } from '../../core/app-error';
import type { Rule } from '../../segments/rule/rule';
import { checkReferences } from '../../segments/rule/segment-references';
import { withReferences } from '../../segments/rule/with-references';
import type { Segment } from '../../segments/segment';
import { type FiledSegment, type RefusedSegment, readSegmentsFile } from '../../segments/segments-file';
import { grainOf } from './grain-of';

export interface TakenIn {
  /** Whole, ready to be kept. */
  readonly segments: readonly Segment[];
  /** Given another id, since another segment has theirs. */
  readonly renamed: number;
  /** Held already, just as they stand in the file. */
  readonly same: number;
  readonly refused: readonly RefusedSegment[];
}

/**
 * Segments of a file beside those held. An id that another definition has is changed, in the references of the file too;
 * a segment that leads to one nobody has, or round in a circle, is refused, and so is what leads to it.
 *
 * @throws AppError `segment/not-a-file`
 */
export function takeInSegments(
  json: string,
  held: readonly Segment[],
  deps: {
    readonly newId: () => string;
    readonly colour: (taken: readonly Segment[]) => number;
    readonly ruleOf: (id: string) => Rule | null;
  },
): TakenIn {
  const file = readSegmentsFile(json);
  const byId = new Map(held.map((segment) => [segment.id, segment]));
  const refused: RefusedSegment[] = [...file.refused];
  const fresh: FiledSegment[] = [];
  const ids = new Map<string, string>();
  let same = 0;
  for (const segment of file.segments) {
    const other = byId.get(segment.id);
    if (ids.has(segment.id)) refused.push({ name: segment.name, where: 'id' });
    else if (other !== undefined && isSame(other, segment)) {
      ids.set(segment.id, segment.id);
      same++;
    } else {
      const isFree = other === undefined && segment.id.startsWith('own:');
      ids.set(segment.id, isFree ? segment.id : `own:${deps.newId()}`);
      fresh.push(segment);
    }
  }
  const renamed = fresh.filter(({ id }) => ids.get(id) !== id).length;
  const rename = (rule: Rule) => withReferences(rule, (id) => ids.get(id) ?? id);
  let taken: Segment[] = [];
  for (const one of fresh) {
    const rule = rename(one.rule);
    taken.push({
      id: ids.get(one.id) ?? one.id,
      kind: 'own',
      grain: grainOf(rule),
      name: { en: one.name, pl: one.name },
      description: { en: one.description, pl: one.description },
      rule,
      version: one.version,
      versions: one.versions.map((v) => ({ ...v, rule: rename(v.rule) })),
      colour: deps.colour([...held, ...taken]),
      thresholds: [],
    });
  }
  // What is refused takes those that lead to it along, until none is left.
  while (true) {
    const rules = new Map(taken.map((segment) => [segment.id, segment.rule]));
    const ruleOf = (id: string) => rules.get(id) ?? deps.ruleOf(id);
    const stands = (segment: Segment) => {
      try {
        checkReferences(segment.id, segment.rule, ruleOf);
        return true;
      } catch (error) {
        if (error instanceof AppError) return false;
        throw error;
      }
    };
    const standing = taken.filter(stands);
    if (standing.length === taken.length) return { segments: taken, renamed, same, refused };
    for (const segment of taken)
      if (!standing.includes(segment)) refused.push({ name: segment.name.en, where: 'rule' });
    taken = standing;
  }
}

function isSame(held: Segment, filed: FiledSegment): boolean {
  return (
    held.name.en === filed.name &&
    held.description.en === filed.description &&
    JSON.stringify(held.rule) === JSON.stringify(filed.rule)
  );
}
