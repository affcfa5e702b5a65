import { describe, expect, it } from 'vitest';
import { csvFile } from '../../../tests/csv-file';
import { importFiles, memoryEngine } from '../../../tests/memory-engine';
import { orderedAtLeast } from '../../../tests/ordered-at-least';
import type { Rule } from '../../segments/rule/rule';

const orders = csvFile(
  'orders.csv',
  'Order ID,Customer ID,E-mail,Order date,Total,Currency,Country',
  '1001,c1,a@example.com,2025-01-03,100.00,PLN,Poland',
  '1002,c2,b@example.com,2025-01-04,50.50,PLN,Germany',
  '1003,c1,a@example.com,2025-01-20,20.00,PLN,Poland',
  '1004,c3,ł.zając@example.com,2025-01-21,9.99,PLN,Łotwa',
);
const now = { asOf: null, currency: null } as const;

async function shop() {
  const memory = memoryEngine();
  await importFiles(memory.engine, orders);
  return memory;
}

describe('the rule builder', () => {
  it('counts each clause and group beside the whole', async () => {
    const { engine } = await shop();
    const rule: Rule = {
      kind: 'all',
      rules: [orderedAtLeast(1), { kind: 'none', rules: [orderedAtLeast(2)] }],
    };
    const preview = await engine.previewRule({ rule, ...now });
    expect(preview).toMatchObject({ in: 2, out: 1, unknown: 0 });
    expect(Object.fromEntries(preview.clauses.map((c) => [c.path.join('.'), c.in]))).toEqual({
      '0': 3,
      '1.0': 1,
      '1': 2,
      '': 2,
    });
  });

  it('stops a count that nobody waits for any more', async () => {
    const { engine } = await shop();
    const stop = new AbortController();
    const counting = engine.previewRule({ rule: orderedAtLeast(1), ...now }, { signal: stop.signal });
    stop.abort();
    await expect(counting).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('refuses a rule that would lead back to the segment being edited', async () => {
    const { engine } = await shop();
    const first = await engine.saveSegment({ name: 'A', description: '', rule: orderedAtLeast(1) });
    const second = await engine.saveSegment({
      name: 'B',
      description: '',
      rule: { kind: 'segment', id: first.id },
    });
    await expect(
      engine.previewRule({ rule: { kind: 'segment', id: second.id }, id: first.id, ...now }),
    ).rejects.toMatchObject({ code: 'segment/circular' });
  });

  it('finds values by any part of them, with how often they occur', async () => {
    const { engine } = await shop();
    const found = await engine.fieldValues({
      table: 'people',
      field: 'personCountry',
      typed: 'LOT',
      limit: 5,
    });
    expect(found).toEqual({ total: 1, values: [{ value: 'Łotwa', count: 1 }] });
    const all = await engine.fieldValues({ table: 'people', field: 'personCountry', typed: '', limit: 2 });
    expect(all.total).toBe(3);
    expect(all.values).toHaveLength(2);
  });

  it('shows thresholds with how many each would take', async () => {
    const { engine } = await shop();
    const { n, cuts } = await engine.spread({
      of: { kind: 'measure', measure: { of: 'orders', stat: 'count' }, window: { kind: 'lifetime' } },
      ...now,
    });
    expect(n).toBe(3);
    expect(cuts).toEqual([
      { value: 1, atLeast: 3, atMost: 2 },
      { value: 2, atLeast: 1, atMost: 3 },
    ]);
    const money = await engine.spread({
      of: {
        kind: 'measure',
        measure: { of: 'orders', stat: 'sum', field: 'revenue' },
        window: { kind: 'lifetime' },
      },
      ...now,
    });
    // c3 9.99, c2 50.50, c1 120.00: in złoty, as a rule says it.
    for (const { value, atLeast: many } of money.cuts)
      expect([9.99, 50.5, 120].filter((v) => v >= value)).toHaveLength(many);
  });

  it('knows whom a pasted list means', async () => {
    const { engine } = await shop();
    const list = await engine.resolveList({
      text: 'E-mail;Imię\r\nA@Example.com;Anna\n"b@example.com";B\na@example.com\n\nc3\nnobody@example.com\n',
    });
    expect(list).toMatchObject({ lines: 4, found: 3, repeated: 1, notFound: 1, ambiguous: 0 });
    expect(list.notFoundSome).toEqual(['nobody@example.com']);
    const preview = await engine.previewRule({ rule: { kind: 'list', people: list.people }, ...now });
    expect(preview.in).toBe(3);
  });

  it('tells why somebody is in, with what was measured of them', async () => {
    const { engine } = await shop();
    const { rows } = await engine.findPeople({ typed: 'a@exam', asOf: null, limit: 5 });
    expect(rows).toMatchObject([{ label: 'c1', email: 'a@example.com' }]);
    const { dataVersion } = await engine.state(undefined);
    const told = await engine.explainPerson({
      rule: { kind: 'all', rules: [orderedAtLeast(2), orderedAtLeast(3)] },
      person: rows[0]?.person ?? -1,
      dataVersion,
      ...now,
    });
    expect(told.trace).toMatchObject({
      told: 'out',
      parts: [
        {
          told: 'in',
          sentence: { en: 'People who have at least 2 orders.' },
          evidence: {
            measured: { value: 2, rows: [{ what: '1001' }, { what: '1003', amountMinor: 2000 }] },
          },
        },
        { told: 'out' },
      ],
    });
    await expect(
      engine.explainPerson({ rule: orderedAtLeast(2), person: 0, dataVersion: dataVersion - 1, ...now }),
    ).rejects.toMatchObject({ code: 'person/not-found' });
  });

  it('lists members by any column, first those searched for, the same people whichever way', async () => {
    const { engine } = await shop();
    const { id } = await engine.saveSegment({ name: 'All', description: '', rule: orderedAtLeast(1) });
    const page = async (more: object) =>
      (await engine.members({ segmentId: id, asOf: null, offset: 0, limit: 10, ...more })).rows.map(
        (r) => r.label,
      );
    expect(await page({ sort: { by: 'revenue', down: true } })).toEqual(['c1', 'c2', 'c3']);
    expect(await page({ sort: { by: 'revenue', down: false } })).toEqual(['c3', 'c2', 'c1']);
    expect(await page({ sort: { by: 'country', down: false } })).toEqual(['c2', 'c3', 'c1']);
    expect(await page({ typed: 'zajac' })).toEqual(['c3']);
    expect(await page({ sort: { by: 'revenue', down: true }, limit: 1, offset: 1 })).toEqual(['c2']);
  });
});

describe('own segments', () => {
  it('keep every version, with what each would hold today', async () => {
    const { engine } = await shop();
    const { id } = await engine.saveSegment({ name: 'A', description: '', rule: orderedAtLeast(1) });
    await engine.saveSegment({ id, name: 'A', description: '', rule: orderedAtLeast(2) });
    const history = await engine.segmentHistory({ id, ...now });
    expect(history.map(({ version, counts }) => [version, counts])).toEqual([
      [2, { in: 1, unknown: 0, both: 1 }],
      [1, { in: 3, unknown: 0, both: 1 }],
    ]);
  });

  it('know what they were changed from, through every edit', async () => {
    const { engine } = await shop();
    const draft = { name: 'A', description: '', rule: orderedAtLeast(1) };
    const { id } = await engine.saveSegment({ ...draft, from: 'library:repeat' });
    const later = await engine.saveSegment({ ...draft, id, rule: orderedAtLeast(2) });
    expect(later).toMatchObject({ origin: 'library:repeat', version: 2 });
    expect((await engine.saveSegment(draft)).origin).toBeUndefined();
  });

  it('leave in a file and come back, under another id where theirs is taken', async () => {
    const there = await shop();
    const first = await there.engine.saveSegment({ name: 'A', description: 'x', rule: orderedAtLeast(1) });
    const second = await there.engine.saveSegment({
      name: 'B',
      description: '',
      rule: { kind: 'segment', id: first.id },
    });
    const file = await there.engine.exportSegments({ ids: [first.id, second.id] });
    const json = new TextDecoder().decode(file.bytes);
    expect(await there.engine.importSegments({ json })).toMatchObject({ added: [], same: 2, renamed: 0 });
    await there.engine.saveSegment({ id: first.id, name: 'A', description: 'x', rule: orderedAtLeast(2) });
    const taken = await there.engine.importSegments({ json });
    expect(taken).toMatchObject({ added: [{ name: 'A' }], same: 1, renamed: 1, refused: [] });
    const here = await shop();
    const fresh = await here.engine.importSegments({ json });
    expect(fresh.added.map(({ id }) => id)).toEqual([first.id, second.id]);
    const { segments } = await here.engine.segments(now);
    expect(segments.find((v) => v.segment.id === second.id)?.size).toBe(3);
  });

  it('refuse from a file what can’t be run, and what leads to it', async () => {
    const { engine } = await shop();
    const of = (id: string, rule: unknown) => ({
      id,
      name: id,
      description: '',
      rule,
      version: 1,
      versions: [],
    });
    const file = (segments: readonly unknown[], rules = 1) =>
      JSON.stringify({ format: 'segment-lens/segments', version: 1, rules, segments });
    const taken = await engine.importSegments({
      json: file([
        of('own:x', { kind: 'segment', id: 'own:gone' }),
        of('own:y', { kind: 'segment', id: 'own:x' }),
        of('own:z', { kind: 'all', rules: [{ kind: 'nonsense' }] }),
        of('own:w', orderedAtLeast(1)),
      ]),
    });
    expect(taken.added.map(({ id }) => id)).toEqual(['own:w']);
    expect(taken.refused.map(({ name, where }) => [name, where])).toEqual([
      ['own:z', 'rule.rules[0].kind'],
      ['own:x', 'rule'],
      ['own:y', 'rule'],
    ]);
    for (const json of ['', '[]', '{"format":"other"}', file([], 999)])
      await expect(engine.importSegments({ json })).rejects.toMatchObject({ code: 'segment/not-a-file' });
  });

  it('that can’t be read are shown as such, and the others as ever', async () => {
    const { engine, store } = await shop();
    const { id } = await engine.saveSegment({ name: 'A', description: '', rule: orderedAtLeast(1) });
    const kept = (await store.records<object>('segments').all()).get(id);
    await store.records('segments').put('own:later', {
      ...kept,
      id: 'own:later',
      name: { en: 'Later', pl: 'Later' },
      language: 999,
    });
    await store.records('segments').put('own:old', { ...kept, id: 'own:old', language: 1 });
    const catalog = await engine.segments(now);
    expect(catalog.unreadable).toMatchObject([
      { id: 'own:later', name: 'Later', reason: 'segment/invalid-rule' },
    ]);
    const own = catalog.segments.filter((v) => v.segment.kind === 'own');
    expect(own.map((v) => v.size)).toEqual([3, 3]);
    await engine.deleteSegment({ id: 'own:later' });
    expect((await engine.segments(now)).unreadable).toEqual([]);
  });
});
