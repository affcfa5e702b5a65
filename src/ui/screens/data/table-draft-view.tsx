import { useId } from 'preact/hooks';
import type { TableKind } from '../../../core/fields';
import type { Mapping } from '../../../core/mapping';
import { formatIsoRange, formatList } from '../../../i18n/format';
import { tableTitle } from '../../../ingest/layout/table-title';
import { problemsAsTold } from '../../../ingest/mapping/questions/problems-as-told';
import { isAmountHeader } from '../../../ingest/readings/header-kinds';
import { readingFor } from '../../../ingest/readings/reading-for';
import type { TableSurvey } from '../../../ingest/survey';
import type { TableProposal } from '../../../protocol/engine-api';
import { Button } from '../../parts/button';
import { Checkbox } from '../../parts/checkbox';
import { Disclosure } from '../../parts/disclosure';
import { Field } from '../../parts/field';
import { Notice } from '../../parts/notice';
import { SelectField } from '../../parts/select-field';
import { Table, type TableColumn } from '../../parts/table';
import { TextInput } from '../../parts/text-input';
import { locale } from '../../state/locale';
import { labelText } from '../../state/text';
import { DraftChanges } from './changes/draft-changes';
import { dataText, faultText } from './data-text';
import { DraftTotals } from './draft-totals';
import type { TableDraft } from './import-desk';
import { isDamage } from './is-damage';
import { personalKind, shownFaults, withoutPersonal, withTable } from './mapping-draft';
import { MappingQuestions } from './mapping-questions';
import { MappingRow } from './mapping-row';
import { ProblemList } from './problem-list';

interface SampleRow {
  readonly at: number;
  readonly cells: readonly string[];
}

const KINDS: readonly Exclude<TableKind, 'spend'>[] = ['orders', 'people', 'events', 'reports'];

/** The table is typed whole at every change of its mapping; what is longer is held against its totals when kept. */
const MOST_ROWS_SUMMED = 100_000;

/** Costs are offered where there is an amount, or counts that ads have, to take for them. */
function canBeSpend(mapping: Mapping, survey: TableSurvey): boolean {
  return (
    mapping.table === 'spend' ||
    survey.columns.some((c) => isAmountHeader(c.rawHeader) && readingFor('money', c) !== null)
  );
}

/** One found table: what it was taken for, and the mapping to correct in place. */
export function TableDraftView(props: {
  readonly draft: TableDraft;
  readonly survey: TableSurvey;
  readonly proposal: TableProposal;
  readonly surveyId: string;
  /** The only table of its file. */
  readonly only: boolean;
  readonly sourceKey: number;
  readonly fromPage: boolean;
  readonly disabled: boolean;
  readonly onEdit: (edit: (draft: TableDraft) => TableDraft) => void;
}) {
  const { draft, survey, proposal, disabled, onEdit } = props;
  const headingId = useId();
  const t = dataText.value;
  const lang = locale.value;
  const { mapping } = draft;
  const how = howText(proposal);
  const title = tableTitle(survey, props.only ? 1 : 2) ?? how;
  const left = mapping.columns.filter((m) => m.target.kind === 'left-out').length;
  const personal = mapping.columns.filter((m) => {
    const column = survey.columns.find((c) => c.index === m.source);
    return column && personalKind(mapping.table, m.target, column) !== null;
  });
  const leavable = withoutPersonal(mapping, survey).columns.some(
    (m, i) => m.target.kind === 'left-out' && mapping.columns[i]?.target.kind !== 'left-out',
  );
  const faults = shownFaults(mapping, survey);
  const problems = problemsAsTold(survey, mapping);
  const setMapping = (next: TableDraft['mapping']) => onEdit((d) => ({ ...d, mapping: next }));
  const facts = [
    t.table.rows(survey.rows),
    survey.dateRange && formatIsoRange(lang, survey.dateRange),
    survey.property ?? survey.account,
    survey.totals.length > 0 && t.table.totals(survey.totals.length),
    survey.blankRows > 0 && t.table.blank(survey.blankRows),
  ].filter((fact): fact is string => typeof fact === 'string');

  return (
    <section class="table-draft" aria-labelledby={headingId}>
      <div class="table-draft-head">
        <Checkbox
          checked={draft.keep}
          disabled={disabled || survey.rows === 0}
          onChange={(keep) => onEdit((d) => ({ ...d, keep }))}
          hideLabel
        >
          {t.table.keep}: {title}
        </Checkbox>
        <div class="table-draft-words">
          <h4 id={headingId} class="data" dir="auto">
            {title}
          </h4>
          <p class="ink-soft">{facts.join(' · ')}</p>
          {title !== how && <p class="ink-soft">{how}</p>}
          {proposal.why && <p>{t.table.why[proposal.why]}</p>}
          {proposal.duplicateOf !== null ? (
            <p>{t.table.duplicate}</p>
          ) : (
            proposal.readTwice && <p>{t.table.readTwice}</p>
          )}
        </div>
        {draft.keep && (
          <SelectField
            label={t.table.as}
            value={mapping.table}
            disabled={disabled}
            options={(canBeSpend(mapping, survey) ? [...KINDS, 'spend' as const] : KINDS).map((kind) => ({
              value: kind as TableKind,
              label: t.kinds[kind],
            }))}
            onChange={(kind) => setMapping(withTable(mapping, kind, survey, proposal.mapping))}
          />
        )}
      </div>

      {draft.keep && (
        <div class="table-draft-body">
          {proposal.continues.length > 0 && (
            <DraftChanges
              surveyId={props.surveyId}
              tableIndex={draft.tableIndex}
              mapping={mapping}
              disabled={disabled}
            />
          )}
          {(props.fromPage || survey.totals.length > 0) && survey.rows <= MOST_ROWS_SUMMED && (
            <DraftTotals surveyId={props.surveyId} tableIndex={draft.tableIndex} mapping={mapping} />
          )}
          {proposal.how !== 'remembered' && (
            <MappingQuestions
              draft={draft}
              survey={survey}
              proposal={proposal.mapping}
              sourceKey={props.sourceKey}
              onEdit={onEdit}
            />
          )}
          {faults
            .filter((fault) => fault.column === undefined)
            .map((fault) => (
              <Notice
                key={fault.code}
                tone={fault.level === 'error' ? 'error' : 'warning'}
                title={faultText(fault.code)}
              />
            ))}
          {personal.length > 0 && (
            <Notice
              tone="note"
              title={
                <span class="data">
                  {t.mapping.personalColumns(
                    personal.length,
                    formatList(
                      lang,
                      personal.map((m) => m.header),
                    ),
                  )}
                </span>
              }
              {...(leavable
                ? {
                    actions: (
                      <Button
                        size="s"
                        disabled={disabled}
                        onClick={() => setMapping(withoutPersonal(mapping, survey))}
                      >
                        {t.mapping.leavePersonal}
                      </Button>
                    ),
                  }
                : {})}
            />
          )}
          <Disclosure
            open={proposal.how === 'guessed' || faults.some((fault) => fault.column !== undefined)}
            summary={t.table.columns(mapping.columns.length - left, left)}
          >
            <div class="mapping">
              <div class="mapping-row mapping-heads" aria-hidden="true">
                <span>{t.mapping.source}</span>
                <span>{t.mapping.field}</span>
                <span>{t.mapping.read}</span>
                <span>{t.mapping.notes}</span>
              </div>
              <ul>
                {mapping.columns.map((mapped) => {
                  const column = survey.columns.find((c) => c.index === mapped.source);
                  return (
                    column && (
                      <MappingRow
                        key={mapped.source}
                        column={column}
                        mapped={mapped}
                        mapping={mapping}
                        proposal={proposal.mapping}
                        rows={survey.rows}
                        faults={faults.filter((fault) => fault.column === mapped.source)}
                        disabled={disabled}
                        onChange={setMapping}
                      />
                    )
                  );
                })}
              </ul>
              <div class="table-draft-tools">
                <Button
                  kind="quiet"
                  size="s"
                  disabled={disabled || mapping === proposal.mapping}
                  onClick={() => onEdit((d) => ({ ...d, mapping: proposal.mapping, answered: [] }))}
                >
                  {t.mapping.reset}
                </Button>
              </div>
            </div>
          </Disclosure>
          {mapping.table === 'orders' && <OrderRules draft={draft} disabled={disabled} onEdit={onEdit} />}
          {survey.sample.length > 0 && (
            <Disclosure summary={t.table.firstRows}>
              <Table
                caption={`${t.table.firstRows}: ${title}`}
                rowKey={(row) => String(row.at)}
                rows={survey.sample.map((cells, at) => ({ at, cells }))}
                columns={survey.columns.map(
                  (c): TableColumn<SampleRow> => ({
                    id: String(c.index),
                    header: c.header,
                    narrow: true,
                    align: c.reading.kind === 'number' || c.reading.kind === 'money' ? 'end' : 'start',
                    cell: (row) => (
                      <span class="data" dir="auto" title={row.cells[c.index] ?? ''}>
                        {row.cells[c.index] ?? ''}
                      </span>
                    ),
                    copy: (row) => row.cells[c.index] ?? '',
                  }),
                )}
              />
            </Disclosure>
          )}
          {problems.length > 0 && (
            <Disclosure summary={t.table.problems(problems.length)} open={problems.some(isDamage)}>
              <ProblemList problems={problems} />
            </Disclosure>
          )}
        </div>
      )}
    </section>
  );
}

function howText(proposal: TableProposal): string {
  const t = dataText.value.table.how;
  if (proposal.recognisedAs) return t[proposal.how](labelText(proposal.recognisedAs));
  if (proposal.how === 'remembered') return t.remembered(dataText.value.kinds[proposal.mapping.table]);
  return proposal.keep ? t.guessedKind[proposal.mapping.table] : t.unknown;
}

function OrderRules(props: {
  readonly draft: TableDraft;
  readonly disabled: boolean;
  readonly onEdit: (edit: (draft: TableDraft) => TableDraft) => void;
}) {
  const { draft, disabled, onEdit } = props;
  const t = dataText.value.mapping;
  const { mapping } = draft;
  const change = (more: Partial<TableDraft['mapping']>) =>
    onEdit((d) => ({ ...d, mapping: { ...d.mapping, ...more } }));
  return (
    <Disclosure summary={t.more}>
      <div class="order-rules">
        <SelectField
          label={t.orderRows}
          value={mapping.orderRows}
          disabled={disabled}
          options={(['order', 'line', 'first-line'] as const).map((value) => ({
            value,
            label: t.orderRowsOf[value],
          }))}
          onChange={(orderRows) => change({ orderRows })}
        />
        <Field label={t.cancelPrefix}>
          {(ids) => (
            <TextInput
              ids={ids}
              width="short"
              disabled={disabled}
              value={mapping.cancels.orderIdPrefix ?? ''}
              onInput={(typed) =>
                change({
                  cancels: { ...mapping.cancels, orderIdPrefix: typed.trim() === '' ? null : typed.trim() },
                })
              }
            />
          )}
        </Field>
        <Field label={t.cancelStatuses} hint={t.cancelStatusesHint}>
          {(ids) => (
            <TextInput
              ids={ids}
              disabled={disabled}
              value={mapping.cancels.statuses.join(', ')}
              onInput={(typed) =>
                change({
                  cancels: {
                    ...mapping.cancels,
                    statuses: typed === '' ? [] : typed.split(',').map((s) => s.replace(/^ /, '')),
                  },
                })
              }
            />
          )}
        </Field>
        {mapping.cancels.sales !== undefined && (
          <Field label={t.saleStatuses} hint={t.saleStatusesHint}>
            {(ids) => (
              <TextInput
                ids={ids}
                disabled={disabled}
                value={mapping.cancels.sales?.join(', ') ?? ''}
                onInput={(typed) =>
                  change({
                    cancels: {
                      ...mapping.cancels,
                      sales: typed === '' ? [] : typed.split(',').map((s) => s.replace(/^ /, '')),
                    },
                  })
                }
              />
            )}
          </Field>
        )}
        <Field label={t.refundStatuses} hint={t.refundStatusesHint}>
          {(ids) => (
            <TextInput
              ids={ids}
              disabled={disabled}
              value={mapping.cancels.refunds?.join(', ') ?? ''}
              onInput={(typed) =>
                change({
                  cancels: {
                    ...mapping.cancels,
                    refunds: typed === '' ? [] : typed.split(',').map((s) => s.replace(/^ /, '')),
                  },
                })
              }
            />
          )}
        </Field>
        <Field label={t.idSpace} hint={t.idSpaceHint}>
          {(ids) => (
            <TextInput
              ids={ids}
              disabled={disabled}
              value={mapping.idSpace}
              onInput={(idSpace) => change({ idSpace })}
            />
          )}
        </Field>
      </div>
    </Disclosure>
  );
}
