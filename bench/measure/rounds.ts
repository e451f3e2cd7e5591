import type { Entry } from './job.js';
import type { Latency, Memory, Prepared } from './protocol.js';
import { median } from './statistics.js';
import type { Thoroughness } from './thoroughness.js';
import { Worker } from './worker.js';

/** What was measured of one entry. */
export interface Figures extends Latency, Partial<Memory>, Prepared {
  readonly title: string;
  /** Microseconds of processor time for one cart. */
  readonly cpu: number;
  /** The same by round: `cpu` is their median. */
  readonly costs: readonly number[];
}

/** How many times as much one entry takes as another, compared in each round, for both met the same load there. */
export const ratio = (figures: Figures, baseline: Figures): number =>
  median(figures.costs.map((cost, round) => cost / baseline.costs[round]!));

/** How to measure, and where to say how far it has come. */
export interface Measuring extends Thoroughness {
  /** The most time for checking one entry's carts. */
  readonly checkMilliseconds: number;
  /** Whether to measure what is left out of a quick run. */
  readonly full: boolean;
  readonly tell: (progress: string) => void;
}

/** How many carts came out right at least, of those of each entry. */
export const leastAgreed = (measured: ReadonlyMap<string, Figures>): number =>
  Math.min(...[...measured.values()].map(({ agreed }) => agreed));

/** An entry whose carts came out right, warm and waiting for its turn. */
interface Runner {
  readonly entry: Entry;
  readonly worker: Worker;
  readonly prepared: Prepared;
  readonly cartsPerSlice: number;
  /** Microseconds for a cart, by round. */
  readonly costs: number[];
}

/** Young objects stay where they are until it is full; it holds all that the memory pass allocates in a batch. */
const YOUNG_MEGABYTES = 64;

/**
 * Measures entries side by side: each in a process of its own, in short slices by turns, so that whatever else the machine does
 * falls on all alike.
 */
export async function measure(
  entries: readonly Entry[],
  how: Measuring,
): Promise<ReadonlyMap<string, Figures>> {
  const runners: Runner[] = [];
  try {
    for (const entry of entries) runners.push(await start(entry, how));
    how.tell(`${how.rounds} rounds`);
    for (let round = 0; round < how.rounds; round++) await runRound(runners);
    const figures = new Map<string, Figures>();
    for (const runner of runners) figures.set(runner.entry.name, await conclude(runner, how));
    return figures;
  } finally {
    for (const { worker } of runners) worker.stop();
  }
}

async function start(entry: Entry, how: Measuring): Promise<Runner> {
  const worker = new Worker();
  try {
    const prepared = await worker.ask({
      kind: 'prepare',
      entry: entry.name,
      checkMilliseconds: how.checkMilliseconds,
    });
    how.tell(`${entry.name}: ${prepared.agreed.toLocaleString('en')} carts agree`);
    const cost = await worker.ask({ kind: 'warm', carts: how.warmCarts, milliseconds: how.warmMilliseconds });
    const cartsPerSlice = Math.max(1, Math.round((how.sliceMilliseconds * 1000) / cost));
    return { entry, worker, prepared, cartsPerSlice, costs: [] };
  } catch (error) {
    worker.stop();
    throw error;
  }
}

async function runRound(runners: readonly Runner[]): Promise<void> {
  for (const { worker, cartsPerSlice, costs } of runners) {
    costs.push(await worker.ask({ kind: 'slice', carts: cartsPerSlice }));
  }
}

async function conclude(runner: Runner, how: Thoroughness): Promise<Figures> {
  const { entry, worker, prepared, costs } = runner;
  const latency = await worker.ask({ kind: 'latency', calls: how.calls, milliseconds: how.callMilliseconds });
  return {
    title: entry.title,
    cpu: median(costs),
    costs,
    ...latency,
    ...(entry.memory ?? (await measureMemory(entry, how))),
    ...prepared,
  };
}

/** In a fresh process, for its heap is set up for this alone. */
async function measureMemory(entry: Entry, how: Thoroughness): Promise<Memory> {
  const young = `--min-semi-space-size=${YOUNG_MEGABYTES}`;
  const worker = new Worker(['--expose-gc', young, `--max-semi-space-size=${YOUNG_MEGABYTES}`]);
  try {
    await worker.ask({ kind: 'prepare', entry: entry.name, checkMilliseconds: 0 });
    await worker.ask({ kind: 'warm', carts: 5000, milliseconds: how.warmMilliseconds });
    return await worker.ask({ kind: 'memory', results: how.results });
  } finally {
    worker.stop();
  }
}
