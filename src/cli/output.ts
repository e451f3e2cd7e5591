import { shownJson } from '../shown.js';
import { quoted } from './input.js';
import type { Io } from './io.js';
import { Stop } from './stop.js';

/** Tells the user on standard error what went wrong. */
export function complain(sentence: string, io: Io): void {
  io.err.write(`error: ${sentence}\n`);
}

/** Prints JSON, alone on standard output, with what a terminal would obey in escapes. */
export function printJson(value: unknown, io: Io): void {
  io.out.write(`${shownJson(JSON.stringify(value, undefined, 2))}\n`);
}

/** What the system's codes mean for a user; any other code is told as it is. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EEXIST: 'there is a file by its name',
  EISDIR: 'it is a folder',
  ENOENT: 'its folder is not there',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'part of its path is a file, not a folder',
  ENOTSUP: 'it is a pipe or a device, not a file',
  EPERM: 'permission denied',
  EROFS: 'its disk is read-only',
};

/** Replaces a file whole or not at all; stops with a sentence why it could not. */
export function replaceFile(path: string, text: string, io: Io): void {
  writing(path, () => io.replaceFile(path, text));
}

/** Does what writes to a path; stops with a sentence why it could not. */
export function writing(path: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (typeof code !== 'string') throw error;
    const reason = path === '' ? 'it has no name' : (REASONS[code] ?? code);
    throw new Stop(`${quoted(path)} cannot be written: ${reason}`);
  }
}
