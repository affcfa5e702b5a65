import { formatPercent } from '../../i18n/format';
import type { Rule } from '../rule/rule';
import type { Speech } from './speech';
import { boundWords, daysWord, decimals, moneyWords } from './value-words';

/** "whose chance of an order within 30 days is at least 50%". */
export function predictionWords(s: Speech, rule: Rule & { readonly kind: 'prediction' }): string {
  const { test } = rule;
  const what = foretoldWords(s, rule);
  const percent = (share: number) => formatPercent(s.locale, share, decimals(share * 100));
  if ('share' in test)
    return test.op === 'top'
      ? s.say(
          `who are in the top ${percent(test.share)} by ${what}`,
          `które należą do górnych ${percent(test.share)} pod względem: ${what}`,
        )
      : s.say(
          `who are in the bottom ${percent(test.share)} by ${what}`,
          `które należą do dolnych ${percent(test.share)} pod względem: ${what}`,
        );
  const bound = boundWords(s, test, (n) => (rule.of === 'value' ? moneyWords(s, n) : percent(n)));
  return s.say(`whose ${what} is ${bound}`, `u których ${what} to ${bound}`);
}

function foretoldWords(s: Speech, rule: Rule & { readonly kind: 'prediction' }): string {
  switch (rule.of) {
    case 'value':
      return s.say('predicted value over the next 12 months', 'prognozowana wartość na kolejne 12 miesięcy');
    case 'order': {
      // After „w ciągu” comes the genitive.
      const days = `${rule.days} ${s.say(daysWord(s, rule.days), rule.days === 1 ? 'dnia' : 'dni')}`;
      return s.say(`chance of an order within ${days}`, `szansa na zamówienie w ciągu ${days}`);
    }
    case 'still-buying':
      return s.say('chance of still being a customer', 'szansa na dalsze zakupy');
  }
}
