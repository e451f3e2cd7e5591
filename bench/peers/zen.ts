import { ZenDecisionContent, ZenEngine } from '@gorules/zen-engine';
import { D11 } from '../d11/numbers.js';
import type {
  Adjustment,
  Breakdown,
  Cart,
  Line,
  LineOut,
  NotApplied,
  RuleTotal,
} from '../yardstick/order.js';
import { zenGraph } from './zen-graph.js';

/** What the decision graph gives; shares and `left` go by line, `stores` by store. */
interface Decided {
  readonly brand: { readonly total: number; readonly shares: readonly number[] };
  readonly stores: readonly { readonly store: string; readonly left: number; readonly off: number }[];
  readonly store: { readonly shares: readonly number[] };
  readonly platform: { readonly left: number; readonly amount: number; readonly shares: readonly number[] };
  /** What is left on the coupon's categories; 0 without the code. */
  readonly category: number;
  readonly cat88: number;
  readonly member: number;
  /** Whether the coupon saves as much as the member price or more. */
  readonly wins: boolean;
  readonly last: { readonly shares: readonly number[] };
  readonly left: readonly number[];
  readonly goods: number;
  readonly shipping: number;
}

/**
 * GoRules zen-engine prices all of D11 in one decision graph: thresholds and matches are decision tables, the arithmetic and the
 * allocation expressions. An evaluation crosses to native code and to another thread, so one for the order is faster
 * than one for each decision. The host only writes the audit.
 */
export function zenPricer(): (cart: Cart) => Promise<Breakdown> {
  const decision = new ZenEngine().createDecision(new ZenDecisionContent(zenGraph()));
  return async (cart) => {
    const { result } = await decision.evaluate(contextOf(cart));
    return breakdown(cart, result as Decided);
  };
}

function contextOf({ lines, codes, customer }: Cart): object {
  // The language of expressions has no way to list the stores once each.
  const stores = [...new Set(lines.map(({ store }) => store))];
  return {
    lines: lines.map(({ store, brand, category, unitPrice, qty }, i) => {
      return { i, s: stores.indexOf(store), store, brand, category, list: unitPrice * qty };
    }),
    stores: stores.map((store) => ({ store })),
    codes,
    tier: customer.tier,
  };
}

function breakdown(cart: Cart, decided: Decided): Breakdown {
  const { goods, shipping } = decided;
  const list = cart.lines.reduce((total, { unitPrice, qty }) => total + unitPrice * qty, 0);
  return {
    cartId: cart.id,
    lines: cart.lines.map((line, i) => lineOut(line, i, decided)),
    ...audit(cart, decided),
    list,
    discount: list - goods,
    goods,
    shipping,
    payable: goods + shipping,
  };
}

function lineOut(line: Line, i: number, decided: Decided): LineOut {
  const adjustments: Adjustment[] = [];
  const add = (rule: string, group: string, amount: number): void => {
    if (amount > 0) adjustments.push({ rule, group, amount });
  };
  add('brand-day', '', decided.brand.shares[i]!);
  add('store-tier', line.store, decided.store.shares[i]!);
  add('platform', '', decided.platform.shares[i]!);
  add(decided.wins ? 'cat88' : 'member', '', decided.last.shares[i]!);
  return { sku: line.sku, list: line.unitPrice * line.qty, adjustments, payable: decided.left[i]! };
}

/** What applied, and why the rest did not. */
function audit(cart: Cart, decided: Decided): Pick<Breakdown, 'rules' | 'notApplied'> {
  const { brand, stores, platform, goods, shipping } = decided;
  const rules: RuleTotal[] = [];
  const notApplied: NotApplied[] = [];
  if (brand.total > 0) rules.push(applied('brand-day', brand.total));
  else notApplied.push(refused('brand-day', 'NO_MATCHING_LINES'));
  for (const { store, left, off } of stores) {
    if (off > 0) rules.push({ rule: 'store-tier', group: store, amount: off });
    else notApplied.push({ ...short('store-tier', D11.tiers[0]!.at, left), group: store });
  }
  if (platform.amount > 0) rules.push(applied('platform', platform.amount));
  else notApplied.push(short('platform', D11.platform.every, platform.left));
  auditLast(cart, decided, rules, notApplied);
  if (shipping > 0) rules.push(applied('shipping', -shipping));
  else notApplied.push(refused('shipping', 'WAIVED', D11.freeFrom, goods));
  return { rules, notApplied };
}

function auditLast(cart: Cart, decided: Decided, rules: RuleTotal[], notApplied: NotApplied[]): void {
  const { wins, cat88, member, category } = decided;
  if (wins) rules.push(applied('cat88', cat88));
  else if (cat88 > 0) notApplied.push(refused('cat88', 'EXCLUDED_BY', member, cat88));
  else if (cart.codes.includes('CAT88')) notApplied.push(short('cat88', D11.cat88.at, category));
  else notApplied.push(refused('cat88', 'NO_CODE'));
  const unfit = cart.customer.tier === 'vip' ? 'NOTHING_LEFT' : 'NOT_ELIGIBLE';
  if (member === 0) notApplied.push(refused('member', unfit));
  else if (wins) notApplied.push(refused('member', 'EXCLUDED_BY', cat88, member));
  else rules.push(applied('member', member));
}

const applied = (rule: string, amount: number): RuleTotal => ({ rule, group: '', amount });

function refused(rule: string, reason: string, need: number = 0, actual: number = 0): NotApplied {
  return { rule, group: '', reason, need, actual };
}

const short = (rule: string, need: number, actual: number): NotApplied =>
  refused(rule, 'BELOW_THRESHOLD', need, actual);
