/** Every word a policy may say, by member; the first of each list is the default. */
export const POLICY_WORDS = {
  share: [
    'down',
    'half-up',
    'half-even',
    'half-down',
    'up',
    'half-odd',
    'floor',
    'ceil',
    'in-turn',
    'in-turn-from-last',
  ],
  remainder: [
    'largest-fraction',
    'largest-line',
    'first',
    'last',
    'rest-to-first',
    'rest-to-last',
    'separate',
    'block-separate',
    'dropped',
  ],
  zeroParts: ['skip', 'take'],
  zeroWeights: ['error', 'even', 'zeros'],
  overflow: ['to-others', 'dropped'],
  negative: ['mirror', 'as-is'],
} as const;

type Word<Member extends keyof typeof POLICY_WORDS> = (typeof POLICY_WORDS)[Member][number];

/** How an amount is spread over parts; `docs/allocation.md` shows every word with a worked example. */
export interface Policy {
  /**
   * How a part's share is formed: a rounding mode for `amount * weight / sum`, or `in-turn`: the floor of its
   * share of what is still to give, first part first (`in-turn-from-last`: last part first).
   */
  readonly share?: Word<'share'>;
  /**
   * What becomes of the steps that the shares leave over: one each by what rounding took
   * (`largest-fraction`), by weight (`largest-line`), from the `first` or `last` part on; or all to one part
   * (`rest-to-first`, `rest-to-last`); or none are given: kept apart (`separate`; `block-separate` gives
   * whole blocks of the smallest whole weights only) or `dropped`. What shares rounded up gave too much is
   * taken back in the same order, never past zero.
   */
  readonly remainder?: Word<'remainder'>;
  /** Whether parts of weight zero may take of the remainder. */
  readonly zeroParts?: Word<'zeroParts'>;
  /** All weights zero: an error, equal shares, or nothing for anybody (the amount is dropped). */
  readonly zeroWeights?: Word<'zeroWeights'>;
  /** An upper limit for the size of each part, in minor units. */
  readonly max?: readonly number[];
  /** What a limit cuts goes to the others until nobody overflows, or is dropped. */
  readonly overflow?: Word<'overflow'>;
  /** No share may exceed what earlier parts left; for shares whose rounding may sum to too much. */
  readonly capAtRemaining?: boolean;
  /** A negative amount is spread as the positive one with the sign turned, or rounded as it is. */
  readonly negative?: Word<'negative'>;
  /** The smallest coin in minor units, 1 if left out; every part is a multiple of it. */
  readonly step?: number;
  /** An id for each part: first, last and ties then go by id (UTF-16 code units), not by position. */
  readonly ids?: readonly string[];
}

/** The part of a policy that one spreading follows. */
export type Rules = Required<
  Pick<Policy, 'share' | 'remainder' | 'zeroParts' | 'overflow' | 'capAtRemaining'>
>;

/** Fills in the defaults. */
export function rulesOf(policy: Policy): Rules {
  return {
    share: policy.share ?? 'down',
    remainder: policy.remainder ?? 'largest-fraction',
    zeroParts: policy.zeroParts ?? 'skip',
    overflow: policy.overflow ?? 'to-others',
    capAtRemaining: policy.capAtRemaining ?? false,
  };
}
