import { useState } from 'preact/hooks';
import { formatDay, formatList, formatNumber, formatPercent } from '../../../../i18n/format';
import type { OverlapView as Overlap } from '../../../../protocol/engine-api';
import { partRule } from '../../../../segments/rule/set-rules';
import { ChartFigure } from '../../../charts/chart-figure';
import { UpsetPlot } from '../../../charts/upset-plot';
import { Select } from '../../../parts/select';
import { locale } from '../../../state/locale';
import { text } from '../../../state/text';
import type { NamedSegments } from './named-segments';
import { RuleResult } from './rule-result';
import { words } from './words';

type Part = Overlap['parts'][number];

/** Who is in which segments together: a plot of exclusive parts with its table; a part opens, and can be kept. */
export function OverlapView(props: {
  readonly overlap: Overlap;
  readonly named: NamedSegments;
  readonly stale: boolean;
}) {
  const { overlap, named } = props;
  const [sort, setSort] = useState<'size' | 'degree'>('size');
  const [picked, setPicked] = useState<string | null>(null);
  const t = words.value.overlap;
  const lang = locale.value;
  const ids = overlap.segments.map(({ id }) => id);
  const keyOf = (part: Part) => part.segmentIds.join('|');
  const titleOf = (part: Part) => {
    const names = formatList(lang, part.segmentIds.map(named.name));
    return part.segmentIds.length === 1 ? t.only(names) : names;
  };
  const outsideOf = (part: Part) => ids.filter((id) => !part.segmentIds.includes(id));
  const parts =
    sort === 'size'
      ? overlap.parts
      : [...overlap.parts].sort((a, b) => a.segmentIds.length - b.segmentIds.length || b.count - a.count);
  const share = (count: number) =>
    formatPercent(lang, overlap.population === 0 ? null : count / overlap.population, 1);
  const part = overlap.parts.find((p) => keyOf(p) === picked);
  const largest = overlap.parts[0];
  const others = part === undefined ? [] : outsideOf(part);
  const row = (key: string, name: string, count: number, degree: number | null) => ({
    key,
    cells: [
      { text: name },
      { text: formatNumber(lang, count), sort: count },
      { text: share(count), sort: count },
      { text: formatNumber(lang, degree), sort: degree },
    ],
  });

  return (
    <div class="sets-view">
      <ChartFigure
        title={t.title}
        subtitle={t.subtitle(text.value.count.customers(overlap.population), formatDay(lang, overlap.asOf))}
        level={3}
        interactive
        stale={props.stale}
        sentence={
          largest === undefined
            ? t.empty
            : t.sentence(titleOf(largest), formatNumber(lang, largest.count), parts.length)
        }
        tools={
          <Select
            size="s"
            label={t.sort}
            value={sort}
            options={(['size', 'degree'] as const).map((value) => ({ value, label: t.sorts[value] }))}
            onChange={setSort}
          />
        }
        table={{
          caption: t.title,
          columns: [
            { header: t.column.part },
            { header: t.column.count },
            { header: t.column.share },
            { header: t.column.degree },
          ],
          rows: [
            ...parts.map((p) => row(keyOf(p), titleOf(p), p.count, p.segmentIds.length)),
            row('none', t.none, overlap.inNone, 0),
            ...(overlap.unplaced > 0 ? [row('unplaced', t.unplaced, overlap.unplaced, null)] : []),
          ],
        }}
        notes={[
          `${t.none}: ${formatNumber(lang, overlap.inNone)} (${share(overlap.inNone)}).`,
          ...(overlap.unplaced > 0 ? [t.unplacedWhy(overlap.unplaced)] : []),
          t.hint,
        ]}
      >
        {parts.length === 0 ? (
          <p class="ink-soft">{t.empty}</p>
        ) : (
          <UpsetPlot
            label={t.title}
            sets={overlap.segments.map(({ id, size }) => ({
              id,
              name: named.name(id),
              colour: named.colour(id),
              size,
              sizeText: formatNumber(lang, size),
            }))}
            parts={parts.map((p) => ({
              key: keyOf(p),
              inside: p.segmentIds,
              count: p.count,
              countText: formatNumber(lang, p.count),
              label: `${titleOf(p)}: ${formatNumber(lang, p.count)}, ${share(p.count)}`,
            }))}
            picked={picked}
            onPick={setPicked}
          />
        )}
      </ChartFigure>
      {part === undefined ? (
        parts.length > 0 && <p class="ink-soft text-s">{t.pick}</p>
      ) : (
        <RuleResult
          key={keyOf(part)}
          title={titleOf(part)}
          {...(others.length === 0
            ? {}
            : { detail: t.notIn(formatList(lang, others.map(named.name), 'or')) })}
          rule={partRule(part.segmentIds, others)}
          count={part.count}
          population={overlap.population}
          name={capital(titleOf(part), lang)}
          onClose={() => setPicked(null)}
        />
      )}
    </div>
  );
}

/** As a name begins. */
function capital(text: string, lang: string): string {
  const [first = '', ...rest] = Array.from(text);
  return first.toLocaleUpperCase(lang) + rest.join('');
}
