import { describe, expect, it } from 'vitest';
import { importFiles, memoryEngine } from '../../../tests/memory-engine';
import { isoDay } from '../../core/time/calendar';
import { AS_THEY_COME } from '../../segments/occasions/occasion-settings';

const at = { asOf: null, currency: null };
const orders = new File(
  [
    [
      'Order ID,Customer ID,Order date,Total,Currency,Shipping Country',
      '1,a,2025-05-20,10,PLN,Poland',
      '2,b,2025-05-09,10,PLN,Germany',
      '3,c,2025-05-09,10,PLN,Poland',
      '4,d,2025-06-15,10,PLN,Malta',
      '5,e,2025-02-03,10,PLN,Poland',
    ].join('\n'),
  ],
  'orders.csv',
);

describe('the calendar of occasions', () => {
  it('has the next day in every country of the data, home first, and who bought before it', async () => {
    const { engine } = memoryEngine();
    await importFiles(engine, orders);
    const calendar = await engine.occasions(at);
    expect([calendar.home, calendar.likelyHome, calendar.withoutCalendar]).toEqual(['PL', 'PL', ['Malta']]);
    const mothers = calendar.occasions.find((o) => o.id === 'mothers-day');
    expect(mothers?.next.map(({ at: day, countries }) => [isoDay(day), countries])).toEqual([
      ['2026-05-26', ['PL']],
      ['2026-05-10', ['DE']],
    ]);
    // In Poland by 26 May, in Germany by 11 May.
    expect(mothers?.buyers).toBe(2);
  });

  it('keeps what is changed, and the segments follow', async () => {
    const { engine, another } = memoryEngine();
    await importFiles(engine, orders);
    const own = [{ id: 'shop', name: 'Shop’s birthday', month: 2, day: 5, before: 3 }];
    await engine.saveOccasions({
      country: 'DE',
      changed: { easter: { on: false, before: 13 } },
      own,
    });
    const reopened = another();
    expect((await reopened.occasions(at)).settings).toEqual({
      country: 'DE',
      changed: { easter: { on: false, before: 13 } },
      own,
    });
    const { segments, missing } = await reopened.segments(at);
    const found = segments.find((v) => v.segment.id === 'library:own-occasion:shop');
    expect([found?.segment.name.en, found?.size]).toEqual(['Buyers before: Shop’s birthday', 1]);
    expect([...segments.map((v) => v.segment.id), ...missing.map((m) => m.id)]).not.toContain(
      'library:easter',
    );
    await reopened.saveOccasions(AS_THEY_COME);
    expect((await reopened.occasions(at)).home).toBe('PL');
  });

  it('is there without any data', async () => {
    const { engine } = memoryEngine();
    const calendar = await engine.occasions(at);
    expect(calendar.home).toBeNull();
    expect(calendar.occasions.every((o) => o.buyers === null)).toBe(true);
  });
});

describe('RFM in other names', () => {
  it('keeps a table of one’s own, and goes back to ours', async () => {
    const { engine } = memoryEngine();
    await importFiles(engine, orders);
    const ask = { ...at, dialect: 'own', locale: 'en' } as const;
    const before = await engine.rfm(ask);
    expect([before.held, before.buyers, before.renamed, before.tableChanged]).toEqual([true, 5, 0, false]);
    const table = before.table.map((row) => row.map(() => 'Everybody'));
    await engine.saveRfmTable({ table });
    const after = await engine.rfm(ask);
    expect(after.groups).toMatchObject([{ id: 'Everybody', people: 5 }]);
    expect([after.renamed, after.tableChanged]).toEqual([5, true]);
    await engine.saveRfmTable({ table: null });
    expect((await engine.rfm(ask)).tableChanged).toBe(false);
  });

  it('says that too few have bought, and counts nobody', async () => {
    const { engine } = memoryEngine();
    const view = await engine.rfm({ ...at, dialect: 'braze', locale: 'pl' });
    expect([view.held, view.buyers]).toEqual([false, 0]);
  });
});
