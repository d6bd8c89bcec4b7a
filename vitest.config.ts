import { defineConfig } from 'vitest/config';

// A busy machine is slow, not wrong: what is waited for is waited for as long as a test may take.
const patience = { testTimeout: 30_000, hookTimeout: 30_000, expect: { poll: { timeout: 10_000 } } };

export default defineConfig({
  test: {
    projects: [
      { test: { ...patience, name: 'node', include: ['test/**/*.test.ts'], exclude: ['test/browser/**'] } },
      {
        test: {
          ...patience,
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/support/one-browser.ts'],
          // One browser and two cores: side by side, the pages would only wait for each other.
          fileParallelism: false,
        },
      },
    ],
  },
});
