import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import Holidays from 'date-holidays';

/**
 * Writes src/segments/occasions/country-days.ts: the days people buy presents for, by country, as short rules that hold
 * from 2000 to 2050. Days come from the package date-holidays; a rule is taken only if it gives exactly its days for
 * every one of those years. What the package lacks, or has otherwise than the country, is in OWN with its reason.
 *
 *   node scripts/holidays.mjs           writes the file
 *   node scripts/holidays.mjs --check   fails if it would differ
 */
export const FROM = 2000;
export const TO = 2050;

/** Polish name; what else a shop may call the country, besides its code and the names date-holidays has. */
const COUNTRIES = {
  PL: ['Polska'],
  DE: ['Niemcy'],
  GB: ['Wielka Brytania', 'UK', 'Great Britain', 'England', 'Scotland', 'Wales', 'Zjednoczone Królestwo'],
  IE: ['Irlandia', 'EIRE', 'Republic of Ireland'],
  US: ['Stany Zjednoczone', 'USA', 'United States', 'US'],
  CA: ['Kanada'],
  AU: ['Australia'],
  NZ: ['Nowa Zelandia'],
  FR: ['Francja'],
  ES: ['Hiszpania'],
  IT: ['Włochy', 'Italy'],
  PT: ['Portugalia'],
  NL: ['Holandia', 'Niderlandy', 'The Netherlands'],
  BE: ['Belgia'],
  LU: ['Luksemburg'],
  AT: ['Austria'],
  CH: ['Szwajcaria'],
  CZ: ['Czechy', 'Czechia', 'Česko'],
  SK: ['Słowacja', 'Slovensko'],
  HU: ['Węgry'],
  RO: ['Rumunia', 'România'],
  BG: ['Bułgaria'],
  GR: ['Grecja'],
  CY: ['Cypr'],
  HR: ['Chorwacja'],
  SI: ['Słowenia', 'Slovenija'],
  RS: ['Serbia', 'Srbija'],
  UA: ['Ukraina'],
  LT: ['Litwa'],
  LV: ['Łotwa'],
  EE: ['Estonia'],
  FI: ['Finlandia'],
  SE: ['Szwecja'],
  NO: ['Norwegia'],
  DK: ['Dania'],
  IS: ['Islandia'],
  TR: ['Turcja', 'Turkey'],
  JP: ['Japonia'],
  KR: ['Korea Południowa', 'Korea', 'Republic of Korea'],
  IN: ['Indie'],
  BR: ['Brazylia'],
  MX: ['Meksyk'],
  AR: ['Argentyna'],
  CL: ['Chile'],
  CO: ['Kolumbia'],
  ZA: ['Republika Południowej Afryki', 'RPA', 'RSA', 'South Africa'],
};

/** What date-holidays calls the days in English. */
const NAMED = {
  christmas: /^Christmas Day$/,
  easter: /^(Easter Sunday|Orthodox Easter|Easter)$/,
  valentines: /^Valentine's Day$/,
  'womens-day': /^International Women's Day$/,
  'mothers-day': /^Mother's Day$/,
  'fathers-day': /^Father's Day$/,
  'childrens-day': /^(Children's Day|National Sovereignty and Children's Day)$/,
  'grandmothers-day': /^Grandmother's Day$/,
  'grandfathers-day': /^Grandfather's Day$/,
  'st-nicholas': /^(Saint Nicholas|Saint Nicholas Day|St Nicholas' Eve)$/,
};

/** The national day is the one of this date, and a holiday of it must be known for every year from then on. */
const NATIONAL = {
  PL: '11-11',
  DE: '10-03',
  IE: '03-17',
  US: '07-04',
  CA: '07-01',
  NZ: '02-06',
  FR: '07-14',
  ES: '10-12',
  IT: '06-02',
  PT: '06-10',
  BE: '07-21',
  LU: '06-23',
  AT: '10-26',
  CH: '08-01',
  CZ: '10-28',
  SK: '09-01',
  HU: '08-20',
  RO: '12-01',
  BG: '03-03',
  GR: '03-25',
  UA: '08-24',
  LT: '02-16',
  LV: '11-18',
  EE: '02-24',
  FI: '12-06',
  SE: '06-06@2005-',
  NO: '05-17',
  DK: '06-05',
  IS: '06-17',
  TR: '10-29',
  IN: '08-15',
  BR: '09-07',
  MX: '09-16',
  AR: '07-09',
  CL: '09-18',
  CO: '07-20',
  ZA: '04-27',
};

/** What date-holidays lacks, or has otherwise: rule and reason. Each is held to known days by country-days.test.ts. */
export const OWN = {
  FR: {
    'mothers-day': [
      '05.7.-1!e49>06.7.1',
      'by law the first Sunday of June where Whitsun takes the last of May',
    ],
    'fathers-day': ['06.7.3', 'not in the package'],
    easter: ['e0', 'the package has Easter Monday only'],
  },
  RO: {
    'mothers-day': ['03-08@-2009;05.7.1@2010-', 'law 319/2009 moved it to the first Sunday of May'],
    'fathers-day': ['05.7.2@2010-', 'law 319/2009; not in the package'],
  },
  UA: {
    christmas: ['01-07@-2023;12-25@2023-', 'kept on 7 January until the law of 2023'],
    easter: ['o0', 'the package moves it to the Monday that is off'],
    'womens-day': ['03-08', 'the package adds the Monday that is off'],
    'mothers-day': ['05.7.2', 'not in the package'],
    'childrens-day': ['06-01', 'not in the package'],
  },
  RS: {
    christmas: ['01-07', 'most keep the Julian day'],
    easter: ['o0', 'most are Orthodox'],
  },
  DE: {
    'fathers-day': ['e39', 'Ascension Day; not in the package'],
    'childrens-day': ['06-01', 'not in the package'],
    'st-nicholas': ['12-06', 'not in the package'],
  },
  CA: {
    'mothers-day': ['05.7.2', 'the package writes it as Sundays after 1 May'],
    'fathers-day': ['06.7.3', 'the package writes it as Sundays after 1 June'],
    easter: ['e0', 'the package has it for provinces only'],
  },
  IT: { 'fathers-day': ['03-19', 'Saint Joseph; not in the package'] },
  ES: { 'fathers-day': ['03-19', 'Saint Joseph; not in the package'] },
  PT: { 'fathers-day': ['03-19', 'Saint Joseph; not in the package'] },
  HR: {
    'fathers-day': ['03-19', 'Saint Joseph; not in the package'],
    easter: ['e0', 'the package has the Orthodox one beside it'],
  },
  BE: { 'fathers-day': ['06.7.2', 'not in the package'] },
  AT: { 'fathers-day': ['06.7.2', 'not in the package'], 'st-nicholas': ['12-06', 'not in the package'] },
  CH: { 'fathers-day': ['06.7.1@2007-', 'kept since 2007; not in the package'] },
  LU: {
    'mothers-day': ['06.7.2', 'not in the package'],
    'fathers-day': ['10.7.1', 'not in the package'],
    'st-nicholas': ['12-06', 'not in the package'],
  },
  CZ: {
    'fathers-day': ['06.7.3', 'not in the package'],
    'childrens-day': ['06-01', 'not in the package'],
    'st-nicholas': ['12-06', 'not in the package'],
  },
  SK: {
    'fathers-day': ['06.7.3', 'not in the package'],
    'childrens-day': ['06-01', 'not in the package'],
    'st-nicholas': ['12-06', 'not in the package'],
  },
  HU: { 'fathers-day': ['06.7.3', 'not in the package'], 'childrens-day': ['05.7.-1', 'not in the package'] },
  BG: {
    'mothers-day': ['03-08', 'the same day as Women’s Day'],
    'childrens-day': ['06-01', 'not in the package'],
  },
  GR: { 'fathers-day': ['06.7.3', 'not in the package'] },
  CY: { 'fathers-day': ['06.7.3', 'not in the package'] },
  SI: { 'mothers-day': ['03-25', 'not in the package'] },
  LT: { 'childrens-day': ['06-01', 'not in the package'] },
  LV: {
    'fathers-day': ['09.7.2@2008-', 'kept since 2008; not in the package'],
    'childrens-day': ['06-01', 'not in the package'],
  },
  EE: { 'childrens-day': ['06-01', 'not in the package'] },
  SE: { 'fathers-day': ['11.7.2', 'not in the package'] },
  DK: { 'fathers-day': ['06-05', 'the same day as Constitution Day'] },
  IS: { 'fathers-day': ['11.7.2@2006-', 'kept since 2006; not in the package'] },
  NZ: { 'mothers-day': ['05.7.2', 'not in the package'], 'fathers-day': ['09.7.1', 'not in the package'] },
  TR: { 'mothers-day': ['05.7.2', 'not in the package'], 'fathers-day': ['06.7.3', 'not in the package'] },
  JP: { 'mothers-day': ['05.7.2', 'not in the package'], 'fathers-day': ['06.7.3', 'not in the package'] },
  IN: {
    'mothers-day': ['05.7.2', 'not in the package'],
    'fathers-day': ['06.7.3', 'not in the package'],
    'childrens-day': ['11-14', 'not in the package'],
  },
  BR: { valentines: ['06-12', 'Dia dos Namorados'], 'childrens-day': ['10-12', 'not in the package'] },
  MX: {
    'fathers-day': ['06.7.3', 'not in the package'],
    'childrens-day': ['04-30', 'not in the package'],
    easter: ['e0', 'not in the package'],
  },
  AR: {
    'mothers-day': ['10.7.3', 'not in the package'],
    'fathers-day': ['06.7.3', 'not in the package'],
    easter: ['e0', 'the package has Good Friday only'],
  },
  CL: { 'mothers-day': ['05.7.2', 'not in the package'], 'fathers-day': ['06.7.3', 'not in the package'] },
  CO: { 'mothers-day': ['05.7.2', 'not in the package'], 'fathers-day': ['06.7.3', 'not in the package'] },
};

const DAY = 86_400_000;
const utc = (year, month, day) => Date.UTC(year, month - 1, day);
const iso = (time) => new Date(time).toISOString().slice(0, 10);
const two = (n) => String(n).padStart(2, '0');

/** The days of each named occasion as the package has them, by year: `{ 2024: ['2024-05-26'] }`. */
export function packageDays(country) {
  const known = worked.get(country) ?? workOut(country);
  worked.set(country, known);
  return known;
}

// Half a century takes a country some 100 ms.
const worked = new Map();

function workOut(country) {
  const calendar = new Holidays(country, { languages: ['en'] });
  const found = Object.fromEntries(Object.keys(NAMED).map((id) => [id, {}]));
  const all = {};
  for (let year = FROM; year <= TO; year++) {
    const days = (calendar.getHolidays(year, 'en') ?? []).filter((h) => !h.substitute);
    all[year] = new Set(days.map((h) => h.date.slice(0, 10)));
    for (const [id, name] of Object.entries(NAMED)) {
      const dates = days.filter((h) => name.test(h.name)).map((h) => h.date.slice(0, 10));
      if (dates.length > 0) found[id][year] = [...new Set(dates)];
    }
  }
  return { calendar, found, all };
}

/** Easter Sundays by the package's own reckoning, Western and Orthodox. */
function easters(country) {
  const calendar = new Holidays(country, { languages: ['en'] });
  const out = {};
  for (let year = FROM; year <= TO; year++)
    out[year] = calendar
      .getHolidays(year, 'en')
      .find((h) => NAMED.easter.test(h.name))
      .date.slice(0, 10);
  return out;
}

/** The shortest rule that gives these days and no others in all years from the first they are known for; null if none does. */
function ruleFor(days, western, orthodox) {
  const years = Object.keys(days).map(Number);
  if (years.length === 0) return null;
  const first = Math.min(...years);
  for (let year = first; year <= TO; year++) if (days[year]?.length !== 1) return null;
  const [time] = days[first].map((d) => Date.parse(d));
  const date = new Date(time);
  const [month, day] = [date.getUTCMonth() + 1, date.getUTCDate()];
  const weekday = date.getUTCDay() === 0 ? 7 : date.getUTCDay();
  const nth = (year, n) => {
    const start = utc(year, month, 1);
    const at = start + ((((weekday % 7) - new Date(start).getUTCDay() + 7) % 7) + (n - 1) * 7) * DAY;
    return n > 0 ? at : last(year);
  };
  const last = (year) => {
    const end = utc(year, month + 1, 0);
    return end - ((new Date(end).getUTCDay() - (weekday % 7) + 7) % 7) * DAY;
  };
  const offset = (of) => Math.round((time - Date.parse(of[first])) / DAY);
  const candidates = [
    [`${two(month)}-${two(day)}`, (year) => utc(year, month, day)],
    [`e${offset(western)}`, (year) => Date.parse(western[year]) + offset(western) * DAY],
    [`o${offset(orthodox)}`, (year) => Date.parse(orthodox[year]) + offset(orthodox) * DAY],
    [`${two(month)}.${weekday}.${Math.ceil(day / 7)}`, (year) => nth(year, Math.ceil(day / 7))],
    [`${two(month)}.${weekday}.-1`, last],
  ];
  for (const [rule, at] of candidates)
    if (years.every((year) => iso(at(year)) === days[year][0]))
      return first === FROM ? rule : `${rule}@${first}-`;
  return null;
}

/** The text of country-days.ts. Throws where the package has days that no rule gives and OWN does not settle. */
export function countryDays() {
  const western = easters('DE');
  const orthodox = easters('GR');
  const unsettled = [];
  const lines = Object.entries(COUNTRIES).map(([country, names]) => {
    const { calendar, found, all } = packageDays(country);
    const rules = {};
    for (const [id, days] of Object.entries(found)) {
      const own = OWN[country]?.[id];
      if (own !== undefined) rules[id] = own[0];
      else if (Object.keys(days).length > 0) {
        rules[id] = ruleFor(days, western, orthodox);
        if (rules[id] === null) unsettled.push(`${country} ${id}`);
      }
    }
    const national = NATIONAL[country];
    if (national !== undefined) {
      const [, date, since = String(FROM)] = /^(\d\d-\d\d)(?:@(\d{4})-)?$/.exec(national);
      for (let year = Number(since); year <= TO; year++)
        if (!all[year].has(`${year}-${date}`)) unsettled.push(`${country} national-day ${year}`);
      rules['national-day'] = national;
    }
    const inOther = ['en', 'pl', 'de', 'fr', 'es', 'it', 'nl'].map(
      (lang) => calendar.getCountries(lang)[country],
    );
    const native = calendar.getLanguages().map((lang) => calendar.getCountries(lang)[country]);
    const called = [...new Set([...names, ...inOther, ...native].filter(Boolean))].sort();
    const written = Object.entries(rules).map(([id, rule]) => `${id} ${rule}`);
    return `${country} ${called.join('|')}\n  ${written.join(', ')}`;
  });
  if (unsettled.length > 0) throw new Error(`no rule gives the days of: ${unsettled.join('; ')}`);
  return `/**
 * Written by scripts/holidays.mjs: change it there. Days by country from date-holidays (its data is CC BY-SA 3.0, made of
 * Wikipedia articles), as the rules of day-rule.ts, each held to the package's days for ${FROM}–${TO}.
 */
export const COUNTRY_DAYS = \`
${lines.join('\n')}
\`;
`;
}

const target = fileURLToPath(new URL('../src/segments/occasions/country-days.ts', import.meta.url));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = countryDays();
  if (process.argv.includes('--check')) {
    if ((await readFile(target, 'utf8')) !== text) {
      console.error('src/segments/occasions/country-days.ts is not what scripts/holidays.mjs writes.');
      process.exit(1);
    }
  } else await writeFile(target, text);
}
