import { formatNumber } from '../../../i18n/format';
import { SEGMENT_KINDS } from '../../../segments/segment';
import { Button } from '../../parts/button';
import { classNames } from '../../parts/class-names';
import { announce } from '../../parts/live-region';
import { SegmentMark } from '../../parts/segment-mark';
import { Select } from '../../parts/select';
import { useDragOrder } from '../../parts/use-drag-order';
import { locale } from '../../state/locale';
import { labelText } from '../../state/text';
import './ordered-segments.css';
import { catalog, viewOf } from './segments-model';
import { segmentsText } from './segments-text';

export interface OrderWords {
  readonly add: string;
  readonly full: string;
  up(name: string): string;
  down(name: string): string;
  remove(name: string): string;
  moved?(name: string, place: number, of: number): string;
}

/** Segments in an order the person gives them, by buttons or by dragging; more are added from a list by kind. */
export function OrderedSegments(props: {
  readonly ids: readonly string[];
  readonly onIds: (ids: readonly string[]) => void;
  readonly most: number;
  readonly words: OrderWords;
  readonly colours?: ReadonlyMap<string, number>;
}) {
  const { ids, onIds, most, words: t } = props;
  const lang = locale.value;
  const offered = (catalog.value?.segments ?? []).filter(
    ({ segment }) => segment.grain === 'person' && !ids.includes(segment.id),
  );
  const move = (id: string, to: number) => {
    const next = ids.filter((other) => other !== id);
    next.splice(to, 0, id);
    onIds(next);
    announce(t.moved?.(labelText(viewOf(id)?.segment.name ?? { en: '', pl: '' }), to + 1, next.length) ?? '');
  };
  const { dragged, item } = useDragOrder(move);
  return (
    <div class="ordered">
      <ol>
        {ids.map((id, at) => {
          const view = viewOf(id);
          if (!view) return null;
          const name = labelText(view.segment.name);
          return (
            <li
              key={id}
              class={classNames('ordered-item', dragged === id && 'ordered-dragged')}
              {...item(id, at, name)}
            >
              <SegmentMark colour={props.colours?.get(id) ?? view.segment.colour} />
              <span class="ordered-name data" dir="auto" title={name}>
                {name}
              </span>
              <span class="num ink-soft">{formatNumber(lang, view.size)}</span>
              <Button
                size="s"
                kind="quiet"
                label={t.up(name)}
                disabled={at === 0}
                onClick={() => move(id, at - 1)}
              >
                ↑
              </Button>
              <Button
                size="s"
                kind="quiet"
                label={t.down(name)}
                disabled={at === ids.length - 1}
                onClick={() => move(id, at + 1)}
              >
                ↓
              </Button>
              <Button
                size="s"
                kind="quiet"
                label={t.remove(name)}
                onClick={() => onIds(ids.filter((other) => other !== id))}
              >
                ×
              </Button>
            </li>
          );
        })}
      </ol>
      {ids.length >= most ? (
        <p class="ink-soft text-s">{t.full}</p>
      ) : (
        <Select
          label={t.add}
          value=""
          options={[
            { value: '', label: `${t.add}…` },
            ...(['own', ...SEGMENT_KINDS.filter((kind) => kind !== 'own')] as const).flatMap((kind) => {
              const options = offered
                .filter(({ segment }) => segment.kind === kind)
                .map(({ segment, size }) => ({
                  value: segment.id,
                  label: `${labelText(segment.name)} (${formatNumber(lang, size)})`,
                }));
              return options.length === 0 ? [] : [{ group: segmentsText.value.kinds[kind], options }];
            }),
          ]}
          onChange={(id) => {
            if (id !== '') onIds([...ids, id]);
          }}
        />
      )}
    </div>
  );
}
