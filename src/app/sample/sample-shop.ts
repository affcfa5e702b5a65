import type { WallMs } from '../../core/column';

/** A made-up shop whose customers behave in ways segments can find: the sample data, and the benchmark's input. */
export interface SampleShop {
  readonly customers: readonly SampleCustomer[];
  readonly orders: readonly SampleOrder[];
  readonly events: readonly SampleEvent[];
}

export interface SampleCustomer {
  readonly id: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly city: string;
  readonly country: string;
  readonly createdAt: WallMs;
  readonly emailConsent: boolean;
  readonly tier: '' | 'Silver' | 'Gold';
  readonly channel: string;
}

export interface SampleOrder {
  readonly number: number;
  readonly customer: SampleCustomer;
  readonly at: WallMs;
  readonly lines: readonly { readonly product: SampleProduct; readonly quantity: number }[];
  readonly discountCode: string;
  /** Minor units. */
  readonly discount: number;
  readonly shipping: number;
  readonly refunded: number;
  readonly payment: string;
  readonly cancelled: boolean;
}

export interface SampleEvent {
  readonly customer: SampleCustomer;
  readonly at: WallMs;
  readonly kind: 'mail_open' | 'mail_click' | 'visit' | 'add_to_cart' | 'review' | 'referral';
  readonly channel: string;
}

export interface SampleProduct {
  readonly sku: string;
  readonly name: string;
  readonly category: string;
  /** Minor units. */
  readonly price: number;
}

const DAY = 86_400_000;

const PRODUCTS: readonly SampleProduct[] = (
  [
    ['Coffee', 'Ethiopia Guji 250 g', 5900],
    ['Coffee', 'Brazil Santos 1 kg', 11900],
    ['Coffee', 'House espresso 1 kg', 9900],
    ['Coffee', 'Decaf Colombia 250 g', 5400],
    ['Coffee', 'Tasting set 4 × 100 g', 8900],
    ['Tea', 'Sencha 100 g', 3900],
    ['Tea', 'Earl Grey 100 g', 3400],
    ['Tea', 'Winter tea 120 g', 4200],
    ['Brewing', 'Dripper V60', 8900],
    ['Brewing', 'French press 1 l', 14900],
    ['Brewing', 'Paper filters 100', 2900],
    ['Brewing', 'Hand grinder', 39900],
    ['Machines', 'Espresso machine', 249900],
    ['Machines', 'Electric grinder', 119900],
    ['Gifts', 'Gift box large', 19900],
    ['Gifts', 'Hand-made mug', 6900],
    ['Gifts', 'Gift card', 15000],
  ] as const
).map(([category, name, price], i) => ({
  sku: `SL-${String(i + 1).padStart(3, '0')}`,
  name,
  category,
  price,
}));

/** [women's first names, their surnames, men's first names, their surnames], by country. */
const NAMES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  PL: [
    'Anna Maria Katarzyna Agnieszka Ewa Zofia Julia Olga Hanna Joanna Magdalena'.split(' '),
    'Nowak Wójcik Kamińska Lewandowska Zielińska Szymańska Woźniak Dąbrowska Kozłowska Mazur'.split(' '),
    'Piotr Tomasz Paweł Michał Jan Łukasz Marek Jakub Krzysztof Adam Bartosz'.split(' '),
    'Nowak Wójcik Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Kozłowski Mazur'.split(' '),
  ],
  DE: [
    'Lena Klara Emma Hannah Mia'.split(' '),
    'Schmidt Weber Fischer Bauer Wagner'.split(' '),
    'Jonas Felix Noah Paul Leon'.split(' '),
    'Schmidt Weber Fischer Bauer Wagner'.split(' '),
  ],
  CZ: [
    'Tereza Petra Lucie Eva Jana'.split(' '),
    'Nováková Svobodová Dvořáková Černá Horáková'.split(' '),
    'Jakub Petr Tomáš Ondřej Martin'.split(' '),
    'Novák Svoboda Dvořák Černý Horák'.split(' '),
  ],
};
const PLACES = [
  ['PL', 'Warszawa', 24],
  ['PL', 'Kraków', 14],
  ['PL', 'Wrocław', 11],
  ['PL', 'Poznań', 9],
  ['PL', 'Gdańsk', 8],
  ['PL', 'Łódź', 6],
  ['DE', 'Berlin', 9],
  ['DE', 'Hamburg', 5],
  ['CZ', 'Praha', 7],
  ['CZ', 'Brno', 3],
  ['SK', 'Bratislava', 4],
] as const;
const CHANNELS = [
  ['Organic search', 30],
  ['Paid search', 22],
  ['Newsletter', 16],
  ['Social', 18],
  ['Direct', 14],
] as const;
const PAYMENTS = [
  ['BLIK', 42],
  ['Card', 34],
  ['Bank transfer', 14],
  ['Cash on delivery', 10],
] as const;

/** How a customer behaves: days between orders, how likely to stop after each, basket, discount seeking. */
const HABITS = {
  once: { weight: 46, gap: 200, stop: 0.86, basket: 1, deal: 0.2, mail: 0.12 },
  casual: { weight: 24, gap: 95, stop: 0.34, basket: 1.1, deal: 0.22, mail: 0.3 },
  regular: { weight: 13, gap: 36, stop: 0.1, basket: 1.3, deal: 0.1, mail: 0.55 },
  fan: { weight: 4, gap: 21, stop: 0.03, basket: 1.9, deal: 0.05, mail: 0.8 },
  bargain: { weight: 8, gap: 70, stop: 0.25, basket: 0.9, deal: 0.95, mail: 0.6 },
  gifter: { weight: 5, gap: 365, stop: 0.2, basket: 2.2, deal: 0.15, mail: 0.2 },
} as const;

/** Deterministic for a seed. `random` gives numbers in [0, 1). */
export function sampleShop(options: {
  readonly customers: number;
  readonly from: WallMs;
  readonly to: WallMs;
  readonly random: () => number;
}): SampleShop {
  const { random, from, to } = options;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const weighted = <T extends readonly [...unknown[], number]>(list: readonly T[]): T => {
    let left = random() * list.reduce((sum, entry) => sum + (entry.at(-1) as number), 0);
    for (const entry of list) {
      left -= entry.at(-1) as number;
      if (left < 0) return entry;
    }
    return list[list.length - 1] as T;
  };
  const exponential = (mean: number) => -Math.log(1 - random()) * mean;
  const habits = Object.entries(HABITS).map(([name, h]) => [name, h, h.weight] as const);
  /** Shops are busy from eight to eleven in the evening, more so late in the day. */
  const atSomeHour = (day: number) =>
    Math.floor(day / DAY) * DAY +
    Math.floor((8 + 15 * Math.sqrt(random())) * 3_600_000 + random() * 3_600_000);

  const customers: SampleCustomer[] = [];
  const drafts: Omit<SampleOrder, 'number'>[] = [];
  const events: SampleEvent[] = [];

  for (let i = 0; i < options.customers; i++) {
    const [name, habit] = weighted(habits);
    const [country, city] = weighted(PLACES);
    const names = NAMES[country] ?? NAMES['CZ'] ?? [];
    const sex = random() < 0.58 ? 0 : 2;
    const firstName = pick(names[sex] ?? []);
    const lastName = pick(names[sex + 1] ?? []);
    const createdAt = atSomeHour(from + random() ** 0.8 * (to - from - DAY));
    const customer: SampleCustomer = {
      id: 7_210_448_300_000 + i * 17,
      firstName,
      lastName,
      email: `${plain(firstName)}.${plain(lastName)}${i}@example.com`,
      city,
      country,
      createdAt,
      emailConsent: random() < 0.35 + habit.mail / 2,
      tier: name === 'fan' ? 'Gold' : name === 'regular' && random() < 0.5 ? 'Silver' : '',
      channel: weighted(CHANNELS)[0],
    };
    customers.push(customer);

    let at = createdAt + random() * 0.4 * 3_600_000;
    let bought = 0;
    // One in seven signs up and never buys.
    const buys = random() > 0.14;
    while (buys && at < to) {
      const deal = random() < habit.deal;
      const lines = Array.from({ length: 1 + Math.floor(exponential(habit.basket) * 0.9) }, () => ({
        product:
          name === 'gifter' && random() < 0.7 ? pick(PRODUCTS.slice(14)) : cheapFirst(random(), bought),
        quantity: 1 + Math.floor(exponential(0.35 * habit.basket)),
      })).slice(0, 6);
      const subtotal = lines.reduce((sum, l) => sum + l.product.price * l.quantity, 0);
      const cancelled = random() < 0.012;
      drafts.push({
        customer,
        at,
        lines,
        discountCode: deal ? pick(['KAWA10', 'LATO15', 'WRACAJ20']) : '',
        discount: deal ? Math.round(subtotal * pick([0.1, 0.15, 0.2])) : 0,
        shipping: subtotal >= 20_000 ? 0 : 1499,
        refunded: !cancelled && random() < 0.035 ? Math.round(subtotal * (random() < 0.5 ? 1 : 0.4)) : 0,
        payment: weighted(PAYMENTS)[0],
        cancelled,
      });
      bought += 1;
      if (random() < habit.stop) break;
      at =
        name === 'gifter' ? nextDecember(at, random()) : atSomeHour(at + DAY + exponential(habit.gap) * DAY);
    }

    const mails = customer.emailConsent ? habit.mail * 14 : 0;
    for (let m = 0; m < Math.floor(exponential(mails)); m++) {
      const opened = createdAt + random() * (to - createdAt);
      events.push({ customer, at: opened, kind: 'mail_open', channel: 'E-mail' });
      if (random() < 0.3)
        events.push({
          customer,
          at: opened + 60_000 + random() * 600_000,
          kind: 'mail_click',
          channel: 'E-mail',
        });
    }
    for (let v = 0; v < Math.floor(exponential(2 + bought)); v++) {
      const seen = createdAt + random() * (to - createdAt);
      events.push({ customer, at: seen, kind: 'visit', channel: pick(['Web', 'Web', 'App', 'Social']) });
      if (random() < 0.25)
        events.push({ customer, at: seen + random() * 900_000, kind: 'add_to_cart', channel: 'Web' });
    }
    if (bought >= 3 && random() < 0.25) {
      events.push({
        customer,
        at: Math.min(to - 1, at),
        kind: random() < 0.7 ? 'review' : 'referral',
        channel: 'Web',
      });
    }
  }

  const orders = drafts
    .filter((o) => o.at < to)
    .sort((a, b) => a.at - b.at)
    .map((o, i) => ({ number: 1001 + i, ...o }));
  return { customers, orders, events: events.filter((e) => e.at < to).sort((a, b) => a.at - b.at) };
}

/** Beginners buy small things; a machine comes later, if at all. */
function cheapFirst(roll: number, bought: number): SampleProduct {
  const reach = bought === 0 ? 11 : 14;
  return PRODUCTS[Math.floor(roll ** 1.5 * reach)] as SampleProduct;
}

function nextDecember(at: WallMs, roll: number): WallMs {
  const date = new Date(at);
  const year = date.getUTCMonth() >= 11 ? date.getUTCFullYear() + 1 : date.getUTCFullYear();
  return Date.UTC(year, 11, 1 + Math.floor(roll * 22), 9 + Math.floor(roll * 12), Math.floor(roll * 59));
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replace(/[^a-z]/g, '');
}
