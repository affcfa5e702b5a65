import { useEffect, useState } from 'preact/hooks';
import { isAbort } from '../../../core/app-error';
import { en } from '../../../i18n/en/badges';
import { pl } from '../../../i18n/pl/badges';
import type { BadgeSet, BadgesView } from '../../../protocol/engine-api';
import { ErrorNotice } from '../../parts/error-notice';
import { SelectField } from '../../parts/select-field';
import { engine } from '../../state/engine';
import { textOf } from '../../state/text';
import { workspace } from '../../state/workspace';
import { OrderedSegments } from '../segments/ordered-segments';
import { followCatalog } from '../segments/segments-model';

const words = textOf({ en, pl });
/** As many as can be told apart at a glance; the groups of RFM are ten. */
const MOST = 12;

/** Which segments name people on pages, and in what order; on which sites is chosen site by site. */
export function BadgesSection() {
  const t = words.value;
  const [view, setView] = useState<BadgesView | null>(null);
  const [error, setError] = useState<unknown>(null);
  const version = workspace.value?.dataVersion;
  useEffect(() => followCatalog(), []);
  useEffect(() => {
    const stop = new AbortController();
    engine()
      .badges(undefined, { signal: stop.signal })
      .then(setView, (e: unknown) => {
        if (!isAbort(e)) setError(e);
      });
    return () => stop.abort();
  }, [version]);

  const choose = (segmentIds: readonly string[] | null) => {
    setError(null);
    engine().saveBadges({ segmentIds }).then(setView, setError);
  };
  const own = view?.segmentIds ?? null;
  const setIds = (id: BadgeSet) => view?.sets.find((set) => set.id === id)?.segmentIds ?? [];
  const chosen =
    own === null ? 'default' : (view?.sets.find((s) => s.segmentIds.join() === own.join())?.id ?? 'own');

  return (
    <section class="settings-section" aria-labelledby="settings-badges">
      <div>
        <h2 id="settings-badges">{t.title}</h2>
        <p class="ink-soft">{t.lead}</p>
      </div>
      {error !== null && <ErrorNotice error={error} />}
      {view !== null && view.sets.length === 0 && own === null && <p class="ink-soft">{t.none}</p>}
      {view !== null && (view.sets.length > 0 || own !== null) && (
        <>
          <SelectField
            label={t.set}
            value={chosen}
            options={[
              { value: 'default', label: t.default },
              ...view.sets.map(({ id }) => ({ value: id, label: t.sets[id] })),
              { value: 'own', label: t.own },
            ]}
            onChange={(next) => {
              if (next === 'default') choose(null);
              else choose(next === 'own' ? view.groups.slice(0, MOST).map((g) => g.id) : setIds(next));
            }}
          />
          <p class="text-s ink-soft">{t.counts(view.people, view.inNone, view.unknown)}</p>
          {view.gone > 0 && <p class="text-s">{t.gone(view.gone)}</p>}
          {own !== null && (
            <OrderedSegments
              ids={own}
              most={MOST}
              words={t.order}
              onIds={(ids) => choose(ids.length === 0 ? null : ids)}
            />
          )}
        </>
      )}
    </section>
  );
}
