// Plants mutants in folders of `src/`, one at a time, and tells which of them no test finds. What that takes is installed on first
// use, and stays out of the project's own packages.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const FOLDERS = ['money', 'verify', 'reference', 'engine'];
const STRYKER = 'mutants/node_modules/@stryker-mutator/core/bin/stryker.js';

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));

function run(script, args, env = {}) {
  const { status } = spawnSync(process.execPath, [path(script), ...args], {
    stdio: 'inherit',
    cwd: path('.'),
    env: { ...process.env, ...env },
  });
  return status ?? 1;
}

function optionsOf(words) {
  const options = { sample: { type: 'string', default: '1' } };
  const { positionals, values } = parseArgs({ args: words, options, allowPositionals: true });
  const sample = Number(values.sample);
  const unknown = positionals.find((folder) => !FOLDERS.includes(folder));
  if (unknown !== undefined)
    throw new Error(`no mutants are planted in \`${unknown}\`: name ${FOLDERS.join(', ')}`);
  if (!(sample > 0 && sample <= 1)) throw new Error('--sample takes a share above 0, at most 1');
  return { folders: positionals.length > 0 ? positionals : FOLDERS, sample };
}

/** Installs Stryker, and writes down the prices that mutants are found by; those of money need none. */
function prepared(folders) {
  const failed = run('scripts/setup.js', [path('mutants')]);
  if (failed !== 0 || folders.every((folder) => folder === 'money')) return failed;
  return run('mutants/record.js', [], { RECKON_RUNS: '10' });
}

async function plantIn(folder, sample) {
  const env = { RECKON_MUTANTS: folder, RECKON_SAMPLE: String(sample), RECKON_RUNS: '50' };
  const failed = run(STRYKER, ['run', 'mutants/stryker.config.js'], env);
  if (failed !== 0) return failed;
  const { summary } = await import('../mutants/summary.js');
  console.log(`\n${summary(folder, path(`mutants/dist/${folder}.json`))}\n`);
  return 0;
}

async function main() {
  let asked;
  try {
    asked = optionsOf(process.argv.slice(2));
  } catch (error) {
    console.error(error.message);
    return 2;
  }
  let failed = prepared(asked.folders);
  for (const folder of asked.folders) {
    if (failed === 0) failed = await plantIn(folder, asked.sample);
  }
  return failed;
}

process.exitCode = await main();
