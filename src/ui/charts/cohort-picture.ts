import { framedPicture } from './framed-picture';
import type { LaidOutPicture, PictureLayout } from './picture-layout';
import { type SvgNode, svg } from './svg-node';
import { tenth } from './tenth';

export interface CohortPicture {
  readonly cohortHeader: string;
  readonly sizeHeader: string;
  readonly periods: readonly string[];
  readonly cohorts: readonly {
    readonly name: string;
    readonly size: string;
    readonly cells: readonly ({ readonly text: string; readonly share: number } | null)[];
  }[];
}

const ROW = 22;

/** The cohort table as a drawing: the strength of a cell stands beside its number, never instead of it. */
export function cohortPicture(
  { cohortHeader, sizeHeader, periods, cohorts }: CohortPicture,
  { width, family, measure }: PictureLayout,
): LaidOutPicture {
  const small = `12px ${family}`;
  const widest = (texts: readonly string[]) => Math.ceil(Math.max(0, ...texts.map((t) => measure(t, small))));
  const nameWidth = widest([cohortHeader, ...cohorts.map((c) => c.name)]) + 12;
  const sizeWidth = widest([sizeHeader, ...cohorts.map((c) => c.size)]) + 8;
  const left = nameWidth + sizeWidth;
  const each = (width - left) / Math.max(1, periods.length);
  const top = Math.max(
    0.01,
    ...cohorts.flatMap((cohort) => cohort.cells.slice(1).map((cell) => cell?.share ?? 0)),
  );
  const nodes: SvgNode[] = [];
  const text = (content: string, x: number, y: number, end: boolean, name = 'dot-small') => {
    nodes.push(
      svg('text', { class: name, x: tenth(x), y, ...(end ? { 'text-anchor': 'end' } : {}) }, content),
    );
  };
  text(cohortHeader, 0, 14, false);
  text(sizeHeader, left - 8, 14, true);
  for (const [i, period] of periods.entries()) text(period, left + each * (i + 1) - 5, 14, true);
  cohorts.forEach((cohort, r) => {
    const y = ROW * (r + 1);
    text(cohort.name, 0, y + 15, false, 'cohort-text');
    text(cohort.size, left - 8, y + 15, true);
    cohort.cells.forEach((cell, i) => {
      if (cell === null || i >= periods.length) return;
      if (i > 0)
        nodes.push(
          svg('rect', {
            class: 'cohort-heat',
            x: tenth(left + each * i + 0.5),
            y: y + 0.5,
            width: tenth(each - 1),
            height: ROW - 1,
            rx: 2,
            'fill-opacity': Math.round(Math.min(1, cell.share / top) * 55) / 100,
          }),
        );
      text(cell.text, left + each * (i + 1) - 5, y + 15, true, 'cohort-text');
    });
  });
  const height = ROW * (cohorts.length + 1) + 2;
  return framedPicture(nodes, { width, height });
}
