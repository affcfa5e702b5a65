import { describe, expect, it } from 'vitest';
import { csvFile } from '../../../tests/csv-file';
import { importFiles, memoryEngine, surveyOnly } from '../../../tests/memory-engine';

const HEADER = 'Order ID,Customer ID,Order date,Total,Currency,Status';
const january = csvFile(
  'january.csv',
  HEADER,
  '1,c1,2025-01-01,10.00,PLN,paid',
  '2,c2,2025-01-15,20.00,PLN,open',
  '3,c3,2025-01-20,30.00,PLN,paid',
  '4,c4,2025-01-25,40.00,PLN,paid',
);
const february = csvFile(
  'february.csv',
  HEADER,
  '2,c2,2025-01-15,25.00,PLN,paid',
  '4,c4,2025-01-25,40.00,PLN,paid',
  '5,c5,2025-02-02,50.00,PLN,paid',
);
const page = { offset: 0, limit: 10 };

describe("next month's export", () => {
  it('is accounted for before it is kept and in its passport after, with each field before and after', async () => {
    const { engine } = memoryEngine();
    await importFiles(engine, january);
    const { surveyId, proposals } = await surveyOnly(engine, february);
    const [proposal] = proposals;
    if (proposal === undefined) throw new Error('no proposal');
    expect(proposal.continues).toEqual(['january.csv']);
    const ask = { surveyId, tableIndex: 0, mapping: proposal.mapping, ...page };
    const before = await engine.previewChanges({ ...ask, kind: 'changed' });
    expect(before.changes).toMatchObject({ unit: 'orders', new: 1, changed: 1, unchanged: 1, gone: 1 });
    expect((await engine.state(undefined)).captures).toHaveLength(1);

    const report = await engine.importTables({
      tables: [{ surveyId, tableIndex: 0, mapping: proposal.mapping }],
    });
    const [capture] = report.captures;
    expect(capture?.passport.changes).toEqual(before.changes);
    const after = await engine.captureChanges({ captureId: capture?.id ?? '', kind: 'changed', ...page });
    expect(after).toEqual(before);
    expect(after.records).toEqual([
      {
        label: '2',
        row: 2,
        at: Date.UTC(2025, 0, 15),
        fields: [
          {
            header: 'Total',
            before: [{ kind: 'money', minor: 2000, currency: 'PLN' }],
            after: [{ kind: 'money', minor: 2500, currency: 'PLN' }],
          },
          {
            header: 'Status',
            before: [{ kind: 'text', text: 'open' }],
            after: [{ kind: 'text', text: 'paid' }],
          },
        ],
      },
    ]);
    const gone = await engine.captureChanges({ captureId: capture?.id ?? '', kind: 'gone', ...page });
    expect(gone.records.map((r) => r.label)).toEqual(['3']);
  });

  it('only reports what is gone, and leaves it out when asked, until it is asked back', async () => {
    const { engine, another } = memoryEngine();
    await importFiles(engine, january);
    const { report } = await importFiles(engine, february);
    expect(report.state.orders).toBe(5);
    const captureId = report.captures[0]?.id ?? '';
    const without = await engine.leaveOutGone({ captureId, leaveOut: true });
    expect(without.orders).toBe(4);
    expect(without.captures[1]?.passport.changes).toMatchObject({ gone: 1, goneLeftOut: true });
    // It stays so when the data is built anew by somebody else.
    await importFiles(another(), csvFile('march.csv', HEADER, '6,c6,2025-03-02,60.00,PLN,paid'));
    expect((await engine.state(undefined)).orders).toBe(5);
    expect((await engine.leaveOutGone({ captureId, leaveOut: false })).orders).toBe(6);
    await expect(engine.leaveOutGone({ captureId: 'none', leaveOut: true })).rejects.toMatchObject({
      code: 'import/source-gone',
    });
  });

  it('is held against the one before it where both come at once', async () => {
    const { engine } = memoryEngine();
    const { report } = await importFiles(engine, january, february);
    expect(report.captures.map((c) => c.passport.changes?.new ?? null)).toEqual([null, 1]);
  });
});

describe('the same rows again', () => {
  const again = csvFile(
    'zapis z arkusza.csv',
    HEADER.replaceAll(',', ';'),
    '3;c3;2025-01-20;30,00;PLN;paid',
    '1;c1;2025-01-01;10,00;PLN;paid',
    '4;c4;2025-01-25;40,00;PLN;paid',
    '2;c2;2025-01-15;20,00;PLN;open',
  );

  it('are not kept twice, whatever dialect and order they are saved in', async () => {
    const { engine } = memoryEngine();
    await importFiles(engine, january);
    const { report } = await importFiles(engine, again);
    expect(report).toMatchObject({
      captures: [],
      heldAlready: [{ name: 'zapis z arkusza.csv', heldAs: 'january.csv', rows: 4 }],
    });
    expect(report.state).toMatchObject({ orders: 4, dataVersion: 1 });
  });

  it('do not double events either, nor where only some of them are the same', async () => {
    const { engine } = memoryEngine();
    const events = (name: string, ...rows: readonly string[]) =>
      csvFile(name, 'E-mail,Event name,Event time', ...rows);
    const a = 'a@example.com,Opened mail,2025-01-01 10:00';
    const b = 'a@example.com,Opened mail,2025-01-02 10:00';
    const c = 'b@example.com,Clicked mail,2025-01-03 10:00';
    await importFiles(engine, events('1.csv', a, b));
    expect((await importFiles(engine, events('2.csv', b, a))).report.heldAlready).toHaveLength(1);
    const { report } = await importFiles(engine, events('3.csv', b, c));
    expect(report.state.events).toBe(3);
    expect(report.captures[0]?.passport.changes).toMatchObject({ new: 1, unchanged: 1, changed: 0 });
  });
});

describe('a file picked twice', () => {
  const rows = Array.from(
    { length: 400 },
    (_, i) => `p${i % 7}@example.com,2025-01-0${(i % 3) + 1} 10:00:00,open`,
  );
  const events = csvFile('events.csv', 'Email,Event time,Event', ...rows);

  it('is held already, however often its rows repeat', async () => {
    const { engine } = memoryEngine();
    await importFiles(engine, events);
    const { report } = await importFiles(engine, events);
    expect(report.heldAlready).toEqual([{ name: 'events.csv', heldAs: 'events.csv', rows: 400 }]);
    expect(report.state.events).toBe(400);
  });

  it('is held already where its rows stand in another order, and is not where one was added', async () => {
    const { engine } = memoryEngine();
    await importFiles(engine, events);
    const turned = csvFile('turned.csv', 'Email,Event time,Event', ...[...rows].reverse());
    expect((await importFiles(engine, turned)).report.heldAlready).toHaveLength(1);
    const more = csvFile('more.csv', 'Email,Event time,Event', ...rows, rows[0] ?? '');
    const { report } = await importFiles(engine, more);
    expect(report.heldAlready).toHaveLength(0);
    expect(report.state.events).toBe(401);
  });
});
