import type { Span } from '../syntax/ast.js';
import type { Findings } from './findings.js';

/** Lets each word be said once in a promotion, a layer or a file; a second time is reported. */
export class Once {
  readonly #findings: Findings;
  readonly #said = new Map<string, Span>();

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  /** Whether this is the first time; `what` is how the clause begins. */
  admits(what: string, span: Span): boolean {
    const first = this.#said.get(what);
    if (first === undefined) {
      this.#said.set(what, span);
      return true;
    }
    this.#findings.add('RK1008', span, { what, first: this.#findings.whereIs(first, span) });
    return false;
  }
}
