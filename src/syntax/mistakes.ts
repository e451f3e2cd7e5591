import type { Diagnostic, Params } from '../diagnostics/diagnostic.js';
import { Report } from '../diagnostics/report.js';
import { SourceText } from '../diagnostics/source.js';
import type { syntaxMessages } from '../diagnostics/syntax-messages.js';
import { RULE_LIMITS } from '../limits.js';
import { excerpt } from './excerpt.js';

export type SyntaxCode = keyof typeof syntaxMessages;

/** Nobody mends more at once, and a file that is no rule file at all must not fill the memory. */
const LIMIT = RULE_LIMITS.diagnostics;

/** How far a dropped part may disturb what comes after it on its line. */
const NEAR = 500;

/** How much of the source a message quotes. */
const LONGEST = 160;

/** The mistakes of form in one file. */
export class Mistakes {
  readonly #file: string;
  readonly #source: string;
  readonly #report = new Report();
  /** Where something was dropped or guessed so widely that what is read beside it may be wrong. */
  readonly #wounds: number[] = [];
  readonly #starts = new Set<number>();
  #count = 0;

  constructor(file: string, source: string) {
    this.#file = file;
    this.#source = source;
    this.#report.addSource(new SourceText(file, source));
  }

  /** No more mistakes are taken: reading on would serve nobody. */
  get full(): boolean {
    return this.#count > LIMIT;
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.#report.diagnostics;
  }

  /** Takes a mistake, unless one has been reported at the same place: only the first of two is sure. */
  add<C extends SyntaxCode>(code: C, start: number, end: number, params: Params<C>): void {
    if (this.full || this.#starts.has(start)) return;
    this.#count += 1;
    this.#starts.add(start);
    const place = { file: this.#file, start, end };
    const shown = Object.entries<string | number>(params).map(([name, value]) => [name, shortened(value)]);
    if (this.full) this.#report.add('RK0012', place, { limit: LIMIT });
    else this.#report.add(code, place, Object.fromEntries(shown) as Params<C>);
  }

  /** Remembers where something was dropped: a mistake soon after it on the same line follows from that one. */
  wound(offset: number): void {
    if (!this.full) this.#wounds.push(offset);
  }

  /** Whether a mistake at an offset, behind which nothing is read since `from`, follows from one that has been reported. */
  explained(from: number, offset: number): boolean {
    if (this.#starts.has(offset)) return true;
    const before = this.#wounds.filter(
      (wound) => wound <= offset && (wound >= from || offset - wound < NEAR),
    );
    return before.some((wound) => wound >= from || !this.#source.slice(wound, offset).includes('\n'));
  }
}

/** A message is one line that can be read: what it quotes may be the rest of a file. */
function shortened(value: string | number): string | number {
  return typeof value === 'string' ? excerpt(value, LONGEST) : value;
}
