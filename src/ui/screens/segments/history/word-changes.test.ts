import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordChanges } from './word-changes';

describe('what became of a sentence', () => {
  it('is told word by word', () => {
    expect(
      wordChanges('at least 2 orders in the last 90 days', 'at least 3 orders in the last 90 days'),
    ).toEqual([
      { kind: 'same', text: 'at least ' },
      { kind: 'removed', text: '2 ' },
      { kind: 'added', text: '3 ' },
      { kind: 'same', text: 'orders in the last 90 days' },
    ]);
  });

  it('holds every word of both, in order', () => {
    const sentence = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 }).map((w) => w.join(' '));
    const words = (text: string) => text.split(' ').filter((w) => w !== '');
    fc.assert(
      fc.property(sentence, sentence, (before, after) => {
        const changes = wordChanges(before, after);
        const of = (...kinds: readonly string[]) =>
          words(changes.flatMap((c) => (kinds.includes(c.kind) ? [`${c.text} `] : [])).join(''));
        expect(of('same', 'removed')).toEqual(words(before));
        expect(of('same', 'added')).toEqual(words(after));
      }),
    );
  });
});
