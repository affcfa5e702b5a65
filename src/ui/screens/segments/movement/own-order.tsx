import { OrderedSegments } from '../ordered-segments';
import { groupIds, MOST_GROUPS, ownOrder } from './movement-model';
import { words } from './words';

/** The person's own order of segments: the first that holds is where somebody stands. */
export function OwnOrder() {
  const t = words.value.own;
  const ids = groupIds.value;
  return (
    <div class="own-order">
      <p class="ink-soft text-s">{ids.length === 0 ? t.none : t.hint}</p>
      <OrderedSegments
        ids={ids}
        most={MOST_GROUPS}
        words={t}
        onIds={(next) => {
          ownOrder.value = next;
        }}
      />
    </div>
  );
}
