import type { CompileOptions } from '../compile.js';
import { parse } from '../syntax/index.js';
import type { Io } from './io.js';
import type { RuleFile } from './rule-files.js';
import { type Compiled, compiledOrTold } from './rules.js';

interface Read {
  readonly file: RuleFile;
  readonly compiled: Compiled;
}

/** Rule files that could be read, and those of them that stand for themselves. */
export interface CompiledFiles {
  readonly read: readonly Read[];
  readonly own: readonly Read[];
}

/** Compiles rule files; one that cannot be read is told at once. */
export function compiledFiles(
  files: readonly RuleFile[],
  io: Io,
  options: Pick<CompileOptions, 'lints'> = {},
): CompiledFiles {
  const read = files.flatMap((file) => {
    const compiled = compiledOrTold(file.path, io, options);
    return compiled === undefined ? [] : [{ file, compiled }];
  });
  return { read, own: read.filter(({ file, compiled }) => !isPart(file, compiled, read)) };
}

/** A file without scenarios that another one imports is read with that one; alone it may not even be whole. */
function isPart({ isFound, path }: RuleFile, { sources }: Compiled, all: readonly Read[]): boolean {
  if (!isFound || !all.some(({ file, compiled }) => file.path !== path && compiled.sources.has(path)))
    return false;
  const { statements } = parse(sources.get(path)?.text ?? '', path).file;
  return !statements.some(({ kind }) => kind === 'scenario');
}
