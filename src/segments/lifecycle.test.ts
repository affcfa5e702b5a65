import { describe, expect, it } from 'vitest';
import { datasetOf, type OrderRow, type PersonRow } from '../../tests/dataset-of';
import { isoDay, parseIso } from '../core/time/calendar';
import { evaluateRule } from './evaluate-rule';
import { lifecycleIntervals } from './lifecycle';
import { LIFECYCLE_STAGES } from './rule/rule';

const on = (day: string) => parseIso(day) as number;

function stages(people: readonly PersonRow[], orders: readonly OrderRow[], asOf: string) {
  const dataset = datasetOf({ people, orders });
  const out: Record<string, string> = {};
  for (const stage of LIFECYCLE_STAGES) {
    const found = evaluateRule(
      dataset,
      { kind: 'lifecycle', stages: [stage], interval: 'month' },
      { asOf: on(asOf), currency: null, segment: () => null, reportId: null },
    );
    const note = (word: string) => (p: number) => {
      const id = dataset.people.label.dictionary[dataset.people.label.codes[p] as number] as string;
      out[id] = out[id] === undefined ? word : `${out[id]} ${word}`;
    };
    found.in.forEach(note(stage));
    found.unknown.forEach(note(`${stage}?`));
  }
  return out;
}

const bought = (person: string, ...days: string[]): OrderRow[] =>
  days.map((time) => ({ person, time, total: 1 }));
const older = bought('older', '2023-01-05');

describe('lifecycle intervals', () => {
  it('are whole months at month ends, leap years and turns of the year included', () => {
    const days = (asOf: string, interval: 'month' | 'quarter' | 'year' = 'month') => {
      const { now, before } = lifecycleIntervals(on(asOf), interval);
      return [isoDay(before), isoDay(now)];
    };
    expect(days('2024-02-29')).toEqual(['2024-01-01', '2024-02-01']);
    expect(days('2024-04-30')).toEqual(['2024-03-01', '2024-04-01']);
    expect(days('2024-03-31')).toEqual(['2024-02-01', '2024-03-01']);
    expect(days('2024-01-15')).toEqual(['2023-11-16', '2023-12-16']);
    expect(days('2024-06-30', 'quarter')).toEqual(['2024-01-01', '2024-04-01']);
    expect(days('2024-12-31', 'year')).toEqual(['2023-01-01', '2024-01-01']);
  });
});

describe('lifecycle', () => {
  it('tells new, returning, resurrecting and dormant apart', () => {
    const found = stages(
      [],
      [
        ...older,
        ...bought('new', '2024-06-02'),
        ...bought('returning', '2023-01-10', '2024-05-31', '2024-06-01'),
        ...bought('resurrecting', '2024-04-30', '2024-06-30'),
        ...bought('dormant', '2024-05-01'),
      ],
      '2024-06-30',
    );
    expect(found).toEqual({
      new: 'new',
      returning: 'returning',
      resurrecting: 'resurrecting',
      dormant: 'dormant',
    });
  });

  it('never takes the first order held for newness where the history begins too late', () => {
    expect(stages([], bought('a', '2024-06-10'), '2024-06-30')).toEqual({
      a: 'new? returning? resurrecting?',
    });
    expect(stages([{ id: 'a', createdAt: '2024-06-01' }], bought('a', '2024-06-10'), '2024-06-30')).toEqual({
      a: 'new',
    });
    expect(
      stages([{ id: 'a', createdAt: '2022-06-01' }], [...older, ...bought('a', '2024-06-10')], '2024-06-30'),
    ).toEqual({ a: 'resurrecting' });
  });

  it('counts no return as activity', () => {
    const back: OrderRow = { person: 'a', time: '2024-06-10', sale: false, refunded: 1 };
    expect(stages([], [...older, ...bought('a', '2024-05-10'), back], '2024-06-30')).toEqual({
      a: 'dormant',
    });
  });
});
