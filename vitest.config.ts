import { defineConfig } from 'vitest/config';

export default defineConfig({
  define: { __TARGET__: '"chrome"', __TEST__: 'true' },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
    testTimeout: 30_000,
  },
});
