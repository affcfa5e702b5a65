// The quick part, for every commit: types, lint, unit and architecture tests without what takes long, which `npm test` runs:
// large real files, random worlds and damage, simulations, whole libraries beside a database or a calendar.
import { ensurePackages } from './setup.mjs';

ensurePackages();
const { lint, types, unit } = await import('./steps.mjs');
const LONG = [
  'tests/real/**',
  'tests/segment-sql.test.ts',
  '**/*.property.test.ts',
  'src/compare/{coverage,false-verdicts}.test.ts',
  'src/segments/occasions/country-days.test.ts',
  'src/ingest/typist/typist.test.ts',
];
// Files share what they import, which `npm test` gives to each anew.
const quick = ['--no-isolate', ...LONG.flatMap((files) => ['--exclude', files])];
const steps = [...(await types()), await lint(), await unit(...quick)];
process.exit(steps.every((s) => s.ok) ? 0 : 1);
