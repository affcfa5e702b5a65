import { describe, expect, it } from 'vitest';
import { importFiles, importFilesOf, type MemoryEngine, memoryEngine } from '../../../tests/memory-engine';
import { toJsonValue } from '../../store/stored-value';

const csv = (name: string, ...lines: readonly string[]) => new File([`${lines.join('\n')}\n`], name);
const contacts = (...more: readonly string[]) =>
  csv(
    'hubspot-crm-exports-all-contacts-2026-01-02.csv',
    'Record ID,First Name,Last Name,Email,Phone Number,Lead Status,Create Date,Lifecycle Stage',
    '701,Ola,Nowakowska,ola@example.com,+48 600 100 200,New,2025-01-02 09:14,Lead',
    '702,Jan,Lis,jan@example.com,+48 600 100 201,New,2025-01-03 09:14,Customer',
    '703,Ewa,Sama,ewa@example.com,,New,not a day,Customer',
    ...more,
  );
const orders = (...more: readonly string[]) =>
  csv(
    'shop.csv',
    'Order ID,Customer ID,E-mail,Order date,Total,Currency',
    '9001,c1,OLA@example.com,2025-02-01,10.00,PLN',
    '9002,c2,jan@example.com,2025-02-02,20.00,PLN',
    '9003,c1,,2025-02-03,30.00,PLN',
    '9004,c4,nobody@example.com,2025-02-04,40.00,PLN',
    ...more,
  );
const payments = csv(
  'payments.csv',
  'Order ID,Paid at,Total,Currency,Payment method',
  '9003,2025-02-03,30.00,PLN,BLIK',
  '9002,2025-02-03,20.00,PLN,BLIK',
);

/** Everything kept, as text: blocks as they are, and the root. */
async function allTexts({ blocks, store }: MemoryEngine): Promise<string> {
  const bytes = [...blocks.values()].map((b) => new TextDecoder('latin1').decode(b));
  const wide = [...blocks.values()].map((b) =>
    new TextDecoder('utf-16le').decode(b.byteLength % 2 === 0 ? b : b.slice(0, -1)),
  );
  return [...bytes, ...wide, JSON.stringify(toJsonValue(await store.root()))].join('\n').toLowerCase();
}

async function find(memory: MemoryEngine, typed: string) {
  const { rows } = await memory.engine.findPeople({ typed, asOf: null, limit: 5 });
  const { dataVersion } = await memory.store.root();
  return rows.map(({ person }) => ({ person, dataVersion }));
}
async function erase(memory: MemoryEngine, typed: string) {
  const [asked] = await find(memory, typed);
  if (asked === undefined) throw new Error(`${typed} is nobody`);
  return { held: await memory.engine.personHeld(asked), state: await memory.engine.erasePerson(asked) };
}
const revenue = async ({ engine }: MemoryEngine) => {
  const { everyone } = await engine.compare({
    grain: 'person',
    segmentIds: [],
    metricIds: ['customers', 'revenue'],
    asOf: null,
    measured: { kind: 'held' },
    baseSegmentId: null,
    currency: null,
    reportId: null,
  });
  return everyone.map((cell) => (cell.state === 'value' ? cell.value : cell.reason));
};

describe('erasing one person', () => {
  it('takes them out of every table, and leaves everybody else', async () => {
    const memory = memoryEngine();
    await importFiles(memory.engine, contacts());
    await importFiles(memory.engine, orders());
    expect(await allTexts(memory)).toContain('ola@example.com');
    const { held, state } = await erase(memory, 'ola@example.com');
    expect(held).toMatchObject({ orders: 2, events: 0, lists: 0 });
    expect(held.keys).toBeGreaterThanOrEqual(4);
    expect(state).toMatchObject({ people: 3, orders: 2 });
    // Jan's 20 and nobody@'s 40 are left.
    expect(await revenue(memory)).toEqual([3, 6000]);
    expect(await find(memory, 'ola')).toEqual([]);
    expect(await find(memory, 'jan@')).toHaveLength(1);
  });

  it('leaves nothing of them in what is stored', async () => {
    const memory = memoryEngine();
    await importFiles(memory.engine, contacts());
    await importFiles(memory.engine, orders());
    await erase(memory, 'ola@example.com');
    const texts = await allTexts(memory);
    for (const gone of ['ola@example.com', 'nowakowska', '600 100 200', '600100200', '9001', '9003'])
      expect(texts, gone).not.toContain(gone);
    for (const left of ['jan@example.com', 'lis', '9002']) expect(texts, left).toContain(left);
  });

  it('says so in the passports, whose rows still add up', async () => {
    const memory = memoryEngine();
    await importFiles(memory.engine, orders());
    await erase(memory, 'ola@example.com');
    const { captures } = await memory.store.root();
    const { passport } = captures[0]!;
    expect(passport).toMatchObject({ rowsSeen: 4, rowsKept: 2, rowsSetApart: 2, rowsRefused: 0 });
    expect(passport.notes).toContainEqual({ code: 'erased-people', params: { count: 2 } });
  });

  it('keeps them from coming back with the same file, a later one, or by another of their keys', async () => {
    const memory = memoryEngine();
    await importFiles(memory.engine, contacts());
    await importFiles(memory.engine, orders());
    await erase(memory, 'ola@example.com');
    await importFiles(memory.engine, orders('9005,c1,,2025-03-01,99.00,PLN', '9006,c2,,2025-03-02,1.00,PLN'));
    await importFiles(memory.engine, contacts('704,Nowa,Osoba,nowa@example.com,,New,2025-01-05 09:14,Lead'));
    expect(await revenue(memory)).toEqual([4, 6100]);
    expect(await find(memory, 'ola')).toEqual([]);
    expect(await allTexts(memory)).not.toContain('nowakowska');
  });

  it('leaves out the lines of their new orders that name nobody', async () => {
    const memory = memoryEngine();
    const shop = (...lines: readonly string[]) =>
      csv('shop-lines.csv', 'Order ID,E-mail,Order date,Product,Quantity,Line total,Currency', ...lines);
    await importFiles(
      memory.engine,
      shop('1,a@x.pl,2025-02-01,Tea,1,10,PLN', '2,b@x.pl,2025-02-01,Tea,1,5,PLN'),
    );
    await erase(memory, 'a@x.pl');
    await importFiles(
      memory.engine,
      shop(
        '2,b@x.pl,2025-02-01,Tea,1,5,PLN',
        '3,a@x.pl,2025-02-02,Tea,1,10,PLN',
        '3,,2025-02-02,Secret cup,1,7,PLN',
      ),
    );
    expect(await allTexts(memory)).not.toContain('secret cup');
  });

  it('takes along what another export says of their orders by number alone', async () => {
    const memory = memoryEngine();
    await importFilesOf(memory.engine, 'here', orders());
    await importFilesOf(memory.engine, 'here', payments);
    expect(await allTexts(memory)).toContain('9003');
    await erase(memory, 'ola@example.com');
    expect(await allTexts(memory)).not.toContain('9003');
    expect(await allTexts(memory)).toContain('9002');
  });

  it('takes them off lists of people and drops what was settled about them', async () => {
    const memory = memoryEngine();
    const { engine } = memory;
    await importFiles(engine, contacts());
    await importFiles(engine, orders());
    const people = [{ email: 'ola@example.com' }, { email: 'jan@example.com' }];
    const { id } = await engine.saveSegment({ name: 'VIP', description: '', rule: { kind: 'list', people } });
    const email = (value: string) => ({ key: 'email', space: '', value }) as const;
    await engine.settleJoin({
      settlement: { kind: 'people', groups: [[email('ola@example.com')], [email('jan@example.com')]] },
    });
    const { held } = await erase(memory, 'ola@example.com');
    expect(held.lists).toBe(1);
    expect((await memory.store.root()).joinDecisions).toEqual([]);
    const { segments } = await engine.segments({ asOf: null, currency: null });
    const vip = segments.find(({ segment }) => segment.id === id);
    expect(vip?.segment.rule).toEqual({ kind: 'list', people: [{ email: 'jan@example.com' }] });
  });

  it('is not undone by a backup from before', async () => {
    const memory = memoryEngine();
    await importFiles(memory.engine, orders());
    const { blob, name } = await memory.engine.backup(undefined);
    await erase(memory, 'ola@example.com');
    await memory.engine.restoreBackup({ file: new File([blob], name) });
    expect(await find(memory, 'ola')).toEqual([]);
    expect(await revenue(memory)).toEqual([2, 6000]);
    await importFiles(memory.engine, orders('9007,c1,,2025-03-01,99.00,PLN'));
    expect(await revenue(memory)).toEqual([2, 6000]);
  });

  it('refuses somebody named in data that has changed since', async () => {
    const memory = memoryEngine();
    await importFiles(memory.engine, orders());
    const [asked] = await find(memory, 'ola@example.com');
    await importFiles(memory.engine, contacts());
    await expect(memory.engine.erasePerson(asked!)).rejects.toMatchObject({ code: 'person/not-found' });
    expect(await find(memory, 'ola@example.com')).toHaveLength(1);
  });

  it('erases a contact nothing names, though an import may bring them back', async () => {
    const memory = memoryEngine();
    await importFiles(memory.engine, contacts(',Bez,Imienna,,,Gdynia,2025-01-05 09:14,Lead'));
    expect(await allTexts(memory)).toContain('gdynia');
    const { dataVersion, summary } = await memory.store.root();
    expect(summary?.people).toBe(4);
    const asked = { person: 3, dataVersion };
    expect(await memory.engine.personHeld(asked)).toMatchObject({ keys: 0, orders: 0 });
    expect(await memory.engine.erasePerson(asked)).toMatchObject({ people: 3 });
    expect(await allTexts(memory)).not.toContain('gdynia');
  });
});
