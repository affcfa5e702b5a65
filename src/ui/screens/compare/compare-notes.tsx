import type { Comparison } from '../../../compare/comparison';
import type { Locale } from '../../../core/label';
import { convertedLines } from '../../../export/converted-lines';
import { en } from '../../../i18n/en/converted';
import { formatClock, formatDay, formatMoney, formatRange } from '../../../i18n/format';
import { pl } from '../../../i18n/pl/converted';
import { textOf } from '../../state/text';
import { words } from './words';

const convertedText = textOf({ en, pl });

/** What must be known to read the numbers right. */
export function CompareNotes(props: { readonly comparison: Comparison; readonly locale: Locale }) {
  const { comparison, locale } = props;
  const t = words.value.notes;
  const notes: string[] = [];
  // Data without dates has no period: both ends are the moment it was computed.
  const dated = comparison.period.from < comparison.period.to;
  const descriptive = comparison.request.grain === 'person' && comparison.descriptive;
  if (comparison.request.grain === 'person' && !descriptive) {
    if (comparison.request.measured.kind === 'after')
      notes.push(t.outcomes(formatRange(locale, comparison.period.from, comparison.period.to)));
  }
  if (comparison.converted)
    notes.push(
      ...convertedLines(comparison.converted, convertedText.value, {
        sum: (minor, currency) => formatMoney(locale, minor, currency),
        day: (iso) => formatDay(locale, Date.parse(iso)),
      }),
    );
  else if (comparison.ordersInOtherCurrencies > 0 && comparison.currency)
    notes.push(t.otherCurrencies(comparison.ordersInOtherCurrencies, comparison.currency));
  if (comparison.unattributed.orders > 0)
    notes.push(
      t.unattributed(
        comparison.unattributed.orders,
        formatMoney(locale, comparison.unattributed.revenueMinor, comparison.currency, { whole: true }),
      ),
    );
  for (const segment of comparison.segments) {
    const isBase = segment.id === comparison.request.baseSegmentId;
    if (!isBase && segment.base.name && segment.base.sharedWithBase > 0)
      notes.push(t.overlap(segment.name[locale], segment.base.sharedWithBase, segment.base.name[locale]));
    if (segment.unknown > 0) notes.push(t.unknown(segment.name[locale], segment.unknown));
  }
  return (
    <section class="compare-notes text-s" aria-label={t.label}>
      <ul>
        {descriptive && (
          <li>
            <strong class="compare-tag">{t.descriptiveShort}</strong> {t.descriptive}
          </li>
        )}
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        <li class="ink-soft">
          {dated && `${formatRange(locale, comparison.period.from, comparison.period.to)}. `}
          {t.computed(formatClock(locale, comparison.computedAt))}
        </li>
      </ul>
    </section>
  );
}
