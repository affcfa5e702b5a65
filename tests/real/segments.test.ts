import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/core/dataset';
import { parseIso } from '../../src/core/time/calendar';
import { buildDataset } from '../../src/ingest/dataset/build-dataset';
import { scopeOf } from '../../src/segments/engine/scope';
import { evaluateRule } from '../../src/segments/evaluate-rule';
import { libraryFor } from '../../src/segments/library';
import { rfm } from '../../src/segments/rfm/rfm';
import { datasetOf } from '../dataset-of';
import { type PlainOrder, type PlainShop, plainLibrary } from '../plain-library';
import { loaded, proposalsOf } from '../proposals-of';
import { hasShared, sharedBytes, sharedText } from '../shared-data';

/** The file as the product reads it, with nothing said by hand. */
async function imported(path: string): Promise<Dataset> {
  const name = path.split('/').at(-1)?.replace(/\.gz$/, '') ?? '';
  const { kept } = await loaded(await proposalsOf(name, sharedBytes(path)));
  return buildDataset([kept], 1).dataset;
}

/** What a set lacks and has too much, first few: sets of thousands are too slow to compare deeply. */
function difference(found: ReadonlySet<string>, expected: ReadonlySet<string>) {
  return {
    size: found.size,
    missing: [...expected].filter((id) => !found.has(id)).slice(0, 5),
    extra: [...found].filter((id) => !expected.has(id)).slice(0, 5),
  };
}

/** Holds every ready segment of people to the plain count; gives how many people are in each. */
function countedAlike(dataset: Dataset, shop: PlainShop, day: string): Map<string, number> {
  const asOf = parseIso(day) as number;
  const plain = plainLibrary(shop, asOf);
  const context = { asOf, currency: null, segment: () => null, reportId: null };
  const { label } = dataset.people;
  const sizes = new Map<string, number>();
  for (const segment of libraryFor(dataset, { asOf, currency: null }).segments) {
    // Counted by their models' published formulas in forecasts.test.ts.
    if (segment.kind === 'learned') continue;
    const id = segment.id.replace(/^library:/, '');
    const shown = segment.thresholds.map(({ value }) => value);
    const expected = plain.members(id, shown);
    expect(expected, `no plain reading of ${id}`).not.toBeNull();
    const found = evaluateRule(dataset, segment.rule, context);
    const names = new Set<string>();
    found.in.forEach((p) => {
      names.add(label.dictionary[label.codes[p] as number] as string);
    });
    const wanted = expected ?? new Set();
    expect(difference(names, wanted), `${id} on ${day}`).toEqual({
      size: wanted.size,
      missing: [],
      extra: [],
    });
    expect(found.unknown.count(), `unknown of ${id} on ${day}`).toBe(plain.unknown(id, shown).size);
    const bounds = plain.bounds(id);
    if (bounds !== null) expect(shown, `bounds of ${id} on ${day}`).toEqual(bounds);
    sizes.set(id, names.size);
  }
  return sizes;
}

describe.skipIf(!hasShared)('every ready segment of CDNOW (needs shared data)', { timeout: 180_000 }, () => {
  const people = new Map<string, { country: null; orders: PlainOrder[] }>();
  let dataset: Dataset;
  beforeAll(async () => {
    const lines = sharedText('data/cdnow/CDNOW_master.txt.gz').trim().split(/\r?\n/).slice(1);
    for (const line of lines) {
      const [id, date, , dollars] = line.trim().split(/\s+/) as [string, string, string, string];
      const person = people.get(id) ?? { country: null, orders: [] };
      const time = Date.UTC(+date.slice(0, 4), +date.slice(4, 6) - 1, +date.slice(6, 8));
      person.orders.push({ time, sale: true, paid: Math.round(+dollars * 100), back: 0, lines: [] });
      people.set(id, person);
    }
    dataset = await imported('data/cdnow/CDNOW_master.txt.gz');
  }, 180_000);

  it.each([
    ['1997-09-30', 38],
    ['1998-02-28', 47],
    ['1998-06-30', 47],
  ])('has on %s just the people a plain count of the rows has, in all %i', (day, ready) => {
    expect([people.size, dataset.people.size]).toEqual([23_570, 23_570]);
    const sizes = countedAlike(dataset, { people, nobody: [] }, day);
    const repeat = [...people.values()].filter(
      ({ orders }) => orders.filter(({ time }) => time <= Date.parse(day)).length >= 2,
    ).length;
    expect(sizes.get('repeat')).toBe(repeat);
    expect(sizes.size).toBe(ready);
  });
});

describe.skipIf(!hasShared)(
  'every ready segment of Online Retail (needs shared data)',
  { timeout: 240_000 },
  () => {
    const people = new Map<string, { country: string | null; orders: PlainOrder[] }>();
    const nobody: PlainOrder[] = [];
    let dataset: Dataset;
    beforeAll(async () => {
      interface Line {
        readonly InvoiceNo: string;
        readonly Description: string;
        readonly Quantity: string;
        readonly InvoiceDate: string;
        readonly UnitPrice: string;
        readonly CustomerID: string;
        readonly Country: string;
      }
      const { data } = Papa.parse<Line>(sharedText('data/online_retail/online_retail.csv.gz'), {
        header: true,
        skipEmptyLines: true,
      });
      const invoices = new Map<string, Line[]>();
      for (const line of data) {
        const invoice = invoices.get(line.InvoiceNo);
        if (invoice === undefined) invoices.set(line.InvoiceNo, [line]);
        else invoice.push(line);
      }
      for (const [invoice, lines] of invoices) {
        const [{ InvoiceDate, CustomerID, Country }] = lines as [Line];
        // Millionths of a pound, so that sums are whole.
        const worth = lines.map((l) => Math.round(+l.UnitPrice * 1e6) * +l.Quantity);
        const sum = (amounts: readonly number[]) => amounts.reduce((a, b) => a + b, 0);
        const order: PlainOrder = {
          time: Date.parse(`${InvoiceDate.replace(' ', 'T')}Z`),
          // Cancelled by a C; and goods written off (a negative quantity at no price) are no sale.
          sale: !invoice.startsWith('C') && lines.some((l) => +l.Quantity > 0 && +l.UnitPrice >= 0),
          paid: sum(worth.filter((amount) => amount > 0)),
          back: -sum(worth.filter((amount) => amount < 0)),
          lines: lines.flatMap((l) =>
            l.Description === '' ? [] : [{ product: l.Description, price: Math.round(+l.UnitPrice * 1e6) }],
          ),
        };
        if (CustomerID === '') nobody.push(order);
        else {
          const id = CustomerID.replace(/\.0$/, '');
          const person = people.get(id) ?? { country: null, orders: [] };
          person.orders.push(order);
          people.set(id, { ...person, country: Country });
        }
      }
      dataset = await imported('data/online_retail/online_retail.csv.gz');
    }, 240_000);

    // A month end, the morning the clocks went forward, a month end again, and the last moment of the file.
    it.each([
      ['2011-02-28', 49],
      ['2011-03-27T01:30', 52],
      ['2011-11-30', 63],
      ['2011-12-09T12:50', 63],
    ])('has on %s just the people a plain count of the rows has, in all %i', (day, ready) => {
      expect([people.size, dataset.people.size]).toEqual([4_372, 4_372]);
      const sizes = countedAlike(dataset, { people, nobody }, day);
      expect(sizes.size).toBe(ready);
    });
  },
);

describe.skipIf(!hasShared)('R package rfm (needs shared data)', () => {
  it('comes out by its own cuts: every score of 995 customers', () => {
    const table = (name: string) =>
      Papa.parse<string[]>(sharedText(`reference/stats/${name}`), { skipEmptyLines: true }).data.slice(1);
    const dataset = datasetOf({
      orders: table('rfm_orders.csv').map(([person, time, revenue]) => ({
        person: person as string,
        time: time as string,
        total: Number(revenue),
      })),
    });
    const scores = rfm(scopeOf(dataset, parseIso('2006-12-31') as number, 'USD'), 'quantile-cuts');
    const { label } = dataset.people;
    const found = Array.from({ length: dataset.people.size }, (_, p) => [
      label.dictionary[label.codes[p] as number],
      `${scores.recency.scores[p]}${scores.frequency.scores[p]}${scores.monetary.scores[p]}`,
    ]);
    const expected = table('rfm_expected.csv').map(([id, , , , r, f, m]) => [id, `${r}${f}${m}`]);
    expect(new Map(found as [string, string][])).toEqual(new Map(expected as [string, string][]));
    expect(scores.frequency.bands.map((b) => b.n)).toEqual([268, 187, 176, 244, 120]);
  });
});
