// Tells what a checkout ships with `reckon/runtime`: the size of its bundle and of the parts, with `--files` of every file.
// Ends with 1 when the bundle is above its limit.
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';

/** Bytes of brotli: where the runtime is going, and what it may not grow past on the way. The limit sinks as the bundle does. */
const GOAL = 20_000;
const LIMIT = 48_000;

const { metafile, outputFiles } = await build({
  entryPoints: ['src/runtime.ts'],
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  metafile: true,
  write: false,
});
const [{ contents }] = outputFiles;
const [{ inputs }] = Object.values(metafile.outputs);
const size = brotliCompressSync(contents).length;

const nameOf = process.argv.includes('--files') ? (path) => path : partOf;
const parts = new Map();
for (const [path, { bytesInOutput }] of Object.entries(inputs))
  parts.set(nameOf(path), (parts.get(nameOf(path)) ?? 0) + bytesInOutput);
for (const [name, bytes] of [...parts].sort(([, a], [, b]) => b - a))
  console.log(`${kB(bytes).padStart(9)}  ${name}`);
console.log(`${kB(contents.length).padStart(9)}  reckon/runtime, minified`);
console.log(`${kB(size).padStart(9)}  with brotli: at most ${kB(LIMIT)}, goal ${kB(GOAL)}`);
if (size > LIMIT) {
  console.error('error: reckon/runtime has grown past its limit');
  process.exitCode = 1;
}

/** A folder of ours, or a package. */
function partOf(path) {
  return /^(?:node_modules\/(?:@[^/]+\/)?[^/]+|src\/[^/]+)/.exec(path)?.[0] ?? path;
}

function kB(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
