import { describe, expect, it } from 'vitest';
import { datasetOf } from '../../tests/dataset-of';
import { parseIso } from '../core/time/calendar';
import { evaluateRule } from './evaluate-rule';
import { JOURNEY_STAGES, type JourneyStage } from './rule/rule';

type Rows = Parameters<typeof datasetOf>[0];

function stagesOf(rows: Rows, wanted: readonly (readonly JourneyStage[])[] = JOURNEY_STAGES.map((s) => [s])) {
  const dataset = datasetOf(rows);
  const out: Record<string, string> = {};
  for (const stages of wanted) {
    const found = evaluateRule(
      dataset,
      { kind: 'journey', stages },
      { asOf: parseIso('2024-06-30') as number, currency: null, segment: () => null, reportId: null },
    );
    const note = (mark: string) => (p: number) => {
      const id = dataset.people.label.dictionary[dataset.people.label.codes[p] as number] as string;
      out[id] = [...(out[id] === undefined ? [] : [out[id]]), stages.join('/') + mark].join(' ');
    };
    found.in.forEach(note(''));
    found.unknown.forEach(note('?'));
  }
  return out;
}

// Everybody's usual gap is 10 days, so silence of more than 30 is a lapse.
const pace = ['2024-06-10', '2024-06-20', '2024-06-30'].map((time) => ({ person: 'paced', time }));

describe('the journey', () => {
  it('puts each person at exactly one stage, from what they did', () => {
    const found = stagesOf({
      people: [{ id: 'aware' }, { id: 'reads' }, { id: 'carted' }, { id: 'fan', nps: 10 }],
      orders: [
        ...pace,
        { person: 'once', time: '2024-05-31' },
        { person: 'gone', time: '2024-05-30' },
        { person: 'fan', time: '2024-06-01' },
        { person: 'fan', time: '2024-06-11' },
        { person: 'slow', time: '2023-12-01' },
        { person: 'slow', time: '2024-03-01' },
      ],
      events: [
        { person: 'reads', time: '2024-01-01', kind: 'mail-open' },
        { person: 'carted', time: '2024-01-01', kind: 'visit' },
        { person: 'carted', time: '2024-01-02', kind: 'cart' },
        { person: 'gone', time: '2024-06-29', kind: 'review' },
      ],
    });
    expect(found).toEqual({
      aware: 'awareness',
      reads: 'consideration',
      carted: 'decision',
      fan: 'advocacy',
      paced: 'retention',
      once: 'first-purchase',
      gone: 'lapsed',
      // Away for 121 days, which is less than three of their own gaps of 91.
      slow: 'retention',
    });
  });

  it('leaves open what is not held', () => {
    const noEvents = { people: [{ id: 'quiet' }, { id: 'lead', lifecycleStage: 'Lead' }], orders: pace };
    expect(stagesOf(noEvents)).toEqual({
      quiet: 'awareness? consideration? decision?',
      lead: 'consideration',
      paced: 'retention',
    });
    expect(stagesOf(noEvents, [['awareness', 'consideration', 'decision'], ['lapsed']])['quiet']).toBe(
      'awareness/consideration/decision',
    );
    expect(stagesOf({ orders: [{ person: 'a', time: '2024-01-01' }] })).toEqual({
      a: 'first-purchase? lapsed?',
    });
    const crm = {
      people: [
        { id: 'c', lifecycleStage: 'Customer' },
        { id: 'e', lifecycleStage: 'Evangelist' },
      ],
    };
    expect(stagesOf(crm)).toEqual({ c: 'first-purchase? retention? advocacy? lapsed?', e: 'advocacy' });
  });
});
