import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { Random } from '../../support/generate/random.js';
import { type Door, faultOf, seedOf } from './door.js';

/** What the guard asks of its worker: draw an input of a run, or take the one that is given; then let it through the door. */
type Asked =
  | { readonly door: string; readonly seed: number; readonly index: number }
  | { readonly door: string; readonly input: string };

/** What came of an input; `fault` is absent where all was well. */
export interface Outcome {
  readonly fault?: string;
}

/**
 * Lets inputs through doors in a thread of their own, which is ended where one takes longer than `patience` (milliseconds) or
 * more memory than `megabytes`: both are faults like any other.
 */
export class Guard {
  readonly #file: URL;
  readonly #patience: number;
  readonly #megabytes: number;
  #worker: Worker | undefined;

  constructor(file: URL, patience: number, megabytes = 1024) {
    this.#file = file;
    this.#patience = patience;
    this.#megabytes = megabytes;
  }

  try(asked: Asked): Promise<Outcome> {
    this.#worker ??= new Worker(this.#file, { resourceLimits: { maxOldGenerationSizeMb: this.#megabytes } });
    const worker = this.#worker;
    return new Promise((resolve) => {
      const give = (outcome: Outcome): void => {
        clearTimeout(timer);
        worker.off('message', give).off('error', giveUp);
        resolve(outcome);
      };
      const giveUp = ({ message }: Error): void => {
        this.end();
        give({ fault: message });
      };
      const timer = setTimeout(() => {
        giveUp(new Error(`took more than ${this.#patience / 1000} s`));
      }, this.#patience);
      worker.on('message', give).on('error', giveUp);
      worker.postMessage(asked);
    });
  }

  end(): void {
    void this.#worker?.terminate();
    this.#worker = undefined;
  }
}

/** The input of a run with this number. */
export function inputOf(door: Door, seed: number, index: number): string {
  return door.draw(new Random(seedOf(seed, index)));
}

/** In the guard's thread: answers what is asked until it is ended. */
export function serve(doors: readonly Door[]): void {
  if (isMainThread) return;
  parentPort?.on('message', (asked: Asked) => {
    const door = doors.find(({ name }) => name === asked.door) as Door;
    const fault = faultOf(door, 'input' in asked ? asked.input : inputOf(door, asked.seed, asked.index));
    parentPort?.postMessage(fault === undefined ? {} : { fault });
  });
}
