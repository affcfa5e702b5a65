import type { ComparisonRequest } from '../compare/comparison';
import { measuredSpan } from '../compare/measure/measured-span';
import { AppError } from '../core/app-error';
import type { Dataset } from '../core/dataset';
import type { WorkOptions } from '../ingest/survey';
import type { Hiring } from '../ingest/typist/shared-typing';
import type { CallOptions } from '../protocol/engine-api';
import { type OccasionSettings, parseOccasionSettings } from '../segments/occasions/occasion-settings';
import type { Segment } from '../segments/segment';
import type { RootRecord } from '../store/root-record';
import type { Store } from '../store/store';
import { type Held, type HeldData, heldData } from './held-data';
import { type SurveySources, surveySources } from './imports/survey-sources';
import { type JoinIndex, joinIndexes } from './joins/join-index';
import { type KeptAnswers, keptAnswers } from './kept/kept-answers';
import { type KeptSetting, keptSetting } from './kept/kept-setting';
import { type OwnSegments, ownSegments } from './own-segments';
import { reportingDatasets } from './rates/reporting-dataset';
import { recently } from './recently';
import { type Catalog, segmentCatalog } from './segment-catalog';
import { untilWritten } from './until-written';

export interface EngineDeps {
  readonly store: Store;
  /** Epoch ms of the real clock. */
  readonly now: () => number;
  /** Unique for ever, such as a UUID. */
  readonly newId: () => string;
  /** Told when something a page may show has changed without a new data version (own segments). */
  readonly changed: (dataVersion: number) => void;
  /** Names this very code: what is kept of other code's answers is made anew. */
  readonly build: string;
  /** A second worker for large files; without it one reads them whole. */
  readonly typist?: Hiring;
}

/** What the use cases of every area stand on. */
export interface EngineContext extends EngineDeps {
  readonly held: HeldData;
  readonly own: OwnSegments;
  /** What was read and waits to be kept. */
  readonly sources: SurveySources;
  readonly occasions: KeptSetting<OccasionSettings>;
  readonly answers: KeptAnswers;
  /** Who is who in what is committed. */
  readonly joinIndex: () => Promise<JoinIndex>;
  /**
   * `currency` null: all that is held, in the reporting currency where there is one; `''`: what states none. `asOf` null
   * is the last moment held, or for what is measured after it the last that leaves it the time.
   */
  catalogAt(
    asOf: number | null,
    currency: string | null,
    measured?: ComparisonRequest['measured'],
  ): Promise<CatalogAt>;
  /** What is held, its amounts in the reporting currency. */
  inReporting(held: Held): Promise<Dataset>;
  /** To be called once the person's segments are written. */
  segmentsChanged(): Promise<void>;
}

export interface CatalogAt {
  readonly dataset: Dataset;
  readonly catalog: Catalog;
  /** Names the data, the moment, the currency, and the settings and the person's segments as they are: a key for caches. */
  readonly key: string;
}

export function engineContext(deps: EngineDeps): EngineContext {
  const { store, now, newId, changed, build, typist } = deps;
  const held = heldData(store);
  const inReporting = reportingDatasets(store);
  const own = ownSegments({ store, now, newId });
  const occasions = keptSetting(store, 'occasions', parseOccasionSettings);
  const catalogs = recently<Catalog>(4);
  const madeOf = ({ dataVersion, summary }: RootRecord, saved: readonly Segment[], days: OccasionSettings) =>
    JSON.stringify([
      dataVersion,
      // Without a dated row the clock may be the as-of.
      summary?.coverage ? null : now(),
      days,
      saved.map(({ id, version, name, description }) => [id, version, name, description]),
    ]);
  const seen = untilWritten(store, async () => {
    const [root, saved, days] = await Promise.all([store.root(), own.all(), occasions.get()]);
    return { root, saved, days };
  });
  const answers = keptAnswers({
    store,
    build,
    madeOf: async () => {
      const { root, saved, days } = await seen();
      return madeOf(root, saved, days);
    },
  });
  return {
    ...deps,
    sources: surveySources({ store, newId, ...(typist === undefined ? {} : { typist }) }),
    held,
    own,
    inReporting,
    occasions,
    answers,
    joinIndex: joinIndexes(store),
    async catalogAt(asOf, currency, measured = { kind: 'held' }) {
      const { root, saved, days } = await seen();
      const current = await held.at(root);
      const dataset = currency === null ? await inReporting(current) : current.dataset;
      const at = measuredSpan(dataset, { asOf, measured }, now()).asOf;
      const key = [at, currency ?? 'all', madeOf(current.root, saved, days)].join('|');
      const catalog = catalogs(key, () =>
        segmentCatalog(dataset, saved, { asOf: at, currency: currency || null, occasions: days }),
      );
      return { dataset, catalog, key };
    },
    // Read again at once, so that whoever asks next need not wait for it.
    segmentsChanged: async () => changed((await seen()).root.dataVersion),
  };
}

export const work = (options: CallOptions = {}): WorkOptions => ({
  signal: options.signal ?? new AbortController().signal,
  ...(options.onProgress === undefined ? {} : { onProgress: options.onProgress }),
});

/** @throws AppError `compare/no-data` for a segment of report rows: they are nobody. */
export function membersOfPeople(catalog: Catalog, segmentId: string) {
  const segment = catalog.segment(segmentId);
  if (segment.grain !== 'person') throw new AppError('compare/no-data', { params: { id: segmentId } });
  return catalog.members(segment).in;
}
