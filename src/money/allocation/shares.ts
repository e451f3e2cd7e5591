import { floor } from '../rounding/floor.js';
import type { GoesUp } from '../rounding/mode.js';
import { GOES_UP } from '../rounding/modes.js';
import { mulDivRest, mulDivRound } from '../rounding/round.js';
import type { Rules } from './policy.js';
import { at, type Round } from './round.js';

/**
 * Forms every part's share; the remainder is not handed out yet. `sum` is that of the weights, above zero.
 */
export function shareOut(amount: number, weights: readonly number[], sum: number, rules: Rules): Round {
  const round: Round = { amount, sum, parts: weights.map(() => 0), remainders: weights.map(() => 0) };
  if (rules.share === 'in-turn' || rules.share === 'in-turn-from-last') {
    shareInTurn(round, weights, rules.share === 'in-turn-from-last');
  } else {
    shareAtOnce(round, weights, GOES_UP[rules.share]);
    if (rules.capAtRemaining) capAtRemaining(round);
  }
  return round;
}

function shareAtOnce(round: Round, weights: readonly number[], goesUp: GoesUp): void {
  for (let i = 0; i < weights.length; i += 1)
    setShare(round, i, round.amount, at(weights, i), round.sum, goesUp);
}

/** The last part with a weight gets all that is left, so nothing remains to hand out. */
function shareInTurn(round: Round, weights: readonly number[], fromLast: boolean): void {
  let amount = round.amount;
  let sum = round.sum;
  for (let turn = 0; turn < weights.length; turn += 1) {
    const i = fromLast ? weights.length - 1 - turn : turn;
    setShare(round, i, amount, at(weights, i), sum, floor);
    amount -= at(round.parts, i);
    sum -= at(weights, i);
  }
}

function setShare(
  round: Round,
  i: number,
  amount: number,
  weight: number,
  sum: number,
  goesUp: GoesUp,
): void {
  if (weight === 0) return;
  const lower = mulDivRound('floor', amount, weight, sum);
  const rest = mulDivRest(amount, weight, sum);
  const up = rest !== 0 && goesUp(2 * rest - sum, lower, amount < 0);
  round.parts[i] = up ? lower + 1 : lower;
  round.remainders[i] = up ? rest - sum : rest;
}

function capAtRemaining(round: Round): void {
  let left = round.amount;
  for (let i = 0; i < round.parts.length; i += 1) {
    const share = at(round.parts, i);
    round.parts[i] = round.amount < 0 ? Math.max(share, left) : Math.min(share, left);
    left -= at(round.parts, i);
  }
}
