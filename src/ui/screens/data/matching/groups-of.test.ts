import { describe, expect, it } from 'vitest';
import type { PersonKeyRef } from '../../../../core/join-decision';
import { groupsOf, OWN } from './groups-of';

const of = (value: string): { readonly ref: PersonKeyRef } => ({
  ref: { key: 'crmId', space: 'crm', value },
});
const people = ['1', '2', '3'].map(of);

describe('groupsOf', () => {
  it('makes one person of one letter, and different people of different ones', () => {
    expect(groupsOf(people, ['A', 'B', 'A'])).toEqual([[people[0]?.ref, people[2]?.ref], [people[1]?.ref]]);
  });

  it('says nothing of whoever is not known', () => {
    expect(groupsOf(people, ['A', 'B', OWN])).toEqual([[people[0]?.ref], [people[1]?.ref]]);
    expect(groupsOf(people, ['A', OWN, OWN])).toBeNull();
    expect(groupsOf([], [])).toBeNull();
  });
});
