import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { importFiles, memoryEngine } from '../../../tests/memory-engine';
import { HELD_REQUEST } from '../../../tests/segment-members';

const live = new AbortController().signal;
const ordersFile = (name: string, count: number) =>
  new File(
    [
      `Order ID,Customer ID,E-mail,Order date,Total,Currency,Note\n${Array.from(
        { length: count },
        (_, i) =>
          `${i},c${i % 97},c${i % 97}@example.com,2025-01-${String((i % 28) + 1).padStart(2, '0')},${i % 50}.50,${i % 3 === 0 ? 'EUR' : 'PLN'},"note ${i} zażółć"`,
      ).join('\n')}\n6x,,,never,1,PLN,\n`,
    ],
    name,
  );

/** A store with something of every kind in it. */
async function filled() {
  const memory = memoryEngine();
  const { engine, store } = memory;
  await importFiles(engine, ordersFile('one.csv', 3_000), ordersFile('two.csv', 50));
  await engine.saveSegment({
    name: 'Polska',
    description: 'own',
    rule: { kind: 'attribute', field: 'personCountry', test: { op: 'is-any-of', values: ['Poland'] } },
  });
  await engine.saveSettings({ weekStart: 'sunday', reporting: { currency: 'PLN', maxAgeDays: 9 } });
  await engine.changeRates({ drop: [], put: [{ day: '2025-01-01', from: 'EUR', to: 'PLN', rate: 4.27 }] });
  await store.records('snapshots').put('sizes', { at: Number.NaN, sizes: new Map([['a', 1]]) });
  const head = { captureId: 'p1', notes: [], columns: ['a'], table: { title: 't' } };
  await store.inbox.begin(head as never, 7);
  await store.inbox.append({ captureId: 'p1', index: 0, rows: [['x'], ['=1+1']] } as never);
  await store.inbox.end({ captureId: 'p1', rows: 2, notes: [] } as never);
  await store.inbox.begin({ ...head, captureId: 'p2' } as never, 8);
  await store.inbox.append({ captureId: 'p2', index: 1, rows: [['late']] } as never);
  return memory;
}
const asFile = (blob: Blob) => new File([blob], 'b.slbackup');
const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());
const shown = async (engine: ReturnType<typeof memoryEngine>['engine']) => {
  const { dataVersion: _, ...state } = await engine.state(undefined);
  const { computedAt: __, dataVersion: ___, ...comparison } = await engine.compare(HELD_REQUEST);
  const segments = (await engine.segments({ asOf: null, currency: null })).segments.filter(
    (s) => s.segment.kind === 'own',
  );
  return {
    state,
    comparison,
    segments,
    settings: await engine.settings(undefined),
    inbox: await engine.inbox(undefined),
  };
};

describe('a backup', () => {
  it('brings everything back: after wiping and restoring, all that is shown is the same', async () => {
    const { engine } = await filled();
    const before = await shown(engine);
    const { blob } = await engine.backup(undefined);
    await engine.deleteEverything(undefined);
    expect((await engine.state(undefined)).people).toBe(0);
    await engine.restoreBackup({ file: asFile(blob) });
    expect(await shown(engine)).toEqual(before);
  });

  it('is the same to the byte when it is made again of what it restored, here or elsewhere', async () => {
    const { engine } = await filled();
    const first = await bytesOf((await engine.backup(undefined)).blob);
    await engine.deleteEverything(undefined);
    await engine.restoreBackup({ file: asFile(new Blob([first])) });
    expect(await bytesOf((await engine.backup(undefined)).blob)).toEqual(first);
    const elsewhere = memoryEngine();
    await importFiles(elsewhere.engine, ordersFile('other.csv', 10));
    await elsewhere.engine.restoreBackup({ file: asFile(new Blob([first])) });
    expect(await bytesOf((await elsewhere.engine.backup(undefined)).blob)).toEqual(first);
  });

  it('restores into a browser that has never held anything', async () => {
    const { engine } = await filled();
    const before = await shown(engine);
    const { blob } = await engine.backup(undefined);
    const fresh = memoryEngine();
    await fresh.engine.restoreBackup({ file: asFile(blob) });
    expect(await shown(fresh.engine)).toEqual(before);
  });

  it('takes small records and the inbox of every store there is, by no list of its own', async () => {
    const { engine, store } = await filled();
    const { contents } = await engine.backup(undefined);
    for (const name of await store.recordStores()) {
      const held = name.startsWith('inbox') ? 2 : (await store.records(name as 'segments').all()).size;
      expect(contents.records[name] ?? 0, name).toBe(held);
    }
  });

  it('leaves behind nothing of what was held, not a block', async () => {
    const { engine, blocks, store } = await filled();
    const { blob } = await engine.backup(undefined);
    const count = blocks.size;
    await engine.restoreBackup({ file: asFile(blob) });
    expect(blocks.size).toBe(count);
    expect(await store.sweep()).toBe(0);
  });

  it('says what is in the file and what is held, before anything is replaced', async () => {
    const { engine } = await filled();
    const { blob } = await engine.backup(undefined);
    await engine.deleteEverything(undefined);
    const { file, held } = await engine.inspectBackup({ file: asFile(blob) });
    expect(file).toMatchObject({
      people: 97,
      orders: 3_000,
      rates: 1,
      records: { segments: 1, inboxHeads: 2 },
    });
    expect(file.captures.map(({ name, rows }) => [name, rows])).toEqual([
      ['one.csv', 3_000],
      ['two.csv', 50],
    ]);
    expect(held).toMatchObject({ people: 0, captures: [], records: {} });
  });

  it('of nothing is a backup too', async () => {
    const { engine } = memoryEngine();
    const { blob } = await engine.backup(undefined);
    const other = await filled();
    await other.engine.restoreBackup({ file: asFile(blob) });
    expect(await other.engine.state(undefined)).toMatchObject({ people: 0, captures: [] });
    expect(other.blocks.size).toBe(0);
  });

  it('waits for nobody’s half-written work and lets nobody write in its midst', async () => {
    const { engine, store } = await filled();
    const order: string[] = [];
    const writing = store.write(live, async () => {
      await new Promise((done) => setTimeout(done, 20));
      order.push('written');
    });
    const made = engine.backup(undefined).then(() => order.push('backed up'));
    await Promise.all([writing, made]);
    expect(order).toEqual(['written', 'backed up']);
  });
});

describe('what is no whole backup', () => {
  const whole = filled().then(async ({ engine }) => bytesOf((await engine.backup(undefined)).blob));

  const refused = async (bytes: Uint8Array) => {
    const { engine, blocks } = memoryEngine();
    await importFiles(engine, ordersFile('held.csv', 40));
    const before = await shown(engine);
    const keys = [...blocks.keys()];
    const file = asFile(new Blob([bytes as Uint8Array<ArrayBuffer>]));
    const codes: string[] = [];
    for (const call of [engine.inspectBackup, engine.restoreBackup]) {
      codes.push(
        await call({ file }).then(
          () => 'taken',
          (error: { code: string }) => error.code,
        ),
      );
    }
    expect(await shown(engine)).toEqual(before);
    expect([...blocks.keys()]).toEqual(keys);
    expect(codes[0]).toBe(codes[1]);
    return codes[0];
  };
  const packed = (bytes: Uint8Array) => new Uint8Array(gzipSync(bytes));

  it.each([0, 1, 10, 100, 0.25, 0.5, 0.9, 0.999])('is refused cut at %s, and nothing is lost', async (at) => {
    const bytes = await whole;
    const length = at < 1 ? Math.floor(bytes.length * at) : at;
    expect(await refused(bytes.subarray(0, length))).toMatch(
      length < 3 ? /^backup\/not-a-backup$/ : /^backup\/cut$/,
    );
  });

  it('is refused where the last frame alone is missing, well packed', async () => {
    const open = gunzipSync(await whole);
    const end = open.lastIndexOf('{"frames"') - 9;
    expect(await refused(packed(open.subarray(0, end)))).toBe('backup/cut');
  });

  it('is refused with any byte changed', async () => {
    const bytes = await whole;
    for (const at of [bytes.length >> 3, bytes.length >> 2, bytes.length >> 1, bytes.length - 6]) {
      const changed = bytes.slice();
      changed[at] = (changed[at] as number) ^ 0x41;
      expect(await refused(changed), String(at)).toMatch(/^backup\/(damaged|cut)$/);
    }
    const open = gunzipSync(await whole);
    for (const at of [40, open.length >> 1, open.length - 30]) {
      const changed = new Uint8Array(open);
      changed[at] = (changed[at] as number) ^ 1;
      expect(await refused(packed(changed)), String(at)).toBe('backup/damaged');
    }
  });

  it('is refused with more behind its end', async () => {
    const open = gunzipSync(await whole);
    expect(await refused(packed(Buffer.concat([open, Buffer.from('x')])))).toBe('backup/damaged');
  });

  it('is refused with a block left out, though every frame be sound', async () => {
    const open = gunzipSync(await whole);
    // The first block frame: kind 4 after the root's frame.
    let at = 'segment-lens-backup 1\n'.length;
    while (open[at] !== 4) at += 9 + open.readUInt32LE(at + 1);
    const after = at + 9 + open.readUInt32LE(at + 1);
    expect(await refused(packed(Buffer.concat([open.subarray(0, at), open.subarray(after)])))).toBe(
      'backup/damaged',
    );
  });

  it('is refused as foreign: text, an archive of something else, another program’s gzip', async () => {
    expect(await refused(new TextEncoder().encode('Order ID,Total\n1,2\n'))).toBe('backup/not-a-backup');
    expect(await refused(packed(new TextEncoder().encode('Order ID,Total\n1,2\n'.repeat(9))))).toBe(
      'backup/not-a-backup',
    );
    expect(await refused(Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3, 4, 5, 6]))).toBe('backup/not-a-backup');
  });

  it('is refused where a newer version wrote it', async () => {
    const open = gunzipSync(await whole).toString('latin1');
    for (const version of ['2', '10']) {
      const newer = Buffer.from(
        open.replace('segment-lens-backup 1', `segment-lens-backup ${version}`),
        'latin1',
      );
      expect(await refused(packed(newer))).toBe('backup/newer');
    }
  });
});

describe('restoring', () => {
  it('that is cancelled leaves everything as it was, at whatever stage', async () => {
    const { engine, blocks } = await filled();
    const { blob } = await engine.backup(undefined);
    const other = memoryEngine();
    await importFiles(other.engine, ordersFile('held.csv', 40));
    const before = await shown(other.engine);
    const keys = [...other.blocks.keys()];
    for (const stage of ['reading', 'joining', 'writing']) {
      const abort = new AbortController();
      const restoring = other.engine.restoreBackup(
        { file: asFile(blob) },
        {
          signal: abort.signal,
          onProgress: (progress) => {
            if (progress.stage === stage) abort.abort();
          },
        },
      );
      await expect(restoring, stage).rejects.toMatchObject({ name: 'AbortError' });
      expect(await shown(other.engine), stage).toEqual(before);
      expect([...other.blocks.keys()], stage).toEqual(keys);
    }
    expect(blocks.size).toBeGreaterThan(0);
  });
});
