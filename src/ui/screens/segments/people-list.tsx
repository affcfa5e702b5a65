import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { isAbort } from '../../../core/app-error';
import { minorUnits } from '../../../core/minor-units';
import {
  currencyDigits,
  currencySign,
  formatDay,
  formatMoney,
  formatNumber,
  NOTHING,
  numberForCopy,
} from '../../../i18n/format';

import type {
  CsvFormat,
  ExportedFile,
  MemberPage,
  MemberRow,
  MemberSort,
} from '../../../protocol/engine-api';
import { Button } from '../../parts/button';
import { CsvMenu } from '../../parts/csv-menu';
import { ErrorNotice } from '../../parts/error-notice';
import { Pager } from '../../parts/pager';

import { saveFile } from '../../parts/save-file';
import { Table } from '../../parts/table';
import { TextInput } from '../../parts/text-input';
import { locale } from '../../state/locale';
import { csvFormat } from '../../state/settings';
import { text } from '../../state/text';
import { builderText } from './rule-builder-text';
import { segmentsText } from './segments-text';

const PAGE = 50;

/** What a page of people is asked for by, besides its place. */
export interface PeopleAsked {
  readonly sort?: MemberSort;
  readonly typed: string;
}

/** People a page at a time, and the whole list as a file. */
export function PeopleList<Page extends MemberPage>(props: {
  readonly caption: string;
  /** Said where there is nobody. */
  readonly none: ComponentChildren;
  readonly exportLabel: string;
  /** Another page is asked for whenever this changes. */
  readonly of: string;
  readonly load: (offset: number, limit: number, signal: AbortSignal, asked: PeopleAsked) => Promise<Page>;
  /** `load` heeds what is asked: columns sort, and people can be looked for. */
  readonly ordered?: boolean;
  /** Adds a button to each that asks why they are there. */
  readonly onWhy?: (person: MemberRow) => void;
  readonly onPage?: (page: Page) => void;
  readonly exportAs: (format: CsvFormat) => Promise<ExportedFile>;
}) {
  const [offset, setOffset] = useState(0);
  const [page, setPage] = useState<MemberPage | null>(null);
  const [busy, setBusy] = useState(true);
  const [error, setError] = useState<unknown>(null);
  const [sort, setSort] = useState<MemberSort | undefined>(undefined);
  const [typed, setTyped] = useState('');
  const { ordered = false, onWhy } = props;
  const b = builderText.value;
  const t = segmentsText.value.members;
  const lang = locale.value;

  useEffect(() => setOffset(0), [props.of]);
  useEffect(() => {
    const controller = new AbortController();
    setBusy(true);
    props.load(offset, PAGE, controller.signal, { typed, ...(sort === undefined ? {} : { sort }) }).then(
      (answer) => {
        if (controller.signal.aborted) return;
        setPage(answer);
        props.onPage?.(answer);
        setError(null);
        setBusy(false);
      },
      (caught: unknown) => {
        if (controller.signal.aborted || isAbort(caught)) return;
        setError(caught);
        setBusy(false);
      },
    );
    return () => controller.abort();
  }, [props.of, offset, sort, typed]);

  const onExport = async (dialect: CsvFormat['dialect']) => {
    try {
      saveFile(await props.exportAs({ ...csvFormat(), dialect }));
    } catch (caught) {
      setError(caught);
    }
  };

  if (error !== null) return <ErrorNotice error={error} />;
  if (!page) return <p class="ink-soft">{text.value.loading}</p>;
  if (page.total === 0 && typed.trim() === '' && !busy) return <p class="ink-soft">{props.none}</p>;
  const sortable = (by: MemberSort['by']) =>
    ordered ? { sort: ({ row }: { readonly row: MemberRow }) => row[FIELD_OF[by]] } : {};
  const contact = (id: 'name' | 'email') => ({
    id,
    header: b.members[id],
    narrow: true,
    ...sortable(id),
    cell: ({ row }: { readonly row: MemberRow }) => (
      <span class="data" dir="auto" title={row[id] ?? ''}>
        {row[id] ?? NOTHING}
      </span>
    ),
    copy: ({ row }: { readonly row: MemberRow }) => row[id] ?? '',
  });
  // Shown where they say more than the label does.
  const contacts = (['name', 'email'] as const).filter((id) =>
    page.rows.some((row) => row[id] !== null && row[id] !== row.label),
  );
  const currencies = new Set(page.rows.filter((r) => r.revenueMinor !== null).map((r) => r.currency));
  const [currency] = currencies;
  // One currency goes to the header; several stay with their numbers.
  const unit = currencies.size === 1 && currency ? currencySign(lang, currency) : null;
  return (
    <div class="members">
      {ordered && (
        <TextInput
          type="search"
          width="wide"
          label={b.members.search}
          placeholder={b.members.search}
          value={typed}
          onInput={(next) => {
            setOffset(0);
            setTyped(next);
          }}
        />
      )}
      <Table
        {...(ordered
          ? {
              ...(sort === undefined ? {} : { sort: { column: sort.by, down: sort.down } }),
              onSort: ({ column, down }: { readonly column: string; readonly down: boolean }) => {
                setOffset(0);
                setSort({ by: column as MemberSort['by'], down });
              },
            }
          : {})}
        empty={typed.trim() === '' ? props.none : b.members.none(typed.trim())}
        caption={props.caption}
        stale={busy}
        rows={page.rows.map((row, i) => ({ row, i }))}
        rowKey={({ i }) => String(offset + i)}
        tools={<CsvMenu onExport={(dialect) => void onExport(dialect)}>{props.exportLabel}</CsvMenu>}
        columns={[
          {
            id: 'label',
            ...sortable('label'),
            header: t.person,
            rowHeader: true,
            narrow: true,
            cell: ({ row }) => (
              <span class="data" dir="auto" title={row.label}>
                {row.label}
              </span>
            ),
            copy: ({ row }) => row.label,
          },
          ...contacts.map(contact),
          {
            id: 'orders',
            ...sortable('orders'),
            header: t.orders,
            align: 'end',
            cell: ({ row }) => formatNumber(lang, row.orders),
            copy: ({ row }) => String(row.orders),
          },
          {
            id: 'revenue',
            ...sortable('revenue'),
            header: t.revenue,
            ...(unit === null ? {} : { unit }),
            align: 'end',
            cell: ({ row }) =>
              unit === null
                ? formatMoney(lang, row.revenueMinor, row.currency)
                : formatNumber(
                    lang,
                    row.revenueMinor === null ? null : row.revenueMinor / minorUnits(row.currency),
                    currencyDigits(row.currency),
                  ),
            copy: ({ row }) =>
              numberForCopy(
                lang,
                row.revenueMinor === null ? null : row.revenueMinor / minorUnits(row.currency),
              ),
          },
          {
            id: 'lastOrder',
            ...sortable('lastOrder'),
            header: t.lastOrder,
            align: 'end',
            cell: ({ row }) => formatDay(lang, row.lastOrder),
            copy: ({ row }) =>
              row.lastOrder === null ? '' : new Date(row.lastOrder).toISOString().slice(0, 10),
          },
          {
            id: 'country',
            ...sortable('country'),
            header: t.country,
            cell: ({ row }) => <span class="data">{row.country ?? NOTHING}</span>,
            copy: ({ row }) => row.country ?? '',
          },
          ...(onWhy === undefined
            ? []
            : [
                {
                  id: 'why',
                  header: b.members.why,
                  hideHeader: true,
                  cell: ({ row }: { readonly row: MemberRow }) => (
                    <Button
                      kind="quiet"
                      size="s"
                      label={b.why.open(row.name ?? row.label)}
                      onClick={() => onWhy(row)}
                    >
                      {b.why.short}
                    </Button>
                  ),
                },
              ]),
        ]}
      />
      <Pager offset={offset} shown={page.rows.length} total={page.total} page={PAGE} onOffset={setOffset} />
    </div>
  );
}

const FIELD_OF = {
  label: 'label',
  name: 'name',
  email: 'email',
  orders: 'orders',
  revenue: 'revenueMinor',
  lastOrder: 'lastOrder',
  country: 'country',
} as const satisfies Record<MemberSort['by'], keyof MemberRow>;
