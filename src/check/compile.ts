import { check } from './check.js';
import { statementsOf } from './declarations.js';
import { digestOf } from './digest.js';
import { type Host, NO_FILES } from './files.js';
import { Findings } from './findings.js';
import { lint } from './lints/all.js';
import type { Origin } from './origin.js';
import { readProgram } from './program.js';
import type { Ruleset } from './ruleset.js';
import { Waivers } from './waivers.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { Report } from '../diagnostics/report.js';

export interface CompileOptions {
  /** The name of the text's file, for diagnostics and for the paths of what it imports; `rules.reckon` by default. */
  readonly name?: string;
  /** Gives the files that the text names: imports, value lists, tables. Without it there are none. */
  readonly host?: Host;
  /** Look also for what is allowed and probably not meant, as `reckon check` does: the findings RK2001 and above. */
  readonly lints?: boolean;
}

/** A ruleset without errors, and the digest that breakdowns name it by. */
export interface CheckedRuleset {
  readonly ruleset: Ruleset;
  readonly digest: string;
  readonly origin: Origin;
}

export type Compiled =
  | { readonly ok: true; readonly ruleset: CheckedRuleset; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/**
 * Compiles a rule file. Every mistake is a diagnostic, by file and place; with an error among them there is no ruleset.
 * Never throws, whatever the text or the host does.
 */
export function compile(text: string, options: CompileOptions = {}): Compiled {
  const { name = 'rules.reckon', host = NO_FILES } = options;
  const report = new Report();
  const findings = new Findings(report);
  const program = readProgram(name, text, host, findings);
  const checked = check(program, host, findings);
  const found = (): readonly Diagnostic[] =>
    inOrder([...program.diagnostics, ...report.diagnostics], findings.files);
  if (found().some(({ severity }) => severity === 'error')) return { ok: false, diagnostics: found() };
  if (options.lints === true) lint(checked, program, findings);
  const waivers = new Waivers(program, findings.sources);
  const open = waivers.without(found());
  const faults = options.lints === true ? waivers.faults() : [];
  const diagnostics = inOrder([...open, ...faults], findings.files);
  const { places, ruleset } = checked;
  const scenarios = statementsOf(program.root.statements, 'scenario');
  const titles = statementsOf(program.statements, 'scenario').map(({ title }) => title.value);
  const origin = { places, scenarios, titles, sources: findings.sources };
  return { ok: true, ruleset: { ruleset, digest: digestOf(ruleset), origin }, diagnostics };
}

/** By file in the order the files were read, then by place. */
function inOrder(found: readonly Diagnostic[], files: readonly string[]): readonly Diagnostic[] {
  const position = new Map(files.map((file, index) => [file, index]));
  const order = ({ file }: Diagnostic): number => position.get(file) ?? files.length;
  return found.toSorted((a, b) => order(a) - order(b) || a.line - b.line || a.column - b.column);
}
