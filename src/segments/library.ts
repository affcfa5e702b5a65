import type { Dataset } from '../core/dataset';
import type { Label } from '../core/label';
import { mainCurrency } from '../core/main-currency';
import { scopeOf } from './engine/scope';
import type { LibraryEntry, Made } from './library-entry';
import { AS_THEY_COME, type OccasionSettings } from './occasions/occasion-settings';
import { Profile } from './profile';
import { reportSegments } from './report-segments';
import { type MissingSegment, SEGMENT_KINDS, type Segment } from './segment';
import { segmentColour } from './segment-colour';

const files = import.meta.glob<{ readonly default: readonly LibraryEntry[] }>(
  ['./library/*.ts', '!./library/*.test.ts'],
  { eager: true },
);

/** Every ready segment there is, in the order of the kinds and then of their files. */
export const LIBRARY: readonly LibraryEntry[] = Object.keys(files)
  .sort()
  .flatMap((path) => files[path]?.default ?? [])
  .sort((a, b) => SEGMENT_KINDS.indexOf(a.kind) - SEGMENT_KINDS.indexOf(b.kind));

/**
 * Ready segments for the held data, thresholds tuned to it as of a moment, and those it can't support with what would.
 * Ids are stable: `library:champions`, `library:country:Poland`, `report:<captureId>:<dimension>:<value>`.
 */
export function libraryFor(
  dataset: Dataset,
  {
    asOf,
    currency,
    occasions = AS_THEY_COME,
  }: {
    readonly asOf: number;
    readonly currency: string | null;
    readonly occasions?: OccasionSettings;
  },
): { segments: Segment[]; missing: MissingSegment[] } {
  const profile = new Profile(scopeOf(dataset, asOf, currency ?? mainCurrency(dataset)), occasions);
  const segments: Segment[] = [];
  const missing: MissingSegment[] = [];
  for (const entry of LIBRARY) {
    if (entry.isOn?.(profile) === false) continue;
    const made = entry.make(profile);
    const all: readonly Made[] = made === null ? [] : isList(made) ? made : [made];
    if (all.length === 0) {
      const { id, kind, name, description, needs } = entry;
      missing.push({ id: `library:${id}`, kind, name, description, needs });
    }
    for (const one of all) segments.push(segmentOf(entry, one));
  }
  segments.push(...dataset.reports.flatMap((report) => reportSegments(report)));
  return { segments, missing };
}

const isList = (made: Made | readonly Made[]): made is readonly Made[] => Array.isArray(made);

function segmentOf(entry: LibraryEntry, made: Made): Segment {
  const id = made.value === undefined ? `library:${entry.id}` : `library:${entry.id}:${made.value}`;
  return {
    id,
    kind: entry.kind,
    grain: 'person',
    name:
      made.fullName ??
      (made.value === undefined ? (made.name ?? entry.name) : named(made.name ?? entry.name, made.value)),
    description: made.description ?? entry.description,
    rule: made.rule,
    version: 1,
    versions: [],
    colour: made.value === undefined ? (entry.colour ?? segmentColour(id)) : segmentColour(id),
    thresholds: made.thresholds ?? [],
  };
}

function named({ en, pl }: Label, value: string): Label {
  return { en: `${en}: ${value}`, pl: `${pl}: ${value}` };
}
