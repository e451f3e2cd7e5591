import { counted, type Page } from './text-page.js';
import type { Cut, FailedTest, Reason, ThresholdMet } from './types.js';

/** `258.00 reaches 199.00 (tier 1)`. */
export function thresholdText(threshold: ThresholdMet, page: Page): string {
  const { kind, measured, reached, tier } = threshold;
  const { money, glyphs } = page;
  const { times = 1 } = threshold;
  const which = tier === undefined ? '' : ` (tier ${tier})`;
  switch (kind) {
    case 'spend':
      return `${money.amount(measured)} reaches ${money.amount(reached)}${which}`;
    case 'buy':
      return `${counted(measured, 'unit')}, ${reached} needed${which}`;
    case 'every-amount':
      return `${money.amount(measured)} counts as ${times} ${glyphs.times} ${money.amount(reached)}`;
    case 'every-units':
      return `${counted(measured, 'unit')} make ${counted(times, 'group')} of ${reached}`;
  }
}

/** What cut an amount; neighbours that differ in nothing but the amount are told together. */
export function cutTexts(cuts: readonly Cut[], page: Page): readonly string[] {
  const told: { readonly words: string; readonly amounts: string[] }[] = [];
  for (const cut of cuts) {
    const words = cutWords(cut, page);
    const previous = told.at(-1);
    if (previous?.words === words) previous.amounts.push(page.money.amount(cut.by));
    else told.push({ words, amounts: [page.money.amount(cut.by)] });
  }
  return told.map(({ words, amounts }) => `${words}: ${listed(amounts)} less`);
}

function cutWords({ why, limit, to }: Cut, page: Page): string {
  const at = limit === undefined ? '' : ` at ${page.money.amount(limit)}`;
  switch (why) {
    case 'cap':
      return `capped${at}`;
    case 'layer-cap':
      return `its layer is capped${at}`;
    case 'layers-cap':
      return `its layers are capped${at}`;
    // The limit may be the floor itself, or what the lines together have above theirs: so it is not told.
    case 'floor':
      return 'its floor is kept';
    case 'layer-floor':
      return "its layer's floor is kept";
    case 'budget':
      return `its budget ends${at}`;
    case 'overflow':
      return 'some lines could not bear their share';
    case 'left':
      return 'no more was left';
    case 'lost':
      return `${to ?? 'another promotion'} takes more there`;
  }
}

/** Why a promotion did not apply, with its numbers. */
export function reasonText(reason: Reason, page: Page): string {
  switch (reason.reason) {
    case 'condition-false':
      return reason.failed.map(neededText).join('; ');
    case 'short':
      return shortText(reason, page);
    case 'lost':
      return `${reason.to} takes ${page.money.amount(reason.by)} more`;
    case 'excluded':
      return `${listed(reason.by)} ${reason.by.length === 1 ? 'stands' : 'stand'} instead (${reason.constraint})`;
    case 'stopped':
      return `stopped by ${reason.by}`;
    case 'spent':
      return spentText(reason, page);
    case 'nothing-left':
      return 'nothing was left to take it off';
    case 'code-missing':
      return `needs the code ${reason.codes.join(' or ')}`;
    case 'inactive':
      return `not active: ${reason.windows.join(' or ')}`;
    case 'no-lines':
      return 'no line in the cart is in its scope';
    case 'unknown-code':
      return 'no promotion has this code';
  }
}

/** A budget's amount stands in its text as money stands in the breakdown. */
const BUDGET = /^budget ([\d.]+)$/;

type Short = Extract<Reason, { readonly reason: 'short' }>;
type Spent = Extract<Reason, { readonly reason: 'spent' }>;

/** In minor units a number may be money or a count, and nothing tells which: it stands as it is, which is right for both. */
function shortText({ measured, threshold, missing }: Short, page: Page): string {
  const units = page.money.isCount(threshold) ? ' units' : '';
  return `${measured} of ${threshold}${units}, ${missing} short`;
}

function spentText({ limit, used, needed }: Spent, page: Page): string {
  const [, budget] = BUDGET.exec(limit) ?? [];
  if (budget === undefined) return `limited to ${limit}: ${used} used`;
  const need = needed === undefined ? '' : `, ${page.money.amount(needed)} needed`;
  return `budget ${page.money.printed(budget)}: ${page.money.amount(used)} used${need}`;
}

/** `needs customer.tier is vip, but customer.tier is none`. */
function neededText(failed: FailedTest): string {
  return `needs ${failed.test}${seenText(failed, ', but ')}`;
}

/** The values a test saw, after `before`: `customer.tier is none, order.channel is missing`. */
export function seenText({ seen, missing = [] }: FailedTest, before: string): string {
  const values = Object.entries(seen).map(([name, value]) => `${name} is ${valueText(value)}`);
  const all = [...values, ...missing.map((name) => `${name} is missing`)];
  return all.length === 0 ? '' : before + all.join(', ');
}

function valueText(value: FailedTest['seen'][string]): string {
  if (typeof value !== 'object') return String(value);
  return value.length === 0 ? 'an empty list' : value.join(', ');
}

/** `A`, `A and B`, `A, B and C`. */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
