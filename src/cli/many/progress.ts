import type { Io } from '../io.js';
import type { Source } from './source.js';

/** How often the line is drawn anew, in milliseconds. */
const PERIOD = 200;

/** From when on what is left can be guessed, in milliseconds. */
const SETTLED = 1_000;

/** One line on a terminal that says how far a run is; nothing at all where standard error is none. */
export class Progress {
  readonly #io: Io;
  readonly #source: Source;
  readonly #began: number;
  readonly #isShown: boolean;
  #drawn = Number.NEGATIVE_INFINITY;
  #isOnScreen = false;

  /** `isQuiet`: nothing is written out while carts are priced. */
  constructor(source: Source, io: Io, isQuiet: boolean) {
    this.#io = io;
    this.#source = source;
    this.#began = io.now();
    // Carts that run over the same screen are progress enough.
    this.#isShown = io.err.isTerminal && (isQuiet || !io.out.isTerminal) && io.env['TERM'] !== 'dumb';
  }

  /** Draws the line, if it is time. */
  show(carts: number): void {
    const now = this.#io.now();
    if (!this.#isShown || now - this.#drawn < PERIOD) return;
    this.#drawn = now;
    this.#isOnScreen = true;
    this.#io.err.write(`\r${this.#line(carts, now - this.#began)}\u001B[K`);
  }

  /** Takes the line off the screen, so that something else can be written there. */
  clear(): void {
    if (this.#isOnScreen) this.#io.err.write('\r\u001B[K');
    this.#isOnScreen = false;
  }

  #line(carts: number, elapsed: number): string {
    const rate = elapsed > 0 ? Math.round((carts * 1000) / elapsed) : 0;
    const parts = [`${grouped(carts)} carts`, `${grouped(rate)} a second`];
    const { size } = this.#source;
    const share = size === undefined || size === 0 ? 0 : Math.min(1, this.#source.read() / size);
    if (share > 0) parts.push(`${Math.floor(share * 100)} %`);
    if (share > 0 && elapsed >= SETTLED) parts.push(`${duration((elapsed * (1 - share)) / share)} left`);
    return parts.join(', ');
  }
}

/** A whole number with commas: 19,773. */
export function grouped(count: number): string {
  return count.toLocaleString('en-US');
}

function duration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  const minutes = Math.floor(seconds / 60);
  return minutes === 0 ? `${seconds} s` : `${minutes} min ${seconds % 60} s`;
}
