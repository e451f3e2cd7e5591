import { parentPort, workerData } from 'node:worker_threads';
import type { Batch } from './batch.js';
import { jobOf, type Setup } from './jobs.js';
import { serve } from './serve.js';
import type { Answer } from './thread.js';

const job = await jobOf(workerData as Setup);

// Messages that came before wait in the port.
parentPort?.on('message', (batch: Batch) => {
  const answer = answerTo(batch);
  const moved = 'result' in answer ? [answer.result.output.buffer as ArrayBuffer] : [];
  parentPort?.postMessage(answer, moved);
});

function answerTo(batch: Batch): Answer {
  try {
    return { result: serve(batch, job) };
  } catch (error) {
    return { fault: error instanceof Error ? error : new Error(String(error)) };
  }
}
