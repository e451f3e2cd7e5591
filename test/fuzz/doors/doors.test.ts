import { expect, it } from 'vitest';
import { RUNS } from '../../support/runs.js';
import { faultOf } from './door.js';
import { DOORS } from './doors.js';
import { inputOf } from './guard.js';

/** A fifth of the cases of a property for each door. */
const INPUTS = Math.ceil(RUNS / 5);

it.each(DOORS)('$name: whatever comes is taken in or refused, and nothing else happens', (door) => {
  for (let index = 0; index < INPUTS; index += 1) {
    const input = inputOf(door, 1, index);
    const fault = faultOf(door, input);
    expect(fault && `${fault}\n--- input ${index} of seed 1:\n${input}`).toBeUndefined();
  }
});
