import { MOST_WHOLE } from './rule/rule';
import { RULE_VERSION } from './rule/rule-document';
import { type JsonSchema, RULE_SCHEMA } from './rule/rule-schema';

/** Of the file of segments, not of the rules in it. */
export const SEGMENTS_FORMAT = 1;
export const MOST_SEGMENTS = 1_000;

const name = { type: 'string', minLength: 1, maxLength: 200 };
const rule = { $ref: '#/$defs/rule' };
const count = { type: 'integer', minimum: 1, maximum: MOST_WHOLE };

/** A file of segments of today's version, as JSON Schema 2020-12; docs/segments.schema.json is this. */
export const SEGMENTS_SCHEMA: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: `Segment Lens segments, format ${SEGMENTS_FORMAT}`,
  type: 'object',
  properties: {
    format: { const: 'segment-lens/segments' },
    version: { const: SEGMENTS_FORMAT },
    rules: { const: RULE_VERSION },
    segments: {
      type: 'array',
      maxItems: MOST_SEGMENTS,
      items: {
        type: 'object',
        properties: {
          id: name,
          name,
          description: { type: 'string' },
          rule,
          version: count,
          versions: {
            type: 'array',
            items: {
              type: 'object',
              properties: { version: count, savedAt: { type: 'number' }, rule },
              required: ['version', 'savedAt', 'rule'],
              additionalProperties: false,
            },
          },
        },
        required: ['id', 'name', 'description', 'rule', 'version', 'versions'],
        additionalProperties: false,
      },
    },
  },
  required: ['format', 'version', 'rules', 'segments'],
  additionalProperties: false,
  $defs: RULE_SCHEMA['$defs'],
};
