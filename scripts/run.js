// Runs a command of the tests: its TypeScript is bundled into one temporary file, because Node 20 runs JavaScript only.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** Bundles a module that stands in `test/` and runs it; its command line and exit code are the process's own. */
export async function run(entry) {
  const folder = mkdtempSync(join(tmpdir(), 'reckon-command-'));
  try {
    const outfile = join(folder, 'command.mjs');
    await build({
      entryPoints: [fileURLToPath(new URL(`../test/${entry}`, import.meta.url))],
      outfile,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'esm',
      logLevel: 'warning',
      // Bundled CommonJS dependencies ask for Node's own modules by `require`, which an ES module lacks.
      banner: {
        js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
      },
    });
    await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
