import { sep } from 'node:path';
import { type CompileOptions, type CompileResult, compile } from '../compile.js';
import { SourceText } from '../diagnostics/source.js';
import { quoted, readText } from './input.js';
import type { Io } from './io.js';
import { complain } from './output.js';
import { Stop } from './stop.js';

/** What compiling a rule file gave, and the sources its diagnostics point into, by file. */
export interface Compiled {
  readonly result: CompileResult;
  readonly sources: ReadonlyMap<string, SourceText>;
}

type Options = Pick<CompileOptions, 'lints'>;

/** Compiles a rule file and what it imports; stops where the file itself cannot be read. */
export function compileFile(path: string, io: Io, options: Options = {}): Compiled {
  const text = readText(path, io);
  if (PLAN.test(text))
    throw new Stop(`${quoted(path)} is a plan, not a rule file: \`reckon price --plan\` takes it`);
  return compileText(text, path, io, options);
}

/** How the JSON of a plan begins. */
const PLAN = /^\s*\{\s*"reckonPlan"/;

/** Compiles a text as if it stood in the file of this path. */
export function compileText(text: string, path: string, io: Io, options: Options = {}): Compiled {
  const name = nameOf(path);
  const sources = new Map([[name, new SourceText(name, text)]]);
  const read = (imported: string): string | undefined => {
    const found = readable(imported, io);
    if (found !== undefined) sources.set(imported, new SourceText(imported, found));
    return found;
  };
  return { result: compile(text, { ...options, name, host: { read } }), sources };
}

/** Imports are found beside the file by its path with slashes, which every system's file system takes. */
export function nameOf(path: string): string {
  return path.replaceAll(sep, '/');
}

/** A file that cannot be read is told at once, and the others are checked all the same. */
export function compiledOrTold(file: string, io: Io, options: Options = {}): Compiled | undefined {
  try {
    return compileFile(file, io, options);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    complain(error.message, io);
    return undefined;
  }
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
