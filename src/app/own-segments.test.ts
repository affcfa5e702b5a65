import { describe, expect, it } from 'vitest';
import { memoryEngine } from '../../tests/memory-engine';
import { ownSegments } from './own-segments';

describe('forgetting somebody', () => {
  it('takes them off every list and every old version, and leaves the others', async () => {
    const { store } = memoryEngine();
    let ids = 0;
    const own = ownSegments({ store, now: () => 0, newId: () => `${++ids}` });
    const list = { kind: 'list', people: [{ email: 'a@x.pl' }, { email: 'b@x.pl' }] } as const;
    const draft = { name: 'L', description: '' };
    const { id } = await own.save({ ...draft, rule: list }, () => null);
    await own.save({ ...draft, id, rule: { kind: 'none', rules: [list] } }, () => null);
    await own.save({ ...draft, rule: { kind: 'rfm', groups: ['loyal'] } }, () => null);
    const records = store.records<object>('segments');
    await records.put('own:later', { id: 'own:later', language: 999, rule: { people: ['A@x.pl'] } });
    await records.put('own:other', { id: 'own:other', language: 999, rule: { people: ['c@x.pl'] } });
    expect(await own.forget({ email: ' A@X.pl' })).toBe(2);
    const kept = JSON.stringify([...(await records.all()).values()]).toLowerCase();
    expect(kept).not.toContain('a@x.pl');
    expect(kept.match(/b@x\.pl/g)).toHaveLength(3);
    expect(kept).toContain('c@x.pl');
  });
});
