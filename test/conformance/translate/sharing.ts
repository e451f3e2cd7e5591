import { CannotBeSaid } from './cannot.js';
import { decimalOf, unitsOf } from './amounts.js';
import { type Context, effectsOf, isLoose } from './context.js';
import { roundingWord } from './parts.js';
import type { Distribution, PricingCase, RowEffect } from '../row.js';
import { linesIn } from './scope.js';

/** File-wide settings: how discounts are rounded and spread, and how fine prices are rounded. */
export function settingsText(context: Context): readonly string[] {
  const settings = [...roundingText(context), ...sharingText(context), ...pricesText(context)];
  return settings.map((setting) => `default ${setting}`);
}

function roundingText(context: Context): readonly string[] {
  const { percentRounding = 'half_up', percentRoundWhat } = context.row.conventions;
  if (!effects(context).some(isPercentage)) return [];
  const mode = roundingWord(percentRounding, context);
  const of = percentRoundWhat === 'price' ? ' of price' : '';
  return mode === 'half-up' && of === '' ? [] : [`rounding ${mode}${of}`];
}

function effects({ rules }: Context): readonly RowEffect[] {
  return rules.flatMap(effectsOf);
}

function isPercentage({ discount, get, kind }: RowEffect): boolean {
  return kind.startsWith('percent') || discount === 'percent' || get?.discount.kind === 'percent';
}

const SHARES = {
  down: [],
  floor: [],
  half_up: ['shares half-up'],
  half_even: ['shares half-even'],
  half_down: ['shares half-down'],
  // Shares that come out whole need no rounding; others are found in the numbers.
  none: [],
} as const;

const REMAINDERS = {
  first: ['to first'],
  first_nonzero: ['to first'],
  last: ['to last'],
  largest_fraction: [],
  largest_weight: ['to largest line'],
  last_takes_rest: ['rest to last'],
  last_nonzero_takes_rest: ['rest to last'],
  none_exact: [],
} as const;

function sharingText(context: Context): readonly string[] {
  const sharing = context.row.conventions.distribute;
  if (sharing === undefined || !effects(context).some((effect) => isSpread(effect, context))) return [];
  return [...weightsText(sharing, context.row), ...sharesText(sharing), ...remainderText(sharing)];
}

/** Sums that go over several lines or charges. */
function isSpread({ includeShipping, per, scope, target }: RowEffect, context: Context): boolean {
  const charges = context.row.cart.shipping ?? [];
  if (target === 'shipping') return per === 'order' && charges.length > 1;
  const cells = linesIn(scope, context).length + (includeShipping === true ? charges.length : 0);
  return (per === 'order' || per === 'set') && cells > 1;
}

function weightsText({ weights }: Distribution, { tax }: PricingCase): readonly string[] {
  switch (weights) {
    case 'current_line_total_with_tax':
      if (tax !== undefined && (!tax.included || tax.includedBy !== undefined))
        throw new CannotBeSaid('tax', 'shares by prices with tax');
      return [];
    case 'original_line_total':
      return ['share by list'];
    case 'qty':
      return ['share by quantity'];
    default:
      return [];
  }
}

function sharesText({ sequence, share = 'down' }: Distribution): readonly string[] {
  if (sequence === 'iterative_from_last') return ['shares in turn'];
  if (share === 'up' || share === 'ceil' || share === 'half_odd')
    throw new CannotBeSaid('rounding', `shares ${share.replace('_', ' to ')}`);
  return SHARES[share];
}

function remainderText({ remainder = 'largest_fraction', sequence }: Distribution): readonly string[] {
  if (sequence === 'iterative_from_last') return [];
  if (remainder === 'separate' || remainder === 'block_separate' || remainder === 'dropped')
    throw new CannotBeSaid('remainder kept apart', remainder.replace('_', ' '));
  return REMAINDERS[remainder];
}

/** `default prices …`, where a unit price is finer than the currency. */
function pricesText(context: Context): readonly string[] {
  const { row } = context;
  const { digits } = row.currency;
  const fine = row.cart.lines.filter((line) => decimalOf(line.unitPrice).decimalPlaces() > digits);
  if (fine.some((line) => decimalOf(line.unitPrice).decimalPlaces() > 6))
    throw new CannotBeSaid('finer amount', 'a unit price with more than six decimals');
  if (fine.length === 0) return [];
  const { priceRounding } = row.conventions;
  const isWhole = fine.every(
    (line) => decimalOf(line.unitPrice).times(unitsOf(line.qty)).decimalPlaces() <= digits,
  );
  const isPerLine = priceRounding?.at !== 'total' || row.cart.lines.length === 1;
  if (!isLoose(row) && !isWhole && (priceRounding === undefined || !isPerLine))
    throw new CannotBeSaid('unrounded', 'prices that are not rounded by unit or by line');
  const mode = roundingWord(priceRounding?.mode ?? 'half_up', context);
  return [`prices rounded ${mode} per ${priceRounding?.at === 'unit' ? 'unit' : 'line'}`];
}
