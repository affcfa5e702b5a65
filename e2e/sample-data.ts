import { type Extension, expect } from './extension';
import { startOver } from './keep-files';

/** Holds the sample and nothing else. */
export async function holdSample(extension: Extension): Promise<void> {
  const page = await extension.open('workspace/index.html');
  await startOver(page);
  const failed = await page.evaluate(async () => {
    const path = '../assets/report.js';
    const { sampleReport } = await import(path);
    const answer = await sampleReport({ asOf: null, locale: 'en', segmentIds: null });
    return 'error' in answer ? String(answer.error) : null;
  });
  expect(failed).toBeNull();
  await page.close();
}
