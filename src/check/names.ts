import { distance } from 'fastest-levenshtein';
import type { Name } from '../syntax/ast.js';
import type { Findings } from './findings.js';

/** Longer lists are not worth printing in a message. */
const SHORT_LIST = 8;

/** Beyond this many known names the search for the nearest one would cost more than it helps. */
const SEARCHED = 2000;

/** `did you mean …`, else what is known when that is short, else `otherwise`. */
export function suggest(name: string, known: Iterable<string>, otherwise: string): string {
  const names = [...known];
  const near = nearest(name, names);
  if (near !== undefined) return `did you mean \`${near}\`?`;
  return names.length > 0 && names.length <= SHORT_LIST ? `known: ${quoteAll(names)}` : otherwise;
}

/** The known name that differs least, in a few letters at most; upper and lower case count as alike. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const wanted = name.toLowerCase();
  let best: string | undefined;
  let least = mostSteps(name) + 1;
  for (const candidate of known.slice(0, SEARCHED)) {
    if (Math.abs(candidate.length - name.length) >= least) continue;
    const steps = distance(wanted, candidate.toLowerCase());
    if (steps < least && steps < candidate.length / 2) [best, least] = [candidate, steps];
  }
  return best;
}

/** Short names have many neighbours, and two letters changed places count as two steps. */
function mostSteps({ length }: string): number {
  if (length <= 3) return 1;
  return length <= 8 ? 2 : Math.floor(length / 3);
}

export function quoteAll(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

/** Declared things of one kind by name; of two with one name the first counts. */
export class Declared<T> {
  readonly #byName = new Map<string, { readonly name: Name; readonly value: T }>();
  readonly #findings: Findings;
  readonly kind: string;

  constructor(kind: string, findings: Findings) {
    this.kind = kind;
    this.#findings = findings;
  }

  /** Adds one; a name without text has been reported by the parser and declares nothing. */
  declare(name: Name, value: T): void {
    const first = this.#byName.get(name.text);
    if (first !== undefined) {
      const where = this.#findings.whereIs(first.name.span, name.span);
      this.#findings.add('RK1002', name.span, { kind: this.kind, name: name.text, first: where });
    } else if (name.text !== '') {
      this.#byName.set(name.text, { name, value });
    }
  }

  get(name: string): T | undefined {
    return this.#byName.get(name)?.value;
  }

  /** The thing of this name; an unknown name is reported. */
  find(name: Name, otherwise: string): T | undefined {
    const found = this.get(name.text);
    if (found === undefined && name.text !== '') {
      const help = suggest(name.text, this.names, otherwise);
      this.#findings.add('RK1001', name.span, { kind: this.kind, name: name.text, help });
    }
    return found;
  }

  get names(): readonly string[] {
    return [...this.#byName.keys()];
  }

  get values(): readonly T[] {
    return [...this.#byName.values()].map((entry) => entry.value);
  }
}
