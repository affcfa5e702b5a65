import { describe, expect, it } from 'vitest';
import { survey } from '../read-as-text';
import { hasShared, sharedBytes } from '../shared-data';

describe.skipIf(!hasShared)('the damaged export of a store (needs shared data)', () => {
  it('has its repeated rows, shortened ids and row limit pointed out, by a plain count of its lines', async () => {
    const bytes = new Uint8Array(sharedBytes('data/merchandise_store/analytics.csv.gz'));
    const lines = new TextDecoder()
      .decode(bytes)
      .split(/\r?\n/)
      .slice(1)
      .filter((l) => l !== '');
    const repeated = lines.length - new Set(lines).size;
    const shortened = lines.filter((line) => /E\+/.test(line.split(',')[4] ?? '')).length;
    expect([lines.length, repeated]).toEqual([1_048_575, 616_256]);

    const { tables } = await survey(bytes);
    const { problems } = tables[0] as (typeof tables)[number];
    const of = (code: string) => problems.filter((p) => p.code === code);
    expect(of('row/duplicate')).toMatchObject([{ params: { count: repeated } }]);
    expect(of('table/row-limit')).toMatchObject([{ params: { limit: 1_048_576 } }]);
    expect(of('column/collapsed-ids')).toMatchObject([
      { column: 'full_visitor_id', params: { count: shortened } },
    ]);
  }, 120_000);
});
