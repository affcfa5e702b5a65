import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fitsSchema } from '../../tests/json-schema';
import type { Segment } from './segment';
import { readSegmentsFile, segmentsFile } from './segments-file';
import { SEGMENTS_SCHEMA } from './segments-schema';

const segment: Segment = {
  id: 'own:1',
  kind: 'own',
  grain: 'person',
  name: { en: 'VIP', pl: 'VIP' },
  description: { en: '', pl: '' },
  rule: { kind: 'list', people: [{ email: 'a@x.pl' }] },
  version: 2,
  versions: [{ version: 1, savedAt: 5, rule: { kind: 'rfm', groups: ['loyal'] } }],
  colour: 3,
  thresholds: [],
};

describe('a file of segments', () => {
  it('is what the published schema says', () => {
    const published = readFileSync(new URL('../../docs/segments.schema.json', import.meta.url), 'utf8');
    expect(JSON.parse(published)).toEqual(SEGMENTS_SCHEMA);
    const file = JSON.parse(JSON.stringify(segmentsFile([segment])));
    expect(fitsSchema(SEGMENTS_SCHEMA, file)).toBe(true);
    expect(fitsSchema(SEGMENTS_SCHEMA, { ...file, more: 1 })).toBe(false);
    file.segments[0].rule.kind = 'nonsense';
    expect(fitsSchema(SEGMENTS_SCHEMA, file)).toBe(false);
  });

  it('comes back as it went', () => {
    const { segments, refused } = readSegmentsFile(JSON.stringify(segmentsFile([segment])));
    expect(refused).toEqual([]);
    const { id, rule, version, versions } = segment;
    expect(segments).toEqual([{ id, name: 'VIP', description: '', rule, version, versions }]);
  });
});
