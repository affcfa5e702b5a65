import type { Dataset, ReportTable } from '../core/dataset';
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

/** What is ready over one version of the data at one as-of. Thresholds are tuned an entry at a time, when it is asked for. */
export interface Library {
  /** All of them; tunes whatever is not tuned yet. */
  readonly segments: readonly Segment[];
  readonly missing: readonly MissingSegment[];
  /** Tunes its entry alone. */
  segment(id: string): Segment | null;
  /** Tunes an entry at each step, for who must answer in between. */
  tuning(): Generator<void, void>;
}

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
): Library {
  const profile = new Profile(scopeOf(dataset, asOf, currency ?? mainCurrency(dataset)), occasions);
  /** Null for an entry that is switched off. */
  const madeOf = cached((entry: LibraryEntry): readonly Segment[] | null => {
    if (entry.isOn?.(profile) === false) return null;
    const made = entry.make(profile);
    const all: readonly Made[] = made === null ? [] : isList(made) ? made : [made];
    return all.map((one) => segmentOf(entry, one));
  });
  const ofReport = cached((report: ReportTable) => reportSegments(report));

  return {
    get segments() {
      return [...LIBRARY.flatMap((entry) => madeOf(entry) ?? []), ...dataset.reports.flatMap(ofReport)];
    },
    get missing() {
      return LIBRARY.filter((entry) => madeOf(entry)?.length === 0).map(
        ({ id, kind, name, description, needs }) => ({
          id: `library:${id}`,
          kind,
          name,
          description,
          needs,
        }),
      );
    },
    segment(id) {
      const [of, name] = id.split(':', 2);
      const entry = LIBRARY.find((one) => one.id === name);
      const among =
        of === 'library' && entry !== undefined
          ? madeOf(entry)
          : dataset.reports
              .filter((report) => of === 'report' && report.captureId === name)
              .flatMap(ofReport);
      return among?.find((one) => one.id === id) ?? null;
    },
    *tuning() {
      for (const entry of LIBRARY) {
        madeOf(entry);
        yield;
      }
    },
  };
}

function cached<Of extends object, T>(make: (of: Of) => T): (of: Of) => T {
  const known = new Map<Of, T>();
  return (of) => {
    if (!known.has(of)) known.set(of, make(of));
    return known.get(of) as T;
  };
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
