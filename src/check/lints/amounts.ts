import { Decimal } from 'decimal.js';
import { formatAmount } from '../../money/index.js';
import { isConstant } from '../expressions/value.js';
import type { Calculation, Limits, Promotion, Ruleset, Scalar, Table } from '../ruleset.js';

/** A row of the table that a promotion stands for, and where messages say it is; without a table there is one case, nowhere. */
export interface Case {
  readonly row?: Table['rows'][number];
  readonly where: string;
}

export function casesOf({ each }: Promotion, { tables }: Ruleset): readonly Case[] {
  if (each?.kind !== 'row' && each?.kind !== 'column') return [{ where: '' }];
  const rows = tables.find(({ name }) => name === each.table)?.rows ?? [];
  return rows.map((row) => ({ row, where: ` (line ${row.line} of \`${each.table}\`)` }));
}

/** What a scalar comes to, where it holds nothing but constants and cells of the row in hand. */
export function numberOf(scalar: Scalar, { row }: Case): Decimal | undefined {
  if (isConstant(scalar)) {
    return scalar.type === 'number' || scalar.type === 'money' ? new Decimal(scalar.value) : undefined;
  }
  if (scalar.op === 'measure') return undefined;
  if (scalar.op !== 'read') return calculated(scalar, { ...(row && { row }), where: '' });
  const cell = scalar.of === 'row' ? row?.values[scalar.name] : undefined;
  const isNumeric = scalar.type === 'number' || scalar.type === 'money';
  return isNumeric && typeof cell === 'string' ? new Decimal(cell) : undefined;
}

function calculated({ op, parts }: Calculation, at: Case): Decimal | undefined {
  const numbers = parts.map((part) => numberOf(part, at));
  const [first, ...rest] = numbers.flatMap((number) => (number === undefined ? [] : [number]));
  if (first === undefined || rest.length < numbers.length - 1) return undefined;
  return rest.reduce((a, b) => CALCULATIONS[op](a, b), first);
}

const CALCULATIONS: Readonly<Record<Calculation['op'], (a: Decimal, b: Decimal) => Decimal>> = {
  '+': (a, b) => a.add(b),
  '-': (a, b) => a.sub(b),
  '*': (a, b) => a.mul(b),
  // A division by zero is a missing value: as no number it is above and below nothing.
  '/': (a, b) => (b.isZero() ? new Decimal(NaN) : a.div(b)),
  min: (a, b) => Decimal.min(a, b),
  max: (a, b) => Decimal.max(a, b),
};

/** The least of the caps that bind a whole standing, those of the offer and of its promotion. */
export function capOf(limits: readonly Limits[], at: Case): Decimal | undefined {
  const caps = limits.flatMap(({ caps: each }) =>
    each.flatMap(({ amount, per }) => {
      const most = per === 'standing' || per === 'all-standings' ? numberOf(amount, at) : undefined;
      return most === undefined ? [] : [most];
    }),
  );
  return caps.length === 0 ? undefined : Decimal.min(...caps);
}

/** Minor units as the currency writes them. */
export function shownMoney(minor: Decimal, { currency }: Ruleset): string {
  return formatAmount(minor.round().toNumber(), currency.digits);
}

/** A percentage with a decimal at most. */
export function shownPercent(percent: Decimal): string {
  return percent.toDecimalPlaces(1).toFixed();
}
