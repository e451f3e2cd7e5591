import { type CompileResult, compile } from '../index.js';
import { readText } from './input.js';
import type { Io } from './io.js';
import { Stop } from './stop.js';

/** What compiling a rule file gave, and the texts its diagnostics point into, by file. */
export interface Compiled {
  readonly result: CompileResult;
  readonly texts: ReadonlyMap<string, string>;
}

/** Compiles a rule file and what it imports; stops where the file itself cannot be read. */
export function compileFile(path: string, io: Io): Compiled {
  const text = readText(path, io);
  const texts = new Map([[path, text]]);
  const read = (name: string): string | undefined => {
    const found = readable(name, io);
    if (found !== undefined) texts.set(name, found);
    return found;
  };
  return { result: compile(text, { name: path, host: { read } }), texts };
}

/** An import that cannot be read is the rule file's mistake: its diagnostic says so, at the place that names it. */
function readable(path: string, io: Io): string | undefined {
  try {
    return readText(path, io);
  } catch (error) {
    if (error instanceof Stop) return undefined;
    throw error;
  }
}
