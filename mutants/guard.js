import { Script } from 'node:vm';

/** What a test fails with that does not end. */
export const ENDLESS = 'it runs on and on';

/** Milliseconds that a test may always take, on a machine that has more to do; most take a thousandth of it. */
const PATIENCE = 4000;

/** Only a script can be cut while it runs. */
const guarded = new Script('reckonRun()');

/**
 * What a test fails with, or nothing. One that took `usual` milliseconds before is cut where it takes twenty times as long; without
 * `usual` it takes what it takes.
 */
export async function failureOf(run, usual) {
  const options = usual === undefined ? {} : { timeout: PATIENCE + Math.ceil(20 * usual) };
  globalThis.reckonRun = run;
  try {
    await guarded.runInThisContext(options);
    return undefined;
  } catch (error) {
    if (error?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return ENDLESS;
    return error instanceof Error ? error.message : String(error);
  }
}
