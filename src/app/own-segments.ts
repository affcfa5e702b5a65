import { AppError } from '../core/app-error';
import type { SegmentDraft } from '../protocol/engine-api';
import { parseRule } from '../segments/rule/parse-rule';
import type { ListedPerson, Rule } from '../segments/rule/rule';
import { checkReferences, segmentReferences } from '../segments/rule/segment-references';
import { withoutPerson } from '../segments/rule/static-list';
import type { Segment } from '../segments/segment';
import type { Store } from '../store/store';
import { grainOf } from './segments/grain-of';
import { leastUsedColour } from './segments/least-used-colour';
import {
  isUnreadable,
  readStoredSegment,
  type StoredSegment,
  storedSegment,
  type UnreadableSegment,
} from './segments/stored-segment';

/** Segments a person saved: plain records, each version of a rule kept. */
export interface OwnSegments {
  /** Those whose rule can be run, the oldest first. */
  all(): Promise<readonly Segment[]>;
  unreadable(): Promise<readonly UnreadableSegment[]>;
  /** @throws AppError `segment/invalid-rule`, `segment/not-found`, `segment/circular` */
  save(draft: SegmentDraft, ruleOf: (id: string) => Rule | null): Promise<Segment>;
  /** A copy to change, of a library segment or of one's own. */
  clone(source: Segment, name: string): Promise<Segment>;
  /** @throws AppError `segment/not-found`, `segment/in-use` */
  remove(id: string): Promise<void>;
  /** As they stand, from a file: each already checked against the others. */
  put(segments: readonly Segment[]): Promise<void>;
  /**
   * Takes somebody who is to be forgotten off every list of people, in old versions too; a segment that can't be read
   * and names them goes whole. How many segments changed.
   */
  forget(person: ListedPerson): Promise<number>;
  /** How many segments list them, in an old version too. */
  listing(person: ListedPerson): Promise<number>;
}

export function ownSegments(deps: {
  readonly store: Store;
  readonly now: () => number;
  readonly newId: () => string;
}): OwnSegments {
  const { store, now, newId } = deps;
  const records = store.records<StoredSegment>('segments');
  const read = async () => [...(await records.all())].map(([id, stored]) => readStoredSegment(id, stored));
  const all = async () => (await read()).flatMap((one) => (isUnreadable(one) ? [] : [one])).sort(byAge);
  const keep = (segment: Segment) => records.put(segment.id, storedSegment(segment));

  const add = async (segment: Pick<Segment, 'grain' | 'name' | 'description' | 'rule' | 'origin'>) => {
    const made: Segment = {
      ...segment,
      id: `own:${newId()}`,
      kind: 'own',
      version: 1,
      versions: [{ version: 1, rule: segment.rule, savedAt: now() }],
      colour: leastUsedColour(await all()),
      thresholds: [],
    };
    await keep(made);
    return made;
  };

  return {
    all,
    unreadable: async () => (await read()).filter(isUnreadable),

    async save(draft, ruleOf) {
      const rule = parseRule(draft.rule);
      checkReferences(draft.id ?? null, rule, ruleOf);
      const name = { en: draft.name, pl: draft.name };
      const description = { en: draft.description, pl: draft.description };
      if (draft.id === undefined) {
        const origin = draft.from === undefined ? {} : { origin: draft.from };
        return add({ grain: grainOf(rule), name, description, rule, ...origin });
      }
      const before = (await all()).find(({ id }) => id === draft.id);
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
      await keep(next);
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
      if (!(await records.all()).has(id)) throw new AppError('segment/not-found', { params: { id } });
      // A rule that names what is gone would run no more.
      if ((await all()).some(({ rule }) => segmentReferences(rule).includes(id)))
        throw new AppError('segment/in-use', { params: { id } });
      await records.drop(id);
    },

    async put(segments) {
      for (const segment of segments) await keep(segment);
    },

    async listing(person) {
      return (await all()).filter((segment) => segmentWithout(segment, person) !== segment).length;
    },

    async forget(person) {
      let changed = 0;
      for (const segment of await all()) {
        const next = segmentWithout(segment, person);
        if (next === segment) continue;
        await keep(next);
        changed++;
      }
      // Lists that can't be read can't be shortened either.
      const said = Object.values(person).map((key) => key.trim().toLowerCase());
      const kept = await records.all();
      for (const { id } of (await read()).filter(isUnreadable)) {
        const text = JSON.stringify(kept.get(id)).toLowerCase();
        if (!said.some((key) => text.includes(JSON.stringify(key).slice(1, -1)))) continue;
        await records.drop(id);
        changed++;
      }
      return changed;
    },
  };
}

/** The same segment where no version of it lists them. */
function segmentWithout(segment: Segment, person: ListedPerson): Segment {
  const next: Segment = {
    ...segment,
    rule: withoutPerson(segment.rule, person),
    versions: segment.versions.map((v) => ({ ...v, rule: withoutPerson(v.rule, person) })),
  };
  return JSON.stringify(next) === JSON.stringify(segment) ? segment : next;
}

const byAge = (a: Segment, b: Segment): number =>
  (a.versions[0]?.savedAt ?? 0) - (b.versions[0]?.savedAt ?? 0) || a.id.localeCompare(b.id);
