import { defineConfig, type ViteUserConfig } from 'vitest/config';

const config: ViteUserConfig = defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', './test/support/closing-line.ts'],
    // Tests that run tools as child processes, and properties over many cases, outlast the default of 5 seconds.
    testTimeout: 60_000,
    coverage: { include: ['src/**'] },
  },
});

export default config;
