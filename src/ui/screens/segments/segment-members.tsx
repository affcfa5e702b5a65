import { useState } from 'preact/hooks';
import type { MemberRow } from '../../../protocol/engine-api';
import type { Rule } from '../../../segments/rule/rule';
import { engine } from '../../state/engine';
import { asOf } from '../../state/settings';
import { workspace } from '../../state/workspace';
import { PeopleList } from './people-list';
import { PersonWhy } from './person-why/person-why';
import { segmentsText } from './segments-text';

/** Who is in a segment, in any order, and why; the whole list as a file. */
export function SegmentMembers(props: {
  readonly segmentId: string;
  readonly name: string;
  readonly rule: Rule;
}) {
  const { segmentId, name, rule } = props;
  const [asked, setAsked] = useState<MemberRow | null>(null);
  const t = segmentsText.value.members;
  const at = asOf.value;
  return (
    <>
      <PeopleList
        caption={`${t.title}: ${name}`}
        none={t.none}
        exportLabel={t.export}
        of={JSON.stringify([segmentId, at, workspace.value?.dataVersion])}
        ordered
        load={(offset, limit, signal, sought) =>
          engine().members({ segmentId, asOf: at, offset, limit, ...sought }, { signal })
        }
        onWhy={setAsked}
        exportAs={(format) => engine().exportMembers({ segmentId, asOf: at, format })}
      />
      <PersonWhy rule={rule} person={asked} onPerson={setAsked} />
    </>
  );
}
