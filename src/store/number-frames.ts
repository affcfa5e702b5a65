import { LOT, packBits, planeBytes, unpackBits, wholeLots } from './bit-planes';
import { FRAME_ROWS, LOOKED_AT, WORTH } from './frame-judging';
import { apartBytes, packApart, takenApart, unpackApart } from './most-alike';

export type Numbers = Uint8Array | Uint32Array | Int32Array | Float64Array;

/** Eight numbers. */
const HEAD_BYTES = 64;

const LARGEST_FRAME = HEAD_BYTES + FRAME_ROWS * 8;
/** About 2 MB: IndexedDB takes and gives few large blocks faster than many small ones. */
export const BLOCK_BYTES = 4 * LARGEST_FRAME;

/** Times are mostly of whole days or seconds, prices often of whole units of a currency. */
const UNITS = [86_400_000, 1000, 100, 1] as const;
/** Smaller whole numbers, and what they differ by, are exact. */
const EXACT = 2 ** 51;
/** Added and taken away again, it leaves none of less than `EXACT` as it is but whole numbers: the fast form of rounding. */
const ROUNDING = 1.5 * 2 ** 52;
const SIGN_ALONE = -(2 ** 31);

/**
 * Numbers as blocks of frames, each a stretch of rows in the narrowest form that brings all of them back to the last bit:
 * as their distance from the least, in their unit, or from the number before, in as many bits as that takes; most of
 * them left out where most are one number; as they are where they are fractions.
 */
export function* numberBlocks(values: Numbers): Generator<ArrayBuffer> {
  let at = 0;
  for (let from = 0; from < values.length; from += FRAME_ROWS) {
    if (at + LARGEST_FRAME > BLOCK_BYTES) {
      yield buffer.slice(0, at);
      at = 0;
    }
    at = writeFrame(values.subarray(from, from + FRAME_ROWS), buffer, at);
  }
  if (at > 0) yield buffer.slice(0, at);
}

/** Puts the numbers of a block into `values` from `row` on; answers how many they are. */
export function readFrames(block: ArrayBuffer, values: Numbers, row: number): number {
  let next = row;
  for (let at = 0; at < block.byteLength; ) {
    const frame = readHead(block, at);
    const part = values.subarray(next, next + frame.rows);
    readFrame(block, at + HEAD_BYTES, frame, part);
    next += frame.rows;
    at += HEAD_BYTES + payloadBytes(frame, part);
  }
  return next - row;
}

const FORMS = ['as they are', 'values', 'values or nothing', 'steps'] as const;

interface Narrow {
  readonly form: (typeof FORMS)[number];
  /** Of each number stored, 0 to 32. */
  readonly bits: number;
  /**
   * A value is `base + unit × stored` (`unit` is 1 of whole numbers of 32 bits), nothing (NaN) stored as 0; by steps it is so much and `least` more than the one
   * before, and `base` is the one before the first.
   */
  readonly base: number;
  readonly unit: number;
  readonly least: number;
}

/** With where what is stored of each stands, up to whole lots. */
interface Found extends Narrow {
  readonly stands: Int32Array;
}

interface Frame extends Narrow {
  readonly rows: number;
  /** How many stand apart, as most are one number (`mostly`, as it is stored); -1 where all stand in a row. */
  readonly others: number;
  readonly mostly: number;
}

const ALL = { mostly: 0, others: -1 };

/** Used by one block after another, and none of it twice: every byte of a frame is written. */
const buffer = new ArrayBuffer(BLOCK_BYTES);
/** Used by one frame after another. */
const stored = new Int32Array(FRAME_ROWS);
const unsigned = new Uint32Array(stored.buffer);
const AS_THEY_ARE: Found = { form: 'as they are', bits: 0, base: 0, unit: 1, least: 0, stands: stored };

/** Answers where it ends. */
function writeFrame(values: Numbers, into: ArrayBuffer, at: number): number {
  const rows = values.length;
  const narrow = values instanceof Float64Array ? floatForm(values) : intForm(values);
  const others = narrow === null ? null : takenApart(narrow, rows);
  // Bytes that need more than half of theirs are texts, and left alone.
  const isWorth = !(values instanceof Uint8Array) || others !== null || (narrow?.bits ?? 8) <= 4;
  const form = narrow === null || !isWorth ? AS_THEY_ARE : narrow;
  const frame: Frame = { ...form, ...(others ?? ALL), rows };
  writeHead(frame, into, at);
  const begin = at + HEAD_BYTES;
  const end = begin + payloadBytes(frame, values);
  if (frame.form === 'as they are') {
    const payload = new Uint8Array(into, begin, end - begin);
    payload.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
    payload.fill(0, values.byteLength);
  } else if (frame.others === -1) packBits(form.stands, rows, frame.bits, into, begin);
  else packApart(rows, frame.others, frame.bits, into, begin);
  return end;
}

/** Fills `values` whole. */
function readFrame(block: ArrayBuffer, at: number, frame: Frame, values: Numbers): void {
  const { form, rows, bits, base, mostly, others } = frame;
  if (form === 'as they are') {
    const { buffer: under, byteOffset, byteLength } = values;
    new Uint8Array(under, byteOffset, byteLength).set(new Uint8Array(block, at, byteLength));
    return;
  }
  const isBytes = values instanceof Uint8Array;
  const ints = values instanceof Float64Array ? null : isBytes ? stored : signed(values);
  // What is stored as it is goes straight to where it belongs.
  const to = form === 'values' && base === 0 && rows % LOT === 0 ? (ints ?? stored) : stored;
  if (others === -1) unpackBits(block, at, bits, rows, to);
  else unpackApart(block, at, bits, { rows, mostly, others }, to);
  if (values instanceof Float64Array) {
    if (form === 'steps') floatSteps(frame, values);
    else if (form === 'values') floats(frame, values);
    else floatsOrNothing(frame, values);
  } else if (to === stored) {
    const whole = isBytes ? stored : signed(values);
    if (form === 'steps') intSteps(frame, whole, rows);
    else intValues(frame, whole, rows);
    if (isBytes) values.set(stored.subarray(0, rows));
  }
}

function writeHead(frame: Frame, into: ArrayBuffer, at: number): void {
  const { form, rows, bits, base, unit, least, mostly, others } = frame;
  const head = [FORMS.indexOf(form), rows, bits, base, unit, least, mostly, others];
  new Float64Array(into, at, head.length).set(head);
}

function readHead(block: ArrayBuffer, at: number): Frame {
  const head = new Float64Array(block, at, HEAD_BYTES / 8);
  return {
    form: FORMS[head[0]!]!,
    rows: head[1]!,
    bits: head[2]!,
    base: head[3]!,
    unit: head[4]!,
    least: head[5]!,
    mostly: head[6]!,
    others: head[7]!,
  };
}

function payloadBytes({ form, rows, bits, others }: Frame, values: Numbers): number {
  if (form === 'as they are') return wholeLots(rows) * values.BYTES_PER_ELEMENT;
  return others === -1 ? planeBytes(rows, bits) : apartBytes(rows, others, bits);
}

/** The form of numbers, and what is `stored` of each; null where they are not all whole. */
function floatForm(values: Float64Array): Found | null {
  const range = wholeRange(values);
  if (range === null) return null;
  const { min, max, nothing } = range;
  if (min > max) {
    stored.fill(0, 0, values.length);
    return { ...AS_THEY_ARE, form: 'values', base: Number.NaN };
  }
  if (min <= -EXACT || max >= EXACT || (min <= 0 && max >= 0 && hasNegativeNought(values))) return null;
  const steps = nothing ? null : stepsOf(values, max - min);
  for (const unit of UNITS) {
    const bits = bitsFor(((steps?.most ?? max - min) + (nothing ? unit : 0)) / unit);
    if (bits > 32 || (unit > 1 && max - min < unit)) continue;
    if (steps !== null) {
      const base = values[0]! - steps.least;
      if (fillFloatSteps(values, base, steps.least, unit))
        return { form: 'steps', bits, base, unit, least: steps.least, stands: stored };
    } else {
      const base = nothing ? min - unit : min;
      if (fillFloats(values, base, unit))
        return { ...AS_THEY_ARE, form: nothing ? 'values or nothing' : 'values', bits, base, unit };
    }
  }
  return null;
}

/** As `floatForm`: whole numbers of 32 bits always have one. */
function intForm(values: Uint8Array | Uint32Array | Int32Array): Found {
  const ints = values instanceof Uint8Array ? new Int32Array(values) : signed(values);
  let { min, max } = intRange(ints);
  if (values instanceof Uint32Array && min < 0) {
    // Beyond what is signed: rare enough to be held as though they were far apart.
    min = 0;
    max = 0xffffffff;
  }
  const steps = max > MOST_SIGNED ? null : stepsOf(ints, max - min);
  if (steps !== null) {
    const { least } = steps;
    const base = ints[0]! - least;
    fillIntSteps(ints, base, least);
    return { form: 'steps', bits: bitsFor(steps.most), base, unit: 1, least, stands: stored };
  }
  const bits = bitsFor(max - min);
  // From nought where that takes no more, and without a copy.
  const base = min >= 0 && bitsFor(max) === bits ? 0 : min;
  const stands = base === 0 && ints.length % LOT === 0 ? ints : stored;
  if (stands === stored) fillInts(ints, base);
  return { ...AS_THEY_ARE, form: 'values', bits, base, stands };
}

const MOST_SIGNED = 0x7fffffff;

const signed = ({ buffer, byteOffset, length }: Uint32Array | Int32Array): Int32Array =>
  new Int32Array(buffer, byteOffset, length);

interface Range {
  readonly min: number;
  readonly max: number;
}

/** Null where not all numbers are whole; `nothing` where some are NaN. */
function wholeRange(values: Float64Array): (Range & { readonly nothing: boolean }) | null {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  let nothing = false;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value + ROUNDING - ROUNDING !== value) {
      if (!Number.isNaN(value)) return null;
      nothing = true;
      continue;
    }
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { min, max, nothing };
}

/** By the upper half of each number, which has its sign: a nought with a minus has nothing else. */
function hasNegativeNought({ buffer, byteOffset, length }: Float64Array): boolean {
  const halves = new Int32Array(buffer, byteOffset, length * 2);
  for (let i = 1; i < halves.length; i += 2) if (halves[i] === SIGN_ALONE && halves[i - 1] === 0) return true;
  return false;
}

function intRange(values: Int32Array): Range {
  let min = values[0]!;
  let max = min;
  for (let i = 1; i < values.length; i++) {
    const value = values[i]!;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { min, max };
}

/** How much more each is than the one before it, `least` and up to `most` besides, where that is far less than `range`. */
function stepsOf(
  values: Int32Array | Float64Array,
  range: number,
): { readonly least: number; readonly most: number } | null {
  for (const looked of [Math.min(values.length, LOOKED_AT), values.length]) {
    const { min: least, max } = stepRange(values, looked);
    const most = max - least;
    if (!(most >= 0 && Math.log2(most + 1) < WORTH * Math.log2(range + 1))) return null;
    if (looked === values.length) return { least, most };
  }
  return null;
}

function stepRange(values: Int32Array | Float64Array, rows: number): Range {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let i = 1; i < rows; i++) {
    const step = values[i]! - values[i - 1]!;
    if (step < min) min = step;
    if (step > max) max = step;
  }
  return { min, max };
}

/**
 * To tell nought and so many numbers apart; more than 32 where that is too many. One bit more where that makes one plane of
 * several.
 */
function bitsFor(most: number): number {
  if (most > 0xffffffff) return Number.POSITIVE_INFINITY;
  const bits = 32 - Math.clz32(most);
  return bits === 7 || bits === 15 || bits === 31 ? bits + 1 : bits;
}

/** False where one is not a whole number of units from `base`, as no quotient is so exact that it only seems to be. */
function fillFloats(values: Float64Array, base: number, unit: number): boolean {
  for (let i = 0; i < values.length; i++) {
    const units = (values[i]! - base) / unit;
    // Nothing (NaN) becomes 0 in an array of whole numbers by itself.
    unsigned[i] = units;
    if (unsigned[i] !== units && !Number.isNaN(units)) return false;
  }
  return true;
}

function fillFloatSteps(values: Float64Array, base: number, least: number, unit: number): boolean {
  let last = base;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const units = (value - last - least) / unit;
    unsigned[i] = units;
    if (unsigned[i] !== units) return false;
    last = value;
  }
  return true;
}

function fillInts(values: Int32Array, base: number): void {
  for (let i = 0; i < values.length; i++) stored[i] = values[i]! - base;
}

function fillIntSteps(values: Int32Array, base: number, least: number): void {
  let last = base;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    stored[i] = value - last - least;
    last = value;
  }
}

function floats({ base, unit }: Frame, values: Float64Array): void {
  for (let i = 0; i < values.length; i++) values[i] = base + unit * unsigned[i]!;
}

function floatsOrNothing({ base, unit }: Frame, values: Float64Array): void {
  for (let i = 0; i < values.length; i++)
    values[i] = unsigned[i] === 0 ? Number.NaN : base + unit * unsigned[i]!;
}

function floatSteps({ base, unit, least }: Frame, values: Float64Array): void {
  let last = base;
  for (let i = 0; i < values.length; i++) values[i] = last = last + least + unit * unsigned[i]!;
}

function intValues({ base }: Frame, to: Int32Array, rows: number): void {
  const from = base | 0;
  for (let i = 0; i < rows; i++) to[i] = (from + stored[i]!) | 0;
}

function intSteps({ base, least }: Frame, to: Int32Array, rows: number): void {
  const more = least | 0;
  let last = base | 0;
  for (let i = 0; i < rows; i++) to[i] = last = (last + more + stored[i]!) | 0;
}
