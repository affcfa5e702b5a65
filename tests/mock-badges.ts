import type { BadgeMethods, BadgesView } from '../src/protocol/api/badges';
import type { CallOptions, EngineClient } from '../src/protocol/engine-api';
import type { Segment } from '../src/segments/segment';

/** Segments shown on pages, over those of the mock; people fall off from one to the next. */
export function mockBadges(
  answer: <T>(method: keyof BadgeMethods, call: CallOptions | undefined, value: () => T) => Promise<T>,
  people: () => number,
  segments: () => readonly Segment[],
): EngineClient<BadgeMethods> {
  let chosen: readonly string[] | null = null;
  const view = (): BadgesView => {
    const held = segments().filter((s) => s.grain === 'person');
    const value = held.filter((s) => s.kind === 'value').map((s) => s.id);
    const ids = chosen ?? value;
    const groups = held
      .filter((s) => ids.includes(s.id))
      .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
      .map(({ id, name, colour }, i) => ({ id, name, colour, people: Math.floor(people() / 2 ** (i + 2)) }));
    const placed = groups.reduce((sum, g) => sum + g.people, 0);
    return {
      segmentIds: chosen,
      groups,
      people: people(),
      inNone: people() - placed,
      unknown: 0,
      gone: 0,
      sets: value.length === 0 ? [] : [{ id: 'rfm', segmentIds: value }],
    };
  };
  return {
    badges: (_, call) => answer('badges', call, view),
    saveBadges: ({ segmentIds }, call) =>
      answer('saveBadges', call, () => {
        chosen = segmentIds;
        return view();
      }),
    refreshBadges: (_, call) => answer('refreshBadges', call, () => ({ keys: 3 * people() })),
  };
}
