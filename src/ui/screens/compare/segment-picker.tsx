import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Locale } from '../../../core/label';
import { formatNumber } from '../../../i18n/format';
import type { SegmentView } from '../../../protocol/engine-api';
import { SEGMENT_KINDS } from '../../../segments/segment';
import { Button } from '../../parts/button';
import { announce } from '../../parts/live-region';
import { SegmentMark } from '../../parts/segment-mark';
import { TextInput } from '../../parts/text-input';
import { useDragOrder } from '../../parts/use-drag-order';
import { MAX_CHOSEN } from '../../state/chosen-segments';
import { words } from './words';

/** Which segments, and in which order: a panel under its button, searched, grouped by kind, with live sizes. */
export function SegmentPicker(props: {
  readonly views: readonly SegmentView[];
  readonly chosen: readonly string[];
  readonly colours: ReadonlyMap<string, number>;
  readonly locale: Locale;
  readonly onChange: (ids: readonly string[]) => void;
  readonly onClose: () => void;
  /** Values of a report instead of segments of customers. */
  readonly values?: boolean;
  /** More are on the way. */
  readonly waiting?: boolean;
}) {
  const { views, chosen, locale, onChange, onClose } = props;
  const t = words.value.picker;
  const [query, setQuery] = useState('');
  const title = useId();
  const search = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => search.current?.focus(), []);

  const groups = useMemo(() => {
    const wanted = plain(query);
    const found = views.filter(
      (v) => wanted === '' || plain(`${v.segment.name[locale]} ${v.segment.name.en}`).includes(wanted),
    );
    return SEGMENT_KINDS.map((kind) => ({
      kind,
      views: found.filter((v) => v.segment.kind === kind),
    })).filter((g) => g.views.length > 0);
  }, [views, query, locale]);
  const byId = useMemo(() => new Map(views.map((v) => [v.segment.id, v])), [views]);
  const full = chosen.length >= MAX_CHOSEN;

  const move = (id: string, to: number) => {
    const rest = chosen.filter((other) => other !== id);
    rest.splice(Math.max(0, Math.min(rest.length, to)), 0, id);
    onChange(rest);
    const name = byId.get(id)?.segment.name[locale] ?? '';
    announce(`${name}: ${rest.indexOf(id) + 1} / ${rest.length}`);
  };

  const { dragged, item } = useDragOrder(move);

  return (
    <div class="picker" role="dialog" aria-labelledby={title}>
      <div class="picker-head">
        <h2 id={title}>{t.title}</h2>
        <span class="ink-soft text-s">{t.chosen(chosen.length, MAX_CHOSEN)}</span>
        <Button size="s" kind="primary" onClick={onClose}>
          {t.done}
        </Button>
      </div>
      {chosen.length > 0 && (
        <ol class="picker-chosen">
          {chosen.map((id, i) => {
            const view = byId.get(id);
            if (!view) return null;
            const name = view.segment.name[locale];
            return (
              <li
                key={id}
                class={dragged === id ? 'picker-row picker-dragged' : 'picker-row'}
                {...item(id, i, name)}
              >
                <SegmentMark colour={props.colours.get(id) ?? view.segment.colour} />
                <span class="picker-name data" dir="auto">
                  {name}
                </span>
                <button
                  type="button"
                  class="picker-icon"
                  aria-label={t.moveUp(name)}
                  disabled={i === 0}
                  onClick={() => move(id, i - 1)}
                >
                  <span aria-hidden="true">↑</span>
                </button>
                <button
                  type="button"
                  class="picker-icon"
                  aria-label={t.moveDown(name)}
                  disabled={i === chosen.length - 1}
                  onClick={() => move(id, i + 1)}
                >
                  <span aria-hidden="true">↓</span>
                </button>
                <button
                  type="button"
                  class="picker-icon"
                  aria-label={t.remove(name)}
                  onClick={() => onChange(chosen.filter((other) => other !== id))}
                >
                  <span aria-hidden="true">×</span>
                </button>
              </li>
            );
          })}
        </ol>
      )}
      {chosen.length > 1 && <p class="text-s ink-soft">{t.reorder}</p>}
      {full && <p class="text-s">{t.full(MAX_CHOSEN)}</p>}
      <TextInput
        type="search"
        width="wide"
        label={props.values ? t.searchValues : t.search}
        placeholder={props.values ? t.searchValues : t.search}
        value={query}
        onInput={setQuery}
        inputRef={search}
      />
      <div class="picker-list">
        {groups.length === 0 && !props.waiting && <p class="ink-soft">{t.none}</p>}
        {props.waiting && (
          <p class="ink-soft text-s" role="status">
            {t.waiting}
          </p>
        )}
        {groups.map((group) => (
          <fieldset key={group.kind}>
            <legend class={props.values ? 'only-read' : 'picker-kind'}>{words.value.kind[group.kind]}</legend>
            {group.views.map((view) => {
              const { id, name } = view.segment;
              const on = chosen.includes(id);
              return (
                <label class="picker-row" key={id} title={view.segment.description[locale]}>
                  <input
                    class="checkbox-box"
                    type="checkbox"
                    checked={on}
                    disabled={!on && (full || view.size === 0)}
                    onChange={() => onChange(on ? chosen.filter((other) => other !== id) : [...chosen, id])}
                  />
                  <SegmentMark colour={props.colours.get(id) ?? view.segment.colour} />
                  <span class="picker-name data" dir="auto">
                    {name[locale]}
                  </span>
                  {!props.values && (
                    <span class="num ink-soft">
                      {view.size === 0 ? t.empty : formatNumber(locale, view.size)}
                    </span>
                  )}
                </label>
              );
            })}
          </fieldset>
        ))}
      </div>
    </div>
  );
}

/** Without case and accents: "zagrozeni" finds "Zagrożeni", "lodz" finds "Łódź". */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[łŁ]/g, 'l').toLowerCase().trim();
}
