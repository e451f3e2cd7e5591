import type { Refund } from '../refund/types.js';
import { amountEquations, notation } from './amount-equations.js';
import { usualDecimals } from './amounts.js';
import type { Finding } from './failure.js';
import { refundEquations } from './refund-equations.js';
import { isRefund } from './refund-shape.js';
import type { Reading } from './shape.js';
import { findingOf, findingsOf, jsonOf } from './verify.js';

/** A refund read once, with what is wrong with it. */
export interface SoundRefund {
  /** Where it has the shape of a refund. */
  readonly refund?: Refund;
  readonly findings: readonly Finding[];
}

/** A copy of a refund, with what does not hold in it. */
export function readSoundRefund(value: unknown): SoundRefund {
  const refund = jsonOf(value);
  const reading: Reading = { failures: [], amounts: [] };
  if (!isRefund(refund, reading))
    return { findings: reading.failures.map((failure) => findingOf(shape, failure, 0)) };
  const digits = usualDecimals(reading.amounts.map(({ amount }) => amount));
  const written = { amounts: reading.amounts, digits, minorUnits: refund.amounts === 'minor' };
  const unlike = findingsOf(notation, written, digits);
  if (unlike.length > 0) return { refund, findings: unlike };
  const findings = [
    ...amountEquations.flatMap((equation) => findingsOf(equation, written, digits)),
    ...refundEquations.flatMap((equation) => findingsOf(equation, refund, digits)),
  ];
  return { refund, findings };
}

const shape = { name: 'shape', says: 'a refund has the members that its documentation names, and no others' };
