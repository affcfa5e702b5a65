import { AppError } from '../core/app-error';
import type { Dataset } from '../core/dataset';
import { CUSTOM_PREFIX } from '../core/fields';
import type { Label } from '../core/label';
import { mainCurrency } from '../core/main-currency';
import { evaluateRule } from '../segments/evaluate-rule';
import { libraryFor } from '../segments/library';
import type { Membership } from '../segments/membership';
import { AS_THEY_COME, type OccasionSettings } from '../segments/occasions/occasion-settings';
import type { Rule } from '../segments/rule/rule';
import type { MissingSegment, Segment } from '../segments/segment';
import { ruleSentence } from '../segments/sentence/rule-sentence';
import { ruleWords } from '../segments/sentence/rule-words';

/** The segments there are at one as-of over one version of the data, and who is in them. */
export interface Catalog {
  readonly asOf: number;
  readonly currency: string | null;
  /** Library, then own, then those of each report. */
  readonly segments: readonly Segment[];
  readonly missing: readonly MissingSegment[];
  /** Makes `segments` ready a step at a time, for who must answer others in between. */
  tuning(): Generator<void, void>;
  has(id: string): boolean;
  /** @throws AppError `segment/not-found` */
  segment(id: string): Segment;
  ruleOf(id: string): Rule | null;
  /** Over people, or over the rows of the report the segment belongs to. */
  members(segment: Segment, reportId?: string | null): Membership;
  evaluate(rule: Rule, reportId?: string | null): Membership;
  /** The rule in words, segments and report columns by the names they have now. */
  sentence(rule: Rule): Label;
}

/** The report a segment `report:<captureId>:<dimension>:<value>` is of; null for people's. */
export function reportOfSegment(id: string): string | null {
  return id.startsWith('report:') ? (id.split(':', 2)[1] ?? null) : null;
}

export function segmentCatalog(
  dataset: Dataset,
  own: readonly Segment[],
  options: {
    readonly asOf: number;
    readonly currency: string | null;
    readonly occasions?: OccasionSettings;
  },
): Catalog {
  const { asOf } = options;
  const currency = options.currency ?? mainCurrency(dataset);
  // Tuning the library walks all the data: asking for some segments must not pay for the others.
  const library = libraryFor(dataset, { asOf, currency, occasions: options.occasions ?? AS_THEY_COME });
  const whole = once(() => {
    const { segments } = library;
    const ofReports = segments.filter((s) => s.grain === 'aggregate');
    return {
      segments: [...segments.filter((s) => s.grain === 'person'), ...own, ...ofReports],
      missing: library.missing,
    };
  });
  const ownById = new Map(own.map((s) => [s.id, s]));
  const find = (id: string) => ownById.get(id) ?? library.segment(id);
  const memberships = new Map<string, Membership>();

  const ruleOf = (id: string) => find(id)?.rule ?? null;
  const evaluate: Catalog['evaluate'] = (rule, reportId = null) =>
    evaluateRule(dataset, rule, { asOf, currency, segment: (id) => ruleOf(id) ?? notMade(id), reportId });

  const headers = new Map(
    dataset.reports.flatMap((report) => report.dimensions.map((d) => [d.id, d.header] as const)),
  );
  const words = ruleWords({
    currency,
    segment: (id) => find(id)?.name ?? whole().missing.find((m) => m.id === id)?.name ?? null,
    dimension(id) {
      const own = id.startsWith(CUSTOM_PREFIX) ? id.slice(CUSTOM_PREFIX.length) : id;
      const header = headers.get(id) ?? own;
      return { en: header, pl: header };
    },
  });

  return {
    asOf,
    currency,
    sentence: (rule) => ruleSentence(rule, words),
    get missing() {
      return whole().missing;
    },
    get segments() {
      return whole().segments;
    },
    tuning: () => library.tuning(),
    has: (id) => find(id) !== null,
    segment(id) {
      const found = find(id);
      if (found === null) throw new AppError('segment/not-found', { params: { id } });
      return found;
    },
    ruleOf,
    evaluate,
    members(segment, reportId) {
      const report = reportId ?? reportOfSegment(segment.id);
      const key = `${report ?? ''} ${segment.id} ${segment.version}`;
      const known = memberships.get(key) ?? evaluate(segment.rule, report);
      memberships.set(key, known);
      return known;
    },
  };
}

/** A ready segment the data can't support now is unknown for everybody, and no error, for rules that name it. */
const notMade = (id: string): Rule | null => (id.startsWith('library:') ? NOT_HELD : null);

/** No person has a dimension. */
const NOT_HELD: Rule = { kind: 'dimension', dimension: '', test: { op: 'is-filled' } };

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
