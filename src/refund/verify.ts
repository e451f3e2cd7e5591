import type { Origin } from '../audit/reprice.js';
import { differences } from '../audit/differences.js';
import type { Breakdown } from '../breakdown/types.js';
import type { Finding } from '../verify/failure.js';
import { readSoundRefund } from '../verify/refund.js';
import { findingOf, jsonOf } from '../verify/verify.js';
import { documentDigest } from './digest.js';
import { refund as refundAgain, type RefundOptions } from './refund.js';
import type { Refund, RefundError, RefundErrorCode } from './types.js';

/** What a refund is said to have been made from. */
export interface RefundOrigin {
  readonly breakdown: Breakdown;
  /** The refund before it; the first has none. */
  readonly after?: Refund;
  /** Needed where the refund needed it. */
  readonly origin?: Origin;
}

/**
 * Tests a refund: by itself, that it has the shape of one and that every equation holds in it; with what it was made from,
 * also that the same return gives the same refund, member by member. Takes any value and never throws, as `verify` does.
 */
export function verifyRefund(value: unknown, from?: RefundOrigin): readonly Finding[] {
  const { refund, findings } = readSoundRefund(value);
  if (from === undefined || refund === undefined || findings.length > 0) return findings;
  const again = refundAgain(optionsOf(refund, from));
  const others =
    again.ok || again.errors.some(({ code }) => BOTH_READ.has(code)) ? otherPapers(refund, from) : [];
  if (others.length > 0) return others;
  if (!again.ok) return again.errors.map(errorFinding);
  const unlike = differences(again.refund, comparable(refund, again.refund));
  return [...unlike].map((failure) => findingOf(REFUNDED, failure, 0));
}

function optionsOf({ policy, shipping, lines }: Refund, from: RefundOrigin): RefundOptions {
  const returns = lines.flatMap(({ id, returned }) =>
    returned === 0 ? [] : [{ line: id, units: returned }],
  );
  return { ...from, policy, shipping: shipping.rule, returns };
}

/** What is refused only after the breakdown and the earlier refund were found to hold. */
const BOTH_READ: ReadonlySet<RefundErrorCode> = new Set(['RF0003', 'RF0005', 'RF0006', 'RF0007']);

/** Whether the refund names, by its digest, the breakdown and the earlier refund that are at hand. */
function otherPapers({ breakdown, after }: Refund, from: RefundOrigin): readonly Finding[] {
  return [
    ...otherPaper(OTHER_BREAKDOWN, from.breakdown, breakdown),
    ...otherPaper(OTHER_AFTER, from.after, after),
  ];
}

function otherPaper(about: typeof OTHER_BREAKDOWN, paper: unknown, named = 'nothing'): readonly Finding[] {
  const digest = paper === undefined ? 'nothing' : documentDigest(jsonOf(paper));
  if (digest === named) return [];
  return [findingOf(about, { path: about.name, expected: digest, found: named }, 0)];
}

const OTHER_BREAKDOWN = { name: 'breakdown', says: 'the breakdown is the one that the refund is of' };
const OTHER_AFTER = { name: 'after', says: 'the earlier refund is the one that this one comes after' };

/** What is kept is told where rules and cart are at hand; with `keep` nothing depends on it. */
function comparable(refund: Refund, { rest }: Refund): Refund {
  if (refund.policy !== 'keep' || (refund.rest === undefined) === (rest === undefined)) return refund;
  const { rest: _, ...others } = refund;
  return rest === undefined ? others : { ...others, rest };
}

const REFUNDED = { name: 'refunded', says: 'the same return gives what the refund says' };

function errorFinding({ code, path, message }: RefundError): Finding {
  return {
    equation: 'refundable',
    path,
    expected: 'a return that gives something back',
    found: code,
    message,
  };
}
