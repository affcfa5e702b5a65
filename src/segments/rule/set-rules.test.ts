import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datasetOf } from '../../../tests/dataset-of';
import { overlap } from '../../compare/overlap';
import { evaluateRule } from '../evaluate-rule';
import { firstMatch } from '../first-match';
import type { Membership } from '../membership';
import { populationAt } from '../population';
import { parseRule } from './parse-rule';
import type { Rule } from './rule';
import { differenceRule, firstMatchRules, intersectionRule, partRule, unionRule } from './set-rules';

const asOf = Date.UTC(2024, 11, 31);

/** People with flags that are yes, no or not held, and a segment for each flag. */
const LETTERS = ['a', 'b', 'c', 'd'];
const flags = fc.array(
  fc.array(fc.constantFrom(true, false, null), { minLength: LETTERS.length, maxLength: LETTERS.length }),
  { minLength: 1, maxLength: 30 },
);

function asked(people: readonly (readonly (boolean | null)[])[]) {
  const dataset = datasetOf({
    people: people.map((answers, i) => ({
      id: `p${i}`,
      ...Object.fromEntries(answers.map((answer, at) => [`custom:${LETTERS[at]}`, answer])),
    })),
  });
  const ruleOf = (id: string): Rule => ({
    kind: 'attribute',
    field: `custom:${id}`,
    test: { op: 'is-yes' },
  });
  const run = (rule: Rule): Membership =>
    evaluateRule(dataset, parseRule(rule), { asOf, currency: null, segment: ruleOf, reportId: null });
  return { everyone: populationAt(dataset, asOf), run, of: (id: string) => run(ruleOf(id)) };
}

const words = (m: Membership) => [m.in.words, m.unknown.words];

describe('rules over segments', () => {
  it('part everybody into a segment, its opposite and unknown', () => {
    fc.assert(
      fc.property(flags, (people) => {
        const { everyone, run, of } = asked(people);
        const a = of('a');
        const not = run(partRule([], ['a']));
        expect(a.in.count() + not.in.count() + a.unknown.count()).toBe(everyone.count());
        expect(a.in.and(not.in).count()).toBe(0);
        expect(not.unknown.words).toEqual(a.unknown.words);
      }),
    );
  });

  it('keep to the sizes of sets where everything is held', () => {
    const told = fc.array(fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), { minLength: 1 });
    fc.assert(
      fc.property(told, (people) => {
        const { run, of } = asked(people);
        const size = (rule: Rule) => run(rule).in.count();
        const [a, b] = [of('a').in.count(), of('b').in.count()];
        expect(size(unionRule(['a', 'b'])) + size(intersectionRule(['a', 'b']))).toBe(a + b);
        expect(size(differenceRule(['a', 'b'])) + size(intersectionRule(['a', 'b']))).toBe(a);
        expect(size(differenceRule(['a', 'b', 'c']))).toBe(
          people.filter(([inA, inB, inC]) => inA && !inB && !inC).length,
        );
      }),
    );
  });

  it('are the same whichever way round a union or an intersection is asked', () => {
    fc.assert(
      fc.property(flags, (people) => {
        const { run } = asked(people);
        for (const rule of [unionRule, intersectionRule])
          expect(words(run(rule(['a', 'b', 'c'])))).toEqual(words(run(rule(['c', 'a', 'b']))));
      }),
    );
  });

  it('hold exactly the people of the part of the overlap they are saved from', () => {
    fc.assert(
      fc.property(flags, (people) => {
        const { everyone, run, of } = asked(people);
        const found = overlap(LETTERS.map(of), everyone);
        for (const part of found.parts) {
          const inside = part.segments.map((i) => LETTERS[i] ?? '');
          const outside = LETTERS.filter((id) => !inside.includes(id));
          expect(run(partRule(inside, outside)).in.words).toEqual(part.people.words);
        }
        expect(run(partRule([], LETTERS)).in.count()).toBe(found.inNone);
      }),
    );
  });

  it('hold exactly the people of the exclusive group they are saved from', () => {
    fc.assert(
      fc.property(flags, (people) => {
        const { everyone, run, of } = asked(people);
        const found = firstMatch(LETTERS.map(of), everyone);
        const saved = firstMatchRules(LETTERS).map((rule) => run(rule).in);
        expect(saved.map((s) => s.words)).toEqual(found.groups.map((g) => g.words));
        const rest = run(partRule([], LETTERS)).in;
        expect(rest.words).toEqual(found.rest.words);
        const placed = saved.reduce((sum, s) => sum + s.count(), rest.count());
        expect(placed + found.unknown.count()).toBe(everyone.count());
      }),
    );
  });
});
