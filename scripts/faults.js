// Plants the faults of test/fuzz/faults.json one at a time into the sources, in memory, and counts how many random pairs it
// takes until the two evaluators differ.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const MOST = 10_000;

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));

/** What is wrong with the list: a text that is planted on must stand in its file exactly once. */
function mistakesIn(faults) {
  return faults.flatMap(({ file, find, name }) => {
    const count = readFileSync(path(file), 'utf8').split(find).length - 1;
    return count === 1 ? [] : [`“${name}”: its text stands ${count} times in ${file}, not once`];
  });
}

function planting({ file, find, replace }) {
  const target = path(file);
  return {
    name: 'planting',
    setup(bundler) {
      bundler.onLoad({ filter: /\.ts$/ }, (loaded) => {
        if (loaded.path !== target) return undefined;
        const contents = readFileSync(target, 'utf8').replace(find, () => replace);
        return { contents, loader: 'ts' };
      });
    },
  };
}

/** How many pairs it took to find a planted fault. */
async function pairsFor(fault, folder, index, runs = MOST) {
  const outfile = join(folder, `${index}.mjs`);
  await build({
    entryPoints: [path('test/fuzz/probe.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    logLevel: 'warning',
    plugins: fault ? [planting(fault)] : [],
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  const { pairsToFind } = await import(pathToFileURL(outfile).href);
  return pairsToFind(runs);
}

function optionsOf(words) {
  const { values } = parseArgs({
    args: words,
    options: { only: { type: 'string', multiple: true }, json: { type: 'boolean' } },
  });
  return values;
}

function chosen(faults, only) {
  const unknown = only?.find((name) => !faults.some((fault) => fault.name === name));
  if (unknown !== undefined) throw new Error(`no fault is called “${unknown}”`);
  return only ? faults.filter(({ name }) => only.includes(name)) : faults;
}

function read() {
  const { json, only } = optionsOf(process.argv.slice(2));
  const all = JSON.parse(readFileSync(path('test/fuzz/faults.json'), 'utf8'));
  const mistakes = mistakesIn(all);
  if (mistakes.length > 0) throw new Error(mistakes.join('\n'));
  return { faults: chosen(all, only), json };
}

/** What the faults are found by must not be there without them. */
async function differsAnyway(found, folder) {
  const runs = Math.max(...found.map(({ pairs }) => pairs ?? MOST));
  return pairsFor(undefined, folder, 'none', runs);
}

async function findAll({ faults, json }) {
  const folder = mkdtempSync(join(tmpdir(), 'reckon-faults-'));
  const found = [];
  try {
    if (!json) console.log('|  pairs | planted fault | in |\n| -----: | ------------- | -- |');
    for (const [index, fault] of faults.entries()) {
      // oxlint-disable-next-line eslint/no-await-in-loop -- one fault after the other, as the table is printed
      const pairs = await pairsFor(fault, folder, index);
      found.push({ name: fault.name, file: fault.file, ...(pairs !== undefined && { pairs }) });
      if (!json)
        console.log(`| ${String(pairs ?? 'never').padStart(6)} | ${fault.name} | \`${fault.file}\` |`);
    }
    return { found, anyway: await differsAnyway(found, folder) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function main() {
  let asked;
  try {
    asked = read();
  } catch (error) {
    console.error(error.message);
    return 2;
  }
  const { anyway, found } = await findAll(asked);
  const lost = found.filter(({ pairs }) => pairs === undefined).length;
  if (asked.json) console.log(JSON.stringify({ within: MOST, unfound: lost, anyway, faults: found }));
  else console.log(`\n${found.length - lost} of ${found.length} faults found within ${MOST} pairs`);
  if (anyway !== undefined) console.error(`without a fault the evaluators differ too, on pair ${anyway}`);
  return lost > 0 || anyway !== undefined ? 1 : 0;
}

process.exitCode = await main();
