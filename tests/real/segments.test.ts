import { describe, expect, it } from 'vitest';
import { parseIso } from '../../src/core/calendar';
import type { Dataset } from '../../src/core/dataset';
import { scopeOf } from '../../src/segments/engine/scope';
import { evaluateRule } from '../../src/segments/evaluate-rule';
import { libraryFor } from '../../src/segments/library';
import { rfm } from '../../src/segments/rfm';
import { datasetOf, type OrderRow } from '../dataset-of';
import { hasShared, sharedText } from '../shared-data';

const DAY = 86_400_000;
const utc = (day: string) =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));

/** Library segments at an as-of: labels of who is in each, by id. */
function librarySets(dataset: Dataset, day: string): Map<string, Set<string>> {
  const asOf = parseIso(day) as number;
  const { segments } = libraryFor(dataset, { asOf, currency: null });
  return new Map(
    segments
      .filter(({ grain }) => grain === 'person')
      .map(({ id, rule }) => {
        const names = new Set<string>();
        const { label } = dataset.people;
        const found = evaluateRule(dataset, rule, {
          asOf,
          currency: null,
          segment: () => null,
          reportId: null,
        });
        found.in.forEach((p) => {
          names.add(label.dictionary[label.codes[p] as number] as string);
        });
        return [id, names];
      }),
  );
}

/** Everything a test counts by itself from raw rows: one list of orders a customer. */
type Raw = Map<string, { time: number; sum: number; back: number; sale: boolean }[]>;

function those(
  raw: Raw,
  holds: (
    sales: { time: number; sum: number; back: number }[],
    all: Raw extends Map<string, infer A> ? A : never,
  ) => boolean,
) {
  const out = new Set<string>();
  for (const [id, all] of raw)
    if (
      holds(
        all.filter((o) => o.sale),
        all,
      )
    )
      out.add(id);
  return out;
}

/** What a set lacks and has too much, first few: sets of thousands are too slow to compare deeply. */
function difference(found: Set<string> | undefined, expected: Set<string>) {
  return {
    size: found?.size,
    missing: [...expected].filter((id) => !found?.has(id)).slice(0, 5),
    extra: [...(found ?? [])].filter((id) => !expected.has(id)).slice(0, 5),
  };
}

/** 1–5 by the share of strictly worse values, counted one against all others. */
function scoresOf(values: Map<string, number>, better: 1 | -1): Map<string, number> {
  const list = [...values.values()].map((v) => v * better).sort((a, b) => a - b);
  const firstAt = new Map<number, number>();
  list.forEach((v, i) => {
    if (!firstAt.has(v)) firstAt.set(v, i);
  });
  return new Map(
    [...values].map(([id, v]) => [
      id,
      1 + Math.floor((5 * (firstAt.get(v * better) as number)) / list.length),
    ]),
  );
}

function rfmGroups(raw: Raw, day: string): Map<string, Set<string>> {
  const buyers = [...raw].filter(([, all]) => all.some((o) => o.sale));
  const r = scoresOf(
    new Map(
      buyers.map(([id, all]) => [
        id,
        Math.floor(utc(day) / DAY) -
          Math.floor(Math.max(...all.filter((o) => o.sale).map((o) => o.time)) / DAY),
      ]),
    ),
    -1,
  );
  const f = scoresOf(new Map(buyers.map(([id, all]) => [id, all.filter((o) => o.sale).length])), 1);
  // product.md §4.3, written out as it stands there.
  const group = (R: number, F: number): string => {
    if (R <= 2) return F <= 2 ? 'hibernating' : F <= 4 ? 'at-risk' : 'cant-lose';
    if (R === 5 && F >= 4) return 'champions';
    if (F >= 4) return 'loyal';
    if (R === 3) return F === 3 ? 'need-attention' : 'about-to-sleep';
    if (F >= 2) return 'potential-loyalists';
    return R === 4 ? 'promising' : 'new';
  };
  const out = new Map<string, Set<string>>();
  for (const [id] of buyers) {
    const name = group(r.get(id) as number, f.get(id) as number);
    out.set(name, (out.get(name) ?? new Set()).add(id));
  }
  return out;
}

const median = (list: number[]) => {
  const sorted = [...list].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[half] as number)
    : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2;
};
const daysOf = (sales: { time: number }[]) =>
  [...new Set(sales.map((o) => Math.floor(o.time / DAY)))].sort((a, b) => a - b);
const gapsOf = (days: number[]) => days.slice(1).map((d, i) => d - (days[i] as number));

function commonChecks(sets: Map<string, Set<string>>, raw: Raw, day: string) {
  const end = Math.floor(utc(day) / DAY);
  const expectSet = (id: string, set: Set<string>) => {
    expect(difference(sets.get(id) ?? new Set(), set), id).toEqual({
      size: set.size,
      missing: [],
      extra: [],
    });
  };
  for (const [group, set] of rfmGroups(raw, day)) expectSet(`library:${group}`, set);
  expectSet(
    'library:one-time',
    those(raw, (s) => s.length === 1),
  );
  expectSet(
    'library:repeat',
    those(raw, (s) => s.length >= 2),
  );

  const allGaps = [...raw.values()].flatMap((all) => gapsOf(daysOf(all.filter((o) => o.sale))));
  const usual = median(allGaps);
  const silence = (sales: { time: number }[]) => end - Math.max(...daysOf(sales));
  expectSet(
    'library:silent',
    those(raw, (s) => s.length > 0 && silence(s) > Math.ceil(3 * usual)),
  );
  const lapsed = (s: { time: number }[]) => {
    const gaps = gapsOf(daysOf(s));
    return silence(s) > 3 * Math.max(usual, gaps.length > 0 ? median(gaps) : 0);
  };
  expectSet(
    'library:journey-lapsed',
    those(raw, (s) => s.length > 0 && lapsed(s)),
  );
  expectSet(
    'library:journey-first-purchase',
    those(raw, (s) => s.length === 1 && !lapsed(s)),
  );
  expectSet(
    'library:journey-retention',
    those(raw, (s) => s.length > 1 && !lapsed(s)),
  );
  const lateness = (s: { time: number }[]) => {
    const gaps = gapsOf(daysOf(s));
    return gaps.length === 0 ? Number.NaN : silence(s) / median(gaps);
  };
  expectSet(
    'library:slipping-away',
    those(raw, (s) => lateness(s) >= 2 && lateness(s) <= 4),
  );
  expectSet(
    'library:win-back',
    those(raw, (s) => lateness(s) > 4),
  );
  expectSet(
    'library:regulars',
    those(raw, (s) => daysOf(s).length >= 3 && lateness(s) <= 1.5),
  );
  const weekend = (o: { time: number }) => [0, 6].includes(new Date(o.time).getUTCDay());
  expectSet(
    'library:weekend',
    those(raw, (s) => s.length >= 2 && s.filter(weekend).length / s.length >= 0.6),
  );
  const december = (o: { time: number }) =>
    new Date(o.time).getUTCMonth() === 11 && new Date(o.time).getUTCDate() <= 24;
  expectSet(
    'library:christmas',
    those(raw, (s) => s.some(december)),
  );

  const spent = new Map(
    [...raw].map(([id, all]) => [id, Math.round(all.reduce((n, o) => n + o.sum - o.back, 0) * 1e4) / 1e4]),
  );
  const ranked = [...spent.values()].sort((a, b) => b - a);
  const bound = ranked[Math.ceil(ranked.length * 0.1) - 1] as number;
  expectSet('library:big-spenders', new Set([...spent].filter(([, v]) => v >= bound).map(([id]) => id)));

  // By quarters or months, whichever the gap asks for; both as-ofs are month ends.
  const months = usual <= 30 ? 1 : usual <= 91 ? 3 : 12;
  const last = new Date(utc(day) + DAY);
  const now = Date.UTC(last.getUTCFullYear(), last.getUTCMonth() - months, last.getUTCDate());
  const before = Date.UTC(last.getUTCFullYear(), last.getUTCMonth() - 2 * months, last.getUTCDate());
  const active = (s: { time: number }[], from: number, to: number) =>
    s.some((o) => o.time >= from && o.time < to);
  const nowActive = (s: { time: number }[]) => active(s, now, utc(day) + DAY);
  const known = (all: { time: number }[]) => all.some((o) => o.time < now);
  expectSet(
    'library:lifecycle-new',
    those(raw, (s, all) => nowActive(s) && !known(all)),
  );
  expectSet(
    'library:lifecycle-returning',
    those(raw, (s) => nowActive(s) && active(s, before, now)),
  );
  expectSet(
    'library:lifecycle-resurrecting',
    those(raw, (s, all) => nowActive(s) && known(all) && !active(s, before, now)),
  );
  expectSet(
    'library:lifecycle-dormant',
    those(raw, (s) => !nowActive(s) && active(s, before, now)),
  );
}

describe.skipIf(!hasShared)('segments of CDNOW (needs shared data)', { timeout: 120_000 }, () => {
  const rows = hasShared
    ? sharedText('data/cdnow/CDNOW_master.txt.gz')
        .split(/\r?\n/)
        .slice(1)
        .filter((line) => line.trim() !== '')
        .map((line) => line.trim().split(/\s+/) as [string, string, string, string])
    : [];
  const iso = (d: string) => `${d.slice(0, 4)}-${d.slice(4, 6)}-${d.slice(6, 8)}`;
  const dataset = datasetOf({
    orders: rows.map(([person, d, , dollars]) => ({ person, time: iso(d), total: Number(dollars) })),
  });
  const raw: Raw = new Map();
  for (const [id, d, , dollars] of rows)
    raw.set(id, [...(raw.get(id) ?? []), { time: utc(iso(d)), sum: Number(dollars), back: 0, sale: true }]);

  it('agree with an independent count of the raw rows, person by person', () => {
    expect([rows.length, raw.size, dataset.people.size]).toEqual([69_659, 23_570, 23_570]);
    commonChecks(librarySets(dataset, '1998-06-30'), raw, '1998-06-30');
  });

  it('give the repeat rate of the raw rows', () => {
    const sets = librarySets(dataset, '1998-06-30');
    const repeat = [...raw.values()].filter((all) => all.length >= 2).length;
    expect((sets.get('library:repeat')?.size ?? 0) / 23_570).toBeCloseTo(repeat / 23_570, 12);
  });

  it('say in the past what the data cut off there say', () => {
    const until = Date.UTC(1997, 8, 30);
    const early: Raw = new Map();
    for (const [id, all] of raw) {
      const kept = all.filter((o) => o.time <= until);
      if (kept.length > 0) early.set(id, kept);
    }
    commonChecks(librarySets(dataset, '1997-09-30'), early, '1997-09-30');
  });
});

describe.skipIf(!hasShared)('segments of Online Retail (needs shared data)', { timeout: 120_000 }, () => {
  it('agree with an independent count of the raw rows, person by person', () => {
    const invoices = new Map<
      string,
      {
        person: string;
        time: string;
        lines: { sku: string; quantity: number; amount: number }[];
        country: string;
      }
    >();
    for (const cells of csv(sharedText('data/online_retail/online_retail.csv.gz'))) {
      const [invoice, sku, , quantity, date, price, customer, country] = cells as [
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
      ];
      if (customer === '') continue;
      const found = invoices.get(invoice) ?? {
        person: customer,
        time: date.replace(' ', 'T'),
        lines: [],
        country,
      };
      found.lines.push({ sku, quantity: Number(quantity), amount: Number(quantity) * Number(price) });
      invoices.set(invoice, found);
    }
    const raw: Raw = new Map();
    const orders: OrderRow[] = [];
    for (const [invoice, { person, time, lines, country }] of invoices) {
      const sale = !invoice.startsWith('C');
      const sum = lines.reduce((n, l) => n + l.amount, 0);
      raw.set(person, [
        ...(raw.get(person) ?? []),
        {
          time: utc(time) + Number(time.slice(11, 13)) * 3_600_000,
          sum: sale ? sum : 0,
          back: sale ? 0 : -sum,
          sale,
        },
      ]);
      orders.push({
        person,
        time,
        sale,
        total: sale ? sum : 0,
        refunded: sale ? 0 : -sum,
        currency: 'GBP',
        orderCountry: country,
      });
    }
    const dataset = datasetOf({ orders });
    expect(dataset.people.size).toBe(4372);
    const sets = librarySets(dataset, '2011-11-30');
    const until = Date.UTC(2011, 11, 1);
    const early: Raw = new Map();
    for (const [id, all] of raw) {
      const kept = all.filter((o) => o.time < until);
      if (kept.length > 0) early.set(id, kept);
    }
    commonChecks(sets, early, '2011-11-30');
    const expectSet = (id: string, set: Set<string>) =>
      expect(difference(sets.get(id), set), id).toEqual({ size: set.size, missing: [], extra: [] });
    const blackFriday = (o: { time: number }) =>
      (o.time >= utc('2011-11-21') && o.time < utc('2011-11-29')) ||
      (o.time >= utc('2010-11-22') && o.time < utc('2010-11-30'));
    expectSet(
      'library:black-friday',
      those(early, (s) => s.some(blackFriday)),
    );
    const evening = (o: { time: number }) => new Date(o.time).getUTCHours() >= 18;
    expectSet(
      'library:evening',
      those(early, (s) => s.length >= 2 && s.filter(evening).length / s.length >= 0.6),
    );
    const germans = new Map<string, [number, number]>();
    for (const [invoice, { person, time, country }] of invoices) {
      if (invoice.startsWith('C') || utc(time) >= until) continue;
      const [there, all] = germans.get(person) ?? [0, 0];
      germans.set(person, [there + (country === 'Germany' ? 1 : 0), all + 1]);
    }
    expectSet(
      'library:country:Germany',
      new Set([...germans].filter(([, [there, all]]) => there / all > 0.5).map(([id]) => id)),
    );
  });
});

describe.skipIf(!hasShared)('R package rfm (needs shared data)', () => {
  it('comes out by its own cuts: every score of 995 customers', () => {
    const table = (name: string) => csv(sharedText(`reference/stats/${name}`));
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

/** Rows after the header; quotes doubled inside quotes. */
function csv(text: string): string[][] {
  const rows: string[][] = [];
  let cells: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    cells.push(quoted === undefined ? (plain as string) : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    if (cells.length > 1 || cells[0] !== '') rows.push(cells);
    cells = [];
  }
  return rows.slice(1);
}
