import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { Command, CommanderError, Option } from 'commander';
import type { Door } from './door.js';
import { DOORS } from './doors.js';
import { Guard, serve } from './guard.js';
import { type Found, run } from './run.js';
import { pathOf, print, wholeNumber } from '../words.js';

interface Options {
  readonly door?: readonly string[];
  readonly seconds?: number;
  readonly runs?: number;
  readonly seed: number;
  readonly patience: number;
  readonly input?: string;
  readonly out?: string;
}

const RUNS = 1000;

const command = new Command('npm run -s fuzz:doors --')
  .description(
    'Sends damaged input through every door: rules, tables, plans, carts, and what is made of them.',
  )
  .addOption(new Option('--door <name...>', 'only these doors').choices(DOORS.map(({ name }) => name)))
  .option('--runs <count>', `inputs for each door; ${RUNS} where no time is given`, wholeNumber)
  .option('--seconds <count>', 'how long to send inputs through each door', wholeNumber)
  .option('--seed <number>', 'the seed of the inputs', wholeNumber, 1)
  .option('--patience <seconds>', 'how long one input may take', wholeNumber, 20)
  .option('--input <file>', 'with one --door: send this file through it')
  .option('--out <folder>', 'where to write an input that did what none may')
  .allowExcessArguments(false)
  .exitOverride();

/** Bytes are written as such, texts as UTF-8; an input of a file is read back alike. */
function encodingOf({ extension }: Door): 'latin1' | 'utf8' {
  return extension === 'bin' ? 'latin1' : 'utf8';
}

function write(door: Door, { input }: Found, out: string | undefined): string {
  const folder = out === undefined ? mkdtempSync(join(tmpdir(), 'reckon-door-')) : pathOf(out);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${door.name}.${door.extension}`);
  writeFileSync(file, input, encodingOf(door));
  return file;
}

async function sendFile(door: Door, path: string, guard: Guard): Promise<number> {
  const input = readFileSync(pathOf(path), encodingOf(door));
  const { fault } = await guard.try({ door: door.name, input });
  print(fault ?? `${path} goes through the door of ${door.name}, or is refused: all is well`);
  return fault === undefined ? 0 : 1;
}

async function sendMany(door: Door, options: Options, guard: Guard): Promise<number> {
  const { out, seconds, seed } = options;
  const runs = options.runs ?? (seconds === undefined ? RUNS : Infinity);
  const time = seconds === undefined ? Infinity : seconds * 1000;
  const { found, sent } = await run(door, { seed, runs, time }, guard);
  print(`${door.name}: ${sent} inputs of seed ${seed}, ${found ? 1 : 0} faults`);
  if (!found) return 0;
  const file = write(door, found, out);
  print(`\ninput ${found.index} of seed ${seed}: ${found.fault}\n\nsee it again:`);
  print(`npm run -s fuzz:doors -- --door ${door.name} --input ${file}\n`);
  return 1;
}

async function send(options: Options): Promise<number> {
  const doors = DOORS.filter(({ name }) => options.door?.includes(name) ?? true);
  const [only] = doors;
  const guard = new Guard(new URL(import.meta.url), options.patience * 1000);
  try {
    if (options.input !== undefined) {
      if (only && doors.length === 1) return await sendFile(only, options.input, guard);
      throw new CommanderError(2, 'misuse', '--input needs one --door');
    }
    let code = 0;
    for (const door of doors) code = Math.max(code, await sendMany(door, options, guard));
    return code;
  } finally {
    guard.end();
  }
}

async function main(words: readonly string[]): Promise<number> {
  try {
    return await send(command.parse(words, { from: 'user' }).opts<Options>());
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === 'misuse') process.stderr.write(`${error.message}\n`);
    return error.exitCode === 0 ? 0 : 2;
  }
}

if (isMainThread) process.exitCode = await main(process.argv.slice(2));
else serve(DOORS);
