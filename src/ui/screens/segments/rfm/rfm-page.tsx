import { useState } from 'preact/hooks';
import { formatDay, formatNumber, formatPercent } from '../../../../i18n/format';
import { DIALECT_IDS, type DialectId, type RfmView } from '../../../../protocol/api/rfm';
import { RFM_GROUPS, type RfmGroup, type Rule } from '../../../../segments/rule/rule';
import { RFM_LABELS } from '../../../../segments/stage-labels';
import { HeatMatrix } from '../../../charts/heat-matrix';
import { Button } from '../../../parts/button';
import { EmptyState } from '../../../parts/empty-state';
import { Notice } from '../../../parts/notice';
import { Table } from '../../../parts/table';
import { Tabs } from '../../../parts/tabs';
import { engine } from '../../../state/engine';
import { locale } from '../../../state/locale';
import { persisted } from '../../../state/persisted';
import { asOf, reportingCurrency } from '../../../state/settings';
import { labelText } from '../../../state/text';
import { workspace } from '../../../state/workspace';
import { CallState } from '../../compare/call-state';
import { useAnswer } from '../../compare/use-answer';
import { RuleResult } from '../sets/rule-result';
import { CutsTable } from './cuts-table';
import { NameTable } from './name-table';
import './rfm.css';
import { words } from './words';

const dialect = persisted<DialectId>(
  'rfm-dialect',
  'klaviyo',
  (raw) => DIALECT_IDS.find((id) => id === raw) ?? null,
);

/** The same customers by our RFM groups and another tool's: who changes name, whom it leaves out, by which cuts. */
export function RfmPage() {
  const t = words.value;
  const [turn, setTurn] = useState(0);
  const request = {
    asOf: asOf.value,
    currency: reportingCurrency.value,
    dialect: dialect.value,
    locale: locale.value,
    version: `${workspace.value?.dataVersion} ${turn}`,
  };
  const call = useAnswer(request, ({ version: _, ...asked }: typeof request, signal) =>
    engine().rfm(asked, { signal }),
  );
  const view = call.value.value;
  return (
    <div class="rfm-page">
      <p class="ink-soft">{t.lead}</p>
      <Tabs
        label={t.dialect}
        tabs={DIALECT_IDS.map((id) => ({ id, label: t.dialects[id] }))}
        selected={dialect.value}
        onSelect={(id) => {
          dialect.value = id;
        }}
      >
        <CallState call={call} hasValue={view !== null} />
        {view?.dialect === dialect.value &&
          (view.held ? (
            <div class="rfm-view" aria-busy={call.busy.value || undefined}>
              <Dialect view={view} key={view.dialect} />
              {view.dialect === 'own' && (
                <NameTable
                  key={JSON.stringify(view.table)}
                  table={view.table}
                  changed={view.tableChanged}
                  onSaved={() => setTurn((before) => before + 1)}
                />
              )}
              <CutsTable view={view} />
            </div>
          ) : (
            <EmptyState title={t.tooFew}>{t.tooFewText}</EmptyState>
          ))}
      </Tabs>
    </div>
  );
}

interface Opened {
  readonly title: string;
  readonly name: string;
  readonly rule: Rule;
  readonly count: number;
}

function Dialect(props: { readonly view: RfmView }) {
  const { view } = props;
  const [opened, setOpened] = useState<Opened | null>(null);
  const t = words.value;
  const lang = locale.value;
  const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
  const share = (count: number) => formatPercent(lang, view.buyers === 0 ? null : count / view.buyers, 1);
  const unnamed = sum(view.uncovered);
  const untold = sum(view.untold);
  const listed = [...view.uncoveredCells].sort((a, b) => b.people - a.people);
  const most = Math.max(1, ...view.cross.flat());
  const columns = [
    ...view.groups.map((group) => ({ key: group.id, name: labelText(group.name), rule: group.rule })),
    ...(view.uncoveredRule === null ? [] : [{ key: '-none', name: t.cross.none, rule: view.uncoveredRule }]),
  ];
  const countOf = (ours: number, column: number) =>
    column < view.groups.length ? (view.cross[ours]?.[column] ?? 0) : (view.uncovered[ours] ?? 0);
  const open = (group: RfmGroup, column: (typeof columns)[number], count: number): Opened | null =>
    column.rule === null
      ? null
      : {
          title: t.cross.name(labelText(RFM_LABELS[group]), column.name),
          name: t.cross.name(labelText(RFM_LABELS[group]), column.name),
          rule: { kind: 'all', rules: [{ kind: 'rfm', groups: [group] }, column.rule] },
          count,
        };

  return (
    <>
      <p>
        {view.renamed === 0
          ? t.summaryNone(formatNumber(lang, view.buyers))
          : t.summary(
              formatNumber(lang, view.renamed),
              share(view.renamed),
              formatNumber(lang, view.buyers),
              formatDay(lang, view.asOf),
            )}
      </p>
      {view.uncoveredCells.length === 0 ? (
        <p class="ink-soft">{t.covered}</p>
      ) : (
        <Notice
          tone="note"
          title={t.uncovered(unnamed, view.uncoveredCells.length)}
          kept={listed
            .slice(0, 8)
            .map(({ r, f, m, people }) =>
              t.uncoveredCell(r, f, m.length === 5 ? '' : t.ofMoney(m.join(', ')), people),
            )
            .join(' · ')}
        />
      )}
      {untold > 0 && <p class="ink-soft">{t.untold(untold)}</p>}
      <section class="rfm-part">
        <h2>{t.cross.title}</h2>
        <p class="ink-soft text-s">{t.cross.hint}</p>
        <HeatMatrix
          caption={t.cross.title}
          corner={t.cross.corner}
          columns={columns.map(({ key, name }) => ({
            key,
            name: (
              <span class="data" dir="auto">
                {name}
              </span>
            ),
          }))}
          rows={RFM_GROUPS.map((group, ours) => ({
            key: group,
            name: labelText(RFM_LABELS[group]),
            cells: columns.map((column, i) => {
              const count = countOf(ours, i);
              const one = open(group, column, count);
              return {
                text: count === 0 ? '·' : formatNumber(lang, count),
                heat: count === 0 ? null : count / most,
                label: t.cross.cell(labelText(RFM_LABELS[group]), column.name, count),
                ...(count > 0 && one !== null
                  ? { onOpen: () => setOpened(one), pressed: opened?.title === one.title }
                  : {}),
              };
            }),
          }))}
        />
      </section>
      {opened !== null && (
        <RuleResult
          key={opened.title}
          title={opened.title}
          rule={opened.rule}
          count={opened.count}
          population={view.buyers}
          name={opened.name}
          onClose={() => setOpened(null)}
        />
      )}
      <section class="rfm-part">
        <Table
          caption={t.groups.title}
          showCaption
          height="all"
          rows={view.groups}
          rowKey={(group) => group.id}
          columns={[
            {
              id: 'group',
              header: t.groups.group,
              rowHeader: true,
              cell: (group) => (
                <span class="data" dir="auto">
                  {labelText(group.name)}
                </span>
              ),
              copy: (group) => labelText(group.name),
            },
            {
              id: 'people',
              header: t.groups.people,
              align: 'end',
              sort: (group) => group.people,
              cell: (group) => formatNumber(lang, group.people),
              copy: (group) => String(group.people),
            },
            {
              id: 'share',
              header: t.groups.share,
              align: 'end',
              cell: (group) => share(group.people),
              copy: (group) => share(group.people),
            },
            {
              id: 'open',
              header: t.groups.open,
              hideHeader: true,
              cell: ({ name, rule, people }) =>
                rule !== null && (
                  <Button
                    size="s"
                    label={t.groups.openOf(labelText(name))}
                    onClick={() =>
                      setOpened({
                        title: labelText(name),
                        name: t.groups.name(labelText(name), labelText(view.dialectName)),
                        rule,
                        count: people,
                      })
                    }
                  >
                    {t.groups.open}
                  </Button>
                ),
            },
          ]}
        />
      </section>
    </>
  );
}
