import type { Job } from './job.js';
import type { Latency, Memory } from './protocol.js';
import { median, quantile } from './statistics.js';

/** Prices carts one after the other, round and round, and measures it. */
export class Stopwatch {
  readonly #job: Job;
  readonly #waits: boolean;
  #next = 0;
  /** The last result: one that nobody keeps may be optimised away. */
  held: unknown;

  /** `waits`: pricing gives promises. They are awaited one by one, as a request that prices one cart would. */
  constructor(job: Job, waits: boolean) {
    this.#job = job;
    this.#waits = waits;
  }

  /** Microseconds of processor time for each of so many carts, all threads of the process counted. */
  async slice(carts: number): Promise<number> {
    const before = process.cpuUsage();
    if (this.#waits) await this.#runWaiting(carts);
    else this.#run(carts);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / carts;
  }

  /** Prices until there were enough carts or enough time; gives microseconds for each of the last ones. */
  async warm(carts: number, milliseconds: number): Promise<number> {
    const end = performance.now() + milliseconds;
    let cost = 0;
    // Steps grow, for some entries price a thousand carts in a millisecond and others none in a tenth of a second.
    let step = 1;
    for (let done = 0; done < carts && performance.now() < end; done += step) {
      step = Math.min(done + 1, 1000);
      cost = await this.slice(step);
    }
    return cost;
  }

  /** Times single calls, so many or for so long. */
  async latency(calls: number, milliseconds: number): Promise<Latency> {
    const times: number[] = [];
    const end = performance.now() + milliseconds;
    while (times.length < calls && performance.now() < end) {
      times.push(this.#waits ? await this.#timeWaiting() : this.#timeOne());
    }
    return { p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
  }

  /** Bytes of heap that a result keeps, and that are allocated on the way to it. Needs `gc`. */
  async memory(results: number): Promise<Memory> {
    const collect = globalThis.gc;
    if (collect === undefined) throw new Error('start with --expose-gc');
    const kept = new Array<unknown>(results).fill(undefined);
    collect();
    const before = process.memoryUsage().heapUsed;
    for (let i = 0; i < results; i++) {
      kept[i] = this.#waits ? await this.#priceNext() : this.#priceNext();
    }
    collect();
    const retained = (process.memoryUsage().heapUsed - before) / results;
    this.held = kept;
    return { retained, allocated: await this.#allocated() };
  }

  /** The heap's growth over few carts at a time; a batch in which it was collected tells nothing, and shows by shrinking. */
  async #allocated(): Promise<number> {
    const carts = 100;
    const growths: number[] = [];
    for (let batch = 0; batch < 50; batch++) {
      const before = process.memoryUsage().heapUsed;
      if (this.#waits) await this.#runWaiting(carts);
      else this.#run(carts);
      growths.push((process.memoryUsage().heapUsed - before) / carts);
    }
    return median(growths.filter((growth) => growth > 0));
  }

  #run(carts: number): void {
    const { items, price } = this.#job;
    let next = this.#next;
    for (let i = 0; i < carts; i++) {
      this.held = price(items[next]);
      next = next + 1 === items.length ? 0 : next + 1;
    }
    this.#next = next;
  }

  async #runWaiting(carts: number): Promise<void> {
    for (let i = 0; i < carts; i++) this.held = await this.#priceNext();
  }

  #priceNext(): unknown {
    const { items, price } = this.#job;
    const item = items[this.#next];
    this.#next = this.#next + 1 === items.length ? 0 : this.#next + 1;
    return price(item);
  }

  #timeOne(): number {
    const start = process.hrtime.bigint();
    this.held = this.#priceNext();
    return Number(process.hrtime.bigint() - start) / 1000;
  }

  async #timeWaiting(): Promise<number> {
    const start = process.hrtime.bigint();
    this.held = await this.#priceNext();
    return Number(process.hrtime.bigint() - start) / 1000;
  }
}
