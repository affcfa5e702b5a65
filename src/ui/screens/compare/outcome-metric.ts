import type { MetricInfo } from '../../../metrics/metric-info';

/** What became of people, as columns of lists call it; what tells most first. */
const OUTCOMES: readonly RegExp[] = [
  /convert|conver(?:ted|sion)|konwer/,
  /churn|rezygn|odejsc|kündig|cancel/,
  /\bwon\b|wygran|gewonnen|closed/,
  /purchas|bought|ordered|\bbuy|zakup|kupi/,
  /subscrib|signed|activat|aktyw/,
  /respon|click|visit|open|odpowied|klik|wizyt/,
];

/** Of metrics of people's own columns, the share that tells an outcome; null where none is called so. */
export function outcomeMetric(metrics: readonly MetricInfo[]): MetricInfo | null {
  const shares = metrics.filter((m) => m.family === 'attributes' && m.unit === 'rate');
  for (const outcome of OUTCOMES) {
    const found = shares.find((m) => outcome.test(m.id.toLowerCase().replaceAll(/[_-]/g, ' ')));
    if (found !== undefined) return found;
  }
  return null;
}
