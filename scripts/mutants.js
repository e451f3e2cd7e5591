// Plants mutants in folders of `src/`, one at a time, and tells which of them no test finds. What that takes is installed on first
// use, and stays out of the project's own packages.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const FOLDERS = ['money'];

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const run = (script, args, env = {}) =>
  spawnSync(process.execPath, [path(script), ...args], {
    stdio: 'inherit',
    cwd: path('.'),
    env: { ...process.env, ...env },
  }).status ?? 1;

function plantIn(folder) {
  const env = { RECKON_MUTANTS: folder, RECKON_RUNS: process.env['RECKON_RUNS'] ?? '50' };
  return run(
    'mutants/node_modules/@stryker-mutator/core/bin/stryker.js',
    ['run', 'mutants/stryker.config.js'],
    env,
  );
}

function main(folders) {
  const unknown = folders.find((folder) => !FOLDERS.includes(folder));
  if (unknown !== undefined) {
    console.error(`no mutants are planted in \`${unknown}\`: name ${FOLDERS.join(', ')}`);
    return 2;
  }
  const failed = run('scripts/setup.js', [path('mutants')]);
  if (failed !== 0) return failed;
  return Math.max(...(folders.length > 0 ? folders : FOLDERS).map(plantIn));
}

process.exitCode = main(process.argv.slice(2));
