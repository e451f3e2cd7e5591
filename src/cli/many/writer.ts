const UTF8 = new TextEncoder();

const LINE_FEED = 10;

/** The most bytes that UTF-8 takes for a UTF-16 unit. */
const BYTES_A_UNIT = 3;

/**
 * Gathers lines as bytes. Each is encoded at once: a text that was put together of many is held as those, and a batch of such texts
 * would outlive the collector's first rounds, which took more time than pricing.
 */
export class LineWriter {
  #bytes: Uint8Array<ArrayBuffer> = new Uint8Array(64 * 1024);
  #length = 0;

  add(text: string): void {
    this.#reserve(text.length * BYTES_A_UNIT + 1);
    const { written } = UTF8.encodeInto(text, this.#bytes.subarray(this.#length));
    this.#length += written;
    this.#bytes[this.#length] = LINE_FEED;
    this.#length += 1;
  }

  /** What was added, in memory of its own. */
  take(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #reserve(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}
