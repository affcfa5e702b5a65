import type { ExportRecogniser } from './export-recogniser';

/** The `exportRecognisers` half of every tool file; the `page` half stays out of the bundles that use this one. */
const halves = import.meta.glob<readonly ExportRecogniser[]>(['./tools/*.ts', '!./tools/*.test.ts'], {
  eager: true,
  import: 'exportRecognisers',
});

export const EXPORT_RECOGNISERS: readonly ExportRecogniser[] = Object.values(halves).flat();
