import type { Allocation, AllocationPart, Cut, Group, Part, Step } from '../breakdown/types.js';
import type { Offer } from '../check/ruleset.js';
import type { Claim, Spread } from './allocate.js';
import { amountOf, type Cell } from './cells.js';
import type { View } from './environment.js';
import type { FormedGroup, FormedParts, FormedSum } from './offers.js';
import type { Printer } from './print.js';
import { isWhole, type Rational, sum } from './rational.js';
import type { Granted, RawCut } from './step.js';
import type { Units } from './units.js';

/** Section 6: the numbers that formed one offer's amount. */
export function printStep(
  offer: Offer,
  { formed, amount, cuts, spread }: Granted,
  times: { readonly times?: number },
  view: View,
  printer: Printer,
): Step {
  return {
    offer: offer.text,
    ...(formed.kind === 'sum' ? sumMembers(formed, times, printer) : { ...percentMember(formed), ...times }),
    face: printer.money(formed.face),
    amount: printer.money(amount),
    ...(cuts.length > 0 && { cuts: cuts.map((cut) => printCut(cut, printer)) }),
    ...(spread && { allocation: printAllocation(spread, view, printer) }),
    ...(formed.kind === 'parts' && { parts: printParts(formed, view, printer) }),
    ...(formed.kind === 'parts' &&
      formed.groups && { groups: formed.groups.map((group) => printGroup(group, printer)) }),
  };
}

/** A group's picked units, and those that only opened it; alike groups stand once, with how many they are. */
function printGroup({ picked, openers, times, amount }: FormedGroup, printer: Printer): Group {
  const print = (units: Units): Group['units'] =>
    units.map((run) => ({ line: run.line.id, count: Number(run.count), left: printer.money(run.left) }));
  return {
    units: print(picked),
    ...(openers.length > 0 && { qualifiers: print(openers) }),
    ...(times > 1n && { times: Number(times) }),
    amount: printer.money(amount),
  };
}

function sumMembers(
  formed: FormedSum,
  times: { readonly times?: number },
  printer: Printer,
): Pick<Step, 'base' | 'of' | 'percent' | 'times' | 'exact'> {
  return {
    base: printer.money(formed.base),
    ...ofMember(formed.of, printer),
    ...percentMember(formed),
    ...times,
    ...exactMember(formed.exact, printer),
  };
}

function percentMember({ percent }: FormedSum | FormedParts): Pick<Step, 'percent'> {
  return percent === undefined ? {} : { percent };
}

function ofMember(of: Rational | undefined, printer: Printer): { readonly of?: string } {
  return of ? { of: printer.exact(of) } : {};
}

/** Left out where the value was whole already. */
function exactMember(exact: Rational, printer: Printer): { readonly exact?: string } {
  return isWhole(exact) ? {} : { exact: printer.exact(exact) };
}

export function printCut({ why, limit, by, to }: RawCut, printer: Printer): Cut {
  return {
    why,
    ...(limit !== undefined && { limit: printer.money(limit) }),
    by: printer.money(by),
    ...(to !== undefined && { to }),
  };
}

/** Lines as in the cart; a line on which nothing was formed is left out. */
function printParts(formed: FormedParts, view: View, printer: Printer): readonly Part[] {
  const parts = view.cells.lines.flatMap((line) =>
    formed.parts.filter((part) => part.cell === line && part.amount > 0n),
  );
  return parts.map((part) => ({
    line: part.cell.id,
    base: printer.money(part.base),
    ...ofMember(part.of, printer),
    ...exactMember(part.exact, printer),
    amount: printer.money(part.amount),
  }));
}

/** Lines as in the cart, then charges. */
function printAllocation(spread: Spread, view: View, printer: Printer): Allocation {
  const weights = sum(spread.lastClaims.map((claim) => claim.weight));
  const cells = [...view.cells.lines, ...view.cells.charges].filter((cell) => spread.parts.has(cell));
  return {
    amount: printer.money(spread.lastAmount),
    sum: weights.toString(),
    parts: cells.map((cell) => {
      const claim = spread.lastClaims.find((open) => open.cell === cell);
      return printPart(cell, claim, spread, weights, printer);
    }),
  };
}

function printPart(
  cell: Cell,
  claim: Claim | undefined,
  spread: Spread,
  weights: bigint,
  printer: Printer,
): AllocationPart {
  const whose = cell.kind === 'line' ? { line: cell.id } : { shipping: cell.id };
  const amount = printer.money(amountOf(spread.parts, cell));
  if (!claim) return { ...whose, full: true, amount };
  const remainder = ((spread.lastAmount * claim.weight) % weights).toString();
  return { ...whose, weight: claim.weight.toString(), remainder, amount };
}
