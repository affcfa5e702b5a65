import { minorUnits } from '../../../../core/minor-units';
import { currencySign, formatNumber } from '../../../../i18n/format';
import type { RfmView } from '../../../../protocol/engine-api';
import type { ScoreBand } from '../../../../segments/percentile-scores';
import { Table } from '../../../parts/table';
import { locale } from '../../../state/locale';
import { words } from './words';

const SCORES = [5, 4, 3, 2, 1];

/** What each score means in days, orders and money, with who is in it, and what it is called there. */
export function CutsTable(props: { readonly view: RfmView }) {
  const { cuts, currency, folds } = props.view;
  const t = words.value.cuts;
  const lang = locale.value;
  const band = (bands: readonly ScoreBand[], score: number) => bands.find((b) => b.score === score);
  const range = (bands: readonly ScoreBand[], score: number, units = 1) => {
    const found = band(bands, score);
    return found === undefined
      ? '–'
      : t.range(formatNumber(lang, found.from / units), formatNumber(lang, found.to / units));
  };
  const column = (id: 'r' | 'f' | 'm', units = 1) => ({
    id,
    header: t[id],
    ...(id === 'm' && currency !== null ? { unit: currencySign(lang, currency) } : {}),
    align: 'end' as const,
    cell: (score: number) => (
      <span class="rfm-cut">
        <span>{range(cuts[id], score, units)}</span>
        <span class="ink-soft text-s">{t.n(formatNumber(lang, band(cuts[id], score)?.n ?? 0))}</span>
      </span>
    ),
    copy: (score: number) => range(cuts[id], score, units),
  });
  return (
    <section class="rfm-part">
      <Table
        caption={t.title}
        showCaption
        height="all"
        rows={SCORES}
        rowKey={String}
        columns={[
          { id: 'score', header: t.score, rowHeader: true, cell: String, copy: String },
          {
            id: 'theirs',
            header: t.theirs,
            align: 'end',
            cell: (score) => String(folds[score - 1] ?? ''),
            copy: (score) => String(folds[score - 1] ?? ''),
          },
          column('r'),
          column('f'),
          column('m', minorUnits(currency)),
        ]}
      />
      <p class="ink-soft text-s">{t.lead}</p>
    </section>
  );
}
