import { expect, it } from 'vitest';
import { SEGMENT_FAMILIES } from './families';
import { LIBRARY } from './library';

it.each(Object.entries(SEGMENT_FAMILIES))('the family %s is made of ready segments there are', (_, ids) => {
  const known = new Set(LIBRARY.map(({ id }) => `library:${id}`));
  expect(ids.filter((id) => !known.has(id))).toEqual([]);
});
