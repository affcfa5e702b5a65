import type { AmountsConverted } from '../compare/measure/amounts-converted';
import type { en } from '../i18n/en/converted';
import type { Shape } from '../i18n/shape';

/** How amounts came into one currency, sentence by sentence: beside a table as in a file. */
export function* convertedLines(
  converted: AmountsConverted,
  words: Shape<typeof en>,
  write: {
    readonly sum: (minor: number, currency: string | null) => string;
    readonly day: (iso: string) => string;
  },
): Generator<string> {
  const { ratesOf, sources } = converted;
  const from = sources.length === 0 ? words.typedIn : sources.join(' | ');
  const held =
    ratesOf === null
      ? ''
      : ` ${words.rates(converted.rates, write.day(ratesOf.from), write.day(ratesOf.to))} (${from}).`;
  yield words.rule(converted.currency, converted.maxAgeDays) + held;
  if (converted.converted.length > 0)
    yield words.converted(
      converted.converted
        .map(({ orders, currency, revenueMinor }) =>
          words.group(orders, currency, write.sum(revenueMinor, converted.currency)),
        )
        .join(', '),
    );
  if (converted.setApart.length > 0)
    yield words.setApart(
      converted.setApart
        .map(({ orders, currency, revenueMinor, why }) => {
          const worth = write.sum(revenueMinor, currency);
          const group =
            currency === null ? words.groupUnstated(orders, worth) : words.group(orders, currency, worth);
          return `${group}: ${words.why[why]}`;
        })
        .join('; '),
    );
}
