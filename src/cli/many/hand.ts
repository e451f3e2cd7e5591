import type { AnySetup, Hand, Job } from './batch.js';
import { jobOf, type Setup } from './jobs.js';
import { serve } from './serve.js';

/** A hand that works where it is called, without a thread of its own. */
export function localHand(setup: AnySetup): Hand {
  let job: Promise<Job> | undefined;
  return {
    async run(batch) {
      job ??= jobOf(setup as Setup);
      return serve(batch, await job);
    },
    close: () => undefined,
  };
}
