import type { Dataset } from '../../core/dataset';
import type { Passport } from '../../core/passport';

/** Passports of what people's numbers come from: every capture but the reports. */
export function peoplePassports(dataset: Dataset): Passport[] {
  const ofReports = new Set(dataset.reports.map((report) => report.captureId));
  return dataset.passports.filter(({ captureId }) => !ofReports.has(captureId));
}
