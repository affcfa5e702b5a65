import { formatNumber, formatPercent } from '../../../../i18n/format';
import type { OverlapView } from '../../../../protocol/engine-api';
import { ChartFigure } from '../../../charts/chart-figure';
import { HeatMatrix } from '../../../charts/heat-matrix';
import { Notice } from '../../../parts/notice';
import { SegmentMark } from '../../../parts/segment-mark';
import { locale } from '../../../state/locale';
import type { NamedSegments } from './named-segments';
import { words } from './words';

/** Above it a comparison of the two would be of the same people. */
const TWINS = 0.8;

/** Each segment against each: what share of the people in either they share. */
export function LikenessView(props: {
  readonly overlap: OverlapView;
  readonly named: NamedSegments;
  readonly stale: boolean;
}) {
  const { overlap, named } = props;
  const t = words.value.likeness;
  const lang = locale.value;
  const ids = overlap.segments.map(({ id }) => id);
  const percent = (value: number | null) => (value === null ? t.none : formatPercent(lang, value, 1));
  const pair = (a: number, b: number) => overlap.pairs[a]?.[b] ?? { shared: 0, either: 0, jaccard: null };
  const marked = (id: string) => (
    <span class="chart-table-name">
      <SegmentMark colour={named.colour(id)} />
      <span class="data" dir="auto" title={named.name(id)}>
        {named.name(id)}
      </span>
    </span>
  );
  const twins = ids.flatMap((a, i) =>
    ids.slice(i + 1).flatMap((b, j) => {
      const { jaccard } = pair(i, i + 1 + j);
      return jaccard !== null && jaccard >= TWINS
        ? [t.twins(named.name(a), named.name(b), percent(jaccard))]
        : [];
    }),
  );
  return (
    <div class="sets-view">
      <ChartFigure
        title={t.title}
        subtitle={t.subtitle}
        level={3}
        interactive
        stale={props.stale}
        sentence={t.title}
        table={{
          caption: t.title,
          columns: [{ header: words.value.groups.segment }, ...ids.map((id) => ({ header: named.name(id) }))],
          rows: ids.map((a, i) => ({
            key: a,
            colour: named.colour(a),
            cells: [
              { text: named.name(a) },
              ...ids.map((_, j) => ({ text: percent(pair(i, j).jaccard), sort: pair(i, j).jaccard })),
            ],
          })),
        }}
      >
        <HeatMatrix
          caption={t.title}
          corner={words.value.groups.segment}
          columns={ids.map((id) => ({ key: id, name: marked(id) }))}
          rows={ids.map((a, i) => ({
            key: a,
            name: marked(a),
            cells: ids.map((b, j) => {
              const { jaccard, shared, either } = pair(i, j);
              const [both, one] = [formatNumber(lang, shared), formatNumber(lang, either)];
              return {
                text: percent(jaccard),
                of: t.of(both, one),
                heat: i === j ? null : jaccard,
                label: t.cell(named.name(a), named.name(b), percent(jaccard), both, one),
              };
            }),
          }))}
        />
      </ChartFigure>
      {twins.map((sentence) => (
        <Notice key={sentence} tone="note" title={sentence} />
      ))}
    </div>
  );
}
