import { describe, expect, it } from 'vitest';
import type { SegmentView } from '../../../protocol/engine-api';
import { defaultChoice } from './default-choice';

const view = (id: string, size: number) =>
  ({
    segment: { id, grain: 'person', rule: { kind: 'all', rules: [] } },
    size,
    population: 1000,
  }) as unknown as SegmentView;

describe('the first choice of a first visit', () => {
  it('is the values of one column that somebody grouped people by, not the largest of several', () => {
    const telco = [
      view('library:gender:Male', 505),
      view('library:gender:Female', 495),
      view('library:own-column:TechSupport: No', 490),
      view('library:own-column:Contract: One year', 200),
      view('library:own-column:Contract: Month-to-month', 550),
      view('library:own-column:Contract: Two year', 250),
    ];
    expect(defaultChoice(telco).map((id) => id.split(': ')[1])).toEqual([
      'Month-to-month',
      'Two year',
      'One year',
    ]);
    const mailing = [
      view('library:own-column:history_segment: 1) $0 - $100', 400),
      view('library:own-column:history_segment: 2) $100 - $200', 300),
      view('library:own-column:segment: Mens E-Mail', 335),
      view('library:own-column:segment: No E-Mail', 330),
    ];
    expect(defaultChoice(mailing)).toEqual([mailing[2]?.segment.id, mailing[3]?.segment.id]);
  });

  it('is the largest where no column is called so', () => {
    const views = [
      view('library:gender:Male', 300),
      view('library:gender:Female', 400),
      view('library:lone:x', 10),
    ];
    expect(defaultChoice(views)).toEqual(['library:gender:Female', 'library:gender:Male', 'library:lone:x']);
  });
});
