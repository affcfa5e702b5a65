import { describe, expect, it } from 'vitest';
import { datasetOf } from '../../../tests/dataset-of';
import { segmentMembers } from '../../../tests/segment-members';
import { wallMs } from '../../core/time/calendar';
import { timeByColumns } from './time-by-columns';

const LIST = datasetOf({
  people: [
    { id: 'a', 'custom:months': 1, 'custom:left': true },
    { id: 'b', 'custom:months': 2, 'custom:left': false },
    { id: 'c', 'custom:months': 3, 'custom:left': true },
    { id: 'd', 'custom:months': 3, 'custom:left': false },
    { id: 'e', 'custom:months': null, 'custom:left': true },
    { id: 'f', 'custom:months': 4, 'custom:left': null },
    { id: 'g', 'custom:months': -1, 'custom:left': true },
  ],
});
const ASKED = { asOf: wallMs(2026, 1, 1), lengthField: 'custom:months', endedField: 'custom:left' };

describe('time by columns', () => {
  it('counts each person as long as the list says, and leaves out whom it says nothing of', () => {
    const times = timeByColumns(LIST, ASKED, [], null);
    expect(times).toMatchObject({ longest: 3, leftOut: 3, everyone: { n: 4, returned: 2 } });
    // One of four after a month; of the two still counted in the third, one.
    expect(times?.everyone.points.map(({ day, atRisk, waiting }) => [day, atRisk, waiting])).toEqual([
      [1, 4, 0.75],
      [3, 2, 0.375],
    ]);
  });

  it('holds a segment against everybody else, and tests nothing of so few', () => {
    const times = timeByColumns(LIST, ASKED, [segmentMembers(LIST.people.size, 'early', [0, 1])], null);
    expect(times?.segments[0]).toMatchObject({
      curve: { n: 2, returned: 1 },
      base: { n: 2, returned: 1 },
      exclusive: null,
      test: null,
    });
  });

  it.each([
    { ...ASKED, lengthField: 'custom:left' },
    { ...ASKED, endedField: 'custom:months' },
    { ...ASKED, lengthField: 'custom:nothing' },
  ])('says nothing of columns of another kind: $lengthField, $endedField', (asked) => {
    expect(timeByColumns(LIST, asked, [], null)).toBeNull();
  });
});
