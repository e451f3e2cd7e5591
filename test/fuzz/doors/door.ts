import type { Random } from '../../support/generate/random.js';

/** One way in which others' data comes into the house. */
export interface Door {
  readonly name: string;
  /** How a file with such an input ends. */
  readonly extension: string;
  /** An input that nothing is wrong with, or a damaged one; the same choices give the same input. */
  draw(random: Random): string;
  /** Takes an input in. What is refused with an error is well; throws where anything else happens than the documents say. */
  take(input: string): void;
}

/** What the documents promise and an input has shown not to hold. */
class Broken extends Error {}

export function expectSame(what: string, found: string | undefined, wanted: string | undefined): void {
  if (found !== wanted) throw new Broken(`${what}\n  found  ${cut(found)}\n  wanted ${cut(wanted)}`);
}

export function expectThat(holds: boolean, what: string): void {
  if (!holds) throw new Broken(what);
}

function cut(text = 'nothing'): string {
  return text.length > 2000 ? `${text.slice(0, 2000)}…` : text;
}

/** What a terminal would obey, hide or reorder by; line breaks and the joiners of scripts and emoji are none of it. */
const UNSEEN = /(?![\n\u200C\u200D])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

/** A text that goes to a terminal holds nothing that one would obey. */
export function expectFit(what: string, text: string): void {
  const found = UNSEEN.exec(text);
  if (found) throw new Broken(`${what} holds U+${found[0].codePointAt(0)?.toString(16)}: ${cut(text)}`);
}

/** What an input did wrong at a door; nothing where all is well. */
export function faultOf(door: Door, input: string): string | undefined {
  const before = prototypes();
  try {
    door.take(input);
  } catch (error) {
    if (error instanceof Broken) return error.message;
    return `threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
  return prototypes() === before ? undefined : 'changed a prototype that every object shares';
}

function prototypes(): string {
  return [Object.prototype, Array.prototype, Function.prototype, String.prototype, Map.prototype]
    .map((shared) => Reflect.ownKeys(shared).length)
    .join();
}

/** The seed of one input of a run. */
export function seedOf(seed: number, index: number): number {
  return Math.imul(seed, 0x9e37_79b1) + Math.imul(index, 0x85eb_ca6b);
}
