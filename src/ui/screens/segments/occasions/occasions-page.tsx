import { useEffect, useRef, useState } from 'preact/hooks';
import { formatDay, formatList, formatNumber } from '../../../../i18n/format';
import type { OccasionCalendar, OccasionView } from '../../../../protocol/engine-api';
import { MOST_BEFORE, type OccasionSettings } from '../../../../segments/occasions/occasion-settings';
import { Button } from '../../../parts/button';
import { Checkbox } from '../../../parts/checkbox';
import { ErrorNotice } from '../../../parts/error-notice';
import { announce } from '../../../parts/live-region';
import { NumberInput } from '../../../parts/number-input';
import { SelectField } from '../../../parts/select-field';
import { Table } from '../../../parts/table';
import { engine } from '../../../state/engine';
import { locale } from '../../../state/locale';
import { routeHash } from '../../../state/route';
import { asOf, reportingCurrency } from '../../../state/settings';
import { labelText, text } from '../../../state/text';
import { workspace } from '../../../state/workspace';
import { CallState } from '../../compare/call-state';
import { useAnswer } from '../../compare/use-answer';
import { segmentsChanged } from '../segments-model';
import './occasions.css';
import { words } from './occasions-words';
import { OwnOccasions } from './own-occasions';

/** The gift days: which are segments, from how many days before, by which country's calendar, and dates of one's own. */
export function OccasionsPage() {
  const t = words.value;
  const [turn, setTurn] = useState(0);
  const [error, setError] = useState<unknown>(null);
  const request = {
    asOf: asOf.value,
    currency: reportingCurrency.value,
    version: `${workspace.value?.dataVersion} ${turn}`,
  };
  const call = useAnswer(request, ({ version: _, ...asked }: typeof request, signal) =>
    engine().occasions(asked, { signal }),
  );
  const calendar = call.value.value;

  const onSettings = async (settings: OccasionSettings) => {
    setError(null);
    try {
      await engine().saveOccasions(settings);
      announce(t.saved);
      segmentsChanged();
      setTurn((before) => before + 1);
    } catch (caught) {
      setError(caught);
    }
  };

  return (
    <div class="occasions-page">
      <p class="ink-soft occasions-lead">{t.lead}</p>
      {error !== null && <ErrorNotice error={error} />}
      <CallState call={call} hasValue={calendar !== null} />
      {calendar === null ? (
        call.busy.value && <p class="ink-soft">{text.value.loading}</p>
      ) : (
        <>
          <Home calendar={calendar} onSettings={onSettings} />
          <Calendar calendar={calendar} stale={call.busy.value} onSettings={onSettings} />
          <OwnOccasions settings={calendar.settings} onSettings={onSettings} />
        </>
      )}
    </div>
  );
}

type OnSettings = (settings: OccasionSettings) => Promise<void>;

function countryName(code: string): string {
  return new Intl.DisplayNames([locale.value], { type: 'region' }).of(code) ?? code;
}

function Home(props: { readonly calendar: OccasionCalendar; readonly onSettings: OnSettings }) {
  const { calendar } = props;
  const t = words.value.home;
  const { settings, likelyHome } = calendar;
  const countries = calendar.countries
    .map((code) => ({ value: code, label: countryName(code) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale.value));
  return (
    <div class="occasions-home">
      <SelectField
        label={t.label}
        hint={t.hint}
        value={settings.country ?? ''}
        options={[
          { value: '', label: likelyHome === null ? t.autoNone : t.auto(countryName(likelyHome)) },
          ...countries,
        ]}
        onChange={(code) => void props.onSettings({ ...settings, country: code === '' ? null : code })}
      />
      {calendar.withoutCalendar.length > 0 && (
        <p class="ink-soft text-s data">
          {words.value.withoutCalendar(formatList(locale.value, calendar.withoutCalendar))}
        </p>
      )}
    </div>
  );
}

function Calendar(props: {
  readonly calendar: OccasionCalendar;
  readonly stale: boolean;
  readonly onSettings: OnSettings;
}) {
  const { calendar, onSettings } = props;
  const t = words.value.table;
  const lang = locale.value;
  const { settings } = calendar;
  const change = (view: OccasionView, next: { readonly on?: boolean; readonly before?: number }) =>
    onSettings({
      ...settings,
      changed: { ...settings.changed, [view.id]: { on: view.on, before: view.before, ...next } },
    });
  const next = (view: OccasionView) =>
    view.next.map(({ countries, at }) =>
      countries.length === 0 || view.next.length === 1
        ? formatDay(lang, at)
        : `${formatDay(lang, at)} (${countries.join(', ')})`,
    );
  return (
    <div class="occasions-calendar">
      <Table
        caption={t.caption}
        height="all"
        stale={props.stale}
        rows={calendar.occasions}
        rowKey={(view) => view.id}
        columns={[
          {
            id: 'on',
            header: t.on,
            cell: (view) => (
              <Checkbox hideLabel checked={view.on} onChange={(on) => void change(view, { on })}>
                {t.onOf(labelText(view.day))}
              </Checkbox>
            ),
          },
          {
            id: 'day',
            header: t.day,
            rowHeader: true,
            cell: (view) => (
              <span class="occasion-day">
                <span>{labelText(view.day)}</span>
                <span class="ink-soft text-s">{labelText(view.why)}</span>
              </span>
            ),
            copy: (view) => labelText(view.day),
          },
          {
            id: 'next',
            header: t.next,
            sort: (view) => view.next[0]?.at ?? null,
            cell: (view) => (
              <span class="occasion-next">
                {view.next.length === 0 ? (
                  <span class="ink-soft">{t.nextNone}</span>
                ) : (
                  next(view).map((line) => <span key={line}>{line}</span>)
                )}
              </span>
            ),
            copy: (view) => next(view).join('; '),
          },
          {
            id: 'before',
            header: t.before,
            unit: t.beforeUnit,
            cell: (view) => (
              <span class="occasion-before">
                <Days
                  label={t.beforeOf(labelText(view.day))}
                  value={view.before}
                  onDays={(before) => void change(view, { before })}
                />
                <span class="ink-soft text-s">
                  {[
                    t.until(view.until),
                    ...(view.before === view.usualBefore ? [] : [t.usual(view.usualBefore)]),
                  ].join(', ')}
                </span>
              </span>
            ),
            copy: (view) => String(view.before),
          },
          {
            id: 'buyers',
            header: t.buyers,
            align: 'end',
            sort: (view) => view.buyers,
            cell: (view) =>
              view.buyers === null ? (
                <span class="ink-soft">{view.on ? t.none : ''}</span>
              ) : (
                <a class="occasion-buyers" href={routeHash('segments', `library:${view.id}`)}>
                  <span class="only-read">{t.open(labelText(view.day))}: </span>
                  {formatNumber(lang, view.buyers)}
                </a>
              ),
            copy: (view) => String(view.buyers ?? ''),
          },
        ]}
      />
      {(Object.keys(settings.changed).length > 0 || settings.country !== null) && (
        <Button
          kind="quiet"
          size="s"
          onClick={() => void onSettings({ ...settings, changed: {}, country: null })}
        >
          {words.value.reset}
        </Button>
      )}
    </div>
  );
}

/** A number of days that is told once the typing has stopped. */
function Days(props: {
  readonly label: string;
  readonly value: number;
  readonly onDays: (days: number) => void;
}) {
  const [typed, setTyped] = useState<number | null>(props.value);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => setTyped(props.value), [props.value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <NumberInput
      label={props.label}
      value={typed}
      onValue={(value) => {
        setTyped(value);
        clearTimeout(timer.current);
        if (value === null || !Number.isInteger(value) || value < 0 || value > MOST_BEFORE) return;
        if (value !== props.value) timer.current = setTimeout(() => props.onDays(value), 600);
      }}
    />
  );
}
