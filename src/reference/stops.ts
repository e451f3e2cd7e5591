import type { LineCell } from './cells.js';
import type { Grant } from './standing.js';
import type { Stand } from './standings.js';

/** Section 4.4, `stop`: what an applied promotion keeps from running after it. */
export class Stops {
  #all: string | undefined;
  #layer: string | undefined;
  #lines = new Map<LineCell, string>();

  beginLayer(): void {
    this.#layer = undefined;
    this.#lines = new Map();
  }

  after({ stand }: Grant): void {
    const { id, stop } = stand.promotion;
    if (stop === 'all') this.#all ??= id;
    if (stop === 'layer') this.#layer ??= id;
    if (stop === 'lines') for (const line of stand.lines) this.#lines.set(line, this.#lines.get(line) ?? id);
  }

  /** The promotion that stopped another one altogether; its own further standings go on. */
  of(id: string): string | undefined {
    const by = this.#all ?? this.#layer;
    return by === id ? undefined : by;
  }

  /** A standing on the lines that nothing stopped, or the promotion that stopped them all. */
  remaining(stand: Stand): Stand | string {
    const stopped = [...this.#lines].filter(([, by]) => by !== stand.promotion.id);
    const closed = new Map(stopped);
    const lines = stand.lines.filter((line) => !closed.has(line));
    const [first] = stand.lines;
    if (lines.length > 0 || !first) return { ...stand, lines, closed: new Set(closed.keys()) };
    return closed.get(first) ?? stand.promotion.id;
  }
}
