import { type Breakdown, refund, type RefundOptions, refundText, verifyRefund } from '../../../src/index.js';
import type { Random } from '../../support/generate/random.js';
import { drawBreakdown, minor } from './breakdowns.js';
import { parsed } from './carts-door.js';
import { type Door, expectFit, expectSame, expectThat } from './door.js';
import { mutatedJson } from './json.js';

/** The JSON of what is refunded of, what comes back, and the refund before: each may be damaged. */
export const refunds: Door = {
  name: 'refunds',
  extension: 'json',
  draw(random) {
    const options = drawOptions(random);
    if (random.chance(0.3)) return mutatedJson(options, random);
    // What comes back is tried only where the breakdown holds.
    const { breakdown, ...rest } = options;
    const asked = mutatedJson(rest, random);
    return asked.startsWith('{') ? `{"breakdown":${JSON.stringify(breakdown)},${asked.slice(1)}` : asked;
  },
  take(text) {
    const sent = parsed(text);
    const { after, breakdown, policy, returns, shipping } = (
      typeof sent === 'object' && sent !== null ? sent : {}
    ) as Partial<RefundOptions>;
    const options = { after, breakdown, policy, returns, shipping } as RefundOptions;
    const result = refund(options);
    expectSame('refunded again', JSON.stringify(refund(options)), JSON.stringify(result));
    if (!result.ok) {
      expectThat(result.errors.length > 0, 'a refund is refused without an error');
      for (const { message } of result.errors) expectFit('an error of a refund', message);
      return;
    }
    expectFit('a printed refund', refundText(result.refund));
    expectSame('a refund breaks an equation', JSON.stringify(verifyRefund(result.refund)), '[]');
    const { left, paid, refund: given } = result.refund.total;
    expectThat(minor(given) >= 0n && minor(left) >= 0n, 'a refund gives back more than was paid');
    expectThat(minor(given) <= minor(paid), 'a refund gives back more than was paid');
  },
};

function drawOptions(random: Random): RefundOptions {
  const breakdown = drawBreakdown(random);
  const policy = random.pick(['keep', 'keep', 'keep', 'rules', 'retest'] as const);
  const shipping = random.pick(['last', 'share', 'never'] as const);
  const options = { breakdown, policy, shipping, returns: returnsOf(breakdown, random) };
  const first = random.chance(0.5) ? refund(options) : undefined;
  if (!first?.ok) return options;
  return {
    ...options,
    after: first.refund,
    returns: random.chance(0.3) ? 'all' : returnsOf(breakdown, random),
  };
}

function returnsOf({ lines }: Breakdown, random: Random): RefundOptions['returns'] {
  return random
    .some(lines, 1, 3)
    .map(({ id, quantity }) => ({ line: id, units: random.int(1, Math.max(1, Math.floor(quantity / 2))) }));
}
