import { readFileSync } from 'node:fs';
import { judge, type Verdict } from './run.js';

/** A file that is not there, or not JSON line by line. */
export class UnreadableRows extends Error {}

/** The rows of a `.jsonl` file: one JSON object a line. */
export function readRows(path: string): readonly unknown[] {
  return textOf(path)
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [rowOf(line, `${path}:${index + 1}`)]));
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new UnreadableRows(`${path}: cannot be read`, { cause: error });
  }
}

function rowOf(line: string, place: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch (error) {
    throw new UnreadableRows(`${place}: not JSON`, { cause: error });
  }
}

export function judgeFile(path: string): readonly Verdict[] {
  return readRows(path).map(judge);
}
