import { formatOf } from '../../../compare/cells/format-of';
import { formatNumber } from '../../../i18n/format';
import type { BesideValues } from '../../../protocol/engine-api';
import { locale as localeSignal } from '../../state/locale';
import { BesideRow } from './beside-row';
import { besideWords } from './words';

/** What differs most among the values, of what holds up only. */
export function BesideStandouts({ values }: { readonly values: BesideValues }) {
  const { comparison, standouts } = values;
  const t = besideWords.value;
  const locale = localeSignal.value;
  const tested = comparison.cells.some((of) => of.some((cell) => cell.state === 'value' && cell.p !== null));
  return (
    <section class="beside-section" aria-labelledby="beside-differs">
      <h3 id="beside-differs">{t.differs.title}</h3>
      {standouts.length === 0 ? (
        <p class="ink-soft">
          {tested ? t.differs.none : comparison.segments.length < 2 ? t.values.oneValue : t.values.noTests}
        </p>
      ) : (
        <ol class="beside-list">
          {standouts.slice(0, 5).map(({ segment, metric }) => {
            const cell = comparison.cells[segment]?.[metric];
            const info = comparison.metrics[metric];
            if (cell?.state !== 'value' || !info || cell.base === null) return null;
            const format = formatOf(comparison, metric, locale);
            const name = comparison.segments[segment]?.name[locale] ?? '';
            return (
              <BesideRow
                key={`${segment} ${metric}`}
                name={name}
                value={format.difference(cell.difference?.value ?? null)}
                verdict={cell.verdict}
                rests={[
                  t.differs.line(info.label[locale], format.full(cell.value), format.full(cell.base.value)),
                  `n ${formatNumber(locale, cell.n)}`,
                ]}
                difference={null}
              />
            );
          })}
        </ol>
      )}
    </section>
  );
}
