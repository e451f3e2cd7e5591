import { shown } from '../../shown.js';
import type { Io } from '../io.js';
import { Stop } from '../stop.js';
import type { BadCart, Batch, Hand, Result } from './batch.js';
import { inOrder } from './in-order.js';
import type { Setup } from './jobs.js';
import { grouped, Progress } from './progress.js';
import type { Source } from './source.js';

/** Many carts, and what is done with each. */
export interface Work {
  readonly source: Source;
  /** What the source's pieces hold: `ndjsonBatches` of them, or another reader's. */
  readonly batches: AsyncIterator<Batch>;
  readonly setup: Setup;
  /** How many workers do it. */
  readonly jobs: number;
  /** Takes what comes of each batch, in order; without it the lines out are written to standard output. */
  readonly onResult?: (result: Result) => void | Promise<void>;
}

/** How far a run came. */
export interface Summary {
  readonly carts: number;
  readonly bad: number;
  /** Carts that went well otherwise, with something told of them. */
  readonly complaints: number;
  /** The line on which the last cart begins that was done; 0 where none was. */
  readonly last: number;
  /** `interrupted`: by the user; `unread`: nobody reads standard output any more. */
  readonly ended: 'all' | 'interrupted' | 'unread' | 'broken';
  /** Why the source could not be read on. */
  readonly error?: unknown;
}

/** Why the carts could not be read to their end, behind which of them; anything but a `Stop` is a fault of ours. */
export function brokenBy({ ended, error, last }: Summary): Stop | undefined {
  if (ended !== 'broken') return undefined;
  if (!(error instanceof Stop)) throw error;
  return last === 0 ? error : new Stop(`${error.message}, behind the cart of line ${last}`);
}

/** Batches under way for each worker: one that it does, one that waits for it, one that is done. */
const BATCHES_EACH = 3;

/**
 * Does the job for every cart of a source, tells on standard error what is wrong with which, and writes the lines out in the
 * order of the carts, whatever the number of workers. Memory stays the same however many there are. Throws where the job itself
 * fails; a source that breaks is told in the summary, after all that came before.
 */
export async function runMany(work: Work, io: Io): Promise<Summary> {
  const hands = await Promise.all(Array.from({ length: work.jobs }, () => io.hand(work.setup)));
  const run = new Run(work, io);
  const forget = io.onInterrupt(() => run.interrupt());
  try {
    const results = inOrder(work.batches, sharedOut(hands), work.jobs * BATCHES_EACH);
    for await (const result of results) {
      if (run.isOver) break;
      await run.take(result);
      if (run.isOver) break;
    }
  } catch (error) {
    run.fail(error);
  } finally {
    forget();
    run.end();
    for (const hand of hands) hand.close();
  }
  return run.summary;
}

/** Each batch goes to the hand that has the fewest. */
function sharedOut(hands: readonly Hand[]): (batch: Batch) => Promise<Result> {
  const loads = hands.map((hand) => ({ hand, batches: 0 }));
  return async (batch) => {
    const least = loads.reduce((one, other) => (other.batches < one.batches ? other : one));
    least.batches += 1;
    try {
      return await least.hand.run(batch);
    } catch (error) {
      throw new JobFailure(error);
    } finally {
      least.batches -= 1;
    }
  };
}

/** A fault of ours, not of what is read. */
class JobFailure extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** A run while it goes on. */
class Run {
  readonly #work: Work;
  readonly #io: Io;
  readonly #progress: Progress;
  #summary: Summary = { carts: 0, bad: 0, complaints: 0, last: 0, ended: 'all' };

  constructor(work: Work, io: Io) {
    this.#work = work;
    this.#io = io;
    this.#progress = new Progress(work.source, io, work.onResult !== undefined);
  }

  get summary(): Summary {
    return this.#summary;
  }

  get isOver(): boolean {
    return this.#summary.ended !== 'all';
  }

  async take(result: Result): Promise<void> {
    const { carts, bad, complaints, last, ended } = this.#summary;
    this.#tell(result);
    this.#summary = {
      carts: carts + result.carts,
      bad: bad + result.bad.length,
      complaints: complaints + new Set(result.complaints.map(({ line }) => line)).size,
      last: result.last === 0 ? last : result.last,
      ended,
    };
    await this.#pass(result);
    this.#progress.show(this.#summary.carts);
  }

  interrupt(): void {
    if (!this.isOver) this.#summary = { ...this.#summary, ended: 'interrupted' };
    this.#work.source.close();
  }

  /** What breaks after the end was asked for is the end itself. */
  fail(error: unknown): void {
    if (error instanceof JobFailure) throw error;
    if (!this.isOver) this.#summary = { ...this.#summary, ended: 'broken', error };
  }

  end(): void {
    this.#progress.clear();
    this.#work.source.close();
  }

  async #pass(result: Result): Promise<void> {
    if (this.#work.onResult !== undefined) await this.#work.onResult(result);
    else if (result.output.length > 0 && !(await this.#io.out.put(result.output)) && !this.isOver)
      this.#summary = { ...this.#summary, ended: 'unread' };
  }

  #tell({ bad, complaints }: Result): void {
    if (bad.length === 0 && complaints.length === 0) return;
    this.#progress.clear();
    const { name } = this.#work.source;
    const lines = [
      ...bad.flatMap((cart) => badLines(cart, name)),
      ...complaints.map(({ line, message }) => ({ line, text: `error: ${placeOf(name, line)}: ${message}` })),
    ].sort((one, other) => one.line - other.line);
    this.#io.err.write(lines.map(({ text }) => `${text}\n`).join(''));
  }
}

/** The most mistakes of one cart that are told one by one. */
const MOST_MISTAKES = 10;

function badLines({ line, mistakes }: BadCart, name: string): readonly { line: number; text: string }[] {
  const place = placeOf(name, line);
  const told = mistakes
    .slice(0, MOST_MISTAKES)
    .map(({ code, message }) => `error${code === undefined ? '' : `[${code}]`}: ${place}: ${shown(message)}`);
  if (mistakes.length > MOST_MISTAKES)
    told.push(`error: ${place}: and ${grouped(mistakes.length - MOST_MISTAKES)} more mistakes`);
  return told.map((text) => ({ line, text }));
}

/** As compilers say it, so that editors find it. */
function placeOf(name: string, line: number): string {
  return `${name.replaceAll('`', '')}:${line}`;
}
