import { describe, expect, it } from 'vitest';
import { memoryEngine } from '../../../tests/memory-engine';
import { stepsFor } from '../../compare/next-steps/next-steps';
import { parseOwnSteps } from './parse-own-steps';

const STEPS = { content: 'Show the looks', offer: '', channel: 'Mail', timing: 'May', goal: '' };
const own = { segmentId: 'library:champions', aim: null, steps: STEPS };

describe('what the person wrote in place of suggested steps', () => {
  it.each([
    ['nothing', null],
    ['no list', { ...own }],
    ['a list of anything else', ['a', 1, null, [], {}]],
    ['no segment', [{ ...own, segmentId: '' }]],
    ['a goal that is no text', [{ ...own, aim: 3 }]],
    ['no steps', [{ ...own, steps: null }]],
  ])('is none where what was stored is %s', (_, raw) => {
    expect(parseOwnSteps(raw)).toEqual([]);
  });

  it('keeps what is sound of a list, empties what is no text, and cuts what has no end', () => {
    const odd = { ...own, aim: 'revenue', steps: { content: 7, offer: 'x'.repeat(5000), more: 'y' } };
    expect(parseOwnSteps([{ segmentId: 1 }, own, odd])).toEqual([
      own,
      {
        segmentId: own.segmentId,
        aim: 'revenue',
        steps: { content: '', offer: 'x'.repeat(2000), channel: '', timing: '', goal: '' },
      },
    ]);
  });

  it('is one of a segment and a goal, replaced by the next and dropped for the suggestion', async () => {
    const { engine, another } = memoryEngine();
    expect(await engine.nextSteps(null)).toEqual([]);
    await engine.saveNextSteps(own);
    await engine.saveNextSteps({ ...own, aim: 'revenue', steps: { ...STEPS, timing: 'June' } });
    await engine.saveNextSteps({ ...own, segmentId: 'own:1' });
    const renewed = { ...own, steps: { ...STEPS, offer: 'None' } };
    await engine.saveNextSteps(renewed);
    // Another worker over the same store reads what was kept.
    const kept = await another().nextSteps(null);
    expect(kept).toHaveLength(3);
    expect(stepsFor(kept, own.segmentId, 'person', null, 'en')).toEqual({
      steps: renewed.steps,
      edited: true,
    });
    expect(stepsFor(kept, own.segmentId, 'person', 'revenue', 'pl').steps.timing).toBe('June');
    expect(stepsFor(kept, own.segmentId, 'person', 'retention', 'en').edited).toBe(false);

    await engine.saveNextSteps({ ...own, steps: null });
    const left = await another().nextSteps(null);
    expect(left.map(({ segmentId, aim }) => [segmentId, aim])).toEqual([
      ['library:champions', 'revenue'],
      ['own:1', null],
    ]);
    expect(stepsFor(left, own.segmentId, 'person', null, 'en').edited).toBe(false);
  });

  it('goes with everything else', async () => {
    const { engine } = memoryEngine();
    await engine.saveNextSteps(own);
    await engine.deleteEverything(undefined);
    expect(await engine.nextSteps(null)).toEqual([]);
  });
});
