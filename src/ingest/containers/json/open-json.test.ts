import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openedTexts } from '../../../../tests/opened-texts';
import { CAPS } from '../caps';
import { openContainer } from '../open-container';

const only = async (text: string | Uint8Array, name = 'a.json') => {
  const found = await openedTexts(name, text);
  expect(found).toHaveLength(1);
  return found[0] as (typeof found)[number];
};
const csvOf = async (value: unknown, name?: string) => (await only(JSON.stringify(value), name)).text;

describe('JSON as a table', () => {
  it('is a row for each object of a list, a column for each name', async () => {
    expect(
      await csvOf([
        { id: 1, city: 'Łódź' },
        { id: 2, vip: true },
        { city: null, id: 3 },
      ]),
    ).toBe('id,city,vip\n1,Łódź,\n2,,true\n3,,\n');
  });

  it('names what is inside objects by the way to it', async () => {
    expect(await csvOf([{ a: { b: { c: 1 }, d: [1, 2] }, e: {}, f: [] }])).toBe(
      'a.b.c,a.d,e,f\n1,"1, 2",,\n',
    );
  });

  it('keeps lists of objects as they are written, for how many rows they are is not ours to say', async () => {
    const items = [{ sku: 'A', price: 1.5 }, { sku: 'B' }];
    expect(await csvOf([{ id: 1, items }])).toBe(
      `id,items\n1,"${JSON.stringify(items).replaceAll('"', '""')}"\n`,
    );
  });

  it('keeps numbers as they are written', async () => {
    const text = '[{"id": 12345678901234567890, "price": 12.50, "x": 1e3, "y": -0}]';
    expect((await only(text)).text).toBe('id,price,x,y\n12345678901234567890,12.50,1e3,-0\n');
  });

  it('reads rows of cells, whose first is the header', async () => {
    expect(
      await csvOf([
        ['date', 'visits'],
        ['2026-01-01', 3],
      ]),
    ).toBe('date,visits\n2026-01-01,3\n');
  });

  it('reads plain values as one column', async () => {
    expect(await csvOf(['a', '', 'b'])).toBe('value\na\n""\nb\n');
  });

  it('finds the one list an answer of an API holds', async () => {
    expect(await csvOf({ ok: true, page: { data: [{ id: 1 }] }, next: null })).toBe('id\n1\n');
  });

  it('makes a source of each list where there are several', async () => {
    const text = JSON.stringify({ customers: [{ id: 1 }], orders: { list: [{ nr: 7 }] } });
    expect((await openedTexts('dump.json', text)).map((f) => [f.name, f.text])).toEqual([
      ['dump.json › customers', 'id\n1\n'],
      ['dump.json › orders.list', 'nr\n7\n'],
    ]);
  });

  it('reads records by id, by day, and lists side by side', async () => {
    expect(await csvOf({ c1: { n: 1 }, c2: { n: 2 } })).toBe('key,n\nc1,1\nc2,2\n');
    expect(await csvOf({ '2026-01-01': [{ label: 'Direct', nb_visits: 3 }], '2026-01-02': [] })).toBe(
      'date,label,nb_visits\n2026-01-01,Direct,3\n',
    );
    expect(await csvOf({ day: ['a', 'b'], visits: [1, 2] })).toBe('day,visits\na,1\nb,2\n');
    expect(await csvOf({ id: 1, name: 'one' })).toBe('id,name\n1,one\n');
  });

  it('lets no two values share a column, whatever they are named', async () => {
    expect(await csvOf([{ 'a.b': 1, a: { b: 2 } }, { a: { b: 3 } }])).toBe('a.b,a.b (2)\n1,2\n3,\n');
    const odd = '[{"__proto__": {"polluted": "yes"}, "constructor": 1, "toString": 2, "": 3}]';
    expect((await only(odd)).text).toBe('__proto__.polluted,constructor,toString,\nyes,1,2,3\n');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('reads UTF-16 and a byte order mark', async () => {
    const text = '\ufeff[{"a": "ż"}]';
    expect((await only(text)).text).toBe('a\nż\n');
    const utf16 = new Uint8Array(Uint16Array.from(text, (c) => c.charCodeAt(0)).buffer);
    expect((await only(utf16)).text).toBe('a\nż\n');
  });

  it('is told from CSV by how it begins', async () => {
    expect((await only('[{"a":1}]', 'export.txt')).text).toBe('a\n1\n');
    expect((await only('{"a":1}\n{"a":2}\n', 'download')).text).toBe('a\n1\n2\n');
    const csv = '{"a":1},x\n{"a":2},y\n';
    expect((await only(csv, 'log.csv')).text).toBe(csv);
    expect((await only('[draft],x\n[sent],y\n', 'list.txt')).text).toBe('[draft],x\n[sent],y\n');
  });

  it('gives every record back from a list, from lines and from values in a row', async () => {
    const cell = fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.integer(), fc.constant(null));
    const record = fc.record({ a: cell, 'b "c"': fc.array(fc.nat(9), { maxLength: 2 }), d: cell });
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 2, maxLength: 5 }), async (records) => {
        const one = await csvOf(records);
        const lines = records.map((r) => JSON.stringify(r)).join('\n');
        expect((await only(lines, 'a.ndjson')).text).toBe(one);
        expect((await only(`${lines.replaceAll('\n', '\r\n')}\r\n\r\n`)).text).toBe(one);
        expect((await only(records.map((r) => JSON.stringify(r, null, 2)).join('\n'))).text).toBe(one);
        expect(await csvOf({ rows: records })).toBe(one);
      }),
      { numRuns: 60 },
    );
  });

  it('reads the same wherever a chunk ends', async () => {
    const text = JSON.stringify([{ a: 'x"}],[{\\' }, { a: 'żółw' }, { b: [[1], { c: ']' }] }]);
    const whole = (await only(text)).text;
    const bytes = new TextEncoder().encode(text);
    for (let cut = 1; cut < bytes.length; cut++) {
      const file = Object.assign(new File([bytes], 'a.json'), {
        stream: () =>
          new ReadableStream<Uint8Array>({
            start(controller) {
              controller.enqueue(bytes.slice(0, cut));
              controller.enqueue(bytes.slice(cut));
              controller.close();
            },
          }),
      });
      const [part] = await openContainer(file, { signal: new AbortController().signal });
      if (part?.kind !== 'table') throw new Error('no table');
      expect(await new Response(part.source.stream() as ReadableStream<Uint8Array<ArrayBuffer>>).text()).toBe(
        whole,
      );
    }
  });
});

describe('exports of GA4 as JSON', () => {
  it('reads a Data API report with its headers', async () => {
    const report = (day: string) => ({
      dimensionHeaders: [{ name: 'date' }, { name: 'country' }],
      metricHeaders: [{ name: 'sessions', type: 'TYPE_INTEGER' }],
      rows: [
        { dimensionValues: [{ value: day }, { value: 'Poland' }], metricValues: [{ value: '12' }] },
        { dimensionValues: [{ value: day }, {}], metricValues: [{ value: '3' }] },
      ],
      rowCount: 2,
      kind: 'analyticsData#runReport',
    });
    expect(await csvOf(report('20260901'))).toBe('date,country,sessions\n20260901,Poland,12\n20260901,,3\n');
    const two = await openedTexts('r.json', JSON.stringify({ reports: [report('1'), report('2')] }));
    expect(two.map((f) => f.name)).toEqual(['r.json › reports 1', 'r.json › reports 2']);
    expect(await csvOf({ ...report('1'), rows: undefined })).toBe('date,country,sessions\n');
  });

  it('makes a column of each event parameter of BigQuery rows, whatever type holds it', async () => {
    const row = (name: string, session: string, page: string | null) => ({
      event_date: '20260901',
      event_timestamp: '1756684800000000',
      event_name: name,
      event_params: [
        { key: 'ga_session_id', value: { string_value: null, int_value: session, float_value: null } },
        ...(page === null ? [] : [{ key: 'page_location', value: { string_value: page } }]),
      ],
      user_properties: [{ key: 'plan', value: { string_value: 'pro', set_timestamp_micros: '1' } }],
      geo: { country: 'Poland', metro: '(not set)' },
      items: [],
    });
    const text = [row('page_view', '17', 'https://a.pl/'), row('purchase', '18', null)]
      .map((r) => JSON.stringify(r))
      .join('\n');
    expect((await only(text, 'events.ndjson')).text).toBe(
      'event_date,event_timestamp,event_name,event_params.ga_session_id,event_params.page_location,user_properties.plan,geo.country,geo.metro,items\n' +
        '20260901,1756684800000000,page_view,17,https://a.pl/,pro,Poland,(not set),\n' +
        '20260901,1756684800000000,purchase,18,,pro,Poland,(not set),\n',
    );
  });
});

describe('what is no JSON', () => {
  it('is said with its line, and the other lines are kept', async () => {
    const found = await only('{"a":1}\n{"a":oops}\n{"a":3} {"a":4}\n{"a":5}\n', 'a.ndjson');
    expect(found.text).toBe('a\n1\n5\n');
    expect(found.problems).toEqual([
      { code: 'json/broken', row: 2, value: '{"a":oops}' },
      { code: 'json/broken', row: 3, value: '{"a":3} {"a":4}' },
    ]);
  });

  it('is said with its record in a list', async () => {
    const found = await only('[{"a":1},{a:2},,{"a":4}] x');
    expect(found.text).toBe('a\n1\n4\n');
    expect(found.problems.map((p) => [p.code, p.row])).toEqual([
      ['json/broken', 2],
      ['json/broken', 3],
      ['json/broken', 5],
    ]);
  });

  it('is said to be cut off, and what came is kept', async () => {
    const list = await only('[{"a":1},{"a":2},{"a"');
    expect([list.text, list.problems]).toEqual(['a\n1\n2\n', [{ code: 'json/cut-off', row: 3 }]]);
    const lines = await only('{"a":1}\n{"a":2}\n{"a":"x', 'a.jsonl');
    expect([lines.text, lines.problems]).toEqual(['a\n1\n2\n', [{ code: 'json/cut-off', row: 3 }]]);
    const document = await only('{"data": [{"a":1},\n{"a":');
    expect([document.text, document.problems]).toEqual([null, [{ code: 'json/cut-off', row: 2 }]]);
  });

  it('is said of a document with its line', async () => {
    expect((await only('{\n "a": 1,\n b\n}')).problems).toEqual([{ code: 'json/broken', row: 3 }]);
    expect((await only('[]')).problems).toEqual([{ code: 'file/empty' }]);
    expect((await only('7')).problems).toEqual([{ code: 'file/no-table' }]);
  });

  it('is refused where it is nested too deep, or has a column for every record', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect((await only(deep)).problems).toEqual([{ code: 'json/too-deep', params: { limit: CAPS.nesting } }]);
    const names = Object.fromEntries(Array.from({ length: CAPS.columns + 1 }, (_, i) => [`c${i}`, 1]));
    expect((await only(JSON.stringify([names]))).problems).toEqual([
      { code: 'table/too-many-columns', params: { columns: CAPS.columns + 1 } },
    ]);
  });

  it('never ends in anything but a table or a reason', async () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      ':',
      ',',
      '\\',
      'a',
      '1',
      'null',
      '\n',
      ' ',
      '\u0000',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 25 }), async (pieces) => {
        for (const part of await openedTexts('a.json', pieces.join(''))) {
          expect(part.text !== null || part.problems.length > 0).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
