import { minorUnits } from '../../core/minor-units';
import type { Reading } from '../../core/reading';
import { headerScale, looksLikeMicros } from './amount-scale';
import {
  CONVENTION_SHIFT,
  CONVENTIONS,
  DATE_SHIFT,
  DATE_TIME,
  KIND,
  KIND_MASK,
  NUMBER,
  TWO_PARTS,
} from './cell-shape';
import type { ColumnProfile } from './column-profile';
import { headerCurrency } from './currencies';
import { readFlag } from './flag-token';
import type { HeaderKinds } from './header-kinds';
import { headerKinds } from './header-kinds';
import { DMY, MDY, YMD } from './read-date';
import type { ShapeTally } from './shape-tallies';

export interface SettledColumn {
  readonly reading: Reading;
  readonly alternatives: readonly Reading[];
  readonly filled: number;
  readonly misfits: readonly { readonly row: number; readonly value: string }[];
  readonly misfitCount: number;
  readonly doubt: 'date-order' | 'decimal' | 'currencies' | 'scale' | null;
  /** Of a column of text: what most of its cells, but not enough of them, could be read as. */
  readonly mostly?: SettledColumn;
}

/** What the rest of the file says where a column can't tell by itself. */
export interface FileHabits {
  /** Decimal sign that other columns settled on. */
  readonly decimal: '.' | ',' | null;
  /** The one the delimiter speaks for: likely, not certain. */
  readonly likelyDecimal: '.' | ',' | null;
  readonly dateOrder: 'dmy' | 'mdy' | null;
}

/** A column keeps a typed reading when this share of its filled cells fit it. */
const ENOUGH = 0.97;

/** Below this many of its cells a column is not even mostly numbers or dates. */
const MOSTLY = 0.5;

export function settleReading(profile: ColumnProfile, header: string, habits: FileHabits): SettledColumn {
  const settled = settle(profile, header, habits, ENOUGH);
  if (settled.reading.kind !== 'text') return settled;
  const mostly = settle(profile, header, habits, MOSTLY);
  const typed = TYPED.has(mostly.reading.kind);
  return typed ? { ...settled, mostly } : settled;
}

const TYPED: ReadonlySet<Reading['kind']> = new Set<Reading['kind']>(['number', 'money', 'date', 'duration']);

/** As what at least `share` of its filled cells can be read; text where that is nothing else. */
function settle(profile: ColumnProfile, header: string, habits: FileHabits, share: number): SettledColumn {
  const shapes = profile.shapes();
  const kinds = headerKinds(header);
  const empty = count(shapes, (s) => (s & KIND_MASK) === KIND.empty);
  const nones = count(shapes, (s) => (s & KIND_MASK) === KIND.none);
  const all = count(shapes, () => true);
  const present = all - empty;
  // A bound such as `< 10%` stands for a number that is not told: it speaks for none and against none.
  const bounds = count(shapes, (s) => (s & KIND_MASK) === KIND.inexact);
  const filled = present - nones - bounds;
  const text: SettledColumn = {
    reading: { kind: 'text' },
    alternatives: [],
    filled: present,
    misfits: [],
    misfitCount: 0,
    doubt: null,
  };
  if (filled === 0) return text;
  const enough = filled * share;

  const flag = settleFlag(profile, shapes, filled, enough);
  if (flag !== null) return flag;

  const isDate = (s: number) => (s & KIND_MASK) === KIND.date;
  const isNumber = (s: number) => (s & KIND_MASK) === KIND.number;
  const isDuration = (s: number) => (s & KIND_MASK) === KIND.duration;

  const named = kinds.id && !kinds.counted;
  const numbers = count(shapes, isNumber);
  if (count(shapes, isDate) >= enough) return settleDate(shapes, filled, habits, text, share);

  if (numbers >= enough) {
    const integers = count(shapes, (s) => isNumber(s) && (s & NUMBER.integer) !== 0);
    const having = (bit: number) => count(shapes, (s) => isNumber(s) && (s & bit) !== 0);
    const compact = having(NUMBER.compactDate);
    const compactTime = having(NUMBER.compactTime);
    const timely = kinds.time;
    const money = kinds.amount;

    if (having(NUMBER.epoch) >= enough && timely && !named) {
      return fitted(
        { kind: 'date', order: 'epoch', time: true },
        [],
        shapes,
        filled,
        (s) => isNumber(s) && (s & NUMBER.epoch) !== 0,
      );
    }
    if ((compact >= enough || compact + compactTime >= enough) && !money && (compact >= enough || timely)) {
      const unsure = !timely && compact < 20 && !/^Column \d+$/.test(header);
      return fitted(
        { kind: 'date', order: 'compact', time: compactTime > 0 },
        unsure && !named ? [{ kind: 'number', decimal: '.', group: '', unit: 'plain' }] : [],
        shapes,
        filled,
        (s) => isNumber(s) && (s & (NUMBER.compactDate | NUMBER.compactTime)) !== 0,
      );
    }
    if (timely && having(NUMBER.serial) >= enough && !named) {
      const clock = count(
        shapes,
        (s) => isNumber(s) && (s & NUMBER.serial) !== 0 && (s & NUMBER.integer) === 0,
      );
      return fitted(
        { kind: 'date', order: 'serial', time: clock > 0 },
        [{ kind: 'number', decimal: '.', group: '', unit: 'plain' }],
        shapes,
        filled,
        isNumber,
      );
    }
    const zeroLed = having(NUMBER.leadingZero);
    const { counted } = kinds;
    if (
      !counted &&
      ((named && having(NUMBER.percent) === 0 && having(NUMBER.currency) === 0) ||
        zeroLed > 0 ||
        having(NUMBER.long) > filled * 0.5 ||
        (!money &&
          integers >= enough &&
          having(NUMBER.big) > filled * 0.9 &&
          profile.distinct > Math.min(50, filled * 0.5) &&
          !timely))
    ) {
      const decimals = count(shapes, (s) => isNumber(s) && (s & (NUMBER.integer | NUMBER.dotZero)) === 0);
      if (decimals <= filled * (1 - ENOUGH) || named) return { ...text, reading: { kind: 'id' } };
    }
    return settleNumber(profile, shapes, filled, header, kinds, habits, text, share);
  }

  // Serial numbers among written dates and the like are neither; durations need all of them.
  if (count(shapes, isDuration) >= enough) {
    const twoParts = count(shapes, (s) => isDuration(s) && (s & TWO_PARTS) !== 0);
    if (twoParts === 0 || kinds.duration) {
      return fitted({ kind: 'duration' }, [], shapes, filled, isDuration);
    }
    return text;
  }
  if (named && numbers > 0) {
    return { ...text, reading: { kind: 'id' } };
  }
  return text;
}

function settleFlag(
  profile: ColumnProfile,
  shapes: readonly ShapeTally[],
  filled: number,
  enough: number,
): SettledColumn | null {
  const values = profile.valueCounts();
  if (values === null || values.length > 16) return null;
  let fit = 0;
  let worded = 0;
  for (const { value, count: n } of values) {
    if (readFlag(value) < 0) continue;
    fit += n;
    if (!/^[\d.]+$/.test(value.trim())) worded += n;
  }
  if (fit < enough || worded === 0) return null;
  const tellers = values
    .filter(({ value }) => readFlag(value) >= 0)
    .map(({ value }) => value.trim().toLowerCase());
  // A lone letter all over may be anything.
  if (tellers.every((t) => t.length === 1) && new Set(tellers.map(readFlag)).size < 2) return null;
  return fitted({ kind: 'flag' }, [], shapes, filled, (_, value) => readFlag(value) >= 0);
}

function settleDate(
  shapes: readonly ShapeTally[],
  filled: number,
  habits: FileHabits,
  text: SettledColumn,
  share: number,
): SettledColumn {
  const fits = (order: number) =>
    count(shapes, (s) => (s & KIND_MASK) === KIND.date && ((s >> DATE_SHIFT) & order) !== 0);
  const orders = [
    { name: 'ymd', bit: YMD, count: fits(YMD) },
    { name: 'dmy', bit: DMY, count: fits(DMY) },
    { name: 'mdy', bit: MDY, count: fits(MDY) },
  ] as const;
  const most = Math.max(...orders.map((o) => o.count));
  if (most < filled * share) return text;
  const best = orders.filter((o) => o.count === most);
  const time = count(shapes, (s) => (s & KIND_MASK) === KIND.date && (s & DATE_TIME) !== 0) > 0;
  const chosen = best.find((o) => o.name === habits.dateOrder) ?? (best[0] as (typeof orders)[number]);
  const reading = (order: 'ymd' | 'dmy' | 'mdy'): Reading => ({ kind: 'date', order, time });
  // Month names fit every order and leave no doubt.
  const doubt = best.length === 2 && habits.dateOrder === null;
  return {
    ...fitted(
      reading(chosen.name),
      doubt ? best.filter((o) => o !== chosen).map((o) => reading(o.name)) : [],
      shapes,
      filled,
      (s) => (s & KIND_MASK) === KIND.date && ((s >> DATE_SHIFT) & chosen.bit) !== 0,
    ),
    doubt: doubt ? 'date-order' : null,
  };
}

function settleNumber(
  profile: ColumnProfile,
  shapes: readonly ShapeTally[],
  filled: number,
  header: string,
  kinds: HeaderKinds,
  habits: FileHabits,
  text: SettledColumn,
  share: number,
): SettledColumn {
  const isNumber = (s: number) => (s & KIND_MASK) === KIND.number;
  const counts = CONVENTIONS.map((_, c) =>
    count(shapes, (s) => isNumber(s) && ((s >> CONVENTION_SHIFT) & (1 << c)) !== 0),
  );
  const most = Math.max(...counts);
  if (most < filled * share) return text;
  // Without thousands before with them, a point before a comma: the order of CONVENTIONS.
  const best = counts.flatMap((n, c) => (n === most ? [c] : []));
  let chosen = best[0] as number;
  let rival: number | null = null;
  const decimalsDiffer = (c: number) => CONVENTIONS[c]?.decimal !== CONVENTIONS[chosen]?.decimal;
  const plain = count(shapes, (s) => isNumber(s) && ((s >> CONVENTION_SHIFT) & 0xff) !== 0xff);
  if (plain > 0 && best.some(decimalsDiffer)) {
    // Every sign is followed by three digits: 1,234 is a thousand and more, or one and a bit.
    const simplest = best.filter((c) => c < 4);
    const known = habits.decimal ?? habits.likelyDecimal;
    const preferred = known === null ? undefined : simplest.find((c) => CONVENTIONS[c]?.decimal === known);
    const thousandths = [...profile.currencies.keys()].some((code) => minorUnits(code) === 1000);
    // Counts with their thousands parted by commas are far commoner than shares of just three decimals; a point is
    // a decimal point unless the file speaks for commas.
    const grouped = thousandths ? undefined : simplest.find((c) => CONVENTIONS[c]?.group === ',');
    chosen = (thousandths ? undefined : preferred) ?? grouped ?? chosen;
    rival = habits.decimal === null ? (best.find(decimalsDiffer) ?? null) : null;
  } else if (plain === 0 && (habits.decimal ?? habits.likelyDecimal) === ',' && best.includes(1)) chosen = 1;
  const { decimal, group } = CONVENTIONS[chosen] as (typeof CONVENTIONS)[number];

  const percents = count(shapes, (s) => isNumber(s) && (s & NUMBER.percent) !== 0);
  const zeros = count(shapes, (s) => isNumber(s) && (s & NUMBER.zero) !== 0 && (s & NUMBER.percent) === 0);
  const fitsConvention = (s: number) => isNumber(s) && ((s >> CONVENTION_SHIFT) & (1 << chosen)) !== 0;
  if (percents > 0 && percents + zeros >= filled * share) {
    return fitted(
      { kind: 'number', decimal, group, unit: 'percent' },
      [],
      shapes,
      filled,
      (s) => fitsConvention(s) && (s & (NUMBER.percent | NUMBER.zero)) !== 0,
    );
  }
  if (percents > filled * (1 - ENOUGH)) return text;

  const shown = [...profile.currencies].sort((a, b) => b[1] - a[1]);
  const shownCells = shown.reduce((sum, [, n]) => sum + n, 0);
  const inHeader = headerCurrency(header);
  // Signs stand by amounts in whole units, whatever the header says.
  const scale = shownCells > 0 ? null : headerScale(header);
  const money =
    scale !== null || (shownCells > filled * 0.5 || inHeader !== null ? !kinds.ratio : kinds.amount);
  const fits = (s: number) => fitsConvention(s) && (s & NUMBER.percent) === 0;
  const several = shown.length > 1 && (shown[0]?.[1] ?? 0) < shownCells * ENOUGH;
  const lead = shown[0]?.[0];
  const currency = several ? null : (inHeader ?? (lead === undefined || lead === '' ? null : lead));
  const of = (c: number): Reading => {
    const convention = CONVENTIONS[c] as (typeof CONVENTIONS)[number];
    return money
      ? {
          kind: 'money',
          decimal: convention.decimal,
          group: convention.group,
          currency,
          ...(scale === null ? {} : { [scale]: true }),
        }
      : { kind: 'number', decimal: convention.decimal, group: convention.group, unit: 'plain' };
  };
  const alternatives: Reading[] = rival === null ? [] : [of(rival)];
  const reading = of(chosen);
  const unsaid = reading.kind === 'money' && scale === null && shownCells === 0 && minorUnits(currency) > 1;
  const micros = unsaid && looksLikeMicros(profile.examples);
  if (micros) alternatives.push({ ...reading, micros: true });
  const flags = count(shapes, (s) => isNumber(s) && (s & NUMBER.zeroOrOne) !== 0);
  if (!money && flags === filled && profile.distinct === 2) alternatives.push({ kind: 'flag' });
  return {
    ...fitted(reading, alternatives, shapes, filled, fits),
    doubt: rival !== null ? 'decimal' : several && money ? 'currencies' : micros ? 'scale' : null,
  };
}

function fitted(
  reading: Reading,
  alternatives: readonly Reading[],
  shapes: readonly ShapeTally[],
  filled: number,
  fits: (shape: number, value: string) => boolean,
): SettledColumn {
  const misfits: { row: number; value: string }[] = [];
  let misfitCount = 0;
  for (const tally of shapes) {
    const kind = tally.shape & KIND_MASK;
    if (kind === KIND.empty || kind === KIND.none) continue;
    if (reading.kind === 'flag') {
      const odd = tally.examples.filter((e) => !fits(tally.shape, e.value));
      misfits.push(...odd);
      misfitCount += odd.length;
      continue;
    }
    if (fits(tally.shape, '')) continue;
    misfitCount += tally.count;
    misfits.push(...tally.examples);
  }
  misfits.sort((a, b) => a.row - b.row);
  return { reading, alternatives, filled, misfits: misfits.slice(0, 20), misfitCount, doubt: null };
}

function count(shapes: readonly ShapeTally[], test: (shape: number) => boolean): number {
  let total = 0;
  for (const tally of shapes) if (test(tally.shape)) total += tally.count;
  return total;
}
