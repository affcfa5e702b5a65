import { describe, expect, it } from 'vitest';
import { inPoland } from '../../../tests/in-poland';
import { importFiles, memoryEngine } from '../../../tests/memory-engine';
import { january } from '../../../tests/two-months';
import type { SegmentDraft } from '../../protocol/engine-api';

describe('the segments there are', () => {
  it('are the same asked for by id, in the order asked for, without what there is not', async () => {
    const { engine } = memoryEngine();
    await importFiles(engine, january);
    const { id: own } = await engine.saveSegment(inPoland);
    const all = await engine.segments({ asOf: null, currency: null });
    const ids = all.segments.map(({ segment }) => segment.id).reverse();
    expect(ids).toContain(own);
    const asked = await engine.segments({ asOf: null, currency: null, ids: [...ids, 'library:no-such'] });
    expect(asked).toMatchObject({ asOf: all.asOf, population: all.population, missing: [], unreadable: [] });
    expect(asked.segments).toEqual([...all.segments].reverse());
  });
});

describe('own segments', () => {
  it('are saved with every version of their rule', async () => {
    const { engine, changes } = memoryEngine();
    await importFiles(engine, january);
    const saved = await engine.saveSegment(inPoland);
    const rule = { ...inPoland.rule, test: { op: 'is-any-of', values: ['Germany'] } } as typeof inPoland.rule;
    const edited = await engine.saveSegment({ ...inPoland, id: saved.id, rule });
    expect(edited).toMatchObject({ id: saved.id, version: 2 });
    expect(edited.versions.map((v) => v.rule)).toEqual([inPoland.rule, rule]);
    expect((await engine.saveSegment({ ...inPoland, id: saved.id, rule, name: 'DE' })).version).toBe(2);
    expect(changes.length).toBeGreaterThan(3);
    const { segments } = await engine.segments({ asOf: null, currency: null });
    const view = segments.find((s) => s.segment.id === saved.id);
    expect(view).toMatchObject({ size: 1, unknown: 0, population: 2 });
    expect(view?.sentence.pl).not.toBe('');
  });

  it('can be copied from the library, and deleted', async () => {
    const { engine } = memoryEngine();
    await importFiles(engine, january);
    const { segments } = await engine.segments({ asOf: null, currency: null });
    const [source] = segments;
    const copy = await engine.cloneSegment({ id: source?.segment.id ?? '', name: 'Moja kopia' });
    expect(copy).toMatchObject({ kind: 'own', name: { pl: 'Moja kopia' }, rule: source?.segment.rule });
    await engine.deleteSegment({ id: copy.id });
    await expect(engine.deleteSegment({ id: copy.id })).rejects.toMatchObject({ code: 'segment/not-found' });
  });

  it('are refused where the rule cannot run or leads back to itself', async () => {
    const { engine } = memoryEngine();
    await importFiles(engine, january);
    const broken = { kind: 'attribute', field: 'personCountry' } as unknown as SegmentDraft['rule'];
    await expect(engine.saveSegment({ ...inPoland, rule: broken })).rejects.toMatchObject({
      code: 'segment/invalid-rule',
    });
    const saved = await engine.saveSegment(inPoland);
    await expect(
      engine.saveSegment({ ...inPoland, id: saved.id, rule: { kind: 'segment', id: saved.id } }),
    ).rejects.toMatchObject({ code: 'segment/circular' });
  });

  it('preview as they are typed: in, out and unknown make everybody', async () => {
    const { engine } = memoryEngine();
    await importFiles(engine, january);
    const preview = await engine.previewRule({ rule: inPoland.rule, asOf: null, currency: null });
    expect(preview).toMatchObject({ in: 1, out: 1, unknown: 0 });
    expect(preview.sample).toMatchObject([
      { label: 'c1', orders: 2, revenueMinor: 12000, currency: 'PLN', country: 'Poland' },
    ]);
  });

  it('list their members as they were at the as-of', async () => {
    const { engine } = memoryEngine();
    await importFiles(engine, january);
    const { id } = await engine.saveSegment(inPoland);
    const page = await engine.members({ segmentId: id, asOf: Date.UTC(2025, 0, 10), offset: 0, limit: 10 });
    expect(page).toMatchObject({ total: 1, rows: [{ label: 'c1', orders: 1, revenueMinor: 10000 }] });
    const file = await engine.exportMembers({
      segmentId: id,
      asOf: null,
      format: { locale: 'en', dialect: 'standard' },
    });
    expect(new TextDecoder().decode(file.bytes)).toContain('a@example.com');
  });
});
