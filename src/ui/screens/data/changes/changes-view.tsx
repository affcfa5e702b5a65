import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { PassportChanges } from '../../../../core/passport';
import { formatDay, formatList, formatNumber, formatRange } from '../../../../i18n/format';
import type { ChangeKind } from '../../../../ingest/overlap/capture-changes';
import type { ChangedRecordView, ChangePageRequest, ChangesAnswer } from '../../../../protocol/engine-api';
import { Button } from '../../../parts/button';
import { Pager } from '../../../parts/pager';
import { Table } from '../../../parts/table';
import { locale } from '../../../state/locale';
import { CallState } from '../../compare/call-state';
import { useAnswer } from '../../compare/use-answer';
import './changes.css';
import { changesText, shownText } from './changes-text';

const PAGE = 20;
const KINDS: readonly ChangeKind[] = ['new', 'changed', 'unchanged', 'gone'];

/** New, changed, unchanged, gone: how many, and which when asked, each field before and after. */
export function ChangesView(props: {
  readonly changes: PassportChanges;
  /** Another page is asked for whenever this changes. */
  readonly of: string;
  readonly load: (page: ChangePageRequest, signal: AbortSignal) => Promise<ChangesAnswer>;
  /** What may be done about what is gone. */
  readonly gone?: ComponentChildren;
}) {
  const { changes } = props;
  const [kind, setKind] = useState<ChangeKind | null>(null);
  const t = changesText.value;
  const lang = locale.value;
  return (
    <div class="changes">
      <p class="data" dir="auto">
        {t.against(formatList(lang, changes.earlier))} {t.rule[changes.unit]}
      </p>
      <div class="changes-kinds">
        {KINDS.map((k) => (
          <Button
            key={k}
            size="s"
            kind={kind === k ? 'plain' : 'quiet'}
            disabled={changes[k] === 0}
            expanded={kind === k}
            onClick={() => setKind(kind === k ? null : k)}
          >
            {t.counted(t.kinds[k], formatNumber(lang, changes[k]))}
          </Button>
        ))}
      </div>
      {changes.fields.length > 0 && (
        <p class="ink-soft data" dir="auto">
          {t.fields(changes.fields.map((f) => t.field(f.header, formatNumber(lang, f.records))).join(' · '))}
        </p>
      )}
      {changes.columnsNew.length > 0 && (
        <p class="ink-soft data" dir="auto">
          {t.columnsNew(changes.columnsNew.join(' · '))}
        </p>
      )}
      {changes.columnsGone.length > 0 && (
        <p class="ink-soft data" dir="auto">
          {t.columnsGone(changes.columnsGone.join(' · '))}
        </p>
      )}
      {changes.gone > 0 && (
        <div class="changes-gone">
          <p class="ink-soft">
            {changes.goneLeftOut
              ? t.goneLeftOut
              : t.goneWhy(
                  changes.span === null ? null : formatRange(lang, changes.span.from, changes.span.to),
                )}
          </p>
          {props.gone}
        </div>
      )}
      {kind !== null && (
        <ChangedRecords key={kind} kind={kind} unit={changes.unit} of={props.of} load={props.load} />
      )}
    </div>
  );
}

function ChangedRecords(props: {
  readonly kind: ChangeKind;
  readonly unit: PassportChanges['unit'];
  readonly of: string;
  readonly load: (page: ChangePageRequest, signal: AbortSignal) => Promise<ChangesAnswer>;
}) {
  const { kind, unit } = props;
  const [offset, setOffset] = useState(0);
  const t = changesText.value;
  const call = useAnswer({ of: props.of, kind, offset }, (ask, signal) =>
    props.load({ kind: ask.kind, offset: ask.offset, limit: PAGE }, signal),
  );
  const page = call.value.value;
  const what = (row: ChangedRecordView) =>
    row.fields
      .map((field) =>
        field.before !== null && field.after !== null
          ? t.change(field.header, shownText(field.before), shownText(field.after))
          : t.one(field.header, shownText(field.after ?? field.before ?? [])),
      )
      .join(' · ');
  return (
    <div class="changes-records">
      <CallState call={call} hasValue={page !== null} />
      {page?.changes === null && <p class="ink-soft">{t.none}</p>}
      {page && page.records.length > 0 && (
        <Table
          caption={t.kinds[kind]}
          stale={call.busy.value}
          rows={page.records}
          rowKey={(row) => `${row.label ?? ''} ${row.row}`}
          columns={[
            {
              id: 'which',
              header: t.which[unit],
              rowHeader: true,
              cell: (row) => (
                <span class="data" dir="auto">
                  {row.label ?? formatNumber(locale.value, row.row)}
                </span>
              ),
              copy: (row) => row.label ?? String(row.row),
            },
            {
              id: 'when',
              header: t.when,
              align: 'end',
              cell: (row) => formatDay(locale.value, row.at),
              copy: (row) => (row.at === null ? '' : new Date(row.at).toISOString().slice(0, 10)),
            },
            ...(kind === 'unchanged'
              ? []
              : [
                  {
                    id: 'what',
                    header: kind === 'changed' ? t.what : t.said,
                    cell: (row: ChangedRecordView) => (
                      <span class="data changes-what" dir="auto">
                        {what(row)}
                      </span>
                    ),
                    copy: what,
                  },
                ]),
            {
              id: 'row',
              header: t.record,
              align: 'end',
              cell: (row) => formatNumber(locale.value, row.row),
              copy: (row) => String(row.row),
            },
          ]}
        />
      )}
      {page && (
        <Pager
          offset={offset}
          shown={page.records.length}
          total={page.total}
          page={PAGE}
          onOffset={setOffset}
        />
      )}
    </div>
  );
}
