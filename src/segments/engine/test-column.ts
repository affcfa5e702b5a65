import { type Column, FLAG_UNKNOWN } from '../../core/column';
import { endOfDay, startOfDay } from '../../core/time/calendar';
import type { ValueTest } from '../rule/rule';
import { isNumberTest, numberRange } from './number-range';
import { NO, UNKNOWN, YES } from './trit';

/**
 * Answers a test for each row of a column: no, yes or unknown. Only `is-empty` and `is-filled` answer for a null;
 * a test that makes no sense for the column's type (greater than 3, of a text) is unknown throughout.
 * `moneyScale` turns major units into the column's minor ones.
 */
export function testColumn(
  column: Column,
  test: ValueTest,
  moneyScale: number,
  splitTags = false,
): Uint8Array {
  switch (column.type) {
    case 'text': {
      const answers = new Uint8Array(column.dictionary.length + 1);
      answers[0] = ofNull(test);
      column.dictionary.forEach((value, code) => {
        answers[code + 1] = testText(value, test, splitTags);
      });
      const out = new Uint8Array(column.codes.length);
      for (let i = 0; i < out.length; i++) out[i] = answers[column.codes[i]! + 1]!;
      return out;
    }
    case 'flag': {
      const answers = Uint8Array.of(testFlag(false, test), testFlag(true, test), ofNull(test));
      return column.values.map((v) => answers[v < FLAG_UNKNOWN ? v : FLAG_UNKNOWN]!);
    }
    case 'time':
      return testNumbers(column.values, timeRange(test) ?? plainRange(test, 1), test);
    case 'money':
      return testNumbers(column.values, plainRange(test, moneyScale), test);
    case 'number':
      return testNumbers(column.values, plainRange(test, 1), test);
  }
}

export function testText(value: string, test: ValueTest, splitTags: boolean): number {
  switch (test.op) {
    case 'is-any-of':
    case 'is-none-of': {
      const parts = splitTags ? value.split(/[,;|]/).map((tag) => tag.trim()) : [value];
      const found = parts.some((part) => test.values.includes(part));
      return found === (test.op === 'is-any-of') ? YES : NO;
    }
    case 'contains':
      return folded(value).includes(folded(test.text)) ? YES : NO;
    case 'starts-with':
      return folded(value).startsWith(folded(test.text)) ? YES : NO;
    case 'is-empty':
      return NO;
    case 'is-filled':
      return YES;
    default:
      return UNKNOWN;
  }
}

const folded = (text: string): string => text.normalize('NFC').toLowerCase();

function ofNull(test: ValueTest): number {
  return test.op === 'is-empty' ? YES : test.op === 'is-filled' ? NO : UNKNOWN;
}

function testFlag(value: boolean, test: ValueTest): number {
  switch (test.op) {
    case 'is-yes':
      return value ? YES : NO;
    case 'is-no':
      return value ? NO : YES;
    case 'is-any-of':
      return test.values.includes(value ? 'yes' : 'no') ? YES : NO;
    case 'is-none-of':
      return test.values.includes(value ? 'yes' : 'no') ? NO : YES;
    case 'is-empty':
      return NO;
    case 'is-filled':
      return YES;
    default:
      return UNKNOWN;
  }
}

function timeRange(test: ValueTest): { lo: number; hi: number } | null {
  if (test.op === 'after') return { lo: test.at, hi: Number.POSITIVE_INFINITY };
  if (test.op === 'before')
    return {
      lo: Number.NEGATIVE_INFINITY,
      hi: test.at === startOfDay(test.at) ? endOfDay(test.at) : test.at,
    };
  return null;
}

function plainRange(test: ValueTest, scale: number): { lo: number; hi: number } | null {
  return isNumberTest(test) ? numberRange(test, scale) : null;
}

function testNumbers(
  values: Float64Array,
  range: { readonly lo: number; readonly hi: number } | null,
  test: ValueTest,
): Uint8Array {
  const out = new Uint8Array(values.length);
  if (range !== null) {
    const { lo, hi } = range;
    for (let i = 0; i < out.length; i++) {
      const v = values[i]!;
      // YES or UNKNOWN by their bits, without a branch a row.
      out[i] = (Number(v >= lo) & Number(v <= hi)) | (Number(Number.isNaN(v)) << 1);
    }
    return out;
  }
  const forNull = ofNull(test);
  const forValue = (v: number): number => {
    switch (test.op) {
      case 'is-any-of':
        return test.values.includes(String(v)) ? YES : NO;
      case 'is-none-of':
        return test.values.includes(String(v)) ? NO : YES;
      case 'is-empty':
        return NO;
      case 'is-filled':
        return YES;
      default:
        return UNKNOWN;
    }
  };
  for (let i = 0; i < out.length; i++) {
    const v = values[i]!;
    out[i] = Number.isNaN(v) ? forNull : forValue(v);
  }
  return out;
}
