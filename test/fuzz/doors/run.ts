import type { Door } from './door.js';
import { type Guard, inputOf } from './guard.js';
import { shrunk } from './shrink.js';

export interface RunOptions {
  readonly seed: number;
  /** How many inputs to send at most, and for how long (milliseconds). */
  readonly runs: number;
  readonly time: number;
}

/** What an input did, and that input cut down as far as it still does so. */
export interface Found {
  readonly fault: string;
  readonly index: number;
  readonly input: string;
}

export interface Run {
  readonly sent: number;
  readonly found?: Found;
}

/** How often an input is cut down further. */
const ATTEMPTS = 1500;
/** Of inputs that hang each attempt takes all the time that one has. */
const PATIENT_ATTEMPTS = 12;

/** Sends the inputs of a seed through a door, up to the first that does what none may. */
export async function run(door: Door, { runs, seed, time }: RunOptions, guard: Guard): Promise<Run> {
  const end = Date.now() + time;
  let sent = 0;
  for (; sent < runs && Date.now() < end; sent += 1) {
    const { fault } = await guard.try({ door: door.name, seed, index: sent });
    if (fault !== undefined) return { sent: sent + 1, found: await smallest(door, seed, sent, fault, guard) };
  }
  return { sent };
}

async function smallest(
  door: Door,
  seed: number,
  index: number,
  fault: string,
  guard: Guard,
): Promise<Found> {
  const kind = kindOf(fault);
  const isSame = async (input: string): Promise<boolean> => {
    const outcome = await guard.try({ door: door.name, input });
    return outcome.fault !== undefined && kindOf(outcome.fault) === kind;
  };
  const attempts = fault.startsWith('took') ? PATIENT_ATTEMPTS : ATTEMPTS;
  const input = await shrunk(inputOf(door, seed, index), isSame, attempts);
  const { fault: last = fault } = await guard.try({ door: door.name, input });
  return { fault: last, index, input };
}

/** What tells faults apart: their first words, and where in the code they were thrown. */
function kindOf(fault: string): string {
  const [first = '', ...rest] = fault.split('\n');
  const place = rest.find((line) => line.trimStart().startsWith('at ')) ?? '';
  return first.slice(0, 24) + place;
}
