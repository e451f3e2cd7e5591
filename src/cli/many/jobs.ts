import type { Job } from './batch.js';
import type { CompareSetup } from './compare-job.js';
import type { PriceSetup } from './price-job.js';

/**
 * What a worker needs to do a job: plain data. A second kind of job is added in three places: a file beside `price-job.ts` with its
 * setup, which names its `kind`, and the function that makes a `Job` of it; a member here; a case of `jobOf`. A command then calls
 * `runMany` with the setup, and takes what came of each batch, and what the job's `tally` gave for it, in `onResult`.
 */
export type Setup = PriceSetup | CompareSetup;

/** Makes the job of a setup, in a worker or where the tests are. */
export async function jobOf(setup: Setup): Promise<Job> {
  switch (setup.kind) {
    case 'price':
      return (await import('./price-job.js')).priceJob(setup);
    case 'compare':
      return (await import('./compare-job.js')).compareJob(setup);
  }
}
