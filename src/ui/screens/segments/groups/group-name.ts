import type { GroupsView } from '../../../../protocol/engine-api';
import { words } from './words';

/** Nearer to everyone's middle than this many standard deviations marks nobody. */
const LEAST = 0.35;
const MOST_MARKS = 2;

/** What marks the group most, first letter capital: "Many orders, bought lately". */
export function groupName(view: GroupsView, place: number): string {
  const t = words.value;
  const marked = (view.groups[place]?.profile ?? [])
    .map(({ away }, f) => ({ away, id: view.features[f]?.id }))
    .filter(({ away }) => Math.abs(away) >= LEAST)
    .sort((a, b) => Math.abs(b.away) - Math.abs(a.away))
    .slice(0, MOST_MARKS)
    .flatMap(({ away, id }) => (id === undefined ? [] : [t.marks[id][away > 0 ? 'more' : 'less']]));
  const name = marked.length === 0 ? t.middling : marked.join(', ');
  return name.charAt(0).toLocaleUpperCase() + name.slice(1);
}
