import type { Breakdown } from '../breakdown/types.js';
import type { Cart, CartError, CartInput, CartLine, Charge, Usage } from '../cart/types.js';
import type { Ruleset as Checked } from '../check/ruleset.js';
import { formatAmount } from '../money/index.js';
import { Ruleset } from '../ruleset.js';
import { format } from '../syntax/format.js';
import { printText } from '../syntax/print.js';
import { giftsOf, takenBy } from './expectations.js';
import { attributesText, localText, nameText, type Writing } from './text.js';

export interface ScenarioTextOptions {
  /** `a cart` by default. Titles of one file differ. */
  readonly title?: string;
  /** Expect of every line what it pays, too. */
  readonly lines?: boolean;
}

export type ScenarioTextResult =
  | {
      readonly ok: true;
      /** The scenario in the language, with a line break at its end. */
      readonly text: string;
      readonly breakdown: Breakdown;
      /** What of the cart a scenario has no words for, such as a negative number: it is not in the text. */
      readonly leftOut: readonly string[];
    }
  | { readonly ok: false; readonly errors: readonly CartError[] };

/**
 * Prices a cart and writes a scenario that holds for it: the cart in the words of a rule file, and what each promotion takes,
 * which entered coupons are refused, which gifts there are and what is to pay. Synchronous and pure.
 */
export function scenarioText(
  ruleset: Ruleset,
  cart: CartInput,
  options: ScenarioTextOptions = {},
): ScenarioTextResult {
  if (!(ruleset instanceof Ruleset)) throw new TypeError('scenarioText takes a ruleset that compile made');
  const pricer = Ruleset.pricer(ruleset);
  const checked = pricer.validate(cart);
  if (!checked.ok) return checked;
  const rules = Ruleset.checked(ruleset);
  const told = asTold(checked.cart, rules);
  const breakdown = pricer.priceValid(told);
  const leftOut: string[] = [];
  const writing = {
    timezone: rules.timezone,
    digits: rules.currency.digits,
    leaveOut: (what: string): void => void leftOut.push(what),
  };
  const parts = [
    ...cartParts(told, rules, writing),
    ...expectations(breakdown, rules, options.lines === true),
  ];
  const title = `scenario ${printText(options.title ?? 'a cart')}`;
  const text = [title, ...parts.map((part) => `  ${part}`)].map((line) => `${line}\n`).join('');
  return { ok: true, text: canonical(text), breakdown, leftOut };
}

/** The cart that a scenario can tell: in major units, and with one charge of nothing where there is none. */
function asTold(cart: Cart, { attributes }: Checked): Cart {
  const nothing: Charge = { id: 'shipping', amount: 0, values: attributes.shipping.map(() => undefined) };
  return { ...cart, minor: false, shipping: cart.shipping.length > 0 ? cart.shipping : [nothing] };
}

/** Long lines are broken as everywhere. */
function canonical(text: string): string {
  const formatted = format(text);
  if (!formatted.ok) throw new Error(`a written scenario has mistakes of form: ${text}`);
  return formatted.text;
}

// The cart ----------------------------------------------------------------------------------------------------------

function cartParts(cart: Cart, rules: Checked, writing: Writing): readonly string[] {
  const { attributes } = rules;
  const customer = attributesText(cart.customer, attributes.customer, 'the customer', writing);
  const order = attributesText(cart.order, attributes.order, 'the order', writing);
  return [
    `at ${timeText(cart.instant, writing)}`,
    ...(customer === '' ? [] : [`customer${customer}`]),
    ...(order === '' ? [] : [`order${order}`]),
    ...(cart.lines.length === 0 ? [] : ['cart']),
    ...cart.lines.map((line, index) => `  ${lineText(line, index, rules, writing)}`),
    ...shippingParts(cart.shipping, rules, writing),
    ...(cart.codes.length === 0 ? [] : [`code ${cart.codes.map(printText).join(', ')}`]),
    ...usageParts(cart, rules, writing),
  ];
}

/** In the file's zone, or in UTC where its clock is set back and shows the hour twice. */
function timeText(instant: number, { timezone, leaveOut }: Writing): string {
  const whole = Math.floor(instant / 1000) * 1000;
  if (whole !== instant) leaveOut('the fraction of a second in `at`');
  return localText(whole, timezone) ?? `${localText(whole, 'UTC') ?? '2026-01-01'} in Etc/UTC`;
}

function lineText(line: CartLine, index: number, { attributes }: Checked, writing: Writing): string {
  const id = line.id === String(index + 1) ? '' : ` id ${printText(line.id)}`;
  const unit =
    line.finer === undefined ? formatAmount(line.price, writing.digits) : finerText(line.finer, writing);
  const own = attributesText(line.values, attributes.line, `line \`${line.id}\``, writing);
  return `${line.quantity} of ${printText(line.sku)} at ${unit}${id}${own}`;
}

/** A unit price finer than a minor unit: an exact decimal of minor units, in major units. */
function finerText(minor: string, { digits }: Writing): string {
  const [whole = '0', decimals = ''] = minor.split('.');
  const all = whole.padStart(digits + 1, '0');
  return `${all.slice(0, all.length - digits)}.${all.slice(all.length - digits)}${decimals}`;
}

/** A cart without shipping has one charge of nothing, which goes without saying. */
function shippingParts(
  charges: readonly Charge[],
  { attributes }: Checked,
  writing: Writing,
): readonly string[] {
  const [only] = charges;
  const texts = charges.map((charge, index) => {
    const usual = charges.length === 1 ? 'shipping' : String(index + 1);
    const id = charge.id === usual ? '' : ` id ${printText(charge.id)}`;
    const own = attributesText(charge.values, attributes.shipping, `charge \`${charge.id}\``, writing);
    return `shipping ${formatAmount(charge.amount, writing.digits)}${id}${own}`;
  });
  const isNothing = charges.length === 1 && only?.amount === 0 && texts[0]?.split(' ').length === 2;
  return isNothing ? [] : texts;
}

/** What the ledger knows of promotions that these rules do not have changes nothing. */
function usageParts({ usage }: Cart, { promotions }: Checked, writing: Writing): readonly string[] {
  return [...usage]
    .filter(([id]) => promotions.some((promotion) => promotion.id === id))
    .flatMap(([id, used]) => {
      if (used.customerUnits > 0) writing.leaveOut(`\`usage.${id}.customerUnits\``);
      const entries = usageText(used, writing);
      return entries === '' ? [] : [`usage ${nameText(id, 'PromotionName')}${entries}`];
    });
}

function usageText({ customer, customerDay, spent, total }: Usage, { digits }: Writing): string {
  return [
    total > 0 ? ` total ${total}` : '',
    spent > 0 ? ` spent ${formatAmount(spent, digits)}` : '',
    customer > 0 ? ` per-customer ${customer}` : '',
    customerDay > 0 ? ` per-customer-day ${customerDay}` : '',
  ].join('');
}

// What it expects ---------------------------------------------------------------------------------------------------

function expectations(
  breakdown: Breakdown,
  { currency, promotions }: Checked,
  withLines: boolean,
): readonly string[] {
  const applied = new Set(breakdown.promotions.map(({ promotion }) => promotion));
  const refused = breakdown.refused.flatMap(({ promotion, reason }) =>
    promotion !== undefined &&
    !applied.has(promotion) &&
    promotions.some(({ id, kind }) => id === promotion && kind === 'coupon')
      ? [[promotion, reason] as const]
      : [],
  );
  const taken = [...applied].map((id) => [id, takenBy(id, breakdown, currency.digits)] as const);
  const gifts = new Set(breakdown.gifts.flatMap(({ skus }) => skus.slice(0, 1)));
  const broken = new Set(breakdown.violations.map(({ guarantee }) => guarantee));
  return [
    ...taken
      .filter(([, amount]) => Number(amount) > 0)
      .map(([id, amount]) => `expect ${nameText(id, 'PromotionName')} takes ${amount}`),
    ...[...new Map(refused)].map(
      ([id, reason]) => `expect ${nameText(id, 'PromotionName')} refused ${reason}`,
    ),
    ...[...gifts].map((sku) => `expect gift ${giftsOf(sku, breakdown)} of ${printText(sku)}`),
    ...(withLines ? breakdown.lines.map(({ id, pay }) => `expect line ${printText(id)} pays ${pay}`) : []),
    ...[...broken].map((title) => `expect violation ${printText(title)}`),
    `expect pay ${breakdown.total.pay}`,
  ];
}
