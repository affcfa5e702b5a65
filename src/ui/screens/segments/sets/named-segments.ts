import { labelText } from '../../../state/text';
import { distinctColours } from '../../compare/distinct-colours';
import { viewOf } from '../segments-model';

/** What segments are called and coloured where several stand in one picture. */
export interface NamedSegments {
  readonly name: (id: string) => string;
  readonly colour: (id: string) => number;
  readonly colours: ReadonlyMap<string, number>;
}

export function namedSegments(ids: readonly string[]): NamedSegments {
  const views = ids.map((id) => viewOf(id));
  const colours = distinctColours(views.map((view) => view?.segment.colour ?? 0));
  const colourOf = new Map(ids.map((id, i) => [id, colours[i] ?? 0]));
  const nameOf = new Map(ids.map((id, i) => [id, labelText(views[i]?.segment.name ?? { en: id, pl: id })]));
  return {
    name: (id) => nameOf.get(id) ?? id,
    colour: (id) => colourOf.get(id) ?? 0,
    colours: colourOf,
  };
}
