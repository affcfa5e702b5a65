import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';

const testDir = resolve(import.meta.dirname, 'e2e');

/** Those that take minutes go first, so that no worker begins one of them when the other has nothing left. */
const LONG = [
  'workspace-screens',
  'busy-pages',
  'hostile-pages',
  'real-files',
  'kill',
  'compare',
  'page-reader',
  'bad-input',
];
const specs = readdirSync(testDir)
  .filter((file) => file.endsWith('.spec.ts'))
  .map((file) => file.slice(0, -'.spec.ts'.length));

/** The built extension in a real Chromium; `npm test` builds first, a lone run builds what is missing. */
export default defineConfig({
  testDir,
  globalSetup: './e2e/builds.ts',
  outputDir: 'test-results/e2e',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  // One browser with one profile a worker; timings on a shared machine are no matter of these tests.
  workers: 2,
  // A project a file: workers are not shared between projects, so no file meets what another one kept in its profile.
  projects: [...LONG, ...specs.filter((name) => !LONG.includes(name)).sort()].map((name) => ({
    name,
    testMatch: `${name}.spec.ts`,
  })),
  // Real browsers on a busy machine: a second try in CI, and one that needed it is reported as flaky.
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list']],
  // A trace copies the whole page at every step, and some of these pages are enormous: ask for one by PWTRACE=1.
  // An action that finds nothing says so before the test's own time is over, which names no place.
  use: { actionTimeout: 45_000, trace: process.env['PWTRACE'] ? 'retain-on-failure' : 'off' },
});
