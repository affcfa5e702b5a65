import { defineConfig } from 'vitest/config';

export default defineConfig({
  define: { __TARGET__: '"chrome"', __TEST__: 'true' },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
    testTimeout: 120_000,
    // By itself one core is left idle, which is half of a machine of two.
    maxWorkers: '100%',
  },
});
