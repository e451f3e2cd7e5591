/** One line on a terminal that says how far a run is; nothing where standard error is no terminal. */
export class Progress {
  readonly #all: number;
  readonly #isShown: boolean = process.stderr.isTTY;
  #shownAt = 0;

  constructor(all: number) {
    this.#all = all;
  }

  show(done: number): void {
    if (!this.#isShown || Date.now() - this.#shownAt < 200) return;
    this.#shownAt = Date.now();
    process.stderr.write(`\r${done} of ${this.#all} pairs (${Math.floor((100 * done) / this.#all)} %)`);
  }

  /** Clears the line. */
  end(): void {
    if (this.#isShown) process.stderr.write('\r\u001b[K');
  }
}
