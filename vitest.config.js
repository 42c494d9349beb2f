import { defineConfig } from 'vitest/config';

// Tests run what was built: `tsc -b` writes dist, Vitest reads it.
export default defineConfig({
  test: {
    include: ['dist/**/*.test.js'],
    exclude: ['**/node_modules/**'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
