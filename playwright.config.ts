import { defineConfig } from '@playwright/test';

/** The built extension in a real Chromium; `npm test` builds first, a lone run builds what is missing. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  timeout: 60_000,
  // One browser with one profile a worker; timings on a shared machine are no matter of these tests.
  workers: 1,
  // Real browsers on a busy machine: a second try in CI, and one that needed it is reported as flaky.
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list']],
  // A trace copies the whole page at every step, and some of these pages are enormous: ask for one by PWTRACE=1.
  use: { trace: process.env['PWTRACE'] ? 'retain-on-failure' : 'off' },
});
