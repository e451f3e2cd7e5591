import type { CartInput, ChargeInput, UsageInput } from '../../../src/cart/types.js';
import { amountText, decimalOf, unitsOf } from './amounts.js';
import { runningOrder } from './arrangement.js';
import { type Redeemed, redeemed } from './budget.js';
import { CannotBeSaid, type Kind } from './cannot.js';
import { type Context, currencyFor, effectsOf } from './context.js';
import { rankedSkus, walk } from './picks.js';
import type { PricingCase, RowLine, RowPick, RowRule } from '../row.js';
import { rulesText, type SaidRule, saidRules } from './rules.js';
import { attributeName, ownAttributes } from './scope.js';
import { settingsText } from './sharing.js';

/** A case said in Reckon: a rule file and a cart, with the names its lines, charges and rules have there. */
export interface Translation {
  readonly rules: string;
  readonly cart: CartInput;
  readonly lineIds: ReadonlyMap<string, string>;
  readonly chargeIds: ReadonlyMap<string, string>;
  /** The promotions that stand for a rule. */
  readonly promotions: ReadonlyMap<string, readonly string[]>;
}

export type Translated =
  | { readonly ok: true; readonly translation: Translation }
  | { readonly ok: false; readonly kind: Kind; readonly detail: string };

/** Turns a case into a rule file and a cart, or says what it needs that the language has no word for. */
export function translate(row: PricingCase): Translated {
  try {
    return { ok: true, translation: translation(row) };
  } catch (error) {
    if (error instanceof CannotBeSaid) return { ok: false, kind: error.kind, detail: error.message };
    throw error;
  }
}

function translation(row: PricingCase): Translation {
  refuseUnpriceable(row);
  const context = contextOf(row);
  const said = saidRules(context);
  const skus = rankedSkus(context);
  if (skus === undefined) return written(said, context);
  const ranked: Context = { ...context, sku: 'product', ties: [] };
  return written(saidRules(ranked), ranked, skus);
}

/** What no cart and no price of Reckon can be. */
function refuseUnpriceable({ cart, conventions }: PricingCase): void {
  if (conventions.clamp === false) throw new CannotBeSaid('below zero', 'discounts beyond what is left');
  const amounts = [
    ...cart.lines.map((line) => line.unitPrice),
    ...(cart.shipping ?? []).map(({ amount }) => amount),
  ];
  if (amounts.some((amount) => decimalOf(amount).lt(0)))
    throw new CannotBeSaid('below zero', 'a price below zero');
  if (cart.lines.some((line) => unitsOf(line.qty) === 0))
    throw new CannotBeSaid('outside the schema', 'no units');
}

function contextOf(row: PricingCase): Context {
  const { lines, shipping = [] } = row.cart;
  const rules = runningOrder(row);
  const fromLast = row.conventions.distribute?.sequence === 'iterative_from_last';
  return {
    row,
    currency: currencyFor(row.currency),
    sku: 'sku',
    lineIds: numbered(
      walk(lines, sharedPick(rules)).map(({ id }) => id),
      '',
      fromLast,
    ),
    chargeIds: numbered(
      shipping.map(({ id }) => id),
      's',
      fromLast,
    ),
    hasUnticked: lines.some((line) => line.selected === false),
    rules,
    ties: [],
  };
}

/** The order in which sums are spread: that of the cart, unless every sum names the same other one. */
function sharedPick(rules: readonly RowRule[]): RowPick {
  const sums = rules.flatMap(effectsOf).filter(({ per, target }) => per === 'order' && target !== 'shipping');
  const [first, ...others] = [...new Set(sums.map(({ pick }) => pick))];
  return others.length === 0 && first !== undefined ? first : 'cart';
}

/**
 * Ids that sort as the source walks its lines, because first and last go by id: from the first line on, or from the last
 * one back.
 */
function numbered(ids: readonly string[], prefix: string, fromLast: boolean): ReadonlyMap<string, string> {
  const width = String(ids.length).length;
  const numberOf = (index: number): number => (fromLast ? ids.length - index : index + 1);
  return new Map(ids.map((id, index) => [id, `${prefix}${String(numberOf(index)).padStart(width, '0')}`]));
}

function written(
  said: readonly SaidRule[],
  context: Context,
  skus: ReadonlyMap<RowLine, string> = new Map(),
): Translation {
  const { chargeIds, lineIds, row } = context;
  const blocks = [headText(context), settingsText(context).join('\n'), ...rulesText(said, context)];
  const text = `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
  const named = new Map(row.rules.map((rule): [string, readonly string[]] => [rule.id, []]));
  for (const { promotions, rule } of said)
    named.set(
      rule.id,
      promotions.map(({ name }) => name),
    );
  return { rules: text, cart: cartOf(said, context, skus), lineIds, chargeIds, promotions: named };
}

/** The words of every file: what a cart of the rows may carry. */
function headText({ currency, row }: Context): string {
  return `currency ${currency}

line has
  product text, category list of text, on-sale flag, ticked flag, min-price optional money
${ownAttributes(row)
  .map((name) => `line has ${name} optional text\n`)
  .join('')}customer has group optional text, placed-orders optional number
order has
  channel optional text, country optional text, currency text, shipping-methods list of text,
  postage money, nothing money, unmodelled flag
shipping has method text`;
}

function cartOf(said: readonly SaidRule[], context: Context, skus: ReadonlyMap<RowLine, string>): CartInput {
  const { row } = context;
  const { cart, currency } = row;
  const usage = usageOf(said, context);
  return {
    currency: context.currency,
    at: `${cart.date ?? ANY_DAY}T12:00:00Z`,
    customer: given({
      group: cart.customer?.group,
      'placed-orders': textOf(cart.customer?.placedOrders),
    }),
    order: orderOf(row),
    codes: cart.codes ?? [],
    lines: cart.lines.map((line) => ({
      id: context.lineIds.get(line.id) ?? line.id,
      sku: skus.get(line) ?? line.sku,
      quantity: unitsOf(line.qty),
      price: priceText(line, currency.digits),
      ...lineAttributes(line, row),
    })),
    shipping: chargesOf(context),
    ...(usage === undefined ? {} : { usage }),
  };
}

/** Serves where a row names none. */
const ANY_DAY = '2024-01-01';

function given<T>(members: Readonly<Record<string, T | undefined>>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(members).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function textOf(value: string | number | undefined): string | undefined {
  return value === undefined ? undefined : decimalOf(value).toFixed();
}

function priceText({ unitPrice }: RowLine, digits: number): string {
  const price = decimalOf(unitPrice);
  return price.toFixed(Math.max(digits, price.decimalPlaces()));
}

function lineAttributes(
  line: RowLine,
  { currency }: PricingCase,
): Record<string, string | boolean | readonly string[]> {
  return {
    product: line.sku,
    category: line.category ?? [],
    'on-sale': line.onSale === true,
    ticked: line.selected !== false,
    ...(line.minUnitPrice !== undefined && { 'min-price': amountText(line.minUnitPrice, currency) }),
    ...Object.fromEntries(
      Object.entries(line.attrs ?? {}).map(([name, value]) => [attributeName(name), value]),
    ),
  };
}

function orderOf({ cart, currency }: PricingCase): Record<string, string | readonly string[]> {
  const charges = cart.shipping ?? [];
  const postage = charges.reduce((sum, { amount }) => sum.plus(amount), decimalOf(0));
  return {
    ...given({ channel: cart.channel, country: cart.country }),
    currency: currency.code,
    'shipping-methods': charges.map(({ method }) => method),
    postage: amountText(postage.toFixed(), currency),
    nothing: amountText('0', currency),
  };
}

function chargesOf({ chargeIds, row }: Context): readonly ChargeInput[] {
  return (row.cart.shipping ?? []).map(({ amount, id, method }) => {
    return { id: chargeIds.get(id) ?? id, amount: amountText(amount, row.currency), method };
  });
}

function usageOf(said: readonly SaidRule[], context: Context): Record<string, UsageInput> | undefined {
  const entries = said.flatMap(({ promotions, rule }) => {
    const ledger: Redeemed | undefined = redeemed(rule, context);
    return ledger === undefined ? [] : promotions.map(({ name }) => [name, ledger] as const);
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
