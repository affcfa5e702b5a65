import { useEffect, useState } from 'preact/hooks';
import { formatDay, formatList, formatNumber, formatPercent } from '../../../../i18n/format';
import type { FirstMatchView, SegmentDraft } from '../../../../protocol/engine-api';
import { firstMatchRules, partRule } from '../../../../segments/rule/set-rules';
import { Button } from '../../../parts/button';
import { Checkbox } from '../../../parts/checkbox';
import { ErrorNotice } from '../../../parts/error-notice';
import { announce } from '../../../parts/live-region';
import { Notice } from '../../../parts/notice';
import { SegmentMark } from '../../../parts/segment-mark';
import { Table } from '../../../parts/table';
import { chosenSegments, MAX_CHOSEN } from '../../../state/chosen-segments';
import { engine } from '../../../state/engine';
import { locale } from '../../../state/locale';
import { goTo } from '../../../state/route';
import { text } from '../../../state/text';
import { segmentsChanged } from '../segments-model';
import type { NamedSegments } from './named-segments';
import { words } from './words';

interface Row {
  readonly key: string;
  readonly place: number | null;
  readonly id: string | null;
  readonly name: string;
  readonly size: number | null;
  readonly exclusive: number;
  readonly taken: FirstMatchView['groups'][number]['taken'];
  readonly untold: number | null;
}

/** Ordered exclusive groups: what each keeps, what earlier ones took, what falls through; kept as segments. */
export function GroupsView(props: {
  readonly groups: FirstMatchView;
  readonly named: NamedSegments;
  readonly stale: boolean;
}) {
  const { groups, named } = props;
  const [withRest, setWithRest] = useState(false);
  const [saved, setSaved] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const t = words.value.groups;
  const lang = locale.value;
  const ids = groups.groups.map(({ id }) => id);
  const key = ids.join('|');
  useEffect(() => {
    setSaved(null);
    setError(null);
  }, [key, withRest]);
  const share = (count: number) =>
    formatPercent(lang, groups.population === 0 ? null : count / groups.population, 1);
  const most = Math.max(1, ...groups.groups.map((g) => g.exclusive), groups.rest);
  const tooMany = withRest && ids.length >= MAX_CHOSEN;

  const rows: Row[] = groups.groups.map((group, i) => ({
    ...group,
    key: group.id,
    place: i + 1,
    name: named.name(group.id),
  }));
  const last = (name: string, exclusive: number): Row => ({
    key: name,
    place: null,
    id: null,
    name,
    size: null,
    exclusive,
    taken: [],
    untold: null,
  });

  const drafts = (): readonly SegmentDraft[] => [
    ...firstMatchRules(ids).map((rule, i) => ({
      name: t.groupName(i + 1, named.name(ids[i] ?? '')),
      description: i === 0 ? '' : t.description(formatList(lang, ids.slice(0, i).map(named.name), 'or')),
      rule,
    })),
    ...(withRest
      ? [
          {
            name: t.groupName(ids.length + 1, t.restName),
            description: t.restDescription,
            rule: partRule([], ids),
          },
        ]
      : []),
  ];
  const onSave = async (compare: boolean) => {
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      const made = await engine().saveSegments({ drafts: drafts() });
      setSaved(made.ids.length);
      announce(t.saved(made.ids.length));
      segmentsChanged();
      if (!compare) return;
      chosenSegments.value = made.ids.slice(0, MAX_CHOSEN);
      goTo('compare');
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };

  const taken = (row: Row) =>
    row.taken.map(({ by, count }) => t.lostTo(formatNumber(lang, count), named.name(by)));
  const lost = (row: Row) => row.taken.reduce((sum, { count }) => sum + count, 0);
  return (
    <div class="sets-view">
      <div>
        <h3>{t.title}</h3>
        <p class="ink-soft text-s">
          {t.subtitle(text.value.count.customers(groups.population), formatDay(lang, groups.asOf))}
        </p>
      </div>
      <Table
        caption={t.title}
        height="all"
        stale={props.stale}
        rows={rows}
        rowKey={(row) => row.key}
        footRows={[
          last(t.rest, groups.rest),
          ...(groups.unknown > 0 ? [last(t.unknown, groups.unknown)] : []),
        ]}
        columns={[
          {
            id: 'order',
            header: t.order,
            align: 'end',
            cell: (row) => (row.place === null ? '' : formatNumber(lang, row.place)),
            copy: (row) => String(row.place ?? ''),
          },
          {
            id: 'segment',
            header: t.segment,
            rowHeader: true,
            cell: (row) => (
              <span class="chart-table-name">
                {row.id !== null && <SegmentMark colour={named.colour(row.id)} />}
                <span class="data" dir="auto">
                  {row.name}
                </span>
              </span>
            ),
            copy: (row) => row.name,
          },
          {
            id: 'size',
            header: t.size,
            align: 'end',
            cell: (row) => (row.size === null ? '' : formatNumber(lang, row.size)),
            copy: (row) => String(row.size ?? ''),
          },
          {
            id: 'lost',
            header: t.lost,
            cell: (row) =>
              row.taken.length === 0 ? (
                <span class="ink-soft">{row.size === null ? '' : '0'}</span>
              ) : (
                <span class="group-lost">
                  <span class="num">{formatNumber(lang, lost(row))}</span>
                  <span class="ink-soft text-s data">{taken(row).join('; ')}</span>
                </span>
              ),
            copy: (row) => taken(row).join('; '),
          },
          ...(groups.groups.some((g) => g.untold > 0)
            ? [
                {
                  id: 'untold',
                  header: t.untold,
                  align: 'end' as const,
                  cell: (row: Row) => (row.untold === null ? '' : formatNumber(lang, row.untold)),
                  copy: (row: Row) => String(row.untold ?? ''),
                },
              ]
            : []),
          {
            id: 'exclusive',
            header: t.exclusive,
            align: 'end',
            cell: (row) => (
              <span class="group-size">
                <span class="group-bar" aria-hidden="true">
                  <span style={{ width: `${(100 * row.exclusive) / most}%` }} />
                </span>
                <span class="num strong">{formatNumber(lang, row.exclusive)}</span>
              </span>
            ),
            copy: (row) => String(row.exclusive),
          },
          {
            id: 'share',
            header: t.share,
            align: 'end',
            cell: (row) => share(row.exclusive),
            copy: (row) => share(row.exclusive),
          },
        ]}
      />
      {groups.unknown > 0 && <p class="ink-soft text-s">{t.unknownWhy(groups.unknown)}</p>}
      <div class="set-save">
        <Checkbox checked={withRest} onChange={setWithRest}>
          {t.withRest} ({formatNumber(lang, groups.rest)})
        </Checkbox>
        <Button kind="primary" disabled={busy || tooMany} onClick={() => void onSave(true)}>
          {t.compare}
        </Button>
        <Button disabled={busy} onClick={() => void onSave(false)}>
          {t.save}
        </Button>
      </div>
      {tooMany && <p class="ink-soft text-s">{t.tooManyWithRest}</p>}
      {error !== null && <ErrorNotice error={error} />}
      {saved !== null && <Notice tone="done" title={t.saved(saved)} />}
    </div>
  );
}
