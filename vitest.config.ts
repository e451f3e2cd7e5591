import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { RUNS } from './test/support/runs.js';

const config: ViteUserConfig = defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', './test/support/closing-line.ts'],
    // Tests that run tools as child processes, and properties over many cases, outlast the default of 5 seconds.
    testTimeout: Math.max(60_000, RUNS * 120),
    coverage: { include: ['src/**'] },
  },
});

export default config;
