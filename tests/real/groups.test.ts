import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/core/dataset';
import { mainCurrency } from '../../src/core/main-currency';
import { buildDataset } from '../../src/ingest/dataset/build-dataset';
import { scopeOf } from '../../src/segments/engine/scope';
import { type FoundGroups, findGroups } from '../../src/segments/groups/find-groups';
import type { Rule } from '../../src/segments/rule/rule';
import { loaded, proposalsOf } from '../proposals-of';
import { hasShared, sharedBytes, sharedText } from '../shared-data';

async function imported(path: string): Promise<Dataset> {
  const name = path.split('/').at(-1)?.replace(/\.gz$/, '') ?? '';
  const { kept } = await loaded(await proposalsOf(name, sharedBytes(path)));
  return buildDataset([kept], 1).dataset;
}

function found(dataset: Dataset, k: number | null): FoundGroups {
  const steps = findGroups(scopeOf(dataset, dataset.coverage?.to ?? 0, mainCurrency(dataset)), k);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** One customer's numbers, counted from the file's own rows. */
interface Plain {
  readonly recency: number | null;
  readonly orders: number;
  /** In thousandths, so that sums are whole. */
  readonly revenue: number;
  readonly basket: number | null;
}

/** Whoever keeps each bound of a rule; null where it asks for something there is no plain reading of here. */
function keeps(rule: Rule, plain: Plain): boolean | null {
  if (rule.kind !== 'all') return null;
  const answers = rule.rules.map((part) => {
    if (part.kind !== 'behaviour') return null;
    const { of, stat } = part.measure;
    if (of !== 'orders') return null;
    const value =
      stat === 'days-since-last'
        ? plain.recency
        : stat === 'count'
          ? plain.orders
          : stat === 'sum'
            ? plain.revenue / 1000
            : stat === 'mean'
              ? plain.basket
              : Number.NaN;
    if (value === null) return false;
    if (Number.isNaN(value)) return null;
    const { test } = part;
    if (test.op === 'between') return value >= test.from && value <= test.to;
    if (test.op === 'at-least') return value >= test.value;
    return test.op === 'at-most' ? value <= test.value : null;
  });
  return answers.includes(null) ? null : answers.every((answer) => answer === true);
}

function recounted(view: FoundGroups, people: readonly Plain[]): void {
  for (const { rule, taken } of view.groups) {
    const kept = people.map((plain) => keeps(rule, plain));
    // What has no reading here is counted where it has one.
    if (kept.includes(null)) continue;
    expect(kept.filter((one) => one === true).length, JSON.stringify(rule)).toBe(taken);
  }
}
const readable = (view: FoundGroups, people: readonly Plain[]) =>
  view.groups.filter(({ rule }) => people.every((plain) => keeps(rule, plain) !== null)).length;

describe.skipIf(!hasShared)('groups found in real shops (needs shared data)', { timeout: 240_000 }, () => {
  it('take in CDNOW just whom a plain count of the rows takes', async () => {
    const rows = new Map<string, { day: number; cents: number }[]>();
    for (const line of sharedText('data/cdnow/CDNOW_master.txt.gz').trim().split(/\r?\n/).slice(1)) {
      const [id = '', date = '', , dollars = ''] = line.trim().split(/\s+/);
      const day = Date.UTC(+date.slice(0, 4), +date.slice(4, 6) - 1, +date.slice(6, 8)) / 86_400_000;
      rows.set(id, [...(rows.get(id) ?? []), { day, cents: Math.round(+dollars * 100) }]);
    }
    const last = Date.UTC(1998, 5, 30) / 86_400_000;
    const people = [...rows.values()].map((own): Plain => {
      const cents = own.reduce((sum, row) => sum + row.cents, 0);
      return {
        recency: last - Math.max(...own.map(({ day }) => day)),
        orders: own.length,
        revenue: cents * 10,
        basket: cents / 100 / own.length,
      };
    });
    const dataset = await imported('data/cdnow/CDNOW_master.txt.gz');
    for (const k of [null, 4]) {
      const view = found(dataset, k);
      expect(view).toMatchObject({ reason: null, clear: true, grouped: 23_570 });
      expect(view.groups.reduce((n, { size }) => n + size, 0)).toBe(23_570);
      expect(readable(view, people)).toBe(view.k);
      recounted(view, people);
    }
  });

  it('take in Online Retail just whom a plain count of the invoices takes', async () => {
    interface Line {
      readonly InvoiceNo: string;
      readonly Quantity: string;
      readonly InvoiceDate: string;
      readonly UnitPrice: string;
      readonly CustomerID: string;
    }
    const { data } = Papa.parse<Line>(sharedText('data/online_retail/online_retail.csv.gz'), {
      header: true,
      skipEmptyLines: true,
    });
    const invoices = new Map<string, Line[]>();
    for (const line of data)
      if (line.CustomerID !== '') {
        const own = invoices.get(line.InvoiceNo);
        if (own === undefined) invoices.set(line.InvoiceNo, [line]);
        else own.push(line);
      }
    const customers = new Map<string, { day: number; sale: boolean; thousandths: number }[]>();
    for (const [invoice, lines] of invoices) {
      const [{ CustomerID: id, InvoiceDate: date } = { CustomerID: '', InvoiceDate: '' }] = lines;
      const order = {
        day: Math.floor(Date.parse(`${date.replace(' ', 'T')}Z`) / 86_400_000),
        sale: !invoice.startsWith('C') && lines.some((l) => +l.Quantity > 0 && +l.UnitPrice >= 0),
        thousandths: lines.reduce((sum, l) => sum + Math.round(+l.UnitPrice * 1000) * +l.Quantity, 0),
      };
      customers.set(id, [...(customers.get(id) ?? []), order]);
    }
    const last = Math.floor(Date.UTC(2011, 11, 9) / 86_400_000);
    const people = [...customers.values()].map((own): Plain => {
      const sales = own.filter(({ sale }) => sale);
      return {
        recency: sales.length === 0 ? null : last - Math.max(...sales.map(({ day }) => day)),
        orders: sales.length,
        revenue: own.reduce((sum, { thousandths }) => sum + thousandths, 0),
        basket: Number.NaN,
      };
    });
    const dataset = await imported('data/online_retail/online_retail.csv.gz');
    for (const k of [null, 3]) {
      const view = found(dataset, k);
      expect(view).toMatchObject({ reason: null, population: 4372, active: 4339, grouped: 4339 });
      expect(readable(view, people)).toBeGreaterThanOrEqual(2);
      recounted(view, people);
    }
  });
});
