import type { NumberTest, Rule } from '../../segments/rule/rule';
import { type Asked, nothingAsked, oneAsked } from './asked';
import type { Candidate } from './candidate';
import { middleRule } from './middle-rule';
import { numberQuestion } from './number-question';
import { shareAssociation } from './share-association';

/** A number of each person (NaN: not known) as a question. */
export function amountAsked(
  values: Float64Array,
  side: Uint8Array,
  of: Pick<Candidate, 'subject' | 'unit'> & {
    /** Of the values in one unit of the rule's. */
    readonly units: number;
    readonly rule: (test: NumberTest) => Rule;
  },
): Asked {
  const asked = numberQuestion(values, side);
  switch (asked.kind) {
    case 'same':
      return nothingAsked(0, asked.known);
    case 'too-few':
      return nothingAsked(1, asked.known);
    case 'share':
      return oneAsked(
        {
          subject: { ...of.subject, value: '1', asks: 'is' },
          unit: 'rate',
          metric: null,
          answer: asked.answer,
          association: shareAssociation(asked.answer),
          trait: () => ({ kind: 'share', values, per: null }),
          rule: () => ({ rule: of.rule({ op: 'equals', value: 1 }), threshold: null }),
        },
        asked.known,
      );
    default: {
      const { kind, answer, association } = asked;
      return oneAsked(
        {
          subject: of.subject,
          unit: of.unit,
          metric: null,
          answer,
          association,
          trait: () => ({ kind, values, per: null }),
          rule: (more) => middleRule(values, side, more, of.units, of.rule),
        },
        asked.known,
      );
    }
  }
}
