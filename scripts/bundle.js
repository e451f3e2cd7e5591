// Bundles the command as cli.js, worker.js and a few chunks, because loading hundreds of modules takes most of a cold start, and so
// would compiling what a command does not use. `node scripts/bundle.js [FOLDER]`; the folder is dist unless told.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const folder = process.argv[2] ?? 'dist';

// Chunks are named by what is in them: those of earlier builds would stay.
rmSync(join(folder, 'chunks'), { recursive: true, force: true });

await build({
  // Many carts are priced in workers, which start from a file of their own.
  entryPoints: { cli: 'src/cli/main.ts', worker: 'src/cli/many/worker.ts' },
  outdir: folder,
  bundle: true,
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  platform: 'node',
  target: 'node20',
  format: 'esm',
  // Identifiers stay as written, so that the stack of a fault can be read.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'linked',
  logLevel: 'warning',
  // Bundled CommonJS dependencies ask for Node's own modules by `require`, and for their file, which an ES module lacks.
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url); const __filename = import.meta.filename;",
  },
});
