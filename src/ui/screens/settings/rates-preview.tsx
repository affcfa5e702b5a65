import { useEffect, useState } from 'preact/hooks';
import { isAbort } from '../../../core/app-error';
import type { ExchangeRate } from '../../../core/money/exchange-rate';
import { formatDay } from '../../../i18n/format';
import type { RatesPreview, RatesQuoted } from '../../../protocol/engine-api';
import { Button } from '../../parts/button';
import { ErrorNotice } from '../../parts/error-notice';
import { Field } from '../../parts/field';
import { announce } from '../../parts/live-region';
import { Notice } from '../../parts/notice';
import { ProgressBar } from '../../parts/progress-bar';
import { SelectField } from '../../parts/select-field';
import { Table } from '../../parts/table';
import { engine } from '../../state/engine';
import { locale } from '../../state/locale';
import { CurrencySelect } from './currency-select';
import { rateText } from './rate-text';
import { change, saving, settingsText } from './settings-model';

/** What was read of a file of rates and what was not, before any of it is kept. */
export function RatesPreviewView(props: { readonly file: File; readonly onDone: () => void }) {
  const { file, onDone } = props;
  const t = settingsText.value.rates;
  const [quoted, setQuoted] = useState<RatesQuoted | null>(null);
  const [as, setAs] = useState<RatesQuoted['as']>('price-in');
  const [preview, setPreview] = useState<RatesPreview | null>(null);
  const [error, setError] = useState<unknown>(null);

  useEffect(() => {
    const controller = new AbortController();
    engine()
      .readRates({ file, quoted }, { signal: controller.signal })
      .then(
        (read) => {
          setError(null);
          setPreview(read);
          if (read.quoted) setAs(read.quoted.as);
        },
        (caught: unknown) => {
          if (!isAbort(caught)) setError(caught);
        },
      );
    return () => controller.abort();
  }, [file, quoted]);

  if (error !== null)
    return (
      <ErrorNotice error={error} of={file.name} actions={<Button onClick={onDone}>{t.cancel}</Button>} />
    );
  if (preview === null) return <ProgressBar label={t.reading(file.name)} value={null} />;
  if (!preview.found)
    return (
      <Notice
        tone="warning"
        urgent
        title={<span class="data">{t.nothing(file.name)}</span>}
        todo={t.nothingTodo}
        actions={<Button onClick={onDone}>{t.cancel}</Button>}
      />
    );
  const same = preview.rates - preview.added - preview.replaced;
  const facts = [
    preview.added > 0 && t.added(preview.added),
    preview.replaced > 0 && t.replaced(preview.replaced),
    same > 0 && t.same(same),
    preview.rowsSetApart > 0 && t.setApart(preview.rowsSetApart),
  ].filter((fact): fact is string => typeof fact === 'string');

  return (
    <div class="rates-preview" aria-live="polite">
      <p>
        {t.found(preview.rates, preview.pairs.length)}{' '}
        <span class="data strong" dir="auto">
          {file.name}
        </span>
        {facts.length > 0 && `: ${facts.join(', ')}`}.
      </p>
      {!preview.certain && (
        <Notice
          tone={preview.quoted === null ? 'warning' : 'note'}
          title={preview.quoted === null ? t.askedTodo : t.assumed}
        />
      )}
      {(!preview.certain || quoted !== null) && (
        <div class="settings-fields">
          <SelectField
            label={t.asked}
            value={as}
            options={[
              { value: 'price-in', label: t.priceIn },
              { value: 'per-one', label: t.perOne },
            ]}
            onChange={(next) => {
              setAs(next);
              const currency = quoted?.currency ?? preview.quoted?.currency;
              if (currency) setQuoted({ as: next, currency });
            }}
          />
          <Field label={t.quotedCurrency}>
            {(ids) => (
              <CurrencySelect
                ids={ids}
                value={preview.quoted?.currency ?? null}
                none={t.chooseCurrency}
                onChange={(currency) => setQuoted(currency === null ? null : { as, currency })}
              />
            )}
          </Field>
        </div>
      )}
      {preview.sample.length > 0 && (
        <Table
          caption={t.example}
          showCaption
          copy={false}
          rows={preview.sample}
          rowKey={(r: ExchangeRate) => `${r.from}/${r.to}`}
          columns={[
            { id: 'pair', header: t.from, rowHeader: true, cell: (r) => `1 ${r.from}` },
            {
              id: 'rate',
              header: t.rate,
              align: 'end',
              cell: (r) => `${rateText(locale.value, r.rate)} ${r.to}`,
            },
            { id: 'day', header: t.day, cell: (r) => formatDay(locale.value, Date.parse(r.day)) },
          ]}
        />
      )}
      {preview.unreadCount > 0 && (
        <div class="rates-unread">
          <Table
            caption={t.unread(preview.unreadCount)}
            showCaption
            rows={preview.unread}
            rowKey={(u) => `${u.row} ${u.text}`}
            columns={[
              { id: 'row', header: t.row, align: 'end', cell: (u) => u.row, copy: (u) => String(u.row) },
              {
                id: 'text',
                header: t.text,
                narrow: true,
                cell: (u) => (
                  <span class="data" dir="auto" title={u.text}>
                    {u.text}
                  </span>
                ),
                copy: (u) => u.text,
              },
              { id: 'why', header: t.why, cell: (u) => t.reason[u.why], copy: (u) => t.reason[u.why] },
            ]}
          />
          {preview.unread.length < preview.unreadCount && (
            <p class="ink-soft text-s">{t.unreadFirst(preview.unread.length)}</p>
          )}
        </div>
      )}
      <div class="settings-actions">
        <Button
          kind="primary"
          disabled={preview.rates === 0 || saving.value}
          onClick={() =>
            void change(() => engine().keepRates({ file, quoted })).then((done) => {
              if (!done) return;
              announce(t.kept(preview.rates));
              onDone();
            })
          }
        >
          {t.keep(preview.rates)}
        </Button>
        <Button onClick={onDone}>{t.cancel}</Button>
      </div>
    </div>
  );
}
