import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { SourceText } from '../diagnostics/source.js';
import type { Coverage } from '../scenario/coverage.js';
import { type RunOptions, runScenarios } from '../scenario/run.js';
import type { ScenarioResult } from '../scenario/types.js';
import { eachOnce } from './diagnostics.js';
import type { Io } from './io.js';
import type { RuleFile } from './rule-files.js';
import { compiledFiles } from './compiled-files.js';
import type { Compiled } from './rules.js';

/** What came of the scenarios of some rule files. */
export interface Tested {
  readonly files: readonly TestedFile[];
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, SourceText>;
  /** A file could not be read; that has been told. */
  readonly isUnreadable: boolean;
}

export interface TestedFile {
  readonly path: string;
  /** It has errors: its scenarios cannot be run. */
  readonly isBroken: boolean;
  readonly diagnostics: readonly Diagnostic[];
  readonly results: readonly ScenarioResult[];
  readonly coverage?: Coverage;
}

/** Runs what can be run; a file that cannot be read is told at once. */
export function testFiles(files: readonly RuleFile[], options: RunOptions, io: Io): Tested {
  const { own, read } = compiledFiles(files, io);
  const tested = own.map(({ file, compiled }) => testFile(file.path, compiled, options));
  return {
    files: tested,
    diagnostics: eachOnce(tested.flatMap(({ diagnostics }) => diagnostics)),
    sources: new Map(read.flatMap(({ compiled }) => [...compiled.sources])),
    isUnreadable: read.length < files.length,
  };
}

function testFile(path: string, { result }: Compiled, options: RunOptions): TestedFile {
  const { diagnostics } = result;
  if (!result.ok) return { path, isBroken: true, diagnostics, results: [] };
  return { path, isBroken: false, diagnostics, ...runScenarios(result.ruleset, options) };
}
