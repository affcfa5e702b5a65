import { PERSON_KEYS } from '../../core/person-keys';
import {
  JOURNEY_STAGES,
  LIFECYCLE_STAGES,
  MEASURE_STATS,
  MOST_BANDS,
  MOST_FORETOLD_DAYS,
  MOST_LISTED,
  MOST_STEPS,
  MOST_VALUES,
  MOST_WHOLE,
  NEEDS_FIELD,
  RFM_GROUPS,
} from './rule';
import { RULE_VERSION } from './rule-document';

export type JsonSchema = { readonly [key: string]: unknown };

const text: JsonSchema = { type: 'string', minLength: 1 };
const number: JsonSchema = { type: 'number' };
const ref = (name: string): JsonSchema => ({ $ref: `#/$defs/${name}` });
const oneOf = (values: readonly string[]): JsonSchema => ({ enum: values });
const list = (items: JsonSchema, more: JsonSchema = {}): JsonSchema => ({ type: 'array', items, ...more });
const some = (items: JsonSchema): JsonSchema => list(items, { minItems: 1 });
const whole = (minimum: number, maximum = MOST_WHOLE): JsonSchema => ({ type: 'integer', minimum, maximum });

/** An object with these keys and no other; those of `optional` may be left out. */
function shape(
  needed: Readonly<Record<string, unknown>>,
  optional: Readonly<Record<string, unknown>> = {},
): JsonSchema {
  return {
    type: 'object',
    properties: { ...needed, ...optional },
    required: Object.keys(needed),
    additionalProperties: false,
  };
}

const kind = (...kinds: readonly string[]): JsonSchema => oneOf(kinds);
const share: JsonSchema = { type: 'number', exclusiveMinimum: 0, maximum: 1 };
const filters = list(ref('filter'));
const of = oneOf(['orders', 'items', 'events']);
const measured = { measure: ref('measure'), window: ref('window') };
const ends = { from: number, to: number };

const numberTests = [
  shape({ op: oneOf(['at-least', 'at-most', 'more-than', 'less-than', 'equals']), value: number }),
  shape({ op: oneOf(['between']), ...ends }),
];

/**
 * What `parseRule` takes, as JSON Schema 2020-12. It can't say three things that `parseRule` holds besides: that the second
 * end of a range is no less than the first (nor past the number of bands), and how deep and how many conditions may be.
 */
export const RULE_SCHEMA: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: `Segment Lens rule, version ${RULE_VERSION}`,
  $comment: 'Besides: of from and to the second is no less (in days-ago, no more) than the first.',
  ...shape({ version: { const: RULE_VERSION }, rule: ref('rule') }),
  $defs: {
    rule: {
      anyOf: [
        shape({ kind: kind('all', 'any', 'none'), rules: list(ref('rule')) }),
        shape({ kind: kind('attribute'), field: text, test: ref('valueTest') }),
        shape({ kind: kind('behaviour'), ...measured, test: ref('numberTest') }),
        shape({
          kind: kind('rank'),
          ...measured,
          side: oneOf(['top', 'bottom']),
          share,
        }),
        shape({
          kind: kind('quantile'),
          ...measured,
          bands: whole(2, MOST_BANDS),
          from: whole(1, MOST_BANDS),
          to: whole(1, MOST_BANDS),
        }),
        shape({ kind: kind('sequence'), steps: ref('steps'), window: ref('window') }),
        shape({ kind: kind('rfm'), groups: some(oneOf(RFM_GROUPS)) }),
        {
          ...shape({ kind: kind('rfm-scores') }, { r: ref('scores'), f: ref('scores'), m: ref('scores') }),
          minProperties: 2,
        },
        shape({
          kind: kind('lifecycle'),
          stages: some(oneOf(LIFECYCLE_STAGES)),
          interval: oneOf(['month', 'quarter', 'year']),
        }),
        shape({ kind: kind('journey'), stages: some(oneOf(JOURNEY_STAGES)) }),
        shape({
          kind: kind('prediction'),
          of: oneOf(['value', 'still-buying']),
          test: ref('forecastTest'),
        }),
        shape({
          kind: kind('prediction'),
          of: oneOf(['order']),
          days: whole(1, MOST_FORETOLD_DAYS),
          test: ref('forecastTest'),
        }),
        shape({ kind: kind('list'), people: list(ref('person'), { maxItems: MOST_LISTED }) }),
        shape({ kind: kind('segment'), id: text }),
        shape({ kind: kind('as-of'), at: number, rule: ref('rule') }),
        shape({ kind: kind('dimension'), dimension: text, test: ref('valueTest') }),
      ],
    },
    measure: {
      anyOf: [
        shape(
          { of, stat: oneOf(MEASURE_STATS.filter((s) => NEEDS_FIELD.has(s))), field: text },
          { where: filters, among: { type: 'array', maxItems: 0 } },
        ),
        shape(
          { of, stat: oneOf(MEASURE_STATS.filter((s) => s !== 'share' && !NEEDS_FIELD.has(s))) },
          { field: text, where: filters, among: { type: 'array', maxItems: 0 } },
        ),
        shape({ of, stat: oneOf(['share']), where: some(ref('filter')) }, { field: text, among: filters }),
      ],
    },
    filter: {
      anyOf: [
        shape({ field: text, test: ref('valueTest') }),
        shape({ kind: kind('all', 'any', 'none'), filters: some(ref('filter')) }),
      ],
    },
    window: {
      anyOf: [
        shape({ kind: kind('lifetime') }),
        shape({ kind: kind('last-days'), days: whole(1) }),
        shape({ kind: kind('since-first-order'), days: whole(0) }),
        shape({ kind: kind('days-ago'), from: whole(0), to: whole(0) }),
        shape({ kind: kind('between'), ...ends }),
        shape({ kind: kind('before-sequence', 'after-sequence'), steps: ref('steps') }),
      ],
    },
    steps: {
      type: 'array',
      minItems: 1,
      maxItems: MOST_STEPS,
      prefixItems: [shape({ of }, { where: filters })],
      items: shape({ of }, { where: filters, not: { const: true }, within: ref('span') }),
    },
    span: {
      anyOf: [
        shape({ n: whole(1), unit: oneOf(['minutes', 'hours']) }),
        shape({ n: whole(0), unit: oneOf(['days']) }),
      ],
    },
    scores: some(whole(1, 5)),
    person: { ...shape({}, Object.fromEntries(PERSON_KEYS.map((key) => [key, text]))), minProperties: 1 },
    numberTest: { anyOf: numberTests },
    forecastTest: { anyOf: [...numberTests, shape({ op: oneOf(['top', 'bottom']), share })] },
    valueTest: {
      anyOf: [
        ...numberTests,
        shape({
          op: oneOf(['is-any-of', 'is-none-of']),
          values: list(text, { minItems: 1, maxItems: MOST_VALUES }),
        }),
        shape({ op: oneOf(['contains', 'starts-with']), text }),
        shape({ op: oneOf(['is-empty', 'is-filled', 'is-yes', 'is-no']) }),
        shape({ op: oneOf(['before', 'after']), at: number }),
      ],
    },
  },
};
