import { shown } from '../shown.js';
import { type Io, MOST_BYTES, MOST_PLAN_BYTES } from './io.js';
import { jsonMistake } from './json-mistake.js';
import { Stop } from './stop.js';

/** What is read: how large it may be, and what it is called where it is larger. */
interface Kind {
  readonly most: number;
  readonly name: string;
}

const SOURCE: Kind = { most: MOST_BYTES, name: 'rule file or cart' };

/** A cart, or an order that is read as one, for `readJson`. */
export const CART: Kind = SOURCE;

/** A plan, for `readJson`. */
export const PLAN: Kind = { most: MOST_PLAN_BYTES, name: 'plan' };

/** A breakdown or a refund, for `readJson`: it says more of a line than its cart does. */
export const BREAKDOWN: Kind = { most: 8 * MOST_BYTES, name: 'breakdown or refund' };

/** The text of a file, or a sentence why there is none. A byte order mark is taken off. */
export function readText(path: string, io: Io): string {
  return unmarked(readFile(path, io));
}

/** The same from a file or, for `-`, from standard input; a byte order mark stays where it is. */
export function readMarked(path: string, io: Io, kind: Kind = SOURCE): Promise<string> | string {
  return path === '-' ? readInput(io, kind) : readFile(path, io, kind);
}

/** A text without its byte order mark. */
export function unmarked(text: string): string {
  return text.replace(/^\uFEFF/, '');
}

/** JSON from a file, or from standard input for `-`; `parse` throws where a text is none. */
export async function readJson(
  path: string,
  io: Io,
  kind: Kind = SOURCE,
  parse: (text: string) => unknown = JSON.parse,
): Promise<unknown> {
  const name = path === '-' ? STANDARD_INPUT : quoted(path);
  const text = unmarked(await readMarked(path, io, kind));
  try {
    return parse(text);
  } catch {
    throw new Stop(`${name} is not JSON: ${jsonMistake(text)}`);
  }
}

export const STANDARD_INPUT = 'standard input';

/** The text of a file with its byte order mark, if it has one. */
export function readFile(path: string, io: Io, kind: Kind = SOURCE): string {
  const name = quoted(path);
  try {
    return textOf(io.readFile(path, kind.most), name, kind);
  } catch (error) {
    throw unreadable(error, name);
  }
}

async function readInput(io: Io, kind: Kind): Promise<string> {
  try {
    return textOf(await io.readInput(kind.most), STANDARD_INPUT, kind);
  } catch (error) {
    throw unreadable(error, STANDARD_INPUT);
  }
}

export function quoted(path: string): string {
  return `\`${shown(path)}\``;
}

/** What the system's codes mean for a user; any other code is told as it is. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'may not be read: permission denied',
  EISDIR: 'is a folder, not a file',
  ELOOP: 'cannot be found: its links go in a circle',
  ENAMETOOLONG: 'cannot be found: its name is too long',
  ENOENT: 'cannot be found',
  ENOTDIR: 'cannot be found: part of its path is a file, not a folder',
  EPERM: 'may not be read: permission denied',
};

/** What the system says, as a sentence; an error that is not the system's stays as it is. */
export function unreadable(error: unknown, name: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (error instanceof Stop || typeof code !== 'string') return error;
  return new Stop(`${name} ${REASONS[code] ?? `cannot be read: ${code}`}`);
}

function textOf(bytes: Uint8Array, name: string, kind: Kind): string {
  if (bytes.length > kind.most)
    throw new Stop(`${name} is larger than ${kind.most / 2 ** 20} MiB: no ${kind.name} is`);
  if (isUtf16(bytes)) throw new Stop(`${name} is UTF-16 text: save it as UTF-8`);
  if (bytes.includes(0)) throw new Stop(`${name} is a binary file, not text`);
  const text = decoded(bytes, name);
  if (text.trim() === '') throw new Stop(`${name} is empty`);
  return text;
}

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function decoded(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Stop(`${name} is not UTF-8 text: save it as UTF-8`);
  }
}
