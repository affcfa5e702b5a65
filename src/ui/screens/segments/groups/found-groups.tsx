import { formatDay, formatNumber, formatPercent, formatShare } from '../../../../i18n/format';
import { CLEAR_SILHOUETTE, CLOUDS } from '../../../../learn/groups/choose-groups';
import type { GroupsView } from '../../../../protocol/engine-api';
import { FEWEST_GROUPED } from '../../../../segments/groups/find-groups';
import { Disclosure } from '../../../parts/disclosure';
import { Notice } from '../../../parts/notice';
import { Table } from '../../../parts/table';
import { locale } from '../../../state/locale';
import { labelText, text } from '../../../state/text';
import { moneyText } from '../person-why/evidence-text';
import { SaveAsSegment } from '../save-as-segment';
import { groupName } from './group-name';
import { words } from './words';

/** Less than half caught, or of those taken, is a rule not to be trusted. */
const POOR = 0.5;

/** What was found: whether there are groups at all, each with its rule, and all beside everyone. */
export function FoundGroupsView({ view }: { readonly view: GroupsView }) {
  const t = words.value;
  const lang = locale.value;
  const number = (value: number) => formatNumber(lang, value);
  const customers = (value: number) => text.value.count.customers(value);
  if (view.reason !== null)
    return view.reason === 'too-few-people' ? (
      <Notice tone="note" title={t.none['too-few-people'].title(number(FEWEST_GROUPED))}>
        {t.none['too-few-people'].text(customers(view.active))}
      </Notice>
    ) : (
      <Notice tone="note" title={t.none[view.reason].title}>
        {t.none[view.reason].text}
      </Notice>
    );
  const two = (value: number) => formatNumber(lang, value, 2);
  const own = view.tried.find(({ k }) => k === view.k)?.silhouette ?? 0;
  const best = view.tried.reduce((a, b) => (b.silhouette > a.silhouette ? b : a));
  const sample = number(view.sample);
  const lacking = view.active - view.grouped;
  return (
    <div class="groups-found">
      {view.clear ? (
        <Notice tone="done" title={t.clear.title(view.k)}>
          {t.clear.text(two(own), two(view.withoutGroups), sample, CLOUDS)}
        </Notice>
      ) : view.bestClear ? (
        <Notice tone="warning" title={t.asked.title(view.k)}>
          {t.asked.text(two(own), best.k, two(best.silhouette), two(view.withoutGroups), CLOUDS)}{' '}
          {t.unclear.still}
        </Notice>
      ) : (
        <Notice tone="warning" title={t.unclear.title}>
          {t.unclear.text(
            two(best.silhouette),
            two(CLEAR_SILHOUETTE),
            two(view.withoutGroups),
            sample,
            CLOUDS,
          )}{' '}
          {t.unclear.still}
        </Notice>
      )}
      <p class="ink-soft">
        {t.grouped(number(view.grouped), number(view.active), number(view.population))}{' '}
        {lacking > 0 && t.lacking(lacking)}
      </p>
      <ul class="groups-list">
        {view.groups.map((group, place) => {
          const caught = group.right / group.size;
          const right = group.taken === 0 ? 0 : group.right / group.taken;
          const percent = (share: number) => formatPercent(lang, share);
          return (
            <li key={JSON.stringify(group.rule)} class="groups-one">
              <h3>{groupName(view, place)}</h3>
              <p>{t.size(customers(group.size), formatShare(lang, group.size / view.grouped))}</p>
              <p class="data">{labelText(view.sentences[place] ?? { en: '', pl: '' })}</p>
              <p class="ink-soft">{t.match(percent(caught), percent(right), customers(group.taken))}</p>
              {(caught <= POOR || right <= POOR) && <p class="groups-poor">{t.poor}</p>}
              <SaveAsSegment
                rule={group.rule}
                name={groupName(view, place)}
                description={t.description(percent(caught), percent(right), formatDay(lang, view.asOf))}
              />
            </li>
          );
        })}
      </ul>
      <Profile view={view} />
      {view.leftOut.length > 0 && (
        <Disclosure summary={t.leftOut(view.leftOut.length)}>
          <ul>
            {view.leftOut.map(({ id, why, of }) => (
              <li key={id}>
                {t.features[id]}:{' '}
                {why === 'near-copy' ? t.why[why](of === null ? '' : t.features[of]) : t.why[why]}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}

function Profile({ view }: { readonly view: GroupsView }) {
  const t = words.value;
  const lang = locale.value;
  const shown = (f: number, value: number): string => {
    const unit = view.features[f]?.unit;
    if (unit === 'money') return moneyText(value, view.currency);
    return unit === 'share'
      ? formatPercent(lang, value, 1)
      : formatNumber(lang, value, Number.isInteger(value) ? 0 : 1);
  };
  return (
    <div class="groups-profile">
      <Table
        caption={t.profile}
        showCaption
        height="all"
        copy
        rows={view.features.map((feature, f) => ({ ...feature, f }))}
        rowKey={(row) => row.id}
        columns={[
          {
            id: 'what',
            header: t.column,
            rowHeader: true,
            cell: (row) => t.features[row.id],
            copy: (row) => t.features[row.id],
          },
          ...view.groups.map((group, place) => ({
            id: `group-${place}`,
            header: groupName(view, place),
            unit: `n = ${formatNumber(lang, group.size)}`,
            align: 'end' as const,
            cell: (row: { readonly f: number }) => shown(row.f, group.profile[row.f]?.median ?? Number.NaN),
            copy: (row: { readonly f: number }) => shown(row.f, group.profile[row.f]?.median ?? Number.NaN),
          })),
          {
            id: 'everyone',
            header: t.everyone,
            unit: `n = ${formatNumber(lang, view.grouped)}`,
            align: 'end',
            cell: (row) => shown(row.f, row.median),
            copy: (row) => shown(row.f, row.median),
          },
        ]}
      />
      <p class="ink-soft text-s">{t.profileNote}</p>
    </div>
  );
}
