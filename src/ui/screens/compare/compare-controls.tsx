import { useState } from 'preact/hooks';
import type { Locale } from '../../../core/label';
import { en } from '../../../i18n/en/goals';
import { formatDay, formatNumber } from '../../../i18n/format';
import { pl } from '../../../i18n/pl/goals';
import type { MetricInfo } from '../../../metrics/metric-info';
import { Button } from '../../parts/button';
import { Checkbox } from '../../parts/checkbox';
import { Field } from '../../parts/field';
import { SelectField } from '../../parts/select-field';
import { TextInput } from '../../parts/text-input';
import { engine } from '../../state/engine';
import { asOf, reportingCurrency } from '../../state/settings';
import { textOf } from '../../state/text';
import { workspace } from '../../state/workspace';
import { AIMS, aimOfGoal, goalOfAim } from './aims';
import {
  catalogDay,
  change,
  compareRequest,
  goal,
  hasPeople,
  measured as measuredSignal,
  membershipDay,
  offered,
  question,
  reports,
  segmentOrder,
  shown,
} from './compare-model';
import { Popover } from './popover';
import { words } from './words';

const goals = textOf({ en, pl });
const ALL = 'all';
const DAYS = [30, 90, 180, 365] as const;

/** What is compared besides the segments: goal, day, time, base, currency, metrics; the report, at aggregate grain. */
export function CompareControls({ locale }: { readonly locale: Locale }) {
  const t = words.value.controls;
  const state = workspace.value;
  const { grain, baseSegmentId } = question.value;
  const measured = measuredSignal.value;
  const person = grain === 'person';
  const metrics = shown.value?.metrics ?? [];
  const currencies = (state?.currencies ?? []).filter((c) => c.code !== '');
  const reporting = state?.reporting ?? null;
  /** What is shown where no currency was chosen. */
  const first = reporting === null ? (currencies[0]?.code ?? '') : ALL;

  return (
    <div class="compare-controls">
      {hasPeople.value && reports.value.length > 0 && (
        <SelectField
          label={t.of}
          value={grain}
          options={[
            { value: 'person', label: t.ofCustomers },
            { value: 'aggregate', label: t.report },
          ]}
          onChange={(next) =>
            change({ grain: next, goal: null, metricIds: [], baseSegmentId: null, view: 'table' })
          }
        />
      )}
      {!person && <ReportChoice />}
      {metrics.length > 0 && (
        <SelectField
          label={t.goal}
          value={aimOfGoal(question.value.goal) ? (question.value.goal ?? '') : (goal.value?.id ?? '')}
          options={[
            {
              group: goals.value.after,
              options: AIMS.map((aim) => ({ value: goalOfAim(aim), label: goals.value.aim[aim] })),
            },
            {
              group: goals.value.metric,
              options: metrics.map((m) => ({ value: m.id, label: m.label[locale] })),
            },
          ]}
          onChange={(id) => {
            segmentOrder.value = null;
            const money = person && aimOfGoal(id) === 'roi';
            change(money ? { goal: id, view: 'money' } : { goal: id });
          }}
        />
      )}
      {person && <AsOfChoice locale={locale} />}
      {person && (
        <SelectField
          label={t.measured}
          value={measured.kind === 'held' ? 'held' : `${measured.kind}-${measured.days}`}
          options={[
            { value: 'held', label: t.held },
            ...withDays(measured.kind === 'last' ? measured.days : null).map((days) => ({
              value: `last-${days}`,
              label: t.last(days),
            })),
            ...withDays(measured.kind === 'after' ? measured.days : null).map((days) => ({
              value: `after-${days}`,
              label: t.after(days),
            })),
          ]}
          onChange={(value) => {
            const [kind, days] = value.split('-');
            change({
              measured: kind === 'last' || kind === 'after' ? { kind, days: Number(days) } : { kind: 'held' },
            });
          }}
        />
      )}
      <SelectField
        label={t.against}
        value={baseSegmentId ?? ''}
        options={[
          { value: '', label: t.everyoneElse },
          ...offered.value
            .filter((v) => v.size !== 0)
            .map((v) => ({ value: v.segment.id, label: v.segment.name[locale] })),
        ]}
        onChange={(id) => change({ baseSegmentId: id === '' ? null : id })}
      />
      {person && currencies.some((c) => c.code !== (reporting ?? currencies[0]?.code)) && (
        <SelectField
          label={t.currency}
          value={reportingCurrency.value ?? first}
          options={[
            ...(reporting === null ? [] : [{ value: ALL, label: t.currencyAll(reporting) }]),
            ...currencies.map((c) => ({
              value: c.code,
              label:
                reporting === null
                  ? `${c.code} (${formatNumber(locale, c.orders)})`
                  : t.currencyOnly(c.code, formatNumber(locale, c.orders)),
            })),
          ]}
          onChange={(code) => {
            reportingCurrency.value = code === first ? null : code;
          }}
        />
      )}
      <MetricChoice locale={locale} />
    </div>
  );
}

/** The usual lengths, and the one an address asked for. */
function withDays(days: number | null): readonly number[] {
  return days === null || DAYS.some((d) => d === days) ? DAYS : [...DAYS, days].sort((a, b) => a - b);
}

function ReportChoice() {
  const t = words.value.controls;
  const { reportId, dimension } = question.value;
  const report = reports.value.find((r) => r.id === reportId);
  return (
    <>
      <SelectField
        label={t.report}
        value={reportId ?? ''}
        options={reports.value.map((r) => ({ value: r.id, label: r.title }))}
        onChange={(id) => change({ reportId: id, dimension: null, reportSegments: [], baseSegmentId: null })}
      />
      {report && report.dimensions.length > 1 && (
        <SelectField
          label={t.dimension}
          value={dimension ?? ''}
          options={report.dimensions.map((d) => ({ value: d.id, label: d.header }))}
          onChange={(id) => change({ dimension: id, reportSegments: [], baseSegmentId: null })}
        />
      )}
    </>
  );
}

function AsOfChoice({ locale }: { readonly locale: Locale }) {
  const t = words.value.controls;
  const last = workspace.value?.coverage?.to ?? null;
  const time = measuredSignal.value;
  const [typing, setTyping] = useState(false);
  const own = asOf.value;
  const day = own === null ? '' : new Date(own).toISOString().slice(0, 10);
  if (typing || own !== null)
    return (
      <Field label={t.asOf}>
        {(ids) => (
          <span class="compare-day">
            <TextInput
              ids={ids}
              type="date"
              value={day}
              onInput={(value) => {
                const at = Date.parse(`${value}T00:00:00Z`);
                asOf.value = Number.isNaN(at) ? null : at;
              }}
            />
            <Button
              kind="quiet"
              size="s"
              onClick={() => {
                asOf.value = null;
                setTyping(false);
              }}
            >
              {formatDay(locale, last)}
            </Button>
          </span>
        )}
      </Field>
    );
  return (
    <SelectField
      label={t.asOf}
      value="last"
      options={[
        {
          value: 'last',
          label:
            last === null
              ? t.asOfUndated(formatDay(locale, catalogDay.value))
              : membershipDay.value !== null && time.kind === 'after'
                ? t.asOfFollowed(formatDay(locale, membershipDay.value), time.days)
                : t.asOfLast(formatDay(locale, last)),
        },
        { value: 'other', label: t.asOfOther },
      ]}
      onChange={(value) => setTyping(value === 'other')}
    />
  );
}

function MetricChoice({ locale }: { readonly locale: Locale }) {
  const t = words.value;
  const { metricIds, grain } = question.value;
  const [all, setAll] = useState<{ readonly grain: string; readonly metrics: readonly MetricInfo[] } | null>(
    null,
  );
  const shownMetrics = shown.value?.metrics ?? [];
  const known = metricIds.length === 0 ? shownMetrics : all?.grain === grain ? all.metrics : shownMetrics;

  // A narrowed comparison does not say what else there is: asked once, when somebody looks.
  const learn = () => {
    const request = compareRequest.value;
    if (metricIds.length === 0) setAll({ grain, metrics: shownMetrics });
    else if (request && all?.grain !== grain) {
      const { dataVersion: _, ...rest } = request;
      engine()
        .compare({ ...rest, metricIds: [] })
        .then(
          (comparison) => setAll({ grain, metrics: comparison.metrics }),
          () => undefined,
        );
    }
  };
  const families = [...new Set(known.map((m) => m.family))];
  const isOn = (id: string) => metricIds.length === 0 || metricIds.includes(id);
  const set = (ids: readonly string[]) =>
    change({ metricIds: ids.length === known.length || ids.length === 0 ? [] : ids });

  return (
    <div class="field">
      <span class="field-label">{t.controls.metrics}</span>
      <Popover
        label={
          metricIds.length === 0
            ? t.controls.metricsAll
            : t.controls.metricsChosen(shownMetrics.length, Math.max(known.length, shownMetrics.length))
        }
        onOpen={learn}
      >
        {(close) => (
          <div class="picker" role="dialog" aria-label={t.metricPicker.title}>
            <div class="picker-head">
              <h2>{t.metricPicker.title}</h2>
              {metricIds.length > 0 && (
                <Button size="s" kind="quiet" onClick={() => change({ metricIds: [] })}>
                  {t.metricPicker.all}
                </Button>
              )}
              <Button size="s" kind="primary" onClick={close}>
                {t.metricPicker.done}
              </Button>
            </div>
            <div class="picker-list">
              {families.map((family) => (
                <fieldset key={family}>
                  <legend class="picker-kind">{t.family[family]}</legend>
                  {known
                    .filter((m) => m.family === family)
                    .map((m) => (
                      <div class="picker-check" key={m.id}>
                        <Checkbox
                          checked={isOn(m.id)}
                          onChange={(on) =>
                            set(known.map((k) => k.id).filter((id) => (id === m.id ? on : isOn(id))))
                          }
                          hint={<span class="text-s">{m.definition[locale]}</span>}
                        >
                          {m.label[locale]}
                        </Checkbox>
                      </div>
                    ))}
                </fieldset>
              ))}
            </div>
          </div>
        )}
      </Popover>
    </div>
  );
}
