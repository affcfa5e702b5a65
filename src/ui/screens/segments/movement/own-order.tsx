import { formatNumber } from '../../../../i18n/format';
import { Button } from '../../../parts/button';
import { SegmentMark } from '../../../parts/segment-mark';
import { Select } from '../../../parts/select';
import { locale } from '../../../state/locale';
import { labelText } from '../../../state/text';
import { catalog, viewOf } from '../segments-model';
import { groupIds, MOST_GROUPS, ownOrder } from './movement-model';
import { words } from './words';

/** The person's own order of segments: the first that holds is where somebody stands. */
export function OwnOrder() {
  const t = words.value.own;
  const ids = groupIds.value;
  const offered = (catalog.value?.segments ?? []).filter(
    ({ segment }) => segment.grain === 'person' && !ids.includes(segment.id),
  );
  const move = (at: number, by: number) => {
    const next = [...ids];
    const [one] = next.splice(at, 1);
    if (one !== undefined) next.splice(at + by, 0, one);
    ownOrder.value = next;
  };
  return (
    <div class="own-order">
      <p class="ink-soft text-s">{ids.length === 0 ? t.none : t.hint}</p>
      <ol>
        {ids.map((id, at) => {
          const view = viewOf(id);
          if (!view) return null;
          const name = labelText(view.segment.name);
          return (
            <li key={id} class="own-order-item">
              <SegmentMark colour={view.segment.colour} />
              <span class="own-order-name data" dir="auto" title={name}>
                {name}
              </span>
              <span class="num ink-soft">{formatNumber(locale.value, view.size)}</span>
              <Button
                size="s"
                kind="quiet"
                label={t.up(name)}
                disabled={at === 0}
                onClick={() => move(at, -1)}
              >
                ↑
              </Button>
              <Button
                size="s"
                kind="quiet"
                label={t.down(name)}
                disabled={at === ids.length - 1}
                onClick={() => move(at, 1)}
              >
                ↓
              </Button>
              <Button
                size="s"
                kind="quiet"
                label={t.remove(name)}
                onClick={() => {
                  ownOrder.value = ids.filter((other) => other !== id);
                }}
              >
                ×
              </Button>
            </li>
          );
        })}
      </ol>
      {ids.length >= MOST_GROUPS ? (
        <p class="ink-soft text-s">{t.full}</p>
      ) : (
        <Select
          label={t.add}
          value=""
          options={[
            { value: '', label: `${t.add}…` },
            ...offered.map(({ segment, size }) => ({
              value: segment.id,
              label: `${labelText(segment.name)} (${formatNumber(locale.value, size)})`,
            })),
          ]}
          onChange={(id) => {
            if (id !== '') ownOrder.value = [...ids, id];
          }}
        />
      )}
    </div>
  );
}
