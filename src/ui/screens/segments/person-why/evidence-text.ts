import { minorUnits } from '../../../../core/minor-units';
import {
  formatDay,
  formatList,
  formatMoney,
  formatNumber,
  formatPercent,
  formatPlain,
} from '../../../../i18n/format';
import type {
  Evidence,
  ForetoldPerson,
  FoundValue,
  MeasuredPerson,
} from '../../../../segments/explain/clause-trace';
import { JOURNEY_LABELS, LIFECYCLE_LABELS } from '../../../../segments/stage-labels';
import { locale } from '../../../state/locale';
import { labelText } from '../../../state/text';
import { forecastText } from '../forecast/words';
import { builderText } from '../rule-builder-text';

/** What was measured of one person, in sentences; rows and steps are shown by themselves. */
export function evidenceText(evidence: Evidence, currency: string | null): readonly string[] {
  const t = builderText.value.why;
  const lang = locale.value;
  switch (evidence.kind) {
    case 'attribute': {
      if (!evidence.held) return [t.notHeld];
      const value = foundText(evidence.value, currency);
      return [value === null ? t.empty : t.value(value)];
    }
    case 'measure':
      return measuredText(evidence.measured, currency);
    case 'place': {
      const { place } = evidence;
      const n = (value: number) => formatNumber(lang, value);
      return [
        ...measuredText(evidence.measured, currency),
        ...(place === null ? [] : [t.place(n(place.below), n(place.above), n(place.n))]),
      ];
    }
    case 'sequence':
      return evidence.sequence.held ? [] : [t.lacks['nothing-held']];
    case 'rfm': {
      const { r, f, m, days, orders, revenueMinor } = evidence.scores;
      if (!evidence.held) return [builderText.value.cells.none];
      if (r === 0) return [t.noScores];
      const measured = [
        days === null ? null : t.days(days),
        orders === null ? null : `${formatNumber(lang, orders)}×`,
        revenueMinor === null ? null : moneyText(revenueMinor, currency),
      ].filter((part) => part !== null);
      return [`${t.scores(r, f, m === 0 ? null : m)} ${t.measured(measured.join(', '))}`];
    }
    case 'lifecycle':
      return [
        stages(evidence.possible.map((s) => (s === null ? t.neither : labelText(LIFECYCLE_LABELS[s])))),
      ];
    case 'journey':
      return [stages(evidence.possible.map((s) => labelText(JOURNEY_LABELS[s])))];
    case 'list':
      if (evidence.on !== null) return [t.on(t.keys[evidence.on])];
      return [evidence.has.length === 0 ? t.noKey : t.notOn];
    case 'prediction':
      return foretoldText(evidence.foretold, currency);
    case 'as-of':
      return [];
    case 'none':
      return [t.notHeld];
    default:
      return [];
  }
}

function foretoldText(foretold: ForetoldPerson, currency: string | null): readonly string[] {
  const t = forecastText.value;
  const { reason, of, value, place, orderDays, sinceFirst, sinceLast } = foretold;
  const n = (count: number) => formatNumber(locale.value, count);
  if (reason !== null) return [t.nobody(t.none[reason])];
  if (value === null) return [orderDays === 0 ? t.noOrder : t.noAmount];
  const shown = of === 'value' ? moneyText(value, currency) : formatPercent(locale.value, value, 1);
  return [
    t.foretold[of](shown),
    ...(sinceFirst === null || sinceLast === null ? [] : [t.standsOn(orderDays, sinceFirst, sinceLast)]),
    ...(place === null ? [] : [builderText.value.why.place(n(place.below), n(place.above), n(place.n))]),
  ];
}

function stages(names: readonly string[]): string {
  const t = builderText.value.why;
  const all = formatList(locale.value, names, 'or');
  return names.length === 1 ? t.stages(all) : t.stagesOpen(all);
}

function measuredText(measured: MeasuredPerson, currency: string | null): readonly string[] {
  const t = builderText.value.why;
  const { value, atMost, lacks, unsure } = measured;
  const unsureToo = unsure > 0 ? [t.unsure(unsure)] : [];
  if (lacks !== null || value === null) return [t.lacks[lacks ?? 'no-rows'], ...unsureToo];
  const say = (number: number) => numberText(number, measured.unit, currency);
  if (atMost === value) return [t.measured(say(value)), ...unsureToo];
  return [t.measuredRange(say(value), atMost === null ? null : say(atMost)), ...unsureToo];
}

function numberText(value: number, unit: MeasuredPerson['unit'], currency: string | null): string {
  const lang = locale.value;
  switch (unit) {
    case 'money':
      return moneyText(value, currency);
    case 'days':
      return builderText.value.why.days(value);
    case 'share':
      return formatPercent(lang, value, 1);
    case 'number':
      return formatPlain(lang, Number(value.toPrecision(6)));
  }
}

function foundText({ type, text, number }: FoundValue, currency: string | null): string | null {
  if (type === 'text') return text;
  if (number === null) return null;
  const t = builderText.value.why;
  if (type === 'flag') return number === 1 ? t.yes : t.no;
  if (type === 'time') return formatDay(locale.value, number);
  return type === 'money' ? moneyText(number, currency) : formatPlain(locale.value, number);
}

/** In its currency, or as a plain number where none is stated. */
export function moneyText(minor: number, currency: string | null): string {
  return currency === null
    ? formatNumber(locale.value, minor / minorUnits(null), 2)
    : formatMoney(locale.value, minor, currency);
}
