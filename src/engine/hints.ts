import type { Hint, Standing } from '../breakdown/types.js';
import type { Cart, CartLine } from '../cart/types.js';
import { CART_LIMITS } from '../limits.js';
import { MAX_AMOUNT } from '../money/index.js';
import type { PlanRules } from '../plan/types.js';
import { ceil, compare, decimal, type Exact, multiply, round, subtract, toNumber } from './exact.js';
import { scopeOf } from './expressions.js';
import { nameOf, placeOf } from './grant.js';
import { linesWhere, qualifiers, unitCount } from './groups.js';
import type { Rule } from './rule.js';
import type { Filler, Moment } from './moment.js';
import { whereCounted } from './standing.js';
import type { Tier } from './openings.js';
import { type Measured, measureTier, measureTiers, nextMultiple } from './threshold.js';
import { compareText, countOf } from './units.js';

/** Section 6, hints: how far a standing is from its next unreached step. */
export interface NextStep {
  readonly rule: Rule;
  readonly order: number;
  readonly name: Standing;
  readonly kind: 'spend' | 'units';
  /** Minor units, or units. */
  readonly gap: number;
  /** The lines in scope that count towards it. */
  readonly lines: readonly number[];
}

/** The next step of the standing in hand. */
export function nextStep(rule: Rule, moment: Moment): NextStep | undefined {
  return whereCounted(rule, moment, () => {
    const found = gapOf(rule, moment);
    if (!found) return undefined;
    return {
      rule,
      order: moment.order,
      name: nameOf({ label: moment.label, place: placeOf(rule, moment) }),
      ...found,
    };
  });
}

type Gap = Pick<NextStep, 'kind' | 'gap' | 'lines'>;

function gapOf({ opens }: Rule, moment: Moment): Gap | undefined {
  switch (opens.kind) {
    case 'always':
      return undefined;
    case 'spend': {
      const next = nextTier(opens.tiers, moment);
      return next && { kind: 'spend', gap: between(next.value, next.needed), lines: scopeOf(moment) };
    }
    case 'buy': {
      const next = nextTier(opens.tiers, moment);
      if (!next) return undefined;
      const lines = linesWhere(next.tier.countedWhere, moment);
      return { kind: 'units', gap: between(next.value, next.needed), lines };
    }
    case 'every-amount': {
      const found = measureTier(opens.step, moment);
      const needed = found && nextMultiple(found.value, found.needed);
      return found && needed !== undefined
        ? { kind: 'spend', gap: between(found.value, needed), lines: scopeOf(moment) }
        : undefined;
    }
    case 'every-units': {
      const value = countOf(qualifiers(opens.every, moment));
      const needed = nextMultiple(value, unitCount(opens.every.units, moment));
      if (needed === undefined) return undefined;
      return { kind: 'units', gap: between(value, needed), lines: linesWhere(opens.every.of, moment) };
    }
  }
}

function between(value: Exact, needed: Exact): number {
  return toNumber(ceil(subtract(needed, value)));
}

function nextTier(tiers: readonly Tier[], moment: Moment): Measured | undefined {
  return measureTiers(tiers, moment).find(({ value, needed }) => compare(value, needed) < 0);
}

/** What a fuller cart would cost; the filler is a line that only its own standing sees. */
export type PriceCart = (cart: Cart, filler: Filler | undefined) => number;

interface Found {
  readonly hint: Hint;
  readonly cost: number;
}

/** Only where it saves, best net gain first. */
export function hintsOf(
  steps: readonly NextStep[],
  pay: number,
  moment: Moment,
  prices: PlanRules['prices'],
  price: PriceCart,
): readonly Hint[] {
  const most = Math.floor(CART_LIMITS.hints / Math.max(1, moment.cellCount));
  const found = steps.slice(0, most).flatMap((step) => hintOf(step, pay, moment, prices, price) ?? []);
  return found.sort((a, b) => a.cost - b.cost).map(({ hint }) => hint);
}

function hintOf(
  step: NextStep,
  pay: number,
  moment: Moment,
  prices: PlanRules['prices'],
  price: PriceCart,
): Found | undefined {
  const more = step.kind === 'spend' ? withFiller(step, moment) : withUnits(step, moment, prices);
  if (!more || !isCart(more.cart)) return undefined;
  const saving = pay + more.worth - price(more.cart, more.filler);
  if (saving <= 0) return undefined;
  const cost = more.worth - saving;
  const { printer } = moment;
  const what =
    step.kind === 'spend' ? { spend: printer.money(step.gap) } : { units: step.gap, line: more.line };
  return {
    cost,
    hint: {
      promotion: step.rule.id,
      ...step.name,
      ...what,
      saving: printer.money(saving),
      cost: printer.money(cost),
    },
  };
}

/** A fuller cart, and what was put in is worth. */
interface More {
  readonly cart: Cart;
  readonly filler: Filler | undefined;
  readonly worth: number;
  readonly line: string;
}

/** The most units that a line of a cart may have. */
const MOST_UNITS = CART_LIMITS.quantity;

/** A fuller cart that no checkout could send gets no hint. */
function isCart({ lines, shipping }: Cart): boolean {
  let total: Exact = 0;
  for (const { list, quantity } of lines) {
    if (quantity > MOST_UNITS) return false;
    total += list;
  }
  for (const { amount } of shipping) total += amount;
  return total <= MAX_AMOUNT;
}

/** An undiscounted line of exactly the gap, in this scope and in no other; a promotion that stands for one line has no room. */
function withFiller({ rule, order, gap }: NextStep, { cart }: Moment): More | undefined {
  if (rule.plan.each?.kind === 'line' || gap <= 0) return undefined;
  const line: CartLine = {
    id: '',
    sku: '',
    quantity: 1,
    price: gap,
    finer: undefined,
    list: gap,
    values: [],
  };
  return { cart: { ...cart, lines: [...cart.lines, line] }, filler: { rule, order }, worth: gap, line: '' };
}

/** As many more units as are missing, of the cheapest line in scope that counts. */
function withUnits({ lines, gap }: NextStep, moment: Moment, prices: PlanRules['prices']): More | undefined {
  const { cart } = moment;
  const lineOf = (place: number): CartLine => cart.lines[place] as CartLine;
  const [cheapest] = lines.toSorted(
    (a, b) => compare(priceOf(lineOf(a)), priceOf(lineOf(b))) || compareText(lineOf(a).id, lineOf(b).id),
  );
  if (cheapest === undefined || gap <= 0) return undefined;
  const line = lineOf(cheapest);
  const quantity = line.quantity + gap;
  const list = listOf(priceOf(line), quantity, prices);
  const fuller = cart.lines.with(cheapest, { ...line, quantity, list });
  return { cart: { ...cart, lines: fuller }, filler: undefined, worth: list - line.list, line: line.id };
}

function priceOf({ price, finer }: CartLine): Exact {
  return finer === undefined ? price : decimal(finer);
}

/** Section 2: a finer unit price is rounded once, for the line or for one unit. */
function listOf(price: Exact, quantity: number, prices: PlanRules['prices']): number {
  const mode = prices?.mode ?? 'half-up';
  if (prices?.per === 'unit') return toNumber(multiply(round(mode, price), quantity));
  return toNumber(round(mode, multiply(price, quantity)));
}
