import type { ColumnSurvey } from '../survey';
import { headerWords } from './header-words';
import type { MetricUnit } from './map-column';

const RATE =
  /%|\b(rate|ratio|share|wspolczynnik|udzial|odsetek|procent|quote|anteil|taux|porcentaje|tasa)\b|(rate|quote)$/;
const MONEY =
  /\b(revenue|przych\w*|umsatz\w*|revenus?|ingresos|value|wartosc|cost|costs|koszt\w*|kosten|spend|budget|budzet|amount|price|kwota|cena|\w*wert|\w*betrag|\w*preis|cpc|cpm|cpa|arpp?u|aov|ltv)\b/;
const SECONDS = /\b(time|duration|seconds|czas|dauer|duree|duracion)\b|dauer$/;
const RATIO = /\b(per|avg|average|srednia?|sredni|pro|par|por|na|position|pozycja|score)\b/;

/** What a numeric report column nobody knows by name counts, by the words and numbers in it. */
export function metricUnit(column: ColumnSurvey): MetricUnit {
  const { reading } = column;
  if (reading.kind === 'money' && reading.currency !== null) return 'money';
  if (reading.kind === 'duration') return 'seconds';
  if (reading.kind === 'number' && reading.unit === 'percent') return 'rate';
  const words = headerWords(column.rawHeader);
  if (RATE.test(words)) return 'rate';
  if (SECONDS.test(words)) return 'seconds';
  if (MONEY.test(words) || reading.kind === 'money') return 'money';
  const decimal = reading.kind === 'number' ? reading.decimal : '.';
  const whole = column.examples.every((v) => !v.includes(decimal) || /[.,]0+$/.test(v.trim()));
  if (RATIO.test(words)) return 'ratio';
  if (whole) return 'count';
  const shares = column.examples.every((v) => Math.abs(Number.parseFloat(v.replace(',', '.'))) <= 1);
  return shares ? 'rate' : 'ratio';
}
