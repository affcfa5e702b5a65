import type { ColumnType } from '../../../../../core/column';
import type { NumberTest, ValueTest } from '../../../../../segments/rule/rule';

const TEXT_OPS = ['is-any-of', 'is-none-of', 'contains', 'starts-with', 'is-filled', 'is-empty'] as const;
export const NUMBER_OPS = ['at-least', 'at-most', 'more-than', 'less-than', 'equals', 'between'] as const;

export function newTest(type: ColumnType): ValueTest {
  switch (type) {
    case 'text':
      return { op: 'is-any-of', values: [] };
    case 'flag':
      return { op: 'is-yes' };
    case 'time':
      return { op: 'after', at: Number.NaN };
    case 'number':
    case 'money':
      return { op: 'at-least', value: Number.NaN };
  }
}

/** Tests that make sense for values of a type, most used first. */
export function testsOf(type: ColumnType): readonly ValueTest['op'][] {
  switch (type) {
    case 'text':
      return TEXT_OPS;
    case 'flag':
      return ['is-yes', 'is-no', 'is-filled', 'is-empty'];
    case 'time':
      return ['after', 'before', 'is-filled', 'is-empty'];
    case 'number':
    case 'money':
      return [...NUMBER_OPS, 'is-filled', 'is-empty'];
  }
}

/** The test with another operator, its values carried over where they still mean something. */
export function withOp(test: ValueTest, op: ValueTest['op']): ValueTest {
  switch (op) {
    case 'is-any-of':
    case 'is-none-of':
      return {
        op,
        values: 'values' in test ? test.values : 'text' in test && test.text !== '' ? [test.text] : [],
      };
    case 'contains':
    case 'starts-with':
      return { op, text: 'text' in test ? test.text : 'values' in test ? (test.values[0] ?? '') : '' };
    case 'is-empty':
    case 'is-filled':
    case 'is-yes':
    case 'is-no':
      return { op };
    case 'before':
    case 'after':
      return { op, at: 'at' in test ? test.at : Number.NaN };
    case 'between':
      return 'from' in test
        ? { op, from: test.from, to: test.to }
        : { op, from: 'value' in test ? test.value : Number.NaN, to: Number.NaN };
    default:
      return { op, value: 'value' in test ? test.value : 'from' in test ? test.from : Number.NaN };
  }
}

export function isNumberTest(test: ValueTest): test is NumberTest {
  return 'value' in test || 'from' in test;
}
