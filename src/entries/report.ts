import type { ReportOptions } from '../app/report/report-options';
import { type WrittenReport, writeReport } from '../app/report/write-report';
import { sampleFiles } from '../app/sample/sample-files';
import { AppError } from '../core/app-error';
import { createEngineClient } from '../protocol/engine-client';
import { drawReport } from '../ui/screens/compare/report/draw-report';

type Answer =
  | { readonly done: WrittenReport }
  | { readonly error: string; readonly params: AppError['params'] };

/**
 * What `npm run report` calls in a page of the extension: no page of ours loads this.
 * Errors come back as codes, since an exception crosses into the command line as text only.
 */
export async function report(files: readonly File[], options: ReportOptions): Promise<Answer> {
  try {
    const engine = createEngineClient();
    return { done: await writeReport(engine, files, options, drawReport(engine, options)) };
  } catch (error) {
    if (error instanceof AppError) return { error: error.code, params: error.params };
    return { error: 'internal', params: { message: String(error) } };
  }
}

/** The same over the sample files, for `npm start`. */
export function sampleReport(options: ReportOptions): Promise<Answer> {
  return report(sampleFiles(), options);
}
