/** How whole numbers are stored in fewer bytes than they take in memory, without losing any of them. */
export interface NumberForm {
  /** Of each number stored. */
  readonly bytes: 1 | 2 | 4;
  /** `value`: `base + unit × stored`; `step`: how much more than the number before, the one before the first being `base`. */
  readonly by: 'value' | 'step';
  readonly base: number;
  readonly unit: number;
}

export type Numbers = Uint32Array | Int32Array | Float64Array;
export type Narrow = Uint8Array | Uint16Array | Uint32Array;

/** Times are mostly of whole days or seconds. */
const UNITS = [86_400_000, 1000, 1] as const;
/** Smaller whole numbers, and what they differ by, are exact. */
const EXACT = 2 ** 51;
/** Added and taken away again, it leaves none of less than `EXACT` as it is but whole numbers: the fast form of rounding. */
const ROUNDING = 1.5 * 2 ** 52;
const MOST = { 1: 0xff, 2: 0xffff, 4: 0xffffffff } as const;
const SIGN_ALONE = -(2 ** 31);

/** The fast form of `numberForm` for codes, which are known to be `least` at least and `most` at most. */
export function codeForm(least: number, most: number): NumberForm | null {
  const bytes = bytesFor(most - least);
  return bytes === null || bytes === 4 ? null : { bytes, by: 'value', base: least, unit: 1 };
}

/** The narrowest form that brings every number back as it is; null where none is narrower than the array. */
export function numberForm(values: Numbers): NumberForm | null {
  return values instanceof Float64Array ? floatForm(values) : intForm(values);
}

/** Numbers `from` up to `to` as they are stored. */
export function narrowNumbers(values: Numbers, form: NumberForm, from: number, to: number): Narrow {
  const into = narrowArray(form, to - from);
  if (values instanceof Float64Array) narrowFloats(values, form, from, into);
  else if (form.by === 'step') narrowSteps(values, form, from, into);
  else narrowInts(values, form, from, into);
  return into;
}

function narrowFloats(values: Float64Array, { base, unit }: NumberForm, from: number, into: Narrow): void {
  // Nothing (NaN) becomes 0 in an array of whole numbers by itself.
  if (unit === 1) for (let i = 0; i < into.length; i++) into[i] = values[from + i]! - base;
  else for (let i = 0; i < into.length; i++) into[i] = (values[from + i]! - base) / unit;
}

function narrowInts(
  values: Uint32Array | Int32Array,
  { base }: NumberForm,
  from: number,
  into: Narrow,
): void {
  for (let i = 0; i < into.length; i++) into[i] = values[from + i]! - base;
}

function narrowSteps(
  values: Uint32Array | Int32Array,
  { base }: NumberForm,
  from: number,
  into: Narrow,
): void {
  let last = from === 0 ? base : values[from - 1]!;
  for (let i = 0; i < into.length; i++) {
    const value = values[from + i]!;
    into[i] = value - last;
    last = value;
  }
}

/** Puts what is stored back into `values` from `at` on; whatever stands before it must be there already. */
export function widenNumbers(block: ArrayBuffer, form: NumberForm, values: Numbers, at: number): number {
  const stored =
    form.bytes === 1
      ? new Uint8Array(block)
      : form.bytes === 2
        ? new Uint16Array(block)
        : new Uint32Array(block);
  const { base, unit } = form;
  if (form.by === 'step') {
    let last = at === 0 ? base : values[at - 1]!;
    for (let i = 0; i < stored.length; i++) values[at + i] = last += stored[i]!;
  } else if (values instanceof Float64Array) {
    for (let i = 0; i < stored.length; i++)
      values[at + i] = stored[i] === 0 ? Number.NaN : base + unit * stored[i]!;
  } else for (let i = 0; i < stored.length; i++) values[at + i] = base + stored[i]!;
  return stored.length;
}

/** Nothing (NaN) is stored as 0, the least number as 1. */
function floatForm(values: Float64Array): NumberForm | null {
  const range = wholeRange(values);
  if (range === null) return null;
  const { min, max } = range;
  if (min > max) return { bytes: 1, by: 'value', base: 0, unit: 1 };
  if (min <= -EXACT || max >= EXACT) return null;
  for (const unit of UNITS) {
    const bytes = bytesFor((max - min) / unit + 1);
    if (bytes !== null && (unit === 1 || areMultiples(values, min, unit)))
      return { bytes, by: 'value', base: min - unit, unit };
  }
  return null;
}

interface Range {
  readonly min: number;
  readonly max: number;
}

/** Null where not all numbers are whole. A loop with little behind it, as its first call is compiled while it runs. */
function wholeRange(values: Float64Array): Range | null {
  // The upper half of each number, with its sign.
  const halves = new Int32Array(values.buffer, values.byteOffset, values.length * 2);
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value + ROUNDING - ROUNDING !== value) {
      if (Number.isNaN(value)) continue;
      return null;
    }
    // A nought with a minus has nothing else; asking for nought first would be guessed wrong half of the time.
    if (halves[i * 2 + 1] === SIGN_ALONE) return null;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { min, max };
}

function areMultiples(values: Float64Array, from: number, unit: number): boolean {
  for (let i = 0; i < values.length; i++) {
    const distance = values[i]! - from;
    if (!Number.isNaN(distance) && Math.floor(distance / unit) * unit !== distance) return false;
  }
  return true;
}

function intForm(values: Uint32Array | Int32Array): NumberForm | null {
  if (values.length === 0) return null;
  const { min, max } = intRange(values);
  const byValue = bytesFor(max - min) ?? 4;
  if (byValue === 1) return { bytes: 1, by: 'value', base: min, unit: 1 };
  const byStep = bytesFor(largestStep(values)) ?? 4;
  if (byStep < byValue) return { bytes: byStep, by: 'step', base: values[0]!, unit: 1 };
  return byValue === 4 ? null : { bytes: byValue, by: 'value', base: min, unit: 1 };
}

function intRange(values: Uint32Array | Int32Array): Range {
  let min = values[0]!;
  let max = min;
  for (let i = 1; i < values.length; i++) {
    const value = values[i]!;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { min, max };
}

/** Infinite where one is less than the one before it. */
function largestStep(values: Uint32Array | Int32Array): number {
  let step = 0;
  for (let i = 1; i < values.length; i++) {
    const more = values[i]! - values[i - 1]!;
    if (more < 0) return Number.POSITIVE_INFINITY;
    if (more > step) step = more;
  }
  return step;
}

function bytesFor(most: number): 1 | 2 | 4 | null {
  return most <= MOST[1] ? 1 : most <= MOST[2] ? 2 : most <= MOST[4] ? 4 : null;
}

function narrowArray({ bytes }: NumberForm, length: number): Narrow {
  return bytes === 1
    ? new Uint8Array(length)
    : bytes === 2
      ? new Uint16Array(length)
      : new Uint32Array(length);
}
