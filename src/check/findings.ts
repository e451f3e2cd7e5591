import type { Code, FixAt, Params } from '../diagnostics/diagnostic.js';
import { messages } from '../diagnostics/messages.js';
import type { Report } from '../diagnostics/report.js';
import { SourceText } from '../diagnostics/source.js';
import { RULE_LIMITS } from '../limits.js';
import type { Span } from '../syntax/ast.js';

/** What one run of the checker finds: each mistake once, however often the tree that holds it is expanded. */
export class Findings {
  readonly #report: Report;
  readonly #seen = new Set<string>();
  readonly #counts = new Map<string, number>();
  readonly #sources = new Map<string, SourceText>();

  constructor(report: Report) {
    this.#report = report;
  }

  addSource(source: SourceText): void {
    this.#sources.set(source.file, source);
    this.#report.addSource(source);
  }

  get sources(): ReadonlyMap<string, SourceText> {
    return this.#sources;
  }

  /** The names of all files read so far, in order. */
  get files(): readonly string[] {
    return [...this.#sources.keys()];
  }

  add<C extends Code>(code: C, place: Span, params: Params<C>, fix?: FixAt): void {
    const key = `${code} ${place.start} ${place.end} ${place.file}`;
    if (this.#seen.has(key)) return;
    if (this.#isFull(code, place)) return;
    this.#seen.add(key);
    this.#report.add(code, place, params, fix);
  }

  /** Nobody mends more at once. Errors are counted apart, so that no warning takes the place of one. */
  #isFull(code: Code, place: Span): boolean {
    const kind = messages[code].severity === 'error' ? 'errors' : 'warnings and notes';
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    const most = RULE_LIMITS.diagnostics;
    if (count === most + 1) this.#report.add('RK1052', place, { most: most.toLocaleString('en'), kind });
    return count > most;
  }

  lineOf(span: Span): number {
    return this.#source(span).position(span.start).line;
  }

  /** `on line 3`, or `on line 3 of b.reckon` when seen from another file. */
  whereIs(span: Span, from: Span): string {
    const line = `on line ${this.lineOf(span)}`;
    return span.file === from.file ? line : `${line} of ${span.file}`;
  }

  #source(span: Span): SourceText {
    return this.#sources.get(span.file) ?? new SourceText(span.file, '');
  }
}
