import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Comparison } from '../../../../compare/comparison';
import type { Locale } from '../../../../core/label';
import { minorUnits } from '../../../../core/minor-units';
import type { SpendEntry } from '../../../../core/spend-entry';
import { formatClock, formatIsoRange, formatMoney } from '../../../../i18n/format';
import { Button } from '../../../parts/button';
import { Confirm } from '../../../parts/confirm';
import { ErrorNotice } from '../../../parts/error-notice';
import { Field } from '../../../parts/field';
import { announce } from '../../../parts/live-region';
import { NumberInput } from '../../../parts/number-input';
import { SelectField } from '../../../parts/select-field';
import { Table } from '../../../parts/table';
import { TextInput } from '../../../parts/text-input';
import { engine } from '../../../state/engine';
import { catalogCall } from '../compare-model';
import { useAnswer } from '../use-answer';
import { by, written } from './money-state';
import { words } from './words';

interface Draft {
  readonly id: string | null;
  readonly kind: SpendEntry['on']['kind'];
  /** Of a campaign or channel, or the id of a segment. */
  readonly name: string;
  readonly amount: number | null;
  readonly currency: string;
  readonly from: string;
  readonly to: string;
}

/** Spend that no export holds, typed in: listed, changed, removed. */
export function SpendDesk(props: {
  readonly comparison: Comparison;
  readonly currency: string | null;
  readonly locale: Locale;
}) {
  const { comparison, currency, locale } = props;
  const t = words.value.spend;
  const [draft, setDraft] = useState<Draft | null>(null);
  const [error, setError] = useState<unknown>(null);
  const adding = useRef<HTMLButtonElement>(null);
  const call = useAnswer<{ readonly written: number }, readonly SpendEntry[]>(
    { written: written.value },
    (_, signal) => engine().spendEntries(undefined, { signal }),
  );
  const entries = call.value.value ?? [];
  const segments = (catalogCall.value.value?.segments ?? []).filter((v) => v.segment.grain === 'person');
  const segmentName = (id: string) =>
    segments.find((v) => v.segment.id === id)?.segment.name[locale] ?? t.gone;
  const nameOf = ({ on }: SpendEntry) => (on.kind === 'segment' ? segmentName(on.segmentId) : on.name);
  const amountOf = (entry: SpendEntry) => formatMoney(locale, entry.costMinor, entry.currency);

  const begin = (entry: SpendEntry | null) => {
    setError(null);
    const day = (at: number) => new Date(at).toISOString().slice(0, 10);
    setDraft(
      entry === null
        ? {
            id: null,
            kind: by.value,
            name: by.value === 'segment' ? (comparison.segments[0]?.id ?? '') : '',
            amount: null,
            currency: currency ?? '',
            from: day(comparison.period.from),
            to: day(comparison.period.to),
          }
        : {
            id: entry.id,
            kind: entry.on.kind,
            name: entry.on.kind === 'segment' ? entry.on.segmentId : entry.on.name,
            amount: entry.costMinor / minorUnits(entry.currency),
            currency: entry.currency,
            from: entry.from,
            to: entry.to,
          },
    );
  };
  const end = () => {
    setDraft(null);
    adding.current?.focus();
  };
  const keep = async (of: Draft) => {
    const code = of.currency.trim().toUpperCase();
    try {
      await engine().saveSpendEntry({
        ...(of.id === null ? {} : { id: of.id }),
        on:
          of.kind === 'segment' ? { kind: 'segment', segmentId: of.name } : { kind: of.kind, name: of.name },
        costMinor: Math.round((of.amount ?? 0) * minorUnits(code)),
        currency: code,
        from: of.from,
        to: of.to,
      });
      written.value++;
      announce(t.saved);
      end();
    } catch (fault) {
      setError(fault);
    }
  };
  const remove = async (entry: SpendEntry) => {
    try {
      await engine().dropSpendEntry({ id: entry.id });
      written.value++;
      announce(t.removed);
    } catch (fault) {
      setError(fault);
    }
  };

  return (
    <section class="money-desk">
      <h2>{t.title}</h2>
      {entries.length === 0 ? (
        <p class="ink-soft">{t.none}</p>
      ) : (
        <Table
          caption={t.title}
          rows={entries}
          rowKey={(entry) => entry.id}
          columns={[
            {
              id: 'on',
              header: t.columns.on,
              rowHeader: true,
              cell: (entry) => (
                <>
                  <span class="data" dir="auto">
                    {nameOf(entry)}
                  </span>{' '}
                  <span class="ink-soft">({t.kinds[entry.on.kind]})</span>
                </>
              ),
              sort: nameOf,
              copy: nameOf,
            },
            {
              id: 'amount',
              header: t.columns.amount,
              align: 'end',
              cell: amountOf,
              sort: (entry) => entry.costMinor,
              copy: amountOf,
            },
            {
              id: 'days',
              header: t.columns.days,
              cell: (entry) => formatIsoRange(locale, entry),
              sort: (entry) => entry.from,
              copy: (entry) => formatIsoRange(locale, entry),
            },
            {
              id: 'typed',
              header: t.columns.typed,
              cell: (entry) => formatClock(locale, entry.savedAt),
              sort: (entry) => entry.savedAt,
            },
            {
              id: 'do',
              header: t.edit,
              hideHeader: true,
              cell: (entry) => (
                <span class="money-buttons">
                  <Button size="s" kind="quiet" label={t.editOf(nameOf(entry))} onClick={() => begin(entry)}>
                    {t.edit}
                  </Button>
                  <Confirm
                    size="s"
                    kind="quiet"
                    label={t.removeOf(nameOf(entry))}
                    question={t.removeQuestion(nameOf(entry), amountOf(entry))}
                    yes={t.removeYes}
                    onYes={() => void remove(entry)}
                  >
                    {t.remove}
                  </Confirm>
                </span>
              ),
            },
          ]}
        />
      )}
      {error !== null && draft === null && <ErrorNotice error={error} />}
      {draft === null ? (
        <div>
          <Button buttonRef={adding} size="s" onClick={() => begin(null)}>
            {t.add}
          </Button>
        </div>
      ) : (
        <SpendForm
          draft={draft}
          segments={segments.map((v) => ({ id: v.segment.id, name: v.segment.name[locale] }))}
          error={error}
          onChange={setDraft}
          onKeep={(of) => void keep(of)}
          onCancel={end}
        />
      )}
    </section>
  );
}

function SpendForm(props: {
  readonly draft: Draft;
  readonly segments: readonly { readonly id: string; readonly name: string }[];
  readonly error: unknown;
  readonly onChange: (draft: Draft) => void;
  readonly onKeep: (draft: Draft) => void;
  readonly onCancel: () => void;
}) {
  const { draft, segments, onChange } = props;
  const t = words.value.spend;
  const first = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    first.current?.querySelector('select')?.focus();
  }, []);
  const good =
    draft.name.trim() !== '' &&
    draft.amount !== null &&
    draft.amount > 0 &&
    /^[A-Za-z]{3}$/.test(draft.currency.trim()) &&
    draft.from !== '' &&
    draft.from <= draft.to;
  const set = (part: Partial<Draft>) => onChange({ ...draft, ...part });
  return (
    <form
      class="money-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (good) props.onKeep(draft);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onCancel();
      }}
    >
      <div class="compare-controls" ref={first}>
        <SelectField
          label={t.on}
          value={draft.kind}
          options={(['campaign', 'channel', 'segment'] as const).map((kind) => ({
            value: kind,
            label: t.kinds[kind],
          }))}
          onChange={(kind) => set({ kind, name: kind === 'segment' ? (segments[0]?.id ?? '') : '' })}
        />
        {draft.kind === 'segment' ? (
          <SelectField
            label={t.segment}
            value={draft.name}
            options={segments.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(name) => set({ name })}
          />
        ) : (
          <Field label={t.name}>
            {(ids) => (
              <TextInput ids={ids} value={draft.name} maxLength={200} onInput={(name) => set({ name })} />
            )}
          </Field>
        )}
        <Field label={t.amount}>
          {(ids) => <NumberInput ids={ids} value={draft.amount} onValue={(amount) => set({ amount })} />}
        </Field>
        <Field label={t.currency}>
          {(ids) => (
            <TextInput
              ids={ids}
              width="short"
              value={draft.currency}
              maxLength={3}
              onInput={(code) => set({ currency: code })}
            />
          )}
        </Field>
        <Field label={t.from}>
          {(ids) => <TextInput ids={ids} type="date" value={draft.from} onInput={(from) => set({ from })} />}
        </Field>
        <Field label={t.to}>
          {(ids) => <TextInput ids={ids} type="date" value={draft.to} onInput={(to) => set({ to })} />}
        </Field>
      </div>
      {!good && <p class="text-s ink-soft">{t.needs}</p>}
      {props.error !== null && <ErrorNotice error={props.error} />}
      <div class="money-buttons">
        <Button type="submit" kind="primary" size="s" disabled={!good}>
          {t.save}
        </Button>
        <Button kind="quiet" size="s" onClick={props.onCancel}>
          {t.cancel}
        </Button>
      </div>
    </form>
  );
}
