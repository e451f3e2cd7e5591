import { resolve } from 'node:path';
import { InvalidArgumentError } from 'commander';

/** Reads a count or a seed as a command is given it. */
export function wholeNumber(text: string): number {
  const number = Number(text);
  if (!/^[1-9]\d*$/.test(text) || number > 0x7fff_ffff)
    throw new InvalidArgumentError('It must be a whole number from 1 to 2147483647.');
  return number;
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** npm runs a script in the package's folder, wherever it was called. */
export function pathOf(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? '.', path);
}
