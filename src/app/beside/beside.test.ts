import { describe, expect, it } from 'vitest';
import { importFiles, type MemoryEngine, memoryEngine } from '../../../tests/memory-engine';
import type { CaptureHead } from '../../core/page-capture';
import type { BesideRead, BesideTable } from '../../protocol/engine-api';
import { wilsonInterval } from '../../stats/wilson-interval';

interface Page {
  readonly tool?: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly totals?: readonly string[];
  readonly stated?: number;
  readonly notes?: CaptureHead['notes'];
}

let reads = 0;
const pageOf = ({ tool = 'ga4', columns, rows, totals, stated, notes = [] }: Page): BesideRead => ({
  head: {
    captureId: `look-${++reads}`,
    pageTitle: 'Analytics | Traffic',
    url: 'https://analytics.example/report',
    table: {
      ref: '1',
      tool,
      title: 'Traffic',
      columns,
      rowsOnPage: rows.length,
      rowsStated: stated ?? null,
      dateRange: { from: '2025-10-01', to: '2025-10-31' },
      account: null,
      property: null,
      sample: rows.slice(0, 10),
      frame: 'top',
      more: null,
    },
    columns,
    columnsLeftOut: [],
    totals: totals ?? null,
    notes,
  },
  rows,
  readAt: Date.UTC(2025, 10, 1),
});

const CHANNELS = [
  ['google / cpc', 4210, 2526, 168, 12_345.5],
  ['google / organic', 9345, 6541, 187, 20_000],
  ['(direct) / (none)', 3000, 1200, 60, 4000],
  ['newsletter / email', 640, 512, 51, 3500.25],
  ['ceneo.pl / referral', 87, 40, 2, 99.99],
] as const;

const polish = (n: number, digits = 0) =>
  n
    .toFixed(digits)
    .replace('.', ',')
    .replace(/\B(?=(\d{3})+(?!\d))/g, '\u00a0');

const traffic = (
  channels: readonly (readonly [string, number, number, number, number])[] = CHANNELS,
): Page => ({
  columns: [
    'Źródło / medium sesji',
    'Sesje',
    'Sesje z zaangażowaniem',
    'Kluczowe zdarzenia',
    'Łączne przychody',
  ],
  rows: channels.map(([name, sessions, engaged, key, revenue]) => [
    name,
    polish(sessions),
    polish(engaged),
    polish(key),
    `${polish(revenue, 2)} zł`,
  ]),
});

const stored = ({ blocks }: MemoryEngine) => blocks.size;

/** Two customers in five came by google / cpc; who they are is in the file and nowhere else. */
const PEOPLE = Array.from({ length: 400 }, (_, i) => {
  const [source, medium] =
    i % 5 < 2
      ? ['google', 'cpc']
      : i % 5 === 2
        ? ['Newsletter', 'email']
        : i % 5 === 3
          ? ['(direct)', '(none)']
          : ['', ''];
  return {
    id: `c${i}`,
    email: `c${i}@example.com`,
    source,
    medium,
    orders: source === 'google' ? 1 + (i % 4) : 1 + (i % 7),
  };
});
const peopleFile = () =>
  new File(
    [
      [
        'Customer ID,E-mail,Acquisition source,Acquisition medium',
        ...PEOPLE.map((p) => [p.id, p.email, p.source, p.medium].join(',')),
      ].join('\n'),
    ],
    'customers.csv',
  );
const ordersFile = () =>
  new File(
    [
      [
        'Order ID,E-mail,Order date,Total,Currency',
        ...PEOPLE.flatMap((p, i) =>
          Array.from({ length: p.orders }, (_, k) =>
            [
              `${p.id}-${k}`,
              p.email,
              `2025-${String(1 + ((i * 3 + k * 5) % 10)).padStart(2, '0')}-${String(1 + ((i * 7 + k) % 28)).padStart(2, '0')}`,
              `${20 + (i % 9) * 10}.00`,
              'PLN',
            ].join(','),
          ),
        ),
      ].join('\n'),
    ],
    'orders.csv',
  );

async function shop() {
  const memory = memoryEngine();
  await importFiles(memory.engine, peopleFile(), ordersFile());
  return memory;
}

async function reportOf(memory: MemoryEngine, page: Page): Promise<BesideTable> {
  const table = await memory.engine.besideTable(pageOf(page));
  expect(table.is).toBe('report');
  return table;
}

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
    expect((await memory.engine.besideTable(pageOf(traffic()))).keptAlready).toBe(false);
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
      pageOf({
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
    const table = await memoryEngine().engine.besideTable(pageOf(page as Page));
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
    const reading = memory.engine.besideTable(pageOf(traffic()), { signal: stop.signal });
    stop.abort();
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    expect(stored(memory)).toBe(0);
  });
});

describe('people by a dimension of the page', () => {
  it('are those of whom the same is held, counted against a plain count of the files', async () => {
    const memory = await shop();
    const table = await reportOf(memory, traffic());
    const [dimension] = table.dimensions;
    expect(dimension?.ofPeople?.en).toBe('Acquisition source / Acquisition medium');
    const often = await memory.engine.saveSegment({
      name: 'often',
      description: '',
      rule: {
        kind: 'behaviour',
        measure: { of: 'orders', stat: 'count' },
        window: { kind: 'lifetime' },
        test: { op: 'at-least', value: 4 },
      },
    });
    const found = await memory.engine.besidePeople({
      lookId: table.lookId,
      dimension: dimension?.id ?? '',
      values: ['google / cpc', 'newsletter / email', '(direct) / (none)', 'ceneo.pl / referral'],
      segmentIds: [often.id, 'own:gone'],
    });
    expect(found.segments.map(({ id }) => id)).toEqual([often.id]);
    const known = PEOPLE.filter(({ source }) => source !== '');
    expect([found.population, found.known]).toEqual([PEOPLE.length, known.length]);
    const expected = ['google', 'Newsletter', '(direct)', 'ceneo.pl'].map((source) => {
      const mine = PEOPLE.filter((p) => p.source === source);
      return [mine.length, mine.filter((p) => p.orders >= 4).length];
    });
    expect(found.values.map(({ people }) => people)).toEqual(expected.map(([people]) => people));
    const [ofGoogle] = found.values;
    const cell = ofGoogle?.cells[0];
    if (cell?.state !== 'value') throw new Error('no value');
    const [people = 0, hits = 0] = expected[0] ?? [];
    expect([cell.numerator, cell.denominator]).toEqual([hits, people]);
    expect(cell.interval).toEqual(wilsonInterval(hits, people));
    const rest = known.filter((p) => p.source !== 'google');
    expect(cell.base).toEqual({
      value: rest.filter((p) => p.orders >= 4).length / rest.length,
      n: rest.length,
    });
    expect(found.values[3]?.cells[0]).toMatchObject({ state: 'none' });
    // The rule names the same people to anybody else who asks.
    const saved = await memory.engine.saveSegment({ name: 'cpc', description: '', rule: ofGoogle!.rule });
    const { total } = await memory.engine.members({ segmentId: saved.id, asOf: null, offset: 0, limit: 1 });
    expect(total).toBe(people);
  });

  it('know one country by its several names', async () => {
    const memory = memoryEngine();
    await importFiles(
      memory.engine,
      new File(
        ['Customer ID,E-mail,Country\n1,a@x.pl,PL\n2,b@x.pl,Poland\n3,c@x.pl,Germany\n4,d@x.pl,\n'],
        'people.csv',
      ),
    );
    const table = await reportOf(memory, {
      columns: ['Kraj', 'Sesje'],
      rows: [
        ['Polska', '10'],
        ['Niemcy', '5'],
      ],
    });
    expect(table.dimensions[0]?.ofPeople).not.toBeNull();
    const found = await memory.engine.besidePeople({
      lookId: table.lookId,
      dimension: table.dimensions[0]?.id ?? '',
      values: ['Polska', 'Niemcy'],
      segmentIds: [],
    });
    expect(found.values.map(({ people }) => people)).toEqual([2, 1]);
    expect(found.known).toBe(3);
  });

  it('are not asked after where nothing of the kind is held', async () => {
    const memory = await shop();
    const table = await reportOf(memory, {
      columns: ['City', 'Sessions'],
      rows: [
        ['Łódź', '7'],
        ['Ełk', '5'],
      ],
    });
    expect(table.dimensions[0]?.ofPeople).toBeNull();
  });
});

describe('a list of customers in front', () => {
  const list = (rows: Page['rows']): Page => ({
    tool: 'generic',
    columns: ['Name', 'E-mail', 'Phone', 'City'],
    rows,
  });

  it('is matched as joining would, and put beside everybody', async () => {
    const memory = await shop();
    const names = [0, 1, 2, 7, 7].map((i) => ['Jan Kowalski', ` C${i}@Example.com`, '', 'Łódź']);
    const table = await memory.engine.besideTable(
      pageOf(list([...names, ['Nobody', 'who@else.org', '', 'Ełk'], ['Keyless', '', '', 'Ełk']])),
    );
    expect([table.is, table.keys]).toEqual(['list', ['email', 'phone']]);
    const found = await memory.engine.besideListed({ lookId: table.lookId, segmentIds: [] });
    expect(found).toMatchObject({
      rows: 7,
      known: 5,
      notHeld: 1,
      withoutKey: 1,
      ambiguous: 0,
      contradicted: 0,
      people: 4,
      population: PEOPLE.length,
      matchedBy: [{ by: 'email', rows: 5 }],
    });
    // Of the ready groups each customer is in one.
    expect(found.segments.reduce((sum, s) => sum + s.listed.in, 0)).toBe(4);
    for (const s of found.segments) {
      expect(s.listed.in + s.listed.out + s.listed.unknown).toBe(4);
      const { total } = await memory.engine.members({ segmentId: s.id, asOf: null, offset: 0, limit: 400 });
      expect(s.everyone.in).toBe(total);
    }
    const { rows, total } = await memory.engine.besideRows({
      lookId: table.lookId,
      segmentIds: [],
      sort: 'orders',
      offset: 0,
      limit: 10,
    });
    expect(total).toBe(7);
    const orders = rows.map(({ match }) => (match.is === 'known' ? match.person.orders : null));
    const plain = [0, 1, 2, 7, 7].map((i) => PEOPLE[i]?.orders ?? 0).sort((a, b) => b - a);
    expect(orders).toEqual([...plain, null, null]);
    expect(rows[0]).toMatchObject({ says: 'Jan Kowalski' });
  });

  it('does not take a phone for a proof across addresses, as joining does not', async () => {
    const memory = memoryEngine();
    await importFiles(
      memory.engine,
      new File(
        ['E-mail,Phone,Name\na@x.pl,+48600100200,Ann\nb@x.pl,+48600100300,Bob\nc@x.pl,+48600100300,Cyd\n'],
        'people.csv',
      ),
    );
    const table = await memory.engine.besideTable(
      pageOf(
        list([
          ['Ann', 'A@x.pl', '600 100 999', ''],
          ['Ann too', '', '+48 600 100 200', ''],
          ['Not Ann', 'other@x.pl', '+48 600 100 200', ''],
          ['Bob or Cyd', '', '+48 600 100 300', ''],
        ]),
      ),
    );
    const found = await memory.engine.besideListed({ lookId: table.lookId, segmentIds: [] });
    expect(found).toMatchObject({ known: 2, contradicted: 1, ambiguous: 1, people: 1 });
    expect(found.matchedBy).toEqual([
      { by: 'email', rows: 1 },
      { by: 'phone', rows: 1 },
    ]);
  });

  it('says so where nothing in it tells who is meant', async () => {
    const memory = await shop();
    const table = await memory.engine.besideTable(
      pageOf({
        tool: 'generic',
        columns: ['First name', 'Last name', 'Company'],
        rows: [
          ['Jan', 'Nowak', 'X'],
          ['Ewa', 'Nowak', 'Y'],
        ],
      }),
    );
    expect(table.is).toBe('nothing');
  });

  it('is forgotten when it is let go', async () => {
    const memory = await shop();
    const table = await memory.engine.besideTable(pageOf(list([['Jan', 'c0@example.com', '', '']])));
    await memory.engine.forgetBeside({ lookId: table.lookId });
    await expect(memory.engine.besideListed({ lookId: table.lookId, segmentIds: [] })).rejects.toMatchObject({
      code: 'import/source-gone',
    });
  });
});
