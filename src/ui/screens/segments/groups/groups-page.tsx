import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { formatNumber } from '../../../../i18n/format';
import type { Progress } from '../../../../ingest/survey';
import { FEWEST_GROUPS, MOST_GROUPS } from '../../../../learn/groups/choose-groups';
import type { GroupsRequest, GroupsView } from '../../../../protocol/engine-api';
import { Button } from '../../../parts/button';
import { ErrorNotice } from '../../../parts/error-notice';
import { ProgressBar } from '../../../parts/progress-bar';
import { SelectField } from '../../../parts/select-field';
import { engine } from '../../../state/engine';
import { locale } from '../../../state/locale';
import { asOf, reportingCurrency } from '../../../state/settings';
import { workspace } from '../../../state/workspace';
import { latest } from '../../compare/latest';
import { FoundGroupsView } from './found-groups';
import './groups.css';
import { words } from './words';

const BEST = 'best';
const COUNTS = Array.from({ length: MOST_GROUPS - FEWEST_GROUPS + 1 }, (_, i) => i + FEWEST_GROUPS);

const progress = signal<Progress | null>(null);

/** Kept while one looks elsewhere: what was found costs a while. */
const call = latest<GroupsRequest & { readonly dataVersion: number }, GroupsView>(
  ({ dataVersion: _, ...request }, stop) => {
    progress.value = null;
    return engine().findGroups(request, {
      signal: stop,
      onProgress: (now) => {
        progress.value = now;
      },
    });
  },
);

/** Customers who behave alike, put together and told by rules; asked for by a click, for it takes a moment. */
export function GroupsPage() {
  const t = words.value;
  const lang = locale.value;
  const [count, setCount] = useState<string>(() => String(call.answered.value?.k ?? BEST));
  useEffect(() => () => call.stop(), []);
  const request = {
    asOf: asOf.value,
    currency: reportingCurrency.value,
    k: count === BEST ? null : Number(count),
    dataVersion: workspace.value?.dataVersion ?? 0,
  };
  const view = call.value.value;
  const done = progress.value;
  const answered = call.answered.value;
  const stale =
    answered !== null && JSON.stringify({ ...answered, k: null }) !== JSON.stringify({ ...request, k: null });
  const triedOf = (k: number) => view?.tried.find((one) => one.k === k)?.silhouette ?? null;
  const best = view?.tried.reduce((a, b) => (b.silhouette > a.silhouette ? b : a), { k: 0, silhouette: -2 });
  return (
    <div class="groups">
      <h2>{t.title}</h2>
      <p class="ink-soft">{t.lead}</p>
      <form
        class="groups-ask"
        onSubmit={(event) => {
          event.preventDefault();
          call.askAgain(request);
        }}
      >
        <SelectField
          label={t.count}
          value={count}
          options={[
            { value: BEST, label: best === undefined || best.k === 0 ? t.bestOpen : t.best(best.k) },
            ...COUNTS.map((k) => {
              const silhouette = triedOf(k);
              return {
                value: String(k),
                label:
                  silhouette === null
                    ? formatNumber(lang, k)
                    : t.countOf(k, formatNumber(lang, silhouette, 2)),
              };
            }),
          ]}
          onChange={(next) => {
            setCount(next);
            // The first time it is asked for by the button; then another number is a look at the same.
            if (view !== null) call.ask({ ...request, k: next === BEST ? null : Number(next) });
          }}
        />
        <Button type="submit" kind={view === null || stale ? 'primary' : 'plain'} disabled={call.busy.value}>
          {view === null ? t.find : t.again}
        </Button>
      </form>
      {call.busy.value && (
        <div class="groups-busy">
          <ProgressBar
            label={t.finding}
            value={done === null || done.totalBytes === 0 ? null : done.bytes / done.totalBytes}
          />
          <Button size="s" kind="quiet" onClick={() => call.stop()}>
            {t.cancel}
          </Button>
        </div>
      )}
      {call.error.value !== null && <ErrorNotice error={call.error.value} />}
      {view !== null && (
        <div class={stale || call.busy.value ? 'groups-stale' : undefined} aria-busy={call.busy.value}>
          {stale && !call.busy.value && <p class="ink-soft text-s">{t.stale}</p>}
          <FoundGroupsView view={view} />
        </div>
      )}
    </div>
  );
}
