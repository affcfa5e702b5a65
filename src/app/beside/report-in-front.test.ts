import { describe, expect, it } from 'vitest';
import {
  besideRead,
  CHANNELS,
  polish,
  reportOf,
  type ShownTable,
  traffic,
} from '../../../tests/beside-pages';
import { csvFile } from '../../../tests/csv-file';
import { type MemoryEngine, memoryEngine, surveyOnly } from '../../../tests/memory-engine';
import { wilsonInterval } from '../../stats/proportions/wilson-interval';

const stored = ({ blocks }: MemoryEngine) => blocks.size;

describe('a report of the page in front', () => {
  it('is read without anything being stored', async () => {
    const memory = memoryEngine();
    const before = stored(memory);
    const table = await reportOf(memory, traffic());
    await memory.engine.besideValues({
      lookId: table.lookId,
      dimension: table.dimensions[0]?.id ?? '',
      most: 12,
    });
    expect(stored(memory)).toBe(before);
    expect(memory.changes).toEqual([]);
    const state = await memory.engine.state(undefined);
    expect(state.captures).toEqual([]);
    expect(await memory.engine.inbox(undefined)).toEqual([]);
    // Nor does it stand in the way of keeping it afterwards as something read twice.
    expect((await memory.engine.besideTable(besideRead(traffic()))).keptAlready).toBe(false);
  });

  it('is compared with all its rows where it was gathered to be kept, and can be kept all the same', async () => {
    const { engine } = memoryEngine();
    const rows = Array.from({ length: 300 }, (_, i) => `source ${i % 7},${10 + i},${i % 10}`);
    const { surveyId, proposals } = await surveyOnly(
      engine,
      csvFile('gathered.csv', 'Session source,Sessions,Key events', ...rows),
    );
    const table = await engine.besideSurveyed({ surveyId });
    expect(table).toMatchObject({ is: 'report', rowsRead: 300, gathered: null, keptAlready: false });
    const { values } = await engine.besideValues({
      lookId: table.lookId,
      dimension: table.dimensions[0]?.id ?? '',
      most: 12,
    });
    expect(values.reduce((sum, v) => sum + v.rows, 0)).toBe(300);
    const mapping = proposals[0]?.mapping;
    if (mapping === undefined) throw new Error('no table');
    const kept = await engine.importTables({ tables: [{ surveyId, tableIndex: 0, mapping }] });
    expect(kept.rowsKept).toBe(300);
  });

  it('says how the gathering of its rows ended', async () => {
    const { engine } = memoryEngine();
    const read = besideRead(traffic());
    const gathering = { ended: 'enough', rowsStated: 40, pages: 2, putBack: true, tree: null } as const;
    const table = await engine.besideTable({ ...read, head: { ...read.head, gathering } });
    expect(table).toMatchObject({ gathered: 'enough', rowsStated: 40, rowsRead: read.rows.length });
    expect(table.passport?.notes.map(({ code }) => code)).toContain('gathered-partly');
  });

  it('compares its values with a plain sum of its rows, Polish numbers and all', async () => {
    const memory = memoryEngine();
    const table = await reportOf(memory, traffic());
    const [dimension] = table.dimensions;
    expect(dimension).toMatchObject({ header: 'Źródło / medium sesji', values: CHANNELS.length });
    const { comparison, values, valuesInAll } = await memory.engine.besideValues({
      lookId: table.lookId,
      dimension: dimension?.id ?? '',
      most: 3,
    });
    expect(valuesInAll).toBe(CHANNELS.length);
    const largest = [...CHANNELS].sort((a, b) => b[1] - a[1]).slice(0, 3);
    expect(values.map(({ value }) => value)).toEqual(largest.map(([name]) => name));
    const m = comparison.metrics.findIndex(({ id }) => id === 'engagement-rate');
    expect(m).toBeGreaterThanOrEqual(0);
    const all = CHANNELS.reduce(
      (sum, [, sessions, engaged]) => [sum[0]! + engaged, sum[1]! + sessions],
      [0, 0],
    );
    largest.forEach(([, sessions, engaged], s) => {
      const cell = comparison.cells[s]?.[m];
      if (cell?.state !== 'value') throw new Error('no value');
      expect(cell.value).toBeCloseTo(engaged / sessions, 12);
      expect([cell.numerator, cell.denominator, cell.n]).toEqual([engaged, sessions, sessions]);
      expect(cell.interval).toEqual(wilsonInterval(engaged, sessions));
      const rest = (all[0]! - engaged) / (all[1]! - sessions);
      expect(cell.base?.value).toBeCloseTo(rest, 12);
      expect(cell.difference?.value).toBeCloseTo(engaged / sessions - rest, 12);
      expect(cell.q).not.toBeNull();
    });
  });

  it('reconciles with the totals row, and says what it can’t', async () => {
    const memory = memoryEngine();
    const sum = (at: 1 | 2 | 3 | 4) => CHANNELS.reduce((all, row) => all + row[at], 0);
    const totals = ['Łącznie', polish(sum(1)), polish(sum(2)), polish(sum(3)), `${polish(sum(4), 2)} zł`];
    const { passport, rowsRead, rowsStated } = await reportOf(memory, {
      ...traffic(),
      totals,
      stated: 1234,
      notes: ['sampled', 'other-row'],
    });
    expect([rowsRead, rowsStated]).toEqual([5, 1234]);
    expect(passport?.notes.map(({ code }) => code)).toEqual(['sampled', 'other-row', 'rows-not-on-page']);
    expect(passport?.reconciliation.every(({ agrees }) => agrees)).toBe(true);
    expect(passport?.reconciliation.map(({ column }) => column)).toContain('Sesje');
    const other = await reportOf(memory, { ...traffic(), totals: totals.with(1, '20 000') });
    expect(other.passport?.reconciliation.find(({ column }) => column === 'Sesje')).toEqual({
      column: 'Sesje',
      kept: sum(1),
      stated: 20000,
      agrees: false,
    });
  });

  it('shows a rate without its counts and never tests it', async () => {
    const memory = memoryEngine();
    const table = await reportOf(memory, {
      columns: ['Session source / medium', 'Sessions', 'Satisfaction rate'],
      rows: [
        ['google / cpc', '4,210', '12.5%'],
        ['google / organic', '9,345', '80%'],
        ['bing / cpc', '1,345', '3%'],
      ],
    });
    const { comparison, asShown } = await memory.engine.besideValues({
      lookId: table.lookId,
      dimension: table.dimensions[0]?.id ?? '',
      most: 12,
    });
    const shown = asShown.find(({ header }) => header === 'Satisfaction rate');
    expect(shown).toMatchObject({ unit: 'rate' });
    expect(shown?.values.map((v) => v && Math.round(v * 1000) / 1000)).toEqual([0.8, 0.125, 0.03]);
    const tested = comparison.cells.flat().filter((cell) => cell.state === 'value' && cell.p !== null);
    expect(tested).toEqual([]);
  });

  it('ranks what differs most by the surest effect, of those that hold up only', async () => {
    const memory = memoryEngine();
    const table = await reportOf(memory, traffic());
    const { comparison, standouts } = await memory.engine.besideValues({
      lookId: table.lookId,
      dimension: table.dimensions[0]?.id ?? '',
      most: 12,
    });
    expect(standouts.length).toBeGreaterThan(0);
    const near = standouts.map(({ effect }) => Math.max(effect.lo, -effect.hi));
    expect(near).toEqual([...near].sort((a, b) => b - a));
    for (const { segment, metric, effect } of standouts) {
      const cell = comparison.cells[segment]?.[metric];
      if (cell?.state !== 'value' || cell.base === null) throw new Error('no value');
      expect(cell.q ?? 1).toBeLessThan(0.05);
      const h = 2 * Math.asin(Math.sqrt(cell.value)) - 2 * Math.asin(Math.sqrt(cell.base.value));
      expect(effect.value).toBeCloseTo(h, 10);
    }
  });

  it('sets amounts in several currencies apart instead of adding them', async () => {
    const memory = memoryEngine();
    const table = await memory.engine.besideTable(
      besideRead({
        columns: ['Country', 'Sessions', 'Total revenue'],
        rows: [
          ['Poland', '100', '200,00 zł'],
          ['Germany', '50', '€30,00'],
          ['Czechia', '40', '€10,00'],
        ],
      }),
    );
    expect(table.passport?.notes).toContainEqual({
      code: 'several-currencies',
      params: { columns: 'Total revenue', currencies: 'EUR, PLN' },
    });
    const { comparison } = await memory.engine.besideValues({
      lookId: table.lookId,
      dimension: table.dimensions[0]?.id ?? '',
      most: 12,
    });
    expect(comparison.metrics.some(({ unit }) => unit === 'money')).toBe(false);
  });

  it.each([
    ['one row', traffic(CHANNELS.slice(0, 1)), 'report'],
    [
      'no numbers',
      {
        columns: ['Page', 'Title'],
        rows: [
          ['/a', 'A'],
          ['/b', 'B'],
        ],
      },
      'nothing',
    ],
    ['nothing but headers', { columns: ['Country', 'Sessions'], rows: [] }, 'nothing'],
  ] as const)('survives a page of %s', async (_, page, is) => {
    const table = await memoryEngine().engine.besideTable(besideRead(page as ShownTable));
    expect(table.is).toBe(is);
    if (is === 'nothing') expect(table.why).not.toBeNull();
  });

  it('reads 5,000 rows of 30 columns', async () => {
    const memory = memoryEngine();
    const columns = ['City', 'Sessions', ...Array.from({ length: 28 }, (_, i) => `Metric ${i}`)];
    const rows = Array.from({ length: 5000 }, (_, r) => [
      `City ${r}`,
      String(1 + ((r * 37) % 991)),
      ...Array.from({ length: 28 }, (_, c) => String((r * c) % 53)),
    ]);
    const table = await reportOf(memory, { columns, rows });
    const { values, comparison, valuesInAll } = await memory.engine.besideValues({
      lookId: table.lookId,
      dimension: table.dimensions[0]?.id ?? '',
      most: 12,
    });
    expect([values.length, valuesInAll]).toEqual([12, 5000]);
    const sum = rows.reduce((all, row) => all + Number(row[1]), 0);
    const m = comparison.metrics.findIndex(({ id }) => id === 'sessions');
    expect(comparison.everyone[m]).toMatchObject({ value: sum });
  });

  it('is stopped without a trace', async () => {
    const memory = memoryEngine();
    const stop = new AbortController();
    const reading = memory.engine.besideTable(besideRead(traffic()), { signal: stop.signal });
    stop.abort();
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    expect(stored(memory)).toBe(0);
  });
});
