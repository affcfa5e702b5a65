import type { ReportSummary, SegmentView } from '../../../protocol/engine-api';
import type { RfmGroup } from '../../../segments/rule/rule';

/** Groups a marketer asks after first, by what they are and not by what they are called. */
const WANTED: readonly ((view: SegmentView) => boolean)[] = [
  (v) => isRfm(v, 'champions'),
  (v) => isRfm(v, 'loyal'),
  (v) => isRfm(v, 'at-risk'),
  (v) => isRfm(v, 'new'),
  (v) => v.segment.id === 'library:one-time',
];

/** Columns whose values are groups somebody made, or that people came by: compared before what people merely are. */
const TELLING: readonly RegExp[] = [
  /^(?:segment|group|arm|variant|treatment|test|cell|grupa|wariant|gruppe|variante)$/,
  /contract|plan|tier|package|subscription|umowa|pakiet|abonament|vertrag|tarif/,
  /acquired from|origin|source|zrodlo/,
];
const MOST = 5;

/**
 * The first choice of a first visit: those of the wanted five that hold anybody; else the values of one column, for values
 * of several overlap; else the largest there are.
 */
export function defaultChoice(views: readonly SegmentView[]): string[] {
  const open = views.filter((v) => v.segment.grain === 'person' && sizeOf(v) > 0 && sizeOf(v) < v.population);
  const chosen = WANTED.flatMap((wanted) => open.find(wanted) ?? []);
  if (chosen.length < 2) {
    const column = tellingColumn(open);
    if (column !== null) return column;
    const rest = open.filter((v) => !chosen.includes(v)).sort((a, b) => sizeOf(b) - sizeOf(a));
    chosen.push(...rest.slice(0, 4 - chosen.length));
  }
  return chosen.map((v) => v.segment.id);
}

/** The largest values of the column that tells most by its name; null where no column of several values has such a name. */
function tellingColumn(views: readonly SegmentView[]): string[] | null {
  const columns = new Map<string, SegmentView[]>();
  for (const view of views) {
    // `library:own-column:Contract: Two year`, `library:acquired-from:email`.
    const name = /^library:(?:own-column:(.*?): |([^:]+):.)/.exec(view.segment.id);
    const column = (name?.[1] ?? name?.[2])?.toLowerCase().replaceAll(/[_-]/g, ' ');
    if (column !== undefined) columns.set(column, [...(columns.get(column) ?? []), view]);
  }
  for (const telling of TELLING)
    for (const [column, values] of columns)
      if (values.length > 1 && telling.test(column))
        return values
          .sort((a, b) => sizeOf(b) - sizeOf(a))
          .slice(0, MOST)
          .map((v) => v.segment.id);
  return null;
}

/** The same for values of one report dimension: the largest five. */
export function defaultValues(views: readonly SegmentView[]): string[] {
  return [...views]
    .filter((v) => sizeOf(v) > 0)
    .sort((a, b) => sizeOf(b) - sizeOf(a))
    .slice(0, 5)
    .map((v) => v.segment.id);
}

/** The first report and dimension of which two values or more can be chosen; the first of all where none has two. */
export function firstToCompare(
  reports: readonly ReportSummary[],
  views: readonly SegmentView[],
): { readonly reportId: string; readonly dimension: string } | null {
  const places = reports.flatMap((r) =>
    r.dimensions.map((d) => ({ reportId: r.id, dimension: d.id, prefix: `report:${r.id}:${d.id}:` })),
  );
  const values = ({ prefix }: { readonly prefix: string }) =>
    views.filter((v) => sizeOf(v) > 0 && v.segment.id.startsWith(prefix)).length;
  const first = places.find((p) => values(p) >= 2) ?? places.find((p) => values(p) > 0) ?? places[0];
  return first ? { reportId: first.reportId, dimension: first.dimension } : null;
}

/** Those not counted are not chosen by themselves. */
const sizeOf = (view: SegmentView): number => view.size ?? 0;

function isRfm(view: SegmentView, group: RfmGroup): boolean {
  const { rule } = view.segment;
  return rule.kind === 'rfm' && rule.groups.length === 1 && rule.groups[0] === group;
}
