import type { Units } from './units.js';

/** So many of these units are wanted; others may want the same ones. */
export interface Demand {
  readonly count: number;
  readonly units: Units;
}

/** Can all demands be met together? Units are handed over from one demand to another until nothing is left to hand. */
export function canBeFilled(demands: readonly Demand[]): boolean {
  const filling = new Filling(demands);
  return demands.every((demand, index) => filling.fill(index, demand.count));
}

/** A step on the way from a demand to free units: `to` hands over units of a run, and takes from the next run instead. */
interface Way {
  readonly demand: number;
  readonly run: string;
  readonly before: Way | undefined;
}

/** A maximum flow from demands to runs of units, by shortest augmenting ways. */
class Filling {
  readonly #free = new Map<string, number>();
  readonly #runs: readonly (readonly string[])[];
  /** What each demand holds of each run. */
  readonly #held: readonly Map<string, number>[];

  constructor(demands: readonly Demand[]) {
    this.#runs = demands.map(({ units }) => units.map(({ line, left }) => `${left} ${line}`));
    this.#held = demands.map(() => new Map());
    for (const [index, { units }] of demands.entries())
      for (const [place, { count }] of units.entries())
        this.#free.set(this.#runs[index]?.[place] ?? '', count);
  }

  /** Gives a demand so many units; false when there are not enough. */
  fill(demand: number, count: number): boolean {
    for (let open = count; open > 0; ) {
      const way = this.#wayFrom(demand);
      if (!way) return false;
      open -= this.#goAlong(way, open);
    }
    return true;
  }

  /** The shortest way to a run with free units. */
  #wayFrom(demand: number): Way | undefined {
    const ways = this.#next(demand, undefined);
    const seen = new Set(ways.map(({ run }) => run));
    for (const way of ways) {
      if (this.#freeOf(way.run) > 0) return way;
      for (const [holder, held] of this.#held.entries()) {
        if ((held.get(way.run) ?? 0) === 0) continue;
        for (const further of this.#next(holder, way)) {
          if (seen.has(further.run)) continue;
          seen.add(further.run);
          ways.push(further);
        }
      }
    }
    return undefined;
  }

  #next(demand: number, before: Way | undefined): Way[] {
    return (this.#runs[demand] ?? []).map((run) => ({ demand, run, before }));
  }

  /** Every demand on the way takes of its run what the next one gives up; how many units came through. */
  #goAlong(way: Way, most: number): number {
    let through = Math.min(most, this.#freeOf(way.run));
    for (let step = way; step.before; step = step.before)
      through = Math.min(through, this.#held[step.demand]?.get(step.before.run) ?? 0);
    this.#free.set(way.run, this.#freeOf(way.run) - through);
    for (let step: Way | undefined = way; step; step = step.before) {
      this.#hold(step.demand, step.run, through);
      if (step.before) this.#hold(step.demand, step.before.run, -through);
    }
    return through;
  }

  #freeOf(run: string): number {
    return this.#free.get(run) ?? 0;
  }

  #hold(demand: number, run: string, more: number): void {
    const held = this.#held[demand];
    held?.set(run, (held.get(run) ?? 0) + more);
  }
}
