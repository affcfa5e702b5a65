import { useEffect, useState } from 'preact/hooks';
import { isAbort } from '../../../core/app-error';
import type { ExchangeRate } from '../../../core/money/exchange-rate';
import { formatDay } from '../../../i18n/format';
import type { RatePair, RatesPage } from '../../../protocol/engine-api';
import { Button } from '../../parts/button';
import { ErrorNotice } from '../../parts/error-notice';
import { Field } from '../../parts/field';
import { announce } from '../../parts/live-region';
import { parseTyped } from '../../parts/number-input';
import { Select } from '../../parts/select';
import { Table, type TableColumn } from '../../parts/table';
import { TextInput } from '../../parts/text-input';
import { engine } from '../../state/engine';
import { locale } from '../../state/locale';
import { text } from '../../state/text';
import { CurrencySelect } from './currency-select';
import { rateText } from './rate-text';
import { change, saving, settings, settingsText } from './settings-model';

const PAGE = 25;
const placeOf = ({ day, from, to }: ExchangeRate): string => `${from}/${to} ${day}`;

/** Rates held, a page at a time, each to be changed or taken out where it stands; and one to be typed in. */
export function RatesTable(props: { readonly pairs: readonly RatePair[]; readonly into: string | null }) {
  const t = settingsText.value.rates;
  const lang = locale.value;
  const [currency, setCurrency] = useState<string | null>(null);
  const [offset, setOffset] = useState(0);
  const [page, setPage] = useState<RatesPage | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const [draft, setDraft] = useState('');
  const state = settings.value;

  // Asked again with each change of the settings, which each edit is.
  useEffect(() => {
    const controller = new AbortController();
    engine()
      .rates({ currency, offset, limit: PAGE }, { signal: controller.signal })
      .then(
        (next) => {
          if (next.rows.length === 0 && offset > 0) setOffset(Math.max(0, offset - PAGE));
          else setPage(next);
        },
        (caught: unknown) => {
          if (!isAbort(caught)) setError(caught);
        },
      );
    return () => controller.abort();
  }, [currency, offset, state]);

  const save = async (rate: ExchangeRate) => {
    const value = parseTyped(draft);
    if (value === null || value <= 0) return;
    const done = await change(() => engine().changeRates({ drop: [], put: [{ ...rate, rate: value }] }));
    if (!done) return;
    setEditing(null);
    announce(t.saved);
  };
  const remove = async (rate: ExchangeRate) => {
    if (await change(() => engine().changeRates({ drop: [rate], put: [] }))) announce(t.removed);
  };
  const columns: readonly TableColumn<ExchangeRate>[] = [
    {
      id: 'day',
      header: t.day,
      rowHeader: true,
      cell: (r) => formatDay(lang, Date.parse(r.day)),
      copy: (r) => r.day,
    },
    { id: 'from', header: t.from, cell: (r) => r.from, copy: (r) => r.from },
    {
      id: 'rate',
      header: t.rate,
      unit: t.rateHint,
      align: 'end',
      copy: (r) => String(r.rate),
      cell: (r) =>
        editing === placeOf(r) ? (
          <form
            class="rate-edit"
            onSubmit={(event) => {
              event.preventDefault();
              void save(r);
            }}
          >
            <TextInput
              label={t.edit(r.day, `${r.from}/${r.to}`)}
              width="short"
              value={draft}
              onInput={setDraft}
              inputRef={(node) => node?.focus()}
            />
            <Button size="s" type="submit" disabled={!((parseTyped(draft) ?? 0) > 0) || saving.value}>
              {text.value.action.save}
            </Button>
            <Button size="s" kind="quiet" onClick={() => setEditing(null)}>
              {text.value.action.cancel}
            </Button>
          </form>
        ) : (
          rateText(lang, r.rate)
        ),
    },
    { id: 'to', header: t.to, cell: (r) => r.to, copy: (r) => r.to },
    {
      id: 'actions',
      header: t.actions,
      hideHeader: true,
      cell: (r) =>
        editing === placeOf(r) ? null : (
          <span class="rate-actions">
            <Button
              size="s"
              kind="quiet"
              label={t.edit(r.day, `${r.from}/${r.to}`)}
              onClick={() => {
                setDraft(rateText(lang, r.rate));
                setEditing(placeOf(r));
              }}
            >
              {text.value.action.edit}
            </Button>
            <Button
              size="s"
              kind="quiet"
              disabled={saving.value}
              label={t.remove(r.day, `${r.from}/${r.to}`)}
              onClick={() => void remove(r)}
            >
              {text.value.action.remove}
            </Button>
          </span>
        ),
    },
  ];
  const currencies = [...new Set(props.pairs.flatMap(({ from, to }) => [from, to]))].sort();
  const total = page?.total ?? 0;

  return (
    <>
      <NewRate into={props.into} />
      {error !== null && <ErrorNotice error={error} />}
      {props.pairs.length > 0 && page !== null && (
        <Table
          caption={t.table}
          showCaption
          rows={page.rows}
          rowKey={placeOf}
          columns={columns}
          tools={
            <span class="rates-tools">
              <Select
                size="s"
                label={t.filter}
                value={currency ?? ''}
                options={[
                  { value: '', label: t.everyCurrency },
                  ...currencies.map((code) => ({ value: code, label: code })),
                ]}
                onChange={(code) => {
                  setCurrency(code === '' ? null : code);
                  setOffset(0);
                }}
              />
              {total > PAGE && (
                <>
                  <Button
                    size="s"
                    kind="quiet"
                    label={text.value.table.previous}
                    disabled={offset === 0}
                    onClick={() => setOffset(Math.max(0, offset - PAGE))}
                  >
                    ‹
                  </Button>
                  <span>{text.value.table.showing(offset + 1, Math.min(offset + PAGE, total), total)}</span>
                  <Button
                    size="s"
                    kind="quiet"
                    label={text.value.table.next}
                    disabled={offset + PAGE >= total}
                    onClick={() => setOffset(offset + PAGE)}
                  >
                    ›
                  </Button>
                </>
              )}
            </span>
          }
        />
      )}
    </>
  );
}

/** One rate, typed in. */
function NewRate(props: { readonly into: string | null }) {
  const t = settingsText.value.rates;
  const [day, setDay] = useState('');
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const [rate, setRate] = useState('');
  const [wrong, setWrong] = useState(false);
  const into = to ?? props.into;

  const add = async () => {
    const value = parseTyped(rate);
    const whole =
      !Number.isNaN(Date.parse(day)) &&
      from !== null &&
      into !== null &&
      from !== into &&
      value !== null &&
      value > 0;
    setWrong(!whole);
    if (!whole) return;
    const put = [{ day, from, to: into, rate: value }];
    if (!(await change(() => engine().changeRates({ drop: [], put })))) return;
    setRate('');
    announce(t.saved);
  };

  return (
    <form
      class="rate-new"
      aria-label={t.add}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Field label={t.day}>{(ids) => <TextInput ids={ids} type="date" value={day} onInput={setDay} />}</Field>
      <Field label={t.from}>
        {(ids) => <CurrencySelect ids={ids} value={from} none={t.chooseCurrency} onChange={setFrom} />}
      </Field>
      <Field label={t.rate}>
        {(ids) => <TextInput ids={ids} width="short" value={rate} onInput={setRate} />}
      </Field>
      <Field label={t.to}>
        {(ids) => <CurrencySelect ids={ids} value={into} none={t.chooseCurrency} onChange={setTo} />}
      </Field>
      <Button type="submit" disabled={saving.value}>
        {t.addButton}
      </Button>
      {wrong && (
        <p class="field-error" role="alert">
          {t.addError}
        </p>
      )}
    </form>
  );
}
