import { RULE_LIMITS } from '../limits.js';
import { SourceText } from '../diagnostics/source.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { File, ImportStatement, Statement } from '../syntax/ast.js';
import { parse } from '../syntax/index.js';
import { type FoundFile, type Host, readFile, resolvePath, wellFormed } from './files.js';
import type { Findings } from './findings.js';

/** A ruleset of more files is a host that never stops giving new ones. */
const MOST_FILES = RULE_LIMITS.files;

/** All statements of a file and its imports, those of an import before the file that imports it. */
export interface Program {
  readonly statements: readonly Statement[];
  /** The whole of the file that was asked for, where a mistake is about what is absent. */
  readonly root: File;
  /** That file and its imports, in the order they were read. */
  readonly files: readonly File[];
  /** What the parser found in all of them. */
  readonly diagnostics: readonly Diagnostic[];
}

export function readProgram(name: string, text: string, host: Host, findings: Findings): Program {
  const loader = new Loader(host, findings);
  const root = loader.load(name, wellFormed(text));
  return { root, files: loader.files, statements: loader.statements, diagnostics: loader.diagnostics };
}

/** Reads each file once, in the order its statements count. */
class Loader {
  readonly files: File[] = [];
  readonly statements: Statement[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly #host: Host;
  readonly #findings: Findings;
  readonly #read = new Set<string>();
  readonly #open = new Set<string>();
  #length = 0;

  constructor(host: Host, findings: Findings) {
    this.#host = host;
    this.#findings = findings;
  }

  load(path: string, text: string): File {
    const key = resolvePath('', path);
    this.#read.add(key);
    this.#open.add(key);
    this.#length += text.length;
    this.#findings.addSource(new SourceText(path, text));
    const { diagnostics, file } = parse(text, path);
    this.files.push(file);
    for (const found of diagnostics) this.diagnostics.push(found);
    for (const statement of file.statements) if (statement.kind === 'import') this.#import(statement);
    for (const statement of file.statements) this.statements.push(statement);
    this.#open.delete(key);
    return file;
  }

  #import({ path }: ImportStatement): void {
    const key = resolvePath(path.span.file, path.value);
    if (this.#open.has(key)) this.#findings.add('RK1041', path.span, { path: key });
    if (this.#read.has(key)) return;
    if (this.#read.size >= MOST_FILES) this.#findings.add('RK1042', path.span, { most: MOST_FILES });
    else this.#loadFound(path, readFile(path, this.#host, this.#findings));
  }

  #loadFound({ span }: ImportStatement['path'], found: FoundFile | undefined): void {
    if (found === undefined) return;
    const most = RULE_LIMITS.text;
    if (this.#length + found.text.length <= most) this.load(found.path, found.text);
    else this.#findings.add('RK1051', span, { most: most.toLocaleString('en') });
  }
}
