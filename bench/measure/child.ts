/** The process that holds one entry: it answers what it is asked, and sleeps in between. */
import { findEntry } from '../entries.js';
import { Disagreement } from '../yardstick/priced.js';
import type { Entry, Job } from './job.js';
import type { Answer, Answers, Prepared, Request } from './protocol.js';
import { Stopwatch } from './stopwatch.js';

let stopwatch: Stopwatch | undefined;

async function answer(request: Request): Promise<Answers[Request['kind']]> {
  if (request.kind === 'prepare') return await prepare(findEntry(request.entry), request.checkMilliseconds);
  if (stopwatch === undefined) throw new Error('asked before it was prepared');
  switch (request.kind) {
    case 'warm':
      return await stopwatch.warm(request.carts, request.milliseconds);
    case 'slice':
      return await stopwatch.slice(request.carts);
    case 'latency':
      return await stopwatch.latency(request.calls, request.milliseconds);
    case 'memory':
      return await stopwatch.memory(request.results);
  }
}

async function prepare(entry: Entry, checkMilliseconds: number): Promise<Prepared> {
  const job = await entry.prepare();
  const agreed = await checkCarts(job, checkMilliseconds);
  stopwatch = new Stopwatch(job, job.price(job.items[0]) instanceof Promise);
  return { agreed, steps: job.steps ?? {} };
}

async function checkCarts({ items, price, check }: Job, milliseconds: number): Promise<number> {
  const end = performance.now() + milliseconds;
  for (const [index, item] of items.entries()) {
    if (performance.now() > end) return index;
    check(index, await price(item));
  }
  return items.length;
}

async function respond(request: Request): Promise<Answer> {
  try {
    return { kind: 'answer', value: await answer(request) };
  } catch (error) {
    if (error instanceof Disagreement) return { kind: 'disagreement', message: error.message };
    return {
      kind: 'fault',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

process.on('message', (request: Request) => {
  void respond(request).then((found) => process.send?.(found));
});
