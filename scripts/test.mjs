// Everything, on a machine where nothing was installed by hand: packages, browsers, then every check there is.
import { readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  ensureChromium,
  ensureFirefox,
  ensurePackages,
  ensureStatisticsTools,
  ensureVirtualDisplay,
  root,
} from './setup.mjs';

ensurePackages();
const chromium = await ensureChromium();
const firefox = ensureFirefox();
const display = ensureVirtualDisplay();
if (!ensureStatisticsTools())
  console.log('GoAccess and AWStats could not be had: tests over their pages are skipped.');
const { lint, step, types, unit } = await import('./steps.mjs');

const results = resolve(root, 'test-results');
rmSync(results, { recursive: true, force: true });
const unitJson = resolve(results, 'unit.json');
const e2eJson = resolve(results, 'e2e.json');

const steps = [
  ...(await types()),
  await lint(),
  await unit('--reporter=default', '--reporter=json', `--outputFile.json=${unitJson}`),
  await step('build', 'node', ['scripts/build.mjs', 'chrome', 'firefox']),
  await step('build for tests', 'node', ['scripts/build.mjs', 'chrome', 'firefox', '--test']),
  await step('store zips are reproducible', 'node', ['scripts/pack.mjs', '--verify']),
  await step('web-ext lint, warnings as errors', 'node_modules/.bin/web-ext', [
    'lint',
    '--source-dir',
    'dist/firefox',
    '--warnings-as-errors',
    '--no-config-discovery',
  ]),
  await step('end to end in Chromium', 'node_modules/.bin/playwright', ['test', '--reporter=line,json'], {
    CHROMIUM_PATH: chromium,
    PLAYWRIGHT_JSON_OUTPUT_NAME: e2eJson,
    SEGMENT_LENS_DISPLAY: display ? '1' : '',
  }),
];
if (firefox) {
  steps.push(
    await step('self-test in Firefox', 'node', ['e2e/firefox-self-test.mjs'], { FIREFOX_PATH: firefox }),
  );
} else {
  console.log('\n── self-test in Firefox: skipped, no Firefox could be had on this machine');
}

const read = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
};
const units = read(unitJson);
const e2e = read(e2eJson)?.stats;
const bare = steps.filter((s) => !/^unit|^end to end/.test(s.name));
const counts = {
  passed:
    (units?.numPassedTests ?? 0) + (e2e?.expected ?? 0) + (e2e?.flaky ?? 0) + bare.filter((s) => s.ok).length,
  failed: (units?.numFailedTests ?? 0) + (e2e?.unexpected ?? 0) + bare.filter((s) => !s.ok).length,
  skipped: (units?.numPendingTests ?? 0) + (e2e?.skipped ?? 0),
};
if (e2e?.flaky > 0) console.log(`\n${e2e.flaky} end-to-end tests passed only at the second try.`);
// Said once more at the end: a log cut short still says what went wrong.
for (const file of units?.testResults ?? [])
  for (const test of file.assertionResults.filter(({ status }) => status === 'failed'))
    console.log(
      `\nFailed: ${file.name}: ${test.fullName}\n${(test.failureMessages ?? []).join('\n').slice(0, 2_000)}`,
    );
const broken = steps.filter((s) => !s.ok);
if (broken.length > 0) console.log(`\nFailed: ${broken.map((s) => s.name).join('; ')}`);
if (broken.length > 0 && counts.failed === 0) counts.failed = broken.length;
console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(broken.length === 0 ? 0 : 1);
