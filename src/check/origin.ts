import type { Position, SourceText } from '../diagnostics/source.js';
import type { ScenarioStatement, Span } from '../syntax/ast.js';
import type { Promotion } from './ruleset.js';

/** Where a stretch of a rule file begins and ends; lines and columns count from 1, columns in UTF-16 units. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Where the parts of a checked ruleset are written; they are known by identity, for the ruleset says nothing of places. */
export class Places {
  readonly #spans = new WeakMap<object, Span>();
  readonly #stops = new WeakMap<Promotion, Span>();

  /** Of a part that comes through a `let` name the first place counts: the definition's. */
  set(part: object, span: Span): void {
    if (!this.#spans.has(part)) this.#spans.set(part, span);
  }

  get(part: object): Span | undefined {
    return this.#spans.get(part);
  }

  setStop(promotion: Promotion, span: Span): void {
    this.#stops.set(promotion, span);
  }

  /** Where a promotion says `stop`. */
  stopOf(promotion: Promotion): Span | undefined {
    return this.#stops.get(promotion);
  }
}

/** What a compiled ruleset remembers of its text: pricing needs none of it, its scenarios and what is told of them do. */
export interface Origin {
  readonly places: Places;
  /** The scenarios of the file itself; those of its imports are theirs. */
  readonly scenarios: readonly ScenarioStatement[];
  /** The titles of all scenarios, those of imports included. */
  readonly titles: readonly string[];
  readonly sources: ReadonlyMap<string, SourceText>;
}

export function placeOf({ file, start, end }: Span, { sources }: Origin): Place {
  const source = sources.get(file);
  const from = source?.position(start) ?? NOWHERE;
  const to = source?.position(end) ?? NOWHERE;
  return { file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

const NOWHERE: Position = { line: 1, column: 1 };
