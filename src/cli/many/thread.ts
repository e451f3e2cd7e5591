import { Worker } from 'node:worker_threads';
import type { AnySetup, Batch, Hand, Result } from './batch.js';

/** What a worker answers: batches come back in the order in which they were sent. */
export type Answer = { readonly result: Result } | { readonly fault: Error };

interface Waiting {
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/** A hand that works in a thread of its own; `module` is the bundled `worker.ts`. */
export function threadHand(setup: AnySetup, module: URL): Hand {
  const worker = new Worker(module, { workerData: setup });
  const waiting: Waiting[] = [];
  let failed: unknown;
  const fail = (error: unknown): void => {
    failed = error;
    for (const { reject } of waiting.splice(0)) reject(error);
  };
  worker.on('message', (answer: Answer) => {
    if ('fault' in answer) waiting.shift()?.reject(answer.fault);
    else waiting.shift()?.resolve(answer.result);
  });
  worker.on('error', fail);
  worker.on('exit', () => fail(failed ?? new Error('a worker ended')));
  return {
    run: (batch: Batch) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        if (failed === undefined) worker.postMessage(batch, [batch.bytes.buffer as ArrayBuffer]);
        else fail(failed);
      }),
    close: () => void worker.terminate(),
  };
}
