import { benjaminiHochberg } from '../../stats/many-tests/benjamini-hochberg';
import type { StepDone } from '../step-done';
import type { AskedField } from './asked';
import { type Candidate, subjectId } from './candidate';
import type { DefiningField } from './defining-fields';
import { FALSE_DISCOVERIES, type Finding, type Findings, type LeftOut, type Restratified } from './findings';
import type { NearCopies } from './near-copies';
import { saidAgain } from './said-again';

export interface Judging {
  readonly defining: readonly DefiningField[];
  readonly copies: Pick<NearCopies, 'ofColumn' | 'ofAnswer'>;
  readonly minimumEffect: number;
  readonly stratified: (candidate: Candidate, keys: readonly string[]) => readonly Restratified[];
}

/** More are not read. */
const MOST_FINDINGS = 200;
/** The strongest are held against each other for saying the same twice. */
const MOST_ALIKE = 40;

/** Asks every field, judges all answers together, and ranks and restratifies what holds up. */
export function* judgedFindings(
  fields: readonly AskedField[],
  judging: Judging,
): Generator<StepDone, Pick<Findings, 'tried' | 'fields' | 'tooFew' | 'small' | 'findings' | 'leftOut'>> {
  const { defining, copies } = judging;
  const isLarge = ({ answer }: Candidate) => Math.abs(answer.effect.value) >= judging.minimumEffect;
  const leftOut: LeftOut[] = [];
  const asked: { readonly candidate: Candidate; readonly keys: readonly string[] }[] = [];
  let [tooFew, fieldsTried] = [0, 0];
  for (const [i, field] of fields.entries()) {
    yield { done: i, of: fields.length };
    const { of, field: id, label, keys } = field;
    const out = (reason: LeftOut['reason'], more: Partial<LeftOut> = {}) =>
      leftOut.push({ of, field: id, label, value: null, reason, like: null, association: null, ...more });
    const definer = defining.find(({ key }) => keys.includes(key));
    if (definer !== undefined) {
      out('defines', { like: definer.label });
      continue;
    }
    const answers = field.ask();
    if (answers.leftOut !== null) {
      out(answers.leftOut);
      continue;
    }
    // A copy tells the sides apart as what it copies does: without a large answer there is none to look for.
    const copy =
      field.column !== null && answers.candidates.some(isLarge) ? copies.ofColumn(field.column) : null;
    if (copy !== null) {
      out(copy.like === null ? 'copy-of-membership' : 'copy-of-field', copy);
      continue;
    }
    if (answers.more !== null) out('only-commonest');
    let kept = 0;
    for (const candidate of answers.candidates) {
      const { value } = candidate.subject;
      const ownKeys = value === null ? keys : [...keys, ...keys.map((key) => `${key}=${value}`)];
      const own = defining.find(({ key }) => ownKeys.includes(key));
      if (own !== undefined) {
        out('defines', { value, like: own.label });
        continue;
      }
      if (isLarge(candidate)) yield { done: i, of: fields.length };
      // Only what may become a finding needs to be looked at.
      const near = isLarge(candidate) ? copies.ofAnswer(candidate) : null;
      if (near !== null) {
        out(near.like === null ? 'copy-of-membership' : 'copy-of-field', { value, ...near });
        continue;
      }
      asked.push({ candidate, keys });
      kept++;
    }
    tooFew += answers.tooFew;
    if (kept > 0) fieldsTried++;
  }

  const q = benjaminiHochberg(asked.map(({ candidate }) => candidate.answer.p));
  const real = asked
    .map((entry, i) => ({ ...entry, q: q[i] ?? 1 }))
    .filter((entry) => entry.q < FALSE_DISCOVERIES);
  const large = real.filter(({ candidate }) => isLarge(candidate));
  large.sort(
    (a, b) =>
      nearest(b.candidate) - nearest(a.candidate) ||
      Math.abs(b.candidate.answer.effect.value) - Math.abs(a.candidate.answer.effect.value),
  );
  const kept = large.slice(0, MOST_FINDINGS);
  const strongest = saidAgain(kept.slice(0, MOST_ALIKE).map(({ candidate }) => candidate));
  let step = strongest.next();
  for (; step.done !== true; step = strongest.next())
    yield { done: fields.length, of: fields.length + kept.length };
  const alike = step.value;
  const again = new Set([...alike.values()].flat());
  const findings: Finding[] = [];
  for (const [i, { candidate, keys, q: own }] of kept.entries()) {
    if (again.has(candidate)) continue;
    yield { done: fields.length, of: fields.length + kept.length - i };
    const strata = judging.stratified(candidate, keys);
    const made = candidate.rule(candidate.answer.effect.value > 0 ? 1 : -1);
    findings.push({
      ...candidate.answer,
      id: subjectId(candidate.subject),
      subject: candidate.subject,
      unit: candidate.unit,
      metric: candidate.metric,
      q: own,
      verdict: worst(strata),
      strata,
      rule: made?.rule ?? null,
      threshold: made?.threshold ?? null,
      alike: (alike.get(candidate) ?? []).map(({ subject }) => subject),
    });
  }
  return {
    tried: asked.length,
    fields: fieldsTried,
    tooFew,
    small: real.length - large.length,
    findings,
    leftOut,
  };
}

/** The bound of the interval nearest nought; below it where the interval reaches over. */
function nearest({ answer }: Candidate): number {
  const { lo, hi } = answer.effect.interval;
  return answer.effect.value > 0 ? lo : -hi;
}

const WORST = ['turns-round', 'vanishes', 'weakens', 'holds'] as const;

export function worst(strata: readonly Restratified[]): Finding['verdict'] {
  return WORST.find((verdict) => strata.some((by) => by.verdict === verdict)) ?? 'unchecked';
}
