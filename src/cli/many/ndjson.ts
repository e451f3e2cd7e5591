import type { BadCart, Batch } from './batch.js';

/** The most bytes of a line: no cart is larger, alone or among many. */
export const MOST_LINE_BYTES: number = 8 * 1024 * 1024;

const LINE_FEED = 10;

/** Cuts a stream of bytes behind line breaks. Each piece that comes gives a batch at once, so that nothing waits for more. */
export async function* ndjsonBatches(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Batch, void> {
  const cutter = new Cutter();
  for await (const piece of pieces) {
    const batch = cutter.add(piece);
    if (batch !== undefined) yield batch;
  }
  const rest = cutter.end();
  if (rest !== undefined) yield rest;
}

class Cutter {
  /** The beginning of a line whose end has not come. */
  #begun: Uint8Array[] = [];
  #begunBytes = 0;
  /** The number of that line. */
  #line = 1;
  /** Whether that line is too long, and only its end is looked for. */
  #isSkipping = false;

  add(piece: Uint8Array): Batch | undefined {
    const bad: BadCart[] = [];
    const end = piece.indexOf(LINE_FEED);
    if (this.#begunBytes + (end === -1 ? piece.length : end) > MOST_LINE_BYTES && !this.#isSkipping) {
      bad.push({ line: this.#line, mistakes: [{ message: tooLong('the line') }] });
      this.#begun = [];
      this.#begunBytes = 0;
      this.#isSkipping = true;
    }
    const whole = end === -1 ? 0 : piece.lastIndexOf(LINE_FEED) + 1;
    const start = this.#isSkipping ? end + 1 : 0;
    const first = this.#isSkipping && end !== -1 ? this.#line + 1 : this.#line;
    const bytes = whole > 0 ? this.#take(piece.subarray(start, whole)) : new Uint8Array();
    if (whole > 0) this.#line += breaksIn(piece.subarray(0, whole));
    if (!this.#isSkipping) this.#keep(piece.subarray(whole));
    return bytes.length > 0 || bad.length > 0 ? { bytes, first, bad } : undefined;
  }

  end(): Batch | undefined {
    if (this.#begunBytes === 0) return undefined;
    return { bytes: this.#take(new Uint8Array()), first: this.#line, bad: [] };
  }

  /** What was begun with what follows it, in memory of its own that can be given away. */
  #take(rest: Uint8Array): Uint8Array {
    const parts = this.#isSkipping ? [rest] : [...this.#begun, rest];
    this.#begun = [];
    this.#begunBytes = 0;
    this.#isSkipping = false;
    return joined(parts);
  }

  #keep(rest: Uint8Array): void {
    if (rest.length === 0) return;
    this.#begun.push(new Uint8Array(rest));
    this.#begunBytes += rest.length;
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** How many line breaks there are. */
export function breaksIn(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(LINE_FEED); at !== -1; at = bytes.indexOf(LINE_FEED, at + 1)) count += 1;
  return count;
}

/** The sentence about what is longer than a cart may be. */
export function tooLong(what: string): string {
  return `${what} is longer than ${MOST_LINE_BYTES / 2 ** 20} MiB: no cart is`;
}

/** The lines of a text, without their breaks. */
export function splitBytes(bytes: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let start = 0; start <= bytes.length; ) {
    const end = bytes.indexOf(LINE_FEED, start);
    lines.push(bytes.subarray(start, end === -1 ? bytes.length : end));
    start = end === -1 ? bytes.length + 1 : end + 1;
  }
  return lines;
}
