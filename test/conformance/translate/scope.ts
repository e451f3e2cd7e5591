import { printText } from '../../../src/syntax/print.js';
import { amountText, decimalOf, unitsOf } from './amounts.js';
import { type Context, effectsOf } from './context.js';
import type { PricingCase, RowLine, RowScope } from '../row.js';

/** The condition of `on lines where` for a scope; nothing where it names all lines. */
export function scopeText(scope: RowScope | undefined, context: Context): string | undefined {
  return joined([...(scope === undefined ? [] : partsOf(scope, context))]);
}

/** The same among the lines that take part at all: a cart may carry lines the buyer has not ticked. */
export function tickedScopeText(scope: RowScope | undefined, context: Context): string | undefined {
  return joined([
    ...(context.hasUnticked ? ['ticked'] : []),
    ...(scope === undefined ? [] : partsOf(scope, context)),
  ]);
}

function joined(parts: readonly string[]): string | undefined {
  return parts.length === 0 ? undefined : parts.join(' and ');
}

/** A list without members restricts nothing. */
function partsOf(scope: RowScope, context: Context): readonly string[] {
  const { sku = [], notSku = [], category = [], lineIds = [] } = scope;
  return [
    ...(sku.length === 0 ? [] : [oneOf(context.sku, sku)]),
    ...(notSku.length === 0 ? [] : [`${context.sku} not in ${list(notSku)}`]),
    ...(category.length === 0 ? [] : [anyOf(category.map((name) => `category has ${printText(name)}`))]),
    ...priceParts(scope, context),
    ...(scope.notOnSale === true ? ['not on-sale'] : []),
    ...(scope.onSale === true ? ['on-sale'] : []),
    ...(lineIds.length === 0
      ? []
      : [
          oneOf(
            'id',
            lineIds.map((id) => context.lineIds.get(id) ?? ''),
          ),
        ]),
    ...Object.entries(scope.attrs ?? {}).map(
      ([name, value]) => `${attributeName(name)} is ${printText(value)}`,
    ),
  ];
}

/** A line's own attributes stand apart from the words every file declares. */
export function attributeName(name: string): string {
  return `its-${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '')}`;
}

function priceParts({ unitPrice }: RowScope, { row }: Context): readonly string[] {
  const { min, max } = unitPrice ?? {};
  return [
    ...(min === undefined ? [] : [`price >= ${amountText(min, row.currency)}`]),
    ...(max === undefined ? [] : [`price <= ${amountText(max, row.currency)}`]),
  ];
}

/** `sku is "a"`, `sku in "a", "b"`. */
export function oneOf(name: string, values: readonly string[]): string {
  return values.length === 1 ? `${name} is ${list(values)}` : `${name} in ${list(values)}`;
}

/** Alternatives, in parentheses where there are several. */
export function anyOf(tests: readonly string[]): string {
  return tests.length === 1 ? tests.join('') : `(${tests.join(' or ')})`;
}

function list(values: readonly string[]): string {
  return values.map(printText).join(', ');
}

/** The attributes of their own that lines carry, or that rules ask for. */
export function ownAttributes({ cart, rules }: PricingCase): readonly string[] {
  const effects = rules.flatMap(effectsOf);
  const scopes = [
    ...rules.flatMap(({ conditions = [] }) => conditions.map((condition) => condition.scope)),
    ...effects.flatMap(({ buy, get, scope }) => [scope, buy?.scope, get?.scope]),
  ];
  const holders = [...cart.lines, ...scopes];
  return [...new Set(holders.flatMap((holder) => Object.keys(holder?.attrs ?? {})).map(attributeName))];
}

/** The lines that a scope names, in the order of the cart. */
export function linesIn(scope: RowScope | undefined, { row }: Context): readonly RowLine[] {
  return row.cart.lines.filter((line) => line.selected !== false && isIn(line, scope ?? {}));
}

export function unitsIn(scope: RowScope | undefined, context: Context): number {
  return linesIn(scope, context).reduce((sum, line) => sum + unitsOf(line.qty), 0);
}

function isIn(line: RowLine, scope: RowScope): boolean {
  const { sku = [], notSku = [], category = [], lineIds = [] } = scope;
  const { min = '0', max = Infinity } = scope.unitPrice ?? {};
  const price = decimalOf(line.unitPrice);
  return (
    (sku.length === 0 || sku.includes(line.sku)) &&
    !notSku.includes(line.sku) &&
    (category.length === 0 || category.some((name) => line.category?.includes(name))) &&
    price.gte(min) &&
    price.lte(max) &&
    (scope.notOnSale !== true || line.onSale !== true) &&
    (scope.onSale !== true || line.onSale === true) &&
    (lineIds.length === 0 || lineIds.includes(line.id)) &&
    Object.entries(scope.attrs ?? {}).every(([name, value]) => line.attrs?.[name] === value)
  );
}
