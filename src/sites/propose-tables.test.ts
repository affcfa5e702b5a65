import { describe, expect, it } from 'vitest';
import { proposalsOf } from '../../tests/proposals-of';

describe('proposeTables', () => {
  it('gives one proposal a table, in order', async () => {
    const { tables, survey } = await proposalsOf(
      'two.csv',
      '# Start date: 20260101\n# End date: 20260131\nCountry,Sessions\nPL,10\nDE,4\n\n# Start date: 20260101\n# End date: 20260131\nCity,Sessions\nKraków,9\nBerlin,4\n',
    );
    expect(survey.tables).toHaveLength(2);
    expect(tables.map((t) => t.tableIndex)).toEqual([0, 1]);
  });

  it('keeps no table without rows', async () => {
    const { tables } = await proposalsOf('empty.csv', 'Order ID,Date,Total\n');
    expect(tables.map((t) => [t.keep, t.why])).toEqual(tables.map(() => [false, 'empty']));
  });

  it('keeps a narrower table whose values are not those of the wider one', async () => {
    const block = '# Start date: 20260101\n# End date: 20260131\n';
    const { tables } = await proposalsOf(
      'stack.csv',
      `${block}City,Users\nKraków,10\nŁódź,4\n\n${block}City,Users,New users\nKraków,11,2\nŁódź,5,1\n`,
    );
    expect(tables.map((t) => t.why)).toEqual([null, null]);
  });

  it('keeps twins of two date ranges apart', async () => {
    const { tables } = await proposalsOf(
      'twins.csv',
      '# Start date: 20260101\n# End date: 20260131\nCity,Users\nKraków,10\nŁódź,4\n\n# Start date: 20250101\n# End date: 20250131\nCity,Users\nKraków,10\nŁódź,4\n',
    );
    expect(tables.map((t) => t.why)).toEqual([null, null]);
  });

  it('sets aside what could not be imported as it is mapped', async () => {
    const { tables } = await proposalsOf('filters.csv', 'Filter,Value\nSearch type,Web\nPage,+/blog/\n');
    expect(tables[0]).toMatchObject({ keep: false, why: null, how: 'guessed' });
  });

  it('never mistakes a header for an object’s own property', async () => {
    const { tables } = await proposalsOf('odd.csv', '__proto__,constructor,toString\na,1,2\nb,3,4\nc,5,6\n');
    expect(tables[0]?.mapping.columns.map((c) => c.header)).toEqual(['__proto__', 'constructor', 'toString']);
  });
});
