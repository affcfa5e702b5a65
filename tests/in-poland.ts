import type { SegmentDraft } from '../src/protocol/engine-api';

/** People of Poland, by what is held of them. */
export const inPoland: SegmentDraft = {
  name: 'Polska',
  description: '',
  rule: { kind: 'attribute', field: 'personCountry', test: { op: 'is-any-of', values: ['Poland'] } },
};
