import { describe, expect, it } from 'vitest';
import { FIRST_QUESTION, parseQuestion } from './question';
import { type CompareLink, linkFromParams, linkToParams } from './question-link';

const again = (link: CompareLink) => linkFromParams(new URLSearchParams(linkToParams(link).toString()));

describe('the address of a comparison', () => {
  it('opens the same view again', () => {
    const link: CompareLink = {
      question: {
        ...FIRST_QUESTION,
        metricIds: ['aov', 'repeat-rate'],
        goal: 'aov',
        measured: { kind: 'after', days: 90 },
        baseSegmentId: 'library:loyal',
        view: 'trend',
      },
      segments: ['library:champions', 'own:1'],
      asOf: Date.UTC(2026, 5, 30),
      currency: 'EUR',
    };
    expect(again(link)).toEqual(link);
  });

  it('carries the values of a report, whatever is in them', () => {
    const ids = ['report:c1:sessionSource:a:b & c=ż', 'report:c1:sessionSource:100%'];
    const link: CompareLink = {
      question: {
        ...FIRST_QUESTION,
        grain: 'aggregate',
        reportId: 'c1',
        dimension: 'sessionSource',
        reportSegments: ids,
      },
      segments: [],
      asOf: null,
      currency: null,
    };
    expect(again(link)).toEqual(link);
  });

  it('is no view without segments, and takes nothing that is not what it should be', () => {
    expect(linkFromParams(new URLSearchParams('goal=aov'))).toBeNull();
    const odd = linkFromParams(new URLSearchParams('s=x&measured=after--5&at=tomorrow&currency=zl&view=pie'));
    expect(odd?.question.measured).toBeNull();
    expect(odd?.question.view).toBe('table');
    expect(odd?.asOf).toBeNull();
    expect(odd?.currency).toBeNull();
  });
});

it('reads a stored question part by part, and drops what is not one', () => {
  expect(parseQuestion('x')).toBeNull();
  expect(parseQuestion({ grain: 'aggregate', metricIds: ['aov', 7, ''], view: 'pie' })).toEqual({
    ...FIRST_QUESTION,
    grain: 'aggregate',
    metricIds: ['aov'],
  });
});
