import { describe, expect, it } from 'vitest';
import { csvFile } from '../../../tests/csv-file';
import { importFiles, importFilesOf, memoryEngine } from '../../../tests/memory-engine';
import type { PersonKeyRef } from '../../core/join-decision';

const contacts = csvFile(
  'hubspot-crm-exports-all-contacts-2026-01-02.csv',
  'Record ID,First Name,Last Name,Email,Phone Number,Lead Status,Create Date,Lifecycle Stage',
  '701,Ola,Nowak,ola@example.com,+48 600 100 200,New,2025-01-02 09:14,Lead',
  '702,Jan,Lis,jan@example.com,+48 600 100 201,New,2025-01-03 09:14,Customer',
  '703,Anna,Lis,biuro@example.com,,New,2025-01-04 09:14,Customer',
  '704,Piotr,Lis,biuro@example.com,,New,2025-01-05 09:14,Customer',
  '705,Ewa,Sama,ewa@example.com,,New,2025-01-05 09:14,Customer',
);
const orders = csvFile(
  'shop.csv',
  'Order ID,Customer ID,E-mail,Order date,Total,Currency',
  '1,c1,OLA@example.com,2025-02-01,10.00,PLN',
  '2,c2,jan@example.com,2025-02-02,20.00,PLN',
  '3,,biuro@example.com,2025-02-03,30.00,PLN',
  '4,c4,nobody@example.com,2025-02-04,40.00,PLN',
);
const email = (value: string): PersonKeyRef => ({ key: 'email', space: '', value });
const crm = (value: string): PersonKeyRef => ({ key: 'crmId', space: 'hubspot', value });

describe('joins through the engine', () => {
  it('says how many matched and on what, export by export', async () => {
    const { engine } = memoryEngine();
    await importFiles(engine, contacts);
    await importFiles(engine, orders);
    const report = await engine.matchReport(undefined);
    // Ola and Jan by e-mail; Anna, Piotr and Ewa in the CRM alone, c4 and biuro@ in the shop alone.
    expect(report).toMatchObject({ people: 7, matched: 2, open: { 'two-ids': 1, chain: 0 } });
    expect(report.on).toEqual([{ key: 'email', people: 2, only: 2 }]);
    expect(report.sources.map((s) => [s.tool, s.table, s.rows, s.people, s.matched])).toEqual([
      ['hubspot', 'people', 5, 5, 2],
      ['generic', 'orders', 4, 4, 2],
    ]);
    expect(report.pairs).toEqual([{ a: 0, b: 1, people: 2, on: [{ key: 'email', people: 2 }], through: 0 }]);
  });

  it('shows an ambiguous case with its rows, and settles it as one person', async () => {
    const { engine } = memoryEngine();
    await importFiles(engine, contacts);
    await importFiles(engine, orders);
    const { total, cases } = await engine.joinCases({ state: 'open', offset: 0, limit: 10 });
    expect(total).toBe(1);
    expect(cases[0]).toMatchObject({ reason: 'two-ids', keys: [email('biuro@example.com')] });
    expect(cases[0]?.people.map((p) => [p.ref, p.name, p.keyOnly, p.rows.map((r) => r.row)])).toEqual([
      [crm('703'), 'Anna Lis', false, [4]],
      [crm('704'), 'Piotr Lis', false, [5]],
      [email('biuro@example.com'), null, true, [4]],
    ]);
    const groups = [[crm('703'), crm('704'), email('biuro@example.com')]];
    const state = await engine.settleJoin({ settlement: { kind: 'people', groups } });
    expect(state).toMatchObject({ people: 5, join: { joined: 3, ambiguous: 0 } });
    const report = await engine.matchReport(undefined);
    expect(report.matched).toBe(3);
  });

  it('keeps decisions through deleting and importing again, and takes them back', async () => {
    const { engine, another } = memoryEngine();
    await importFiles(engine, contacts);
    const { report } = await importFiles(engine, orders);
    await engine.settleJoin({
      settlement: { kind: 'people', groups: [[crm('703'), email('biuro@example.com')], [crm('704')]] },
    });
    const settled = await engine.state(undefined);
    expect(settled).toMatchObject({ people: 6, join: { joined: 3, ambiguous: 0 } });
    expect((await engine.joinCases({ state: 'settled', offset: 0, limit: 10 })).total).toBe(1);

    await engine.deleteCapture({ captureId: report.captures[0]?.id ?? '' });
    expect((await engine.joinDecisions({ offset: 0, limit: 5 })).total).toBe(1);
    await importFiles(another(), orders);
    expect(await engine.state(undefined)).toMatchObject({ people: 6, join: { joined: 3, ambiguous: 0 } });

    const { decisions } = await another().joinDecisions({ offset: 0, limit: 5 });
    expect(decisions[0]).toMatchObject({ kind: 'people', overruled: false, waiting: false });
    const back = await engine.takeBackJoin({ decisionId: decisions[0]?.id ?? '' });
    expect(back).toMatchObject({ people: 7, join: { joined: 2, ambiguous: 1 } });
    await expect(engine.takeBackJoin({ decisionId: 'none' })).rejects.toMatchObject({
      code: 'join/not-found',
    });
  });

  it('looks into an automatic join and undoes it', async () => {
    const { engine } = memoryEngine();
    await importFiles(engine, contacts);
    await importFiles(engine, orders);
    const { people } = await engine.joinedPeople({ query: 'OLA@', on: null, offset: 0, limit: 10 });
    expect(people).toEqual([
      {
        ref: { key: 'personId', space: expect.any(String), value: 'c1' },
        name: 'Ola Nowak',
        on: ['email'],
        sources: [0, 1],
      },
    ]);
    const person = await engine.joinedPerson({ key: email('ola@example.com') });
    expect(person?.parts.map((p) => [p.ref.key, p.ref.value, p.rowsTotal])).toEqual([
      ['personId', 'c1', 1],
      ['crmId', '701', 1],
    ]);
    expect(person?.links).toEqual([{ key: 'email', value: 'ola@example.com', sources: [0, 1] }]);
    const state = await engine.settleJoin({
      settlement: { kind: 'people', groups: (person?.parts ?? []).map((p) => [p.ref]) },
    });
    expect(state).toMatchObject({ people: 8, join: { joined: 1, ambiguous: 1 } });
  });

  it('parts people whom nothing but one address makes one, by calling it shared', async () => {
    const { engine } = memoryEngine();
    await importFiles(
      engine,
      csvFile('newsletter.csv', 'E-mail,First name', 'a@example.com,A', 'b@example.com,B'),
      csvFile('guests.csv', 'Order ID,E-mail,Order date,Total,Currency', '1,a@example.com,2025-01-01,5,PLN'),
    );
    expect(await engine.state(undefined)).toMatchObject({ people: 2, join: { joined: 1 } });
    const person = await engine.joinedPerson({ key: email('a@example.com') });
    expect(person?.parts.map((p) => [p.ref, p.rowsTotal])).toEqual([[email('a@example.com'), 2]]);
    const state = await engine.settleJoin({ settlement: { kind: 'shared', key: email('a@example.com') } });
    expect(state).toMatchObject({ people: 3, join: { joined: 0, ambiguous: 0 } });
    const { decisions } = await engine.joinDecisions({ offset: 0, limit: 5 });
    const back = await engine.takeBackJoin({ decisionId: decisions[0]?.id ?? '' });
    expect(back).toMatchObject({ people: 2, join: { joined: 1 } });
  });

  it('leaves everything as it was when settling is cancelled, at whatever stage', async () => {
    for (const stage of ['reading', 'joining', 'writing']) {
      const { engine, blocks } = memoryEngine();
      await importFiles(engine, contacts, orders);
      const before = await engine.state(undefined);
      const held = [...blocks.keys()].sort();
      const abort = new AbortController();
      const settling = engine.settleJoin(
        { settlement: { kind: 'people', groups: [[crm('703'), crm('704')]] } },
        { signal: abort.signal, onProgress: (p) => p.stage === stage && abort.abort() },
      );
      await expect(settling).rejects.toMatchObject({ name: 'AbortError' });
      expect([...blocks.keys()].sort()).toEqual(held);
      expect(await engine.state(undefined)).toEqual(before);
      expect((await engine.joinDecisions({ offset: 0, limit: 5 })).total).toBe(0);
    }
  });

  it('joins the buyers of an order known to two tools under one number', async () => {
    const { engine } = memoryEngine();
    await importFilesOf(
      engine,
      'shop',
      csvFile(
        'orders.csv',
        'Order ID,Customer ID,Order date,Total,Currency',
        '1,c1,2025-01-01,10,PLN',
        '2,c2,2025-01-02,20,PLN',
        '3,c1,2025-01-03,30,PLN',
      ),
      csvFile(
        'payments.csv',
        'Order ID,E-mail,Order date,Total,Currency,Payment method',
        '1,a@example.com,2025-01-01,10,PLN,blik',
      ),
      csvFile('list.csv', 'E-mail,First name', 'a@example.com,Ala'),
    );
    const report = await engine.matchReport(undefined);
    // c1's order 1 is in payments.csv under an address, which list.csv has too.
    expect(report).toMatchObject({ people: 2, matched: 1 });
    expect(report.on).toEqual([
      { key: 'email', people: 1, only: 0 },
      { key: 'orderId', people: 1, only: 0 },
    ]);
    const person = await engine.joinedPerson({ key: email('a@example.com') });
    expect(person?.parts.flatMap((p) => p.rows.map((r) => `${r.capture} ${r.row}`)).sort()).toEqual([
      'list.csv 2',
      'orders.csv 4',
      'payments.csv 2',
    ]);
  });

  it('refuses a settlement that says nothing', async () => {
    const { engine } = memoryEngine();
    await expect(
      engine.settleJoin({ settlement: { kind: 'people', groups: [[crm('1')]] } }),
    ).rejects.toMatchObject({ code: 'join/nothing-settled' });
  });
});
