import { engine } from '../../state/engine';
import { asOf } from '../../state/settings';
import { workspace } from '../../state/workspace';
import { PeopleList } from './people-list';
import { segmentsText } from './segments-text';

/** Who is in a segment, a page at a time, and the whole list as a file. */
export function SegmentMembers(props: { readonly segmentId: string; readonly name: string }) {
  const { segmentId, name } = props;
  const t = segmentsText.value.members;
  const at = asOf.value;
  return (
    <PeopleList
      caption={`${t.title}: ${name}`}
      none={t.none}
      exportLabel={t.export}
      of={JSON.stringify([segmentId, at, workspace.value?.dataVersion])}
      load={(offset, limit, signal) => engine().members({ segmentId, asOf: at, offset, limit }, { signal })}
      exportAs={(format) => engine().exportMembers({ segmentId, asOf: at, format })}
    />
  );
}
