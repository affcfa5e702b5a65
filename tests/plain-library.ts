import { plainRfm } from './plain-rfm';

/**
 * Who is in each ready segment that orders give, read off product.md §4 and the segments' own sentences, one person at
 * a time, with the platform's dates and no code of the engine's. Bounds are those that the segment shows.
 */
export interface PlainOrder {
  /** Wall time, as milliseconds of UTC. */
  readonly time: number;
  readonly sale: boolean;
  /** Whole units, however small: equal sums are equal. */
  readonly paid: number;
  readonly back: number;
  readonly lines: readonly { readonly product: string; readonly price: number }[];
}

export interface PlainShop {
  readonly people: ReadonlyMap<string, { readonly country: string | null; readonly orders: PlainOrder[] }>;
  /** Whose buyer is not known. */
  readonly nobody: readonly PlainOrder[];
}

export interface PlainLibrary {
  /** Null of a segment that has no plain reading here. */
  members(id: string, shown: readonly number[]): ReadonlySet<string> | null;
  /** Everybody there is, where nobody's orders are held for the days it looks at (product.md §4.1); else none. */
  unknown(id: string, shown: readonly number[]): ReadonlySet<string>;
  /** What the segment should show; null where only the definition says it. */
  bounds(id: string): readonly number[] | null;
}

const DAY = 86_400_000;
const dayOf = (time: number) => Math.floor(time / DAY);

interface Buyer {
  readonly id: string;
  readonly country: string | null;
  readonly sales: readonly PlainOrder[];
  /** First of anything, returns too. */
  readonly known: number;
  /** Days with a sale, in order. */
  readonly days: readonly number[];
  readonly paid: number;
  readonly back: number;
  /** Whole days since the last sale. */
  readonly silence: number;
  /** Median days from one day of buying to the next; NaN of fewer than two days. */
  readonly ownGap: number;
}

type Reading = (buyer: Buyer, shown: readonly number[]) => boolean;

export function plainLibrary(shop: PlainShop, asOf: number): PlainLibrary {
  const end = asOf % DAY === 0 ? asOf + DAY - 1 : asOf;
  const today = dayOf(asOf);
  const buyers = [...shop.people].flatMap(([id, { country, orders }]) => {
    const held = orders.filter(({ time }) => time <= end);
    return held.length === 0 ? [] : [buyerOf(id, country, held, today)];
  });
  const usual = median(buyers.flatMap(({ days }) => gapsOf(days)));
  const rfm = plainRfm(
    buyers.flatMap(({ id, sales }) =>
      sales.map(({ time }) => ({ person: id, day: new Date(time).toISOString().slice(0, 10) })),
    ),
    new Date(asOf).toISOString().slice(0, 10),
  );
  const lately = ({ sales }: Buyer, days: number) =>
    sales.filter(({ time }) => today - dayOf(time) < days).length;
  const lateness = ({ silence, ownGap }: Buyer) => silence / ownGap;
  const rate = ({ sales, days }: Buyer) => (sales.length * 30) / Math.max(30, today - (days[0] ?? today) + 1);
  const isLapsed = ({ silence, ownGap }: Buyer) =>
    silence > 3 * (Number.isNaN(ownGap) ? usual : Math.max(usual, ownGap));

  /** Two orders or more, the shown share of them at such a time. */
  const mostly =
    (when: (date: Date) => boolean): Reading =>
    ({ sales }, [share = 1]) =>
      sales.length >= 2 && sales.filter(({ time }) => when(new Date(time))).length / sales.length >= share;
  const month = (...months: number[]) => mostly((date) => months.includes(date.getUTCMonth() + 1));
  const hour = (from: number, to: number) =>
    mostly((date) => date.getUTCHours() >= from && date.getUTCHours() <= to);

  const intervals = (months: number) => {
    const active = ({ sales }: Buyer, from: number, to: number) =>
      sales.some(({ time }) => time >= from && time < to);
    const next = (today + 1) * DAY;
    const now = monthsBefore(next, months);
    const before = monthsBefore(next, 2 * months);
    return {
      isNow: (b: Buyer) => active(b, now, next),
      wasBefore: (b: Buyer) => active(b, before, now),
      isNew: (b: Buyer) => b.known >= now,
    };
  };

  const firstSold = new Map<string, number>();
  for (const order of [...shop.nobody, ...buyers.flatMap(({ sales }) => sales)]) {
    if (!order.sale || order.time > end) continue;
    for (const { product } of order.lines)
      firstSold.set(product, Math.min(order.time, firstSold.get(product) ?? order.time));
  }
  const productsOf = (sales: readonly PlainOrder[], are: (product: string) => boolean = () => true) =>
    new Set(sales.flatMap(({ lines }) => lines.flatMap(({ product }) => (are(product) ? [product] : []))))
      .size;
  const isNewProduct = (product: string) => today - dayOf(firstSold.get(product) ?? 0) < 90;

  const readings: Readonly<Record<string, Reading>> = {
    'one-time': ({ sales }) => sales.length === 1,
    repeat: ({ sales }) => sales.length >= 2,
    frequent: (b, [least = 0]) => b.sales.length >= 3 && rate(b) >= least,
    'refund-prone': ({ sales, paid, back }, [share = 1]) => sales.length >= 2 && back / paid >= share,
    'heavy-use': (b, [heavy = 0]) => lately(b, 365) >= heavy,
    'medium-use': (b, [medium = 0, heavy = 0]) => lately(b, 365) >= medium && lately(b, 365) < heavy,
    'light-use': (b, [medium = 0]) => lately(b, 365) >= 1 && lately(b, 365) < medium,
    'declining-use': (b, [half = 0]) => {
      const all = lately(b, 2 * half);
      return all >= 4 && lately(b, half) / all <= 0.25;
    },
    regulars: (b, [most = 0]) => b.days.length >= 3 && lateness(b) <= most,
    fading: (b, [from = 0, to = 0]) => b.days.length >= 3 && lateness(b) >= from && lateness(b) <= to,
    'slipping-away': (b, [from = 0]) => lateness(b) >= from && lateness(b) <= 4,
    'win-back': (b, [from = 0]) => lateness(b) > from,
    silent: (b, [days = 0]) => b.silence > days,
    'journey-lapsed': (b) => b.sales.length > 0 && isLapsed(b),
    'journey-first-purchase': (b) => b.sales.length === 1 && !isLapsed(b),
    'journey-retention': (b) => b.sales.length > 1 && !isLapsed(b),
    'lifecycle-new': (b, [months = 1]) => intervals(months).isNow(b) && intervals(months).isNew(b),
    'lifecycle-returning': (b, [months = 1]) => intervals(months).isNow(b) && intervals(months).wasBefore(b),
    'lifecycle-resurrecting': (b, [months = 1]) => {
      const { isNow, wasBefore, isNew } = intervals(months);
      return isNow(b) && !wasBefore(b) && !isNew(b);
    },
    'lifecycle-dormant': (b, [months = 1]) => !intervals(months).isNow(b) && intervals(months).wasBefore(b),
    weekend: mostly((date) => [0, 6].includes(date.getUTCDay())),
    weekday: mostly((date) => ![0, 6].includes(date.getUTCDay())),
    morning: hour(5, 9),
    'working-hours': hour(9, 16),
    evening: hour(18, 23),
    'season-spring': month(3, 4, 5),
    'season-summer': month(6, 7, 8),
    'season-autumn': month(9, 10, 11),
    'season-winter': month(12, 1, 2),
    'december-only': month(12),
    yearly: (b) => {
      const last = lately(b, 365);
      const before = lately(b, 730) - last;
      return [1, 2].includes(last) && [1, 2].includes(before);
    },
    switching: ({ sales }, [least = 0]) => sales.length >= 3 && productsOf(sales) >= least,
    'benefit-novelty': ({ sales }, [least = 0]) =>
      productsOf(
        sales.filter(({ time }) => today - dayOf(time) < 90),
        isNewProduct,
      ) >= least,
  };

  /** The best share of those who have the number, and whoever ties with the last of them. */
  const ranks: Readonly<Record<string, (buyer: Buyer) => number>> = {
    'big-spenders': ({ paid, back }) => paid - back,
    'big-baskets': ({ sales, paid, back }) =>
      sales.length === 0 ? Number.NaN : (paid - back) / sales.length,
    'benefit-premium': ({ sales }) => {
      const prices = sales.flatMap(({ lines }) => lines.map(({ price }) => price));
      return prices.reduce((a, b) => a + b, 0) / prices.length;
    },
  };
  const top = (number: (buyer: Buyer) => number, share: number) => {
    const known = buyers.map((b) => [b.id, number(b)] as const).filter(([, n]) => !Number.isNaN(n));
    const bound = known.map(([, n]) => n).sort((a, b) => b - a)[Math.ceil(share * known.length - 1e-9) - 1];
    return new Set(known.filter(([, n]) => bound !== undefined && n >= bound).map(([id]) => id));
  };

  const recently = buyers.map((b) => lately(b, 365)).filter((n) => n > 0);
  const medium = Math.max(2, Math.ceil(quantile(recently, 0.5)));
  const heavy = Math.max(medium + 1, Math.ceil(quantile(recently, 0.8)));
  const lapse = Number.isNaN(usual) ? 90 : Math.max(1, Math.ceil(3 * usual));
  const bounds: Readonly<Record<string, () => readonly number[]>> = {
    frequent: () => [threeFigures(quantile(buyers.filter((b) => b.sales.length > 0).map(rate), 0.8))],
    'refund-prone': () => [
      Math.max(
        0.2,
        threeFigures(
          quantile(
            buyers.filter((b) => b.paid > 0).map((b) => b.back / b.paid),
            0.9,
          ),
        ),
      ),
    ],
    'heavy-use': () => [heavy],
    'medium-use': () => [medium, heavy],
    'light-use': () => [medium],
    'declining-use': () => [Math.max(30, Math.ceil(3 * usual))],
    silent: () => [lapse],
    switching: () => [
      Math.max(
        3,
        Math.ceil(
          quantile(
            buyers.map((b) => productsOf(b.sales)).filter((n) => n > 0),
            0.75,
          ),
        ),
      ),
    ],
  };

  const lastHeld = Math.max(
    ...[...shop.nobody, ...[...shop.people.values()].flatMap(({ orders }) => orders)]
      .filter(({ time }) => time <= end)
      .map(({ time }) => dayOf(time)),
  );
  const lookedAt: Readonly<Record<string, (shown: readonly number[]) => number>> = {
    'heavy-use': () => 365,
    'medium-use': () => 365,
    'light-use': () => 365,
    'declining-use': ([half = 0]) => 2 * half,
    'benefit-novelty': () => 90,
  };

  return {
    unknown(id, shown) {
      const days = lookedAt[id]?.(shown) ?? Number.POSITIVE_INFINITY;
      return new Set(today - lastHeld < days ? [] : buyers.map((b) => b.id));
    },
    members(id, shown) {
      const inside = (holds: (buyer: Buyer) => boolean) => new Set(buyers.filter(holds).map((b) => b.id));
      const rank = ranks[id];
      if (rank !== undefined) return top(rank, shown[0] ?? 0);
      const group = RFM_NAMES[id];
      if (group !== undefined) return inside((b) => rfm.get(b.id) === group);
      if (id.startsWith('country:')) return inside((b) => b.country === id.slice('country:'.length));
      const occasion = OCCASION_DAYS[id];
      if (occasion !== undefined) {
        const [before = 0] = shown;
        const until = LAST_DAY[id] ?? 0;
        return inside(({ sales, country }) =>
          occasion(country).some((iso) => {
            const day = dayOf(Date.parse(`${iso}T00:00Z`));
            return sales.some(({ time }) => dayOf(time) >= day - before && dayOf(time) <= day + until);
          }),
        );
      }
      const reading = readings[id];
      return reading === undefined ? null : inside((b) => reading(b, shown));
    },
    bounds(id) {
      if (id.startsWith('journey-')) return Number.isNaN(usual) ? [] : [Math.ceil(3 * usual)];
      if (id.startsWith('lifecycle-')) return [!(usual > 30) ? 1 : usual <= 91 ? 3 : 12];
      return bounds[id]?.() ?? null;
    },
  };
}

function buyerOf(id: string, country: string | null, held: readonly PlainOrder[], today: number): Buyer {
  const sales = held.filter(({ sale }) => sale);
  const days = [...new Set(sales.map(({ time }) => dayOf(time)))].sort((a, b) => a - b);
  return {
    id,
    country,
    sales,
    known: Math.min(...held.map(({ time }) => time)),
    days,
    paid: held.reduce((sum, { paid }) => sum + paid, 0),
    back: held.reduce((sum, { back }) => sum + back, 0),
    silence: today - (days.at(-1) ?? Number.NaN),
    ownGap: median(gapsOf(days)),
  };
}

const gapsOf = (days: readonly number[]) => days.slice(1).map((day, i) => day - (days[i] as number));

const median = (values: readonly number[]) => quantile(values, 0.5);

/** By straight lines between the values in order: a half lies between the middle two. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? Number.NaN;
  return low + (at - Math.floor(at)) * (high - low);
}

/** Rounded up to what is shown. */
function threeFigures(value: number): number {
  const step = 10 ** (Math.floor(Math.log10(value)) - 2);
  return Number((Math.ceil(value / step - 1e-9) * step).toPrecision(3));
}

/** The same day of an earlier month, or its last where it has no such day. */
function monthsBefore(time: number, months: number): number {
  const date = new Date(time);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() - months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), last));
}

const RFM_NAMES: Readonly<Record<string, string>> = {
  champions: 'Champions',
  loyal: 'Loyal',
  'potential-loyalists': 'Potential loyalists',
  new: 'New customers',
  promising: 'Promising',
  'need-attention': 'Need attention',
  'about-to-sleep': 'About to sleep',
  'at-risk': 'At risk',
  'cant-lose': 'Can’t lose them',
  hibernating: 'Hibernating',
};

/** Last day counted, in days after the day itself. */
const LAST_DAY: Readonly<Record<string, number>> = { christmas: -1, 'black-friday': 3 };

const among = (country: string | null, ...countries: readonly string[]) =>
  country !== null && countries.includes(country);

/** Days as calendars of 1997, 1998, 2010 and 2011 have them, in the countries of the real files; the rest keep the UK’s. */
const OCCASION_DAYS: Readonly<Record<string, (country: string | null) => readonly string[]>> = {
  christmas: () => ['1997-12-25', '1998-12-25', '2010-12-25', '2011-12-25'],
  'black-friday': () => ['1997-11-28', '2010-11-26', '2011-11-25'],
  'cyber-monday': () => ['1997-12-01', '2010-11-29', '2011-11-28'],
  'singles-day': () => ['1997-11-11', '2010-11-11', '2011-11-11'],
  'womens-day': () => ['1997-03-08', '1998-03-08', '2011-03-08'],
  valentines: (country) =>
    among(country, 'Brazil') ? ['2011-06-12'] : ['1997-02-14', '1998-02-14', '2011-02-14'],
  // In 2011 the Eastern and the Western one fell together.
  easter: (country) => (among(country, 'Japan') ? [] : ['1997-03-30', '1998-04-12', '2011-04-24']),
  'grandmothers-day': (country) => (among(country, 'Poland') ? ['2011-01-21'] : []),
  'childrens-day': (country) =>
    among(country, 'Germany', 'Poland', 'Lithuania', 'Czech Republic')
      ? ['2011-06-01']
      : among(country, 'Japan')
        ? ['2011-05-05']
        : among(country, 'Brazil')
          ? ['2011-10-12']
          : [],
  'st-nicholas': (country) =>
    among(country, 'Netherlands')
      ? ['2010-12-05', '2011-12-05']
      : among(country, 'Germany', 'Belgium', 'Austria', 'Poland', 'Czech Republic')
        ? ['2010-12-06', '2011-12-06']
        : [],
  'mothers-day': (country) => {
    // Files of nobody’s country: the second Sunday of May.
    if (country === null) return ['1997-05-11', '1998-05-10'];
    if (among(country, 'Spain', 'Portugal', 'Lithuania')) return ['2011-05-01'];
    if (among(country, 'France', 'Sweden')) return ['2011-05-29'];
    if (among(country, 'Norway')) return ['2011-02-13'];
    if (among(country, 'Poland')) return ['2011-05-26'];
    return among(country, ...SECOND_SUNDAY_OF_MAY) ? ['2011-05-08'] : ['2011-04-03'];
  },
  'fathers-day': (country) => {
    if (country === null) return ['1997-06-15', '1998-06-21'];
    if (among(country, 'Germany')) return ['2011-06-02'];
    if (among(country, 'Spain', 'Portugal', 'Italy')) return ['2011-03-19'];
    if (among(country, 'Belgium', 'Austria')) return ['2011-06-12'];
    if (among(country, 'Switzerland', 'Denmark', 'Lithuania')) return ['2011-06-05'];
    if (among(country, 'Finland', 'Norway', 'Sweden', 'Iceland')) return ['2011-11-13'];
    if (among(country, 'Poland')) return ['2011-06-23'];
    if (among(country, 'Australia')) return ['2011-09-04'];
    return among(country, 'Brazil') ? ['2011-08-14'] : ['2011-06-19'];
  },
};

const SECOND_SUNDAY_OF_MAY = [
  'Germany',
  'Belgium',
  'Netherlands',
  'Australia',
  'Switzerland',
  'Finland',
  'Italy',
  'Denmark',
  'Japan',
  'Austria',
  'Cyprus',
  'Iceland',
  'Canada',
  'Greece',
  'USA',
  'Czech Republic',
  'Brazil',
  'RSA',
];
