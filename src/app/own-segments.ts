import { AppError } from '../core/app-error';
import type { SegmentDraft } from '../protocol/engine-api';
import { parseRule } from '../segments/parse-rule';
import type { Rule } from '../segments/rule';
import type { Segment } from '../segments/segment';
import { checkReferences, segmentReferences } from '../segments/segment-references';
import type { Store } from '../store/store';

const COLOURS = 8;

/** Segments a person saved: plain records, each version of a rule kept. */
export interface OwnSegments {
  all(): Promise<readonly Segment[]>;
  /** @throws AppError `segment/invalid-rule`, `segment/not-found`, `segment/circular` */
  save(draft: SegmentDraft, ruleOf: (id: string) => Rule | null): Promise<Segment>;
  /** A copy to change, of a library segment or of one's own. */
  clone(source: Segment, name: string): Promise<Segment>;
  /** @throws AppError `segment/not-found`, `segment/in-use` */
  remove(id: string): Promise<void>;
}

export function ownSegments(deps: {
  readonly store: Store;
  readonly now: () => number;
  readonly newId: () => string;
}): OwnSegments {
  const { store, now, newId } = deps;
  const records = store.records<Segment>('segments');
  const all = async () => [...(await records.all()).values()].sort(byAge);

  const add = async (segment: Pick<Segment, 'grain' | 'name' | 'description' | 'rule'>) => {
    const made: Segment = {
      ...segment,
      id: `own:${newId()}`,
      kind: 'own',
      version: 1,
      versions: [{ version: 1, rule: segment.rule, savedAt: now() }],
      colour: leastUsedColour(await all()),
      thresholds: [],
    };
    await records.put(made.id, made);
    return made;
  };

  return {
    all,

    async save(draft, ruleOf) {
      const rule = parseRule(draft.rule);
      checkReferences(draft.id ?? null, rule, ruleOf);
      const name = { en: draft.name, pl: draft.name };
      const description = { en: draft.description, pl: draft.description };
      if (draft.id === undefined) return add({ grain: grainOf(rule), name, description, rule });
      const before = (await records.all()).get(draft.id);
      if (before === undefined) throw new AppError('segment/not-found', { params: { id: draft.id } });
      const changed = JSON.stringify(before.rule) !== JSON.stringify(rule);
      const version = before.version + (changed ? 1 : 0);
      const next: Segment = {
        ...before,
        grain: grainOf(rule),
        name,
        description,
        rule,
        version,
        versions: changed ? [...before.versions, { version, rule, savedAt: now() }] : before.versions,
      };
      await records.put(next.id, next);
      return next;
    },

    clone: (source, name) =>
      add({
        grain: source.grain,
        name: { en: name, pl: name },
        description: source.description,
        rule: source.rule,
      }),

    async remove(id) {
      const kept = await records.all();
      if (!kept.has(id)) throw new AppError('segment/not-found', { params: { id } });
      // A rule that names what is gone would run no more.
      if ([...kept.values()].some(({ rule }) => segmentReferences(rule).includes(id)))
        throw new AppError('segment/in-use', { params: { id } });
      await records.drop(id);
    },
  };
}

const byAge = (a: Segment, b: Segment): number =>
  (a.versions[0]?.savedAt ?? 0) - (b.versions[0]?.savedAt ?? 0) || a.id.localeCompare(b.id);

function leastUsedColour(segments: readonly Segment[]): number {
  const used = new Array<number>(COLOURS).fill(0);
  for (const { colour } of segments) used[colour % COLOURS] = (used[colour % COLOURS] ?? 0) + 1;
  return used.indexOf(Math.min(...used));
}

/** A rule over report dimensions is about rows, any other about people. */
function grainOf(rule: Rule): Segment['grain'] {
  switch (rule.kind) {
    case 'dimension':
      return 'aggregate';
    case 'all':
    case 'any':
    case 'none':
      return rule.rules.length > 0 && rule.rules.every((r) => grainOf(r) === 'aggregate')
        ? 'aggregate'
        : 'person';
    default:
      return 'person';
  }
}
