import type { SetRequest } from '../../../../protocol/engine-api';
import { Button } from '../../../parts/button';
import { EmptyState } from '../../../parts/empty-state';
import { Tabs } from '../../../parts/tabs';
import { chosenSegments } from '../../../state/chosen-segments';
import { engine } from '../../../state/engine';
import { CallState } from '../../compare/call-state';
import { useAnswer } from '../../compare/use-answer';
import { OrderedSegments } from '../ordered-segments';
import { viewOf } from '../segments-model';
import { Combine } from './combine';
import { GroupsView } from './groups-view';
import { LikenessView } from './likeness-view';
import { namedSegments } from './named-segments';
import { OverlapView } from './overlap-view';
import './sets.css';
import {
  type AskedSets,
  heldIds,
  MOST_DRAWN,
  MOST_SEGMENTS,
  SET_VIEWS,
  setIds,
  setRequest,
  setView,
} from './sets-model';
import { words } from './words';

const asked = ({ version: _, ...request }: AskedSets): SetRequest => request;

/** Segments as sets: how they overlap, how alike they are, groups by first match, and new segments made of them. */
export function SetsPage() {
  const t = words.value;
  const ids = heldIds.value;
  const drawn = ids.slice(0, MOST_DRAWN);
  const overlaps = useAnswer(setRequest(drawn), (request: AskedSets, signal) =>
    engine().overlap(asked(request), { signal }),
  );
  const grouped = useAnswer(setRequest(ids), (request: AskedSets, signal) =>
    engine().firstMatch(asked(request), { signal }),
  );
  const named = namedSegments(ids);
  const enough = ids.length >= 2;
  const overlap = enough ? overlaps.value.value : null;
  const groups = enough ? grouped.value.value : null;
  // An answer of segments no longer chosen has no names any more.
  const known = (of: readonly { readonly id: string }[]) => of.every(({ id }) => ids.includes(id));
  const shownOverlap = overlap && known(overlap.segments) ? overlap : null;
  const shownGroups = groups && known(groups.groups) ? groups : null;
  const compared = chosenSegments.value.filter(
    (id) => viewOf(id)?.segment.grain === 'person' && !ids.includes(id),
  );

  return (
    <div class="sets-page">
      <p class="ink-soft">{t.lead}</p>
      <section class="sets-pick" aria-label={t.pick.title}>
        <h2>{t.pick.title}</h2>
        {enough && <p class="ink-soft text-s">{t.pick.hint}</p>}
        <OrderedSegments
          ids={ids}
          most={MOST_SEGMENTS}
          words={t.pick}
          colours={named.colours}
          onIds={(next) => {
            setIds.value = next;
          }}
        />
        {compared.length > 0 && ids.length < 2 && (
          <Button
            size="s"
            onClick={() => {
              setIds.value = [...ids, ...compared].slice(0, MOST_SEGMENTS);
            }}
          >
            {t.pick.fromCompare}
          </Button>
        )}
      </section>
      {!enough ? (
        <EmptyState title={t.pick.none} />
      ) : (
        <>
          {shownOverlap && ids.length <= MOST_DRAWN && <Combine overlap={shownOverlap} named={named} />}
          <Tabs
            label={t.tabs.label}
            tabs={SET_VIEWS.map((id) => ({ id, label: t.tabs[id] }))}
            selected={setView.value}
            onSelect={(id) => {
              setView.value = id;
            }}
          >
            {setView.value === 'groups' ? (
              <CallState call={grouped} hasValue={groups !== null} />
            ) : (
              <CallState call={overlaps} hasValue={overlap !== null} />
            )}
            {setView.value !== 'groups' && ids.length > MOST_DRAWN && (
              <p class="ink-soft text-s">{t.overlap.tooMany}</p>
            )}
            {setView.value === 'groups'
              ? shownGroups && <GroupsView groups={shownGroups} named={named} stale={grouped.busy.value} />
              : shownOverlap &&
                (setView.value === 'overlap' ? (
                  <OverlapView overlap={shownOverlap} named={named} stale={overlaps.busy.value} />
                ) : (
                  <LikenessView overlap={shownOverlap} named={named} stale={overlaps.busy.value} />
                ))}
          </Tabs>
        </>
      )}
    </div>
  );
}
