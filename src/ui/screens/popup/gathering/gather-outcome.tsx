import type { Reconciliation } from '../../../../core/passport';
import { formatNumber } from '../../../../i18n/format';
import { locale } from '../../../state/locale';
import type { GatheredRows } from '../offer-model';
import { words } from './words';

const MOST_COLUMNS = 3;

/** What was gathered and what was not, and how its sums stand to the page's own totals. */
export function GatherOutcome({ gathered }: { readonly gathered: GatheredRows }) {
  const { rows, gathering, totals } = gathered;
  const t = words.value;
  const tree = gathering.tree ?? null;
  const gaps = gathering.gaps ?? [];
  const differing = totals?.reconciliation.filter((column) => !column.agrees) ?? [];
  const agreeing = (totals?.reconciliation.length ?? 0) - differing.length;
  const reasons = (totals?.notes ?? []).flatMap(({ code }) =>
    Object.hasOwn(t.reason, code) ? [t.reason[code as keyof typeof t.reason]] : [],
  );
  return (
    <>
      <p>
        {tree !== null && tree.sums > 0 && gathering.ended === 'whole'
          ? t.wholeTree(rows)
          : t.ended[gathering.ended](rows, gathering.rowsStated)}
        {!gathering.putBack && ` ${gathering.pages > 1 ? t.leftAt(gathering.pages) : t.stillOpen}`}
      </p>
      {tree !== null && tree.sums > 0 && <p class="text-s ink-soft">{t.sums(tree.sums)}</p>}
      {tree !== null && tree.collapsed > 0 && <p class="text-s">{t.collapsed(tree.collapsed)}</p>}
      {gaps.length > 0 && (
        <p class="text-s">
          {t.gaps(
            gaps.reduce((sum, gap) => sum + gap.rows, 0),
            gaps.map((gap) => `${gap.after} (${gap.rows})`).join(', '),
          )}
        </p>
      )}
      {agreeing > 0 && <p class="text-s ink-soft">{t.totalsAgree(agreeing)}</p>}
      {differing.length > 0 && (
        <div class="text-s">
          <p>{t.totalsDiffer(differing.length)}</p>
          <ul class="gather-differences">
            {differing.slice(0, MOST_COLUMNS).map((column) => (
              <li key={column.column} class="data" dir="auto">
                {difference(column)}
              </li>
            ))}
            {differing.length > MOST_COLUMNS && <li>…</li>}
          </ul>
          {reasons.length > 0 && (
            <p>
              {t.reasons} {reasons.join(', ')}.
            </p>
          )}
        </div>
      )}
    </>
  );
}

/** Both sums with the same decimals, so that they can be held against each other. */
function difference({ column, kept, stated }: Reconciliation): string {
  const decimals = Number.isInteger(kept) && Number.isInteger(stated) ? 0 : 2;
  const written = (value: number) => formatNumber(locale.value, value, decimals);
  return words.value.difference(column, written(kept), written(stated));
}
