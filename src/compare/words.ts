import { counted } from '../breakdown/text-page.js';
import { cut } from '../breakdown/text-width.js';
import { listed } from '../breakdown/text-words.js';
import { currencyOf } from '../money/index.js';
import { Amounts } from './amounts.js';
import type { Sides } from './sum.js';
import type { CartRef, Change, Comparison, RuleChange, RuleChanges } from './types.js';

/** `10271433.06` as `10,271,433.06`; counts too. */
export function grouped(number: string | number): string {
  return String(number).replace(/\B(?<!\.\d*)(?=(?:\d{3})+(?!\d))/g, ',');
}

/** With its sign, where it is not nothing. */
export function signed(amount: string): string {
  return isNothing(amount) || amount.startsWith('-') ? grouped(amount) : `+${grouped(amount)}`;
}

export function isNothing(amount: string): boolean {
  return !/[1-9]/.test(amount);
}

/** Without its sign. */
function sizeOf(amount: string): string {
  return grouped(amount.replace('-', ''));
}

/** `1,204 carts`. */
export function carts(count: number): string {
  return `${grouped(count)} cart${count === 1 ? '' : 's'}`;
}

/** Whether no cart comes out otherwise. */
export function isUnchanged({ carts: { cheaper, dearer, rearranged } }: Comparison): boolean {
  return cheaper + dearer + rearranged === 0;
}

/** Whether carts are missing from the sums, or would be charged a price that breaks a guarantee. */
export function hasProblems({ carts: { refused }, guarantees }: Comparison): boolean {
  const missing = refused.before + refused.after + refused.both;
  return missing > 0 || guarantees.some(({ broken }) => broken.after > 0);
}

/** The answer in one sentence. */
export function answer({ carts: counts, currency, total }: Comparison): string {
  const changed = counts.cheaper + counts.dearer;
  if (counts.compared === 0)
    return counts.total === 0 ? 'There is no cart to compare' : 'No cart could be priced by both rules';
  if (changed === 0) return `None of ${carts(counts.compared)} changes its price`;
  const verb = changed === 1 ? 'changes' : 'change';
  const all = changed === counts.compared && changed > 1 ? 'All ' : `${grouped(changed)} of `;
  const { change } = total.pay;
  const than = change.startsWith('-') ? 'less' : 'more';
  const pay = isNothing(change) ? 'the same in all' : `${sizeOf(change)} ${currency} ${than}`;
  return `${all}${carts(counts.compared)} ${verb}: customers pay ${pay}`;
}

/** What the answer leaves open, a sentence each: how many go which way, what is made up otherwise, what is missing. */
export function remarks(comparison: Comparison): readonly string[] {
  const { carts: counts } = comparison;
  return [
    ...directions(comparison),
    ...rearrangements(counts.rearranged),
    ...brokenGuarantees(comparison),
    ...refusals(counts.refused),
  ];
}

function directions({ carts: counts }: Comparison): readonly string[] {
  if (counts.cheaper === 0 || counts.dearer === 0) return [];
  return [
    `${carts(counts.cheaper)} ${counts.cheaper === 1 ? 'gets' : 'get'} cheaper and ${grouped(counts.dearer)} dearer`,
  ];
}

function rearrangements(count: number): readonly string[] {
  if (count === 0) return [];
  return [`${carts(count)} ${count === 1 ? 'costs' : 'cost'} the same, made up of other parts`];
}

function brokenGuarantees({ guarantees }: Comparison): readonly string[] {
  const broken = guarantees.filter((one) => one.broken.after > 0).length;
  if (broken === 0) return [];
  return [`${counted(broken, 'guarantee')} would be broken: such a price must not be charged`];
}

function refusals({ before, after, both }: Comparison['carts']['refused']): readonly string[] {
  const count = before + after + both;
  if (count === 0) return [];
  return [`${carts(count)} could not be compared and ${count === 1 ? 'is' : 'are'} in none of the sums`];
}

/** The most columns of an order's id: the JSON has all of it. */
const LONGEST_ID = 60;

/** `cart on line 12`, or `cart 536365 on line 12` where it has a name of its own. */
export function cartName({ line, id }: CartRef): string {
  return `cart ${id === undefined ? '' : `${cut(id, LONGEST_ID, '...')} `}on line ${line}`;
}

/** `offers and limits`; of a promotion that came or went nothing. */
export function partsText({ parts = [] }: RuleChange): string {
  return listed(parts);
}

/** What else the rules say otherwise: guarantees and settings. */
export function otherChanges({ guarantees, settings }: RuleChanges): readonly string[] {
  return [
    ...guarantees.map(({ guarantee, change }) => `guarantee ${guarantee}: ${change}`),
    ...settings.map((setting) => `${setting}: changed`),
  ];
}

/** What of the discounts no party is named for, where parties are named at all. */
export function unfunded({ currency, funding, promotions }: Comparison): Change | undefined {
  if (funding.length === 0) return undefined;
  const amounts = new Amounts(currencyOf(currency)?.digits ?? 0);
  const left = (side: keyof Sides<unknown>): bigint =>
    sumOf(promotions.map(({ discount }) => discount[side])) - sumOf(funding.map((party) => party[side]));
  const change = amounts.change(left('before'), left('after'));
  return isNothing(change.before) && isNothing(change.after) ? undefined : change;
}

/** In minor units. */
function sumOf(decimals: readonly string[]): bigint {
  return decimals.reduce((sum, decimal) => sum + BigInt(decimal.replace('.', '')), 0n);
}

/** How an unnamed payer stands among the named. */
export const NOBODY = 'nobody named';

/** A discount as what it does to the price. */
export function negative({ before, after, change }: Change): Change {
  return { before: opposite(before), after: opposite(after), change: opposite(change) };
}

function opposite(amount: string): string {
  if (isNothing(amount)) return amount;
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`;
}
