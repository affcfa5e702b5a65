import { AppError } from '../../core/app-error';
import type { Dataset, ReportColumn, ReportTable } from '../../core/dataset';
import { isTimeAxis } from '../../segments/report-segments';
import type { Look } from './looks';

export interface ReportOfLook {
  readonly dataset: Dataset;
  readonly report: ReportTable;
}

/** @throws AppError `compare/no-data` where the table is none of totals by dimension */
export function reportOfLook({ report: dataset }: Look): ReportOfLook {
  const report = dataset?.reports[0];
  if (dataset === null || report === undefined) throw new AppError('compare/no-data');
  return { dataset, report };
}

/** Dimensions whose values can be held side by side. */
export function dimensionsOf({ dimensions }: ReportTable): readonly ReportColumn[] {
  return dimensions.filter(
    (dimension) =>
      dimension.column.type === 'text' && !isTimeAxis(dimension) && dimension.column.dictionary.length > 0,
  );
}
