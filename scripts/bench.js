// Runs the benchmark. Its TypeScript is bundled first, because Node 20 runs JavaScript only; the peers it compares with are
// installed on first use, and stay out of the bundle.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const file = (path) => fileURLToPath(new URL(`../bench/${path}`, import.meta.url));
const run = (script, args) =>
  spawnSync(process.execPath, [script, ...args], { stdio: 'inherit' }).status ?? 1;

async function bundle() {
  const { dependencies } = JSON.parse(readFileSync(file('package.json'), 'utf8'));
  rmSync(file('dist'), { recursive: true, force: true });
  await build({
    entryPoints: [file('main.ts'), file('measure/child.ts')],
    entryNames: '[name]',
    outdir: file('dist'),
    bundle: true,
    // Peers are loaded by the process that measures them, and by no other.
    splitting: true,
    external: Object.keys(dependencies),
    platform: 'node',
    target: 'node20',
    format: 'esm',
    logLevel: 'warning',
    // Bundled CommonJS dependencies ask for Node's own modules by `require`, which an ES module lacks.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
}

const args = process.argv.slice(2);
const setup = fileURLToPath(new URL('setup.js', import.meta.url));
const ready = args.includes('--quick') || run(setup, [file('.')]) === 0;
if (ready) await bundle();
process.exitCode = ready ? run(file('dist/main.js'), args) : 1;
