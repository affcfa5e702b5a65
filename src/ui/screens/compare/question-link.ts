import { FIRST_QUESTION, parseMeasured, parseQuestion, type Question } from './question';

/** Everything that makes a view of the Compare screen: kept in the address, so that it can be opened again. */
export interface CompareLink {
  readonly question: Question;
  readonly segments: readonly string[];
  readonly asOf: number | null;
  readonly currency: string | null;
}

/** Only what differs from a first visit is written. */
export function linkToParams(link: CompareLink): URLSearchParams {
  const params = new URLSearchParams();
  const { question } = link;
  const aggregate = question.grain === 'aggregate';
  const many = (name: string, values: readonly string[]) => {
    for (const value of values) params.append(name, value);
  };
  const one = (name: string, value: string | null) => {
    if (value !== null) params.set(name, value);
  };
  if (aggregate) params.set('of', 'report');
  if (aggregate) one('report', question.reportId);
  if (aggregate) one('by', question.dimension);
  many('s', aggregate ? question.reportSegments : link.segments);
  many('m', question.metricIds);
  one('goal', question.goal);
  one('against', question.baseSegmentId);
  const { measured } = question;
  if (measured !== null)
    params.set('measured', measured.kind === 'held' ? 'held' : `${measured.kind}-${measured.days}`);
  if (link.asOf !== null) params.set('at', new Date(link.asOf).toISOString().slice(0, 10));
  one('currency', link.currency);
  if (question.view !== 'table') params.set('view', question.view);
  return params;
}

/** Null where the address names no segments: there is no view in it. */
export function linkFromParams(params: URLSearchParams): CompareLink | null {
  const ids = params.getAll('s').filter((id) => id !== '');
  if (ids.length === 0) return null;
  const aggregate = params.get('of') === 'report';
  const [, kind, days] = /^(after|last|held)(?:-(\d+))?$/.exec(params.get('measured') ?? '') ?? [];
  const question = parseQuestion({
    ...FIRST_QUESTION,
    grain: aggregate ? 'aggregate' : 'person',
    reportId: params.get('report'),
    dimension: params.get('by'),
    reportSegments: aggregate ? ids : [],
    metricIds: params.getAll('m'),
    goal: params.get('goal'),
    measured: parseMeasured(kind, Number(days)),
    baseSegmentId: params.get('against'),
    view: params.get('view'),
  });
  const at = params.get('at');
  const currency = params.get('currency');
  return {
    question: question ?? FIRST_QUESTION,
    segments: aggregate ? [] : ids,
    asOf: at !== null && /^\d{4}-\d{2}-\d{2}$/.test(at) ? dayOrNull(at) : null,
    currency: currency !== null && /^[A-Z]{3}$/.test(currency) ? currency : null,
  };
}

/** Midnight stands for the whole of its day (core/time/as-of.ts). */
function dayOrNull(iso: string): number | null {
  const start = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(start) ? null : start;
}
