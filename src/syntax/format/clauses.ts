import type {
  Clause,
  Expression,
  Limit,
  Offer,
  Over,
  PayOffer,
  Setting,
  TakeOffer,
  ThresholdClause,
} from '../ast.js';
import { type Breaks, INDENT } from './breaks.js';
import { markExpression } from './expressions.js';

/** The levels at which a clause is broken: its offers first, then what belongs to one of them, then inside that. */
const LEVEL = { offer: 0, part: 1, inner: 2 } as const;

/** Marks where a clause may be broken when its line is too long. */
export function markClause(clause: Clause, breaks: Breaks): void {
  switch (clause.kind) {
    case 'active':
      breaks.between(clause.parts, LEVEL.offer);
      for (const part of clause.parts) if (part.kind === 'in') breaks.together(part.zone);
      break;
    case 'when':
      markExpression(clause.condition, LEVEL.offer, breaks);
      break;
    case 'code':
      breaks.commas(clause.codes, LEVEL.offer);
      break;
    case 'on':
      markWhere(clause.where, LEVEL.offer, breaks);
      break;
    case 'limit':
      breaks.commas(clause.limits, LEVEL.offer);
      break;
    case 'budget':
      markExpression(clause.amount, LEVEL.offer, breaks);
      break;
    case 'funded':
      breaks.commas(clause.shares, LEVEL.offer);
      break;
    case 'not-with':
      breaks.commas(clause.members, LEVEL.offer);
      break;
    default:
      markMore(clause, breaks);
  }
}

function markMore(clause: Clause, breaks: Breaks): void {
  switch (clause.kind) {
    case 'spend':
    case 'every-amount':
    case 'buy':
    case 'every-units':
    case 'offers':
      markThreshold(clause, breaks);
      break;
    case 'capped':
    case 'times':
    case 'units':
    case 'leave':
      markLimit(clause, LEVEL.offer, breaks);
      break;
    case 'counting':
      markSetting(clause, LEVEL.offer, breaks);
      break;
    default:
      break;
  }
}

export function markSetting(setting: Setting, level: number, breaks: Breaks): void {
  if (setting.kind === 'counting') markExpression(setting.amount, level, breaks);
}

export function markLimit(limit: Limit, level: number, breaks: Breaks): void {
  const count = limit.kind === 'capped' || limit.kind === 'leave' ? limit.amount : limit.count;
  markExpression(count, level, breaks);
}

function markThreshold(clause: ThresholdClause, breaks: Breaks): void {
  const [first, ...others] = clause.offers;
  // Qualifiers and targets read best apart, whatever their length.
  const apart = clause.kind === 'every-units' && clause.of !== undefined ? 'always' : 'all';
  if (first !== undefined && clause.kind !== 'offers') breaks.before(first, LEVEL.offer, apart);
  for (const other of others) breaks.before(other, LEVEL.offer, 'all', 1);
  for (const offer of clause.offers) markOffer(offer, breaks);
  markFloor(clause, breaks);
  if (clause.kind === 'every-units') markWhere(clause.of, LEVEL.part, breaks);
  else if (clause.kind !== 'offers') markMeasure(clause, breaks);
}

/** What `leave` says binds the whole promotion, so it stands on a line of its own where nothing follows it. */
function markFloor({ offers }: ThresholdClause, breaks: Breaks): void {
  const last = offers.at(-1)?.limits.at(-1);
  if (last?.kind === 'leave') breaks.line(last, { indent: INDENT });
}

type Measure = Exclude<ThresholdClause, { kind: 'every-units' | 'offers' }>;

function markMeasure(clause: Measure, breaks: Breaks): void {
  if (clause.over !== undefined) markOver(clause.over, breaks);
  if (clause.kind === 'buy') return;
  markExpression(clause.amount, LEVEL.inner, breaks);
  if (clause.counting !== undefined) markExpression(clause.counting, LEVEL.inner, breaks);
}

function markOver(over: Over, breaks: Breaks): void {
  breaks.before(over, LEVEL.part, 'all');
  markWhere(over.where, LEVEL.inner, breaks);
}

function markWhere(where: Expression | undefined, level: number, breaks: Breaks): void {
  if (where !== undefined) markExpression(where, level, breaks);
}

function markOffer(offer: Offer, breaks: Breaks): void {
  for (const limit of offer.limits) {
    breaks.before(limit, LEVEL.part, 'all');
    markLimit(limit, LEVEL.inner, breaks);
  }
  switch (offer.kind) {
    case 'take':
    case 'pay':
    case 'price':
      markAmountOffer(offer, breaks);
      break;
    case 'free':
      markWhere(offer.pick?.of, LEVEL.inner, breaks);
      break;
    case 'give':
      for (const sku of offer.skus.slice(1)) breaks.before(sku, LEVEL.inner, 'fill', 1);
      break;
    case 'add-on':
      markExpression(offer.price, LEVEL.inner, breaks);
      break;
    case 'ship':
      markWhere(offer.price, LEVEL.inner, breaks);
      markWhere(offer.where, LEVEL.inner, breaks);
      break;
    case 'bundle':
      markBundle(offer, breaks);
      break;
  }
}

type AmountOffer = TakeOffer | PayOffer | Extract<Offer, { kind: 'price' }>;

function markAmountOffer(offer: AmountOffer, breaks: Breaks): void {
  markExpression(offer.amount, LEVEL.inner, breaks);
  if (offer.kind === 'take') markWhere(offer.where, LEVEL.inner, breaks);
  if (offer.pick === undefined) return;
  breaks.before(offer.pick, LEVEL.part, 'all');
  markWhere(offer.pick.of, LEVEL.inner, breaks);
}

function markBundle({ offer, parts }: Extract<Offer, { kind: 'bundle' }>, breaks: Breaks): void {
  breaks.before(offer, LEVEL.part, 'all');
  markAmountOffer(offer, breaks);
  breaks.commas(parts, LEVEL.inner);
  for (const part of parts) markWhere(part.where, LEVEL.inner + 1, breaks);
}
