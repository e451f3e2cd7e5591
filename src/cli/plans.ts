import type { Plan } from '../plan/types.js';
import { load, type Pricer } from '../pricer.js';
import { shown } from '../shown.js';
import { PLAN, readJson } from './input.js';
import type { Io } from './io.js';

/** Reads a plan and loads it; nothing, once it is told, where it is refused. */
export async function readPlan(
  path: string,
  io: Io,
): Promise<{ readonly plan: Plan; readonly pricer: Pricer } | undefined> {
  const plan = (await readJson(path, io, PLAN)) as Plan;
  const loaded = load(plan);
  if (loaded.ok) return { plan, pricer: loaded.pricer };
  const { code, message } = loaded.error;
  io.err.write(`error[${code}]: ${shown(path)}: ${shown(message)}\n`);
  return undefined;
}
