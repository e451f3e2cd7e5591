import { readFileSync } from 'node:fs';
import type { PathLike } from 'node:fs';
import { judge, type Verdict } from './run.js';

/** The rows of a `.jsonl` file, one JSON object a line. */
export function readRows(path: PathLike): readonly unknown[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as unknown);
}

export function judgeFile(path: PathLike): readonly Verdict[] {
  return readRows(path).map(judge);
}
