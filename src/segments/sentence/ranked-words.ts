import { formatPercent } from '../../i18n/format';
import type { Rule } from '../rule/rule';
import { measureName } from './measure-name';
import type { Speech } from './speech';
import { decimals } from './value-words';
import { windowWords } from './window-words';

export function rankWords(
  s: Speech,
  { measure, window, side, share }: Rule & { readonly kind: 'rank' },
): string {
  const part = formatPercent(s.locale, share, decimals(share * 100));
  const by = measureName(s, measure) + windowWords(s, window);
  return side === 'top'
    ? s.say(`who are in the top ${part} by ${by}`, `które należą do górnych ${part} pod względem: ${by}`)
    : s.say(`who are in the bottom ${part} by ${by}`, `które należą do dolnych ${part} pod względem: ${by}`);
}

export function quantileWords(
  s: Speech,
  { measure, window, bands, from, to }: Rule & { readonly kind: 'quantile' },
): string {
  const by = measureName(s, measure) + windowWords(s, window);
  if (from === to)
    return s.say(
      `who are in band ${from} of ${bands} (1 the lowest) by ${by}`,
      `które są w grupie ${from} z ${bands} (1 to najniższa) pod względem: ${by}`,
    );
  return s.say(
    `who are in bands ${from} to ${to} of ${bands} (1 the lowest) by ${by}`,
    `które są w grupach od ${from} do ${to} z ${bands} (1 to najniższa) pod względem: ${by}`,
  );
}
