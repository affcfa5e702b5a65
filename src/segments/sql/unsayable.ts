import type { Rule } from '../rule/rule';

/** Thrown inside the compiler: this part of a rule has no form in the dialect. */
export class Unsayable extends Error {
  constructor(
    readonly rule: Rule,
    readonly why: 'phone-list' | 'report-rule' | 'prediction',
  ) {
    super(why);
  }
}
