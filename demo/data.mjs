// Made-up data of one coffee roastery, the same at every start: its traffic, its orders, its contacts.
// The people of the order list are the people of the contact list, so that the two can be joined.

/** mulberry32 */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const random = seeded(20261101);
const between = (from, to) => from + Math.floor(random() * (to - from + 1));
const pick = (list) => list[Math.floor(random() * list.length)];
/** From `[value, weight]` pairs. */
const weighted = (pairs) => {
  let left = random() * pairs.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of pairs) {
    left -= weight;
    if (left < 0) return value;
  }
  return pairs.at(-1)[0];
};

const DAY = 86_400_000;
/** The moment the pages were looked at. */
export const NOW = Date.UTC(2026, 9, 31, 18, 40);

const WOMEN =
  'Anna,Katarzyna,Małgorzata,Agnieszka,Joanna,Magdalena,Zofia,Hanna,Julia,Maja,Zuzanna,Alicja,Aleksandra,Natalia,Ewa,Barbara,Monika,Karolina,Weronika,Iga';
const MEN =
  'Piotr,Krzysztof,Andrzej,Tomasz,Paweł,Michał,Marcin,Jakub,Łukasz,Grzegorz,Jan,Mateusz,Wojciech,Adam,Kamil,Filip,Szymon,Bartosz,Rafał,Antoni';
// Nouns, so that one form serves everybody.
const SURNAMES =
  'Nowak,Wójcik,Kowalczyk,Woźniak,Mazur,Krawczyk,Kaczmarek,Zając,Król,Wieczorek,Wróbel,Dudek,Stępień,Pawlak,Sikora,Baran,Szewczyk,Pietrzak,Marciniak,Bąk,Duda,Włodarczyk,Borek,Sokół,Kubiak,Kaźmierczak,Czarnota,Gajda,Mróz,Żak,Ślęzak,Łuczak';
const ABROAD = [
  ['Lena', 'Hoffmann', 'Berlin', 'Germany', 'de'],
  ['Jonas', 'Richter', 'Leipzig', 'Germany', 'de'],
  ['Tereza', 'Nováková', 'Brno', 'Czechia', 'cz'],
  ['Ondřej', 'Dvořák', 'Praha', 'Czechia', 'cz'],
  ['Marie', 'Lefèvre', 'Lyon', 'France', 'fr'],
  ['Eoin', "O'Brien", 'Cork', 'Ireland', 'ie'],
  ['Sanne', 'de Vries', 'Utrecht', 'Netherlands', 'nl'],
  ['Matteo', 'Ricci', 'Bologna', 'Italy', 'it'],
  ['Elin', 'Åkesson', 'Malmö', 'Sweden', 'se'],
  ['Jana', 'Kováčová', 'Žilina', 'Slovakia', 'sk'],
];
const CITIES = [
  ['Warszawa', 26],
  ['Kraków', 18],
  ['Wrocław', 14],
  ['Poznań', 11],
  ['Gdańsk', 10],
  ['Łódź', 8],
  ['Katowice', 7],
  ['Lublin', 5],
  ['Białystok', 4],
  ['Rzeszów', 3],
];

const latin = (text) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f']/g, '')
    .replace(/ł/g, 'l')
    .replace(/Ł/g, 'L')
    .replace(/\s/g, '')
    .toLowerCase();

const people = [];
const taken = new Set();
function person(firstName, lastName, city, country, tld) {
  const base = `${latin(firstName)}.${latin(lastName)}`;
  const domain = tld === 'pl' ? pick(['poczta', 'skrzynka', 'mail']) : 'mail';
  let email = `${base}@${domain}.example`;
  for (let n = 2; taken.has(email); n++) email = `${base}${n}@${domain}.example`;
  taken.add(email);
  people.push({ firstName, lastName, name: `${firstName} ${lastName}`, email, city, country });
}
const women = WOMEN.split(',');
const men = MEN.split(',');
const surnames = SURNAMES.split(',');
for (let i = 0; i < 118; i++) {
  person(random() < 0.56 ? pick(women) : pick(men), pick(surnames), weighted(CITIES), 'Poland', 'pl');
}
for (const who of ABROAD) person(...who);

/** How people buy: how often, how much, when last, and what they make of discounts. */
const HABITS = {
  regular: { share: 18, orders: [5, 11], gapDays: [9, 18], lines: [1, 3], coupon: 0.1 },
  occasional: { share: 30, orders: [2, 4], gapDays: [20, 55], lines: [1, 2], coupon: 0.25 },
  once: { share: 26, orders: [1, 1], gapDays: [0, 0], lines: [1, 2], coupon: 0.45 },
  lapsed: { share: 14, orders: [2, 5], gapDays: [14, 30], lines: [1, 3], coupon: 0.2 },
  cafe: { share: 5, orders: [4, 8], gapDays: [12, 22], lines: [2, 4], coupon: 0 },
  never: { share: 15, orders: [0, 0], gapDays: [0, 0], lines: [0, 0], coupon: 0 },
};

const PRODUCTS = [
  ['Etiopia Guji 250 g', 5900],
  ['Brazylia Santos 1 kg', 11900],
  ['Espresso domowe 1 kg', 9900],
  ['Kolumbia bezkofeinowa 250 g', 5400],
  ['Zestaw degustacyjny 4 × 100 g', 8900],
  ['Sencha 100 g', 3900],
  ['Dripper V60', 8900],
  ['Filtry papierowe 100 szt.', 2900],
  ['Młynek ręczny', 39900],
  ['Młynek elektryczny', 119900],
  ['Prasa francuska 1 l', 14900],
  ['Kubek ceramiczny', 6900],
  ['Karta podarunkowa', 15000],
];

const FROM = Date.UTC(2026, 6, 1);
const orders = [];
for (const [index, who] of people.entries()) {
  who.habit = weighted(Object.entries(HABITS).map(([name, { share }]) => [name, share]));
  const habit = HABITS[who.habit];
  const count = between(...habit.orders);
  let at =
    who.habit === 'lapsed'
      ? Date.UTC(2026, 7, between(8, 31), between(7, 22), between(0, 59))
      : NOW - between(0, who.habit === 'once' ? 110 : 20) * DAY - between(0, 10 * 60) * 60_000;
  for (let n = 0; n < count && at > FROM; n++) {
    const lines = Array.from({ length: between(...habit.lines) }, () => ({
      product: pick(PRODUCTS),
      quantity:
        who.habit === 'cafe'
          ? between(3, 8)
          : weighted([
              [1, 70],
              [2, 24],
              [3, 6],
            ]),
    }));
    const goods = lines.reduce((sum, { product, quantity }) => sum + product[1] * quantity, 0);
    const coupon = random() < habit.coupon;
    const status = weighted([
      ['Opłacone', 88],
      ['Zwrócone', 5],
      ['Oczekuje na płatność', 5],
      ['Anulowane', 2],
    ]);
    const discount = coupon ? Math.round(goods * 0.1) : 0;
    const shipping = goods - discount >= 20_000 ? 0 : 1499;
    const total = goods - discount + shipping;
    orders.push({
      who: index,
      at,
      items: lines.reduce((sum, { quantity }) => sum + quantity, 0),
      total,
      refunded: status === 'Zwrócone' ? (random() < 0.6 ? total : lines[0].product[1]) : 0,
      coupon: coupon ? pick(['JESIEN10', 'NEWSLETTER10']) : '',
      status,
      payment:
        who.habit === 'cafe'
          ? 'Przelew'
          : weighted([
              ['BLIK', 48],
              ['Karta', 26],
              ['Przelewy24', 18],
              ['PayPo', 8],
            ]),
    });
    at -= between(...habit.gapDays) * DAY + between(-300, 300) * 60_000;
  }
}
orders.sort((a, b) => b.at - a.at);
for (const [index, order] of orders.entries()) {
  order.number = 20_000 + orders.length - index;
  order.who = people[order.who];
}

/** Newest first; the shop's admin shows a page of them. */
export const ORDERS = orders;
export const ORDERS_ON_PAGE = 200;

/** Contacts as the CRM lists them, by name. */
export const CONTACTS = people
  .map((who, index) => {
    const own = orders.filter((order) => order.who === who && order.status !== 'Anulowane');
    const created = (own.at(-1)?.at ?? NOW - between(5, 300) * DAY) - between(0, 90) * DAY;
    const stage =
      own.length >= 4
        ? 'Evangelist'
        : own.length > 0
          ? 'Customer'
          : weighted([
              ['Subscriber', 6],
              ['Lead', 4],
            ]);
    return {
      id: 48_210 + index * 7,
      name: who.name,
      email: who.email,
      phone:
        who.country === 'Poland' ? `+48 ${between(500, 799)} ${between(100, 999)} ${between(100, 999)}` : '',
      city: who.city,
      country: who.country,
      company: who.habit === 'cafe' ? `${pick(['Kawiarnia', 'Bistro', 'Cafe'])} ${who.lastName}` : '',
      stage,
      consent: weighted([
        ['Opted in', 62],
        ['No', 24],
        ['Unsubscribed', 14],
      ]),
      source: weighted([
        ['Organic search', 30],
        ['Instagram', 22],
        ['Newsletter', 14],
        ['Google Ads', 18],
        ['Referral', 10],
        ['Fair', 6],
      ]),
      owner: pick(['Marta Lis', 'Oskar Wilk']),
      created,
    };
  })
  .sort((a, b) => a.name.localeCompare(b.name, 'pl'));

const MEDIA = [
  [
    'organic',
    [
      'google',
      'bing',
      'duckduckgo',
      'ecosia.org',
      'yahoo',
      'yandex',
      'qwant.com',
      'search.brave.com',
      'seznam',
      'startpage.com',
    ],
  ],
  ['cpc', ['google', 'bing', 'facebook', 'instagram', 'allegro', 'ceneo', 'pinterest', 'tiktok', 'linkedin']],
  ['email', ['newsletter', 'welcome', 'abandoned-cart', 'win-back', 'birthday', 'transactional']],
  ['social', ['instagram', 'facebook', 'pinterest', 'tiktok', 'youtube', 'reddit', 'linkedin', 'threads']],
  [
    'referral',
    [
      'ceneo.pl',
      'kawa.example',
      'forum-kawowe.example',
      'wykop.pl',
      'home-barista.example',
      'slowfood.example',
      'notion.so',
      'chatgpt.com',
      'perplexity.ai',
      'onet.pl',
      'gazeta.pl',
      'smaker.pl',
      'kuchnia.example',
      'linktr.ee',
      'payu.com',
      'przelewy24.pl',
    ],
  ],
  ['affiliate', ['awin', 'tradedoubler', 'convertiser', 'webepartners']],
  ['push', ['pushpushgo', 'user.com']],
  ['display', ['google', 'rtbhouse', 'criteo']],
  ['qr', ['opakowanie', 'targi-kawy']],
];
/** Per medium: traffic, share of engaged sessions, key events a session, order value in grosze, seconds a session. */
const NATURE = {
  organic: [2600, 0.61, 0.021, 15_800, 74],
  cpc: [1900, 0.48, 0.026, 14_900, 52],
  email: [620, 0.7, 0.058, 17_400, 88],
  social: [900, 0.36, 0.008, 11_200, 31],
  referral: [170, 0.57, 0.017, 13_900, 69],
  affiliate: [240, 0.44, 0.031, 12_600, 47],
  push: [180, 0.5, 0.027, 12_900, 38],
  display: [520, 0.22, 0.003, 9_800, 17],
  qr: [60, 0.74, 0.041, 16_300, 95],
  '(none)': [5200, 0.55, 0.03, 16_900, 66],
};
const source = (name, medium, rank) => {
  const [base, engaged, keyRate, value, seconds] = NATURE[medium];
  const sessions = Math.max(3, Math.round((base / (rank + 1) ** 1.25) * (0.75 + random() * 0.5)));
  const engagedSessions = Math.min(sessions, Math.round(sessions * engaged * (0.85 + random() * 0.3)));
  const keyEvents = Math.round(sessions * keyRate * (0.6 + random() * 0.8));
  const revenue = Array.from({ length: keyEvents }, () => Math.round(value * (0.4 + random() * 1.2)));
  return {
    dimension: `${name} / ${medium}`,
    sessions,
    engagedSessions,
    seconds: Math.round(seconds * (0.8 + random() * 0.4)),
    events: Math.round(sessions * (3.2 + random() * 4)),
    keyEvents,
    revenue: revenue.reduce((sum, amount) => sum + amount, 0),
  };
};

/** Traffic acquisition, October 2026: by sessions. Sessions with a key event never exceed the key events. */
export const TRAFFIC = [
  source('(direct)', '(none)', 0),
  ...MEDIA.flatMap(([medium, names]) => names.map((name, rank) => source(name, medium, rank))),
]
  .sort((a, b) => b.sessions - a.sessions)
  .slice(0, 60);
