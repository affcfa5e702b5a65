import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datasetOf } from '../../../tests/dataset-of';
import { passesNumber } from '../../../tests/naive-reading';
import { moment, rule, world } from '../../../tests/random-rules';
import { scopeOf } from '../engine/scope';
import { evaluateRule } from '../evaluate-rule';
import { populationAt } from '../population';
import type { NumberTest, Rule } from '../rule/rule';
import type { ClauseTrace, MeasuredPerson, Told } from './clause-trace';
import { explainPerson } from './explain-person';
import { traceSequence } from './trace-sequence';

const context = (at: number) => ({ asOf: at, currency: 'USD', segment: () => null, reportId: null });

/** What a reader would conclude from the number shown. */
function concluded(test: NumberTest, { value, atMost, lacks, unit }: MeasuredPerson): Told | null {
  if (lacks === 'nothing-held' || lacks === 'untold') return 'unknown';
  if (lacks !== null || value === null) return 'out';
  // What it might be at most has no limit, or is a whole range: the reader can only check both ends.
  if (atMost === null || atMost !== value) return null;
  return passesNumber(unit === 'money' ? value / 100 : value, test) ? 'in' : 'out';
}

/** Every clause with its trace and its moment. */
function* clauses(of: Rule, trace: ClauseTrace, at: number): Generator<readonly [Rule, ClauseTrace, number]> {
  yield [of, trace, at];
  const [then] = trace.parts;
  if (of.kind === 'as-of' && then !== undefined) yield* clauses(of.rule, then, of.at);
  if (!('rules' in of)) return;
  for (let i = 0; i < of.rules.length; i++)
    yield* clauses(of.rules[i] as Rule, trace.parts[i] as ClauseTrace, at);
}

describe('the trace of one person', () => {
  it('agrees with the engine in every clause, and its numbers with the answers beside them', () => {
    fc.assert(
      fc.property(world, rule, moment, (w, r, at) => {
        const data = datasetOf(w);
        for (let p = 0; p < data.people.size; p++) {
          for (const [clause, trace, then] of clauses(r, explainPerson(data, r, p, context(at)), at)) {
            const members = evaluateRule(data, clause, context(then));
            const told = members.in.has(p) ? 'in' : members.unknown.has(p) ? 'unknown' : 'out';
            expect(trace.told).toBe(told);
            if (!populationAt(data, then).has(p)) continue;
            if (clause.kind === 'sequence') {
              const scope = scopeOf(data, then, 'USD');
              expect(traceSequence(scope, clause.steps, clause.window, p).told).toBe(told);
            }
            if (clause.kind === 'behaviour' && trace.evidence.kind === 'measure') {
              const said = concluded(clause.test, trace.evidence.measured);
              if (said !== null) expect(said).toBe(told);
            }
            if (
              clause.kind === 'quantile' &&
              trace.evidence.kind === 'place' &&
              trace.evidence.place !== null
            ) {
              const { n, below } = trace.evidence.place;
              const band = 1 + Math.floor((clause.bands * below) / n);
              expect(band >= clause.from && band <= clause.to ? 'in' : 'out').toBe(told);
            }
          }
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('shows as many rows as it counted', () => {
    fc.assert(
      fc.property(world, rule, moment, (w, r, at) => {
        const data = datasetOf(w);
        for (let p = 0; p < data.people.size; p++)
          for (const [clause, { evidence }] of clauses(r, explainPerson(data, r, p, context(at)), at)) {
            if (clause.kind !== 'behaviour' || clause.measure.stat !== 'count') continue;
            if (evidence.kind !== 'measure' || evidence.measured.lacks !== null) continue;
            const { value, rows, rowsInAll, unsure, atMost } = evidence.measured;
            expect(rowsInAll).toBe(value);
            expect(rows.length).toBe(Math.min(12, rowsInAll));
            if (atMost !== null) expect(atMost).toBe((value ?? 0) + unsure);
          }
      }),
      { numRuns: 500 },
    );
  });
});
