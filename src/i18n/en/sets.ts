import { plural } from '../plural';

const n = (value: number) => value.toLocaleString('en-GB');
const people = (v: number) => `${n(v)} ${plural('en', v, { one: 'person', other: 'people' })}`;

/** Words of segments as sets, and of the pages beside the list of segments. */
export const en = {
  pages: {
    label: 'Pages of segments',
    segments: 'Segments',
    sets: 'Overlap and sets',
    rfm: 'RFM names',
    occasions: 'Occasions',
    groups: 'Find groups',
    movement: 'Movement',
  },
  title: 'Overlap and sets',
  lead: 'How segments lie to one another, and new segments made of them.',
  pick: {
    title: 'Segments',
    hint: 'The order counts: the first is what others are taken from, and the first match wins.',
    none: 'Choose two segments or more.',
    add: 'Add a segment',
    up: (name: string) => `Move ${name} up`,
    down: (name: string) => `Move ${name} down`,
    remove: (name: string) => `Take ${name} out`,
    full: 'Eight segments at most.',
    moved: (name: string, place: number, of: number) => `${name}: ${n(place)} of ${n(of)}`,
    fromCompare: 'Take the segments being compared',
  },
  tabs: {
    label: 'What to see',
    overlap: 'Overlap',
    likeness: 'Likeness',
    groups: 'First match wins',
  },
  combine: {
    title: 'Combine into one segment',
    any: 'In any of them',
    all: 'In all of them',
    first: (name: string) => `In “${name}”, in none of the others`,
    anyName: (names: string) => `Any of: ${names}`,
    allName: (names: string) => `All of: ${names}`,
    firstName: (first: string, others: string) => `${first}, without: ${others}`,
  },
  result: {
    showPeople: 'Show people',
    hidePeople: 'Hide people',
    people: 'People',
    nobody: 'Nobody is in it.',
    export: 'Export people',
    count: people,
    share: (share: string, population: string) => `${share} of ${population}`,
    description: 'Made of other segments; change them and it follows.',
    close: 'Close',
  },
  overlap: {
    title: 'Who is in which segments together',
    subtitle: (population: string, day: string) =>
      `${population}, as of ${day}. Each stands in one column only.`,
    sentence: (largest: string, count: string, parts: number) =>
      `${n(parts)} ${plural('en', parts, { one: 'part', other: 'parts' })}; the largest is ${largest} with ${count}`,
    sort: 'Sort',
    sorts: { size: 'by size', degree: 'by number of segments' },
    tooMany: 'The overlap is shown of the first six.',
    only: (name: string) => `only ${name}`,
    notIn: (names: string) => `not in ${names}`,
    none: 'In none of them',
    unplaced: 'Can’t be told',
    unplacedWhy: (v: number) =>
      `Of ${people(v)} it can’t be told whether they are in one of the segments, so they stand in no column.`,
    hint: 'Arrow keys walk the columns; Enter opens one.',
    column: { part: 'In these and no other', count: 'People', share: 'Share', degree: 'Segments' },
    empty: 'Nobody is in any of these segments.',
    pick: 'Pick a column to see who stands in it.',
  },
  likeness: {
    title: 'How alike segments are',
    subtitle:
      'Shared people ÷ people in either (Jaccard). 100% would be the same people, 0% nobody in common.',
    cell: (a: string, b: string, value: string, shared: string, either: string) =>
      `${a} and ${b}: ${value}, ${shared} shared of ${either} in either`,
    of: (shared: string, either: string) => `${shared} of ${either}`,
    none: 'none',
    twins: (a: string, b: string, value: string) =>
      `“${a}” and “${b}” are nearly the same people (${value}): comparing them will show little.`,
  },
  groups: {
    title: 'First match wins',
    subtitle: (population: string, day: string) =>
      `Each of ${population} stands in the first segment of the list they are in, as of ${day}.`,
    order: 'No.',
    segment: 'Segment',
    size: 'In it',
    exclusive: 'In the group',
    lost: 'Taken earlier',
    lostTo: (count: string, name: string) => `${count} by ${name}`,
    untold: 'Can’t be told',
    share: 'Share',
    rest: 'Falls through: in none',
    unknown: 'Can’t be placed',
    unknownWhy: (v: number) =>
      `${people(v)} might be in an earlier segment than any they are surely in, and stand in no group.`,
    withRest: 'With everybody else as the last group',
    save: 'Save the groups as segments',
    compare: 'Save and compare',
    groupName: (place: number, name: string) => `${n(place)}. ${name}`,
    restName: 'Everybody else',
    restDescription: 'In none of the groups before.',
    description: (earlier: string) => `In it, and in none of: ${earlier}.`,
    saved: (v: number) =>
      `${n(v)} ${plural('en', v, { one: 'group was', other: 'groups were' })} saved as segments.`,
    tooManyWithRest:
      'With everybody else these are more than eight groups: they can be saved, not compared at once.',
  },
};
