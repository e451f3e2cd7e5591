import type { Condition, Promotion, Scalar } from '../ruleset.js';
import type { Lint } from './lint.js';

/** RK2001: a coupon that everybody may use on anything, as often as they like. */
export const openCoupon: Lint = ({ findings, rules }) => {
  for (const { promotion, statement } of rules) {
    if (!isOpen(promotion)) continue;
    const at = statement.title?.span.end ?? statement.name.span.end;
    const edits = [{ start: at, end: at, replacement: '\n  limit 1 per customer' }];
    const fix = { title: 'add `limit 1 per customer`', safe: false, edits };
    findings.add('RK2001', statement.name.span, { name: promotion.id }, fix);
  }
};

function isOpen({ budget, each, kind, opens, redemption, scope, when }: Promotion): boolean {
  if (kind !== 'coupon' || opens.kind !== 'always') return false;
  // What shipping costs is bounded by itself.
  if (opens.offers.every((offer) => offer.kind === 'ship')) return false;
  if (budget !== undefined || redemption.length > 0) return false;
  if (each?.kind === 'row' || each?.kind === 'column') return false;
  return (scope.lines === undefined || !isNarrow(scope.lines)) && (when === undefined || !chooses(when));
}

/** Whether a condition chooses some lines; one that only leaves some out is still wide. */
function isNarrow(condition: Condition): boolean {
  switch (condition.op) {
    case 'and':
      return condition.parts.some(isNarrow);
    case 'or':
      return condition.parts.every(isNarrow);
    case 'not':
    case '!=':
    case 'not-in':
      return false;
    default:
      return true;
  }
}

/** Whether a condition asks something of the customer or of an amount; the channel alone bounds nothing. */
function chooses(condition: Condition): boolean {
  switch (condition.op) {
    case 'and':
    case 'or':
      return condition.parts.some(chooses);
    case 'not':
      return chooses(condition.part);
    default:
      return scalarsOf(condition).some(asksMore);
  }
}

type Leaf = Exclude<Condition, { op: 'and' | 'or' | 'not' }>;

function scalarsOf(test: Leaf): readonly Scalar[] {
  switch (test.op) {
    case 'in':
    case 'not-in':
    case 'flag':
      return [test.value];
    case 'has':
      return [test.list];
    case 'starts-with':
      return [test.value];
    default:
      return [test.left, test.right];
  }
}

function asksMore(scalar: Scalar): boolean {
  if (scalar.op === 'constant') return false;
  if (scalar.op === 'measure') return true;
  if (scalar.op === 'read') return scalar.of === 'customer';
  return scalar.parts.some(asksMore);
}
