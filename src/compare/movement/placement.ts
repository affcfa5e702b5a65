import { Bitset } from '../../core/bitset';
import type { Dataset } from '../../core/dataset';
import { evaluateRule } from '../../segments/evaluate-rule';
import { firstMatch } from '../../segments/first-match';
import { populationAt } from '../../segments/population';
import type { Rule } from '../../segments/rule/rule';

export interface PlacementContext {
  readonly currency: string | null;
  readonly segment: (id: string) => Rule | null;
}

/** Where everybody stands at one as-of: places `0…groups - 1`, then none, unknown, absent. */
export class Placement {
  private constructor(
    readonly groups: number,
    /** By person. */
    readonly stateOf: Int16Array,
  ) {}

  static at(dataset: Dataset, rules: readonly Rule[], asOf: number, context: PlacementContext): Placement {
    const everyone = populationAt(dataset, asOf);
    const { groups, rest, unknown } = firstMatch(
      rules.map((rule) => evaluateRule(dataset, rule, { ...context, asOf, reportId: null })),
      everyone,
    );
    const stateOf = new Int16Array(dataset.people.size).fill(rules.length + 2);
    [...groups, rest, unknown].forEach((people, state) => {
      people.forEach((p) => {
        stateOf[p] = state;
      });
    });
    return new Placement(rules.length, stateOf);
  }

  /** Who was in one state then and is in another now. */
  static moved(then: Placement, from: number, now: Placement, to: number): Bitset {
    const out = new Bitset(then.stateOf.length);
    for (let p = 0; p < then.stateOf.length; p++)
      if (then.stateOf[p] === from && now.stateOf[p] === to) out.add(p);
    return out;
  }
}
