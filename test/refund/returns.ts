import { type Breakdown, refund, type Refund, type RefundOptions, type Return } from '../../src/index.js';
import { Random } from '../support/generate/random.js';

export const minor = (amount: string | number): number => Number(String(amount).replace('.', ''));

/** A refund that must be given. */
export function refunded(options: RefundOptions): Refund {
  const result = refund(options);
  if (!result.ok) throw new Error(result.errors.map(({ code, message }) => `${code} ${message}`).join('\n'));
  return result.refund;
}

/** Everything of a breakdown, in some steps of some units each, drawn by chance. */
export function drawnReturns({ lines }: Breakdown, seed: number): readonly (readonly Return[])[] {
  const random = new Random(seed);
  const left = new Map(lines.map(({ id, quantity }) => [id, quantity]));
  const steps: Return[][] = [];
  while (left.size > 0) {
    const step = [...left].flatMap(([line, quantity]) => {
      const units = random.chance(0.4) ? quantity : random.int(0, quantity);
      if (units === 0) return [];
      if (units === quantity) left.delete(line);
      else left.set(line, quantity - units);
      return [{ line, units }];
    });
    if (step.length > 0) steps.push(step);
  }
  return steps;
}

/** Each of some returns in turn, every one after the refund before it. */
export function refundsOf(
  options: Omit<RefundOptions, 'returns' | 'after'>,
  steps: readonly (readonly Return[])[],
): readonly Refund[] {
  const refunds: Refund[] = [];
  for (const returns of steps) {
    const after = refunds.at(-1);
    refunds.push(refunded({ ...options, returns, ...(after && { after }) }));
  }
  return refunds;
}
