import type { Page } from './text-page.js';
import { listed } from './text-words.js';
import type { Allocation, AllocationPart, Group, GroupUnits, Part } from './types.js';

/** What an offer formed line by line: `line 4: 30.31 off 202.05 (30.3075)`. */
export function partEntries(parts: readonly Part[], { money }: Page): readonly string[] {
  return parts.map(({ line, base, of, exact, amount }) => {
    const taken = of === undefined ? '' : `, taken of ${money.exact(of)}`;
    const before = exact === undefined ? '' : ` (${money.exact(exact)})`;
    return `line ${line}: ${money.amount(amount)} off ${money.amount(base)}${taken}${before}`;
  });
}

/** Groups of units, and what each saved: `2 groups, each 43.00 off 1 of line 1 at 43.00, opened by 2 of line 2 at 60.00`. */
export function groupEntries(groups: readonly Group[], page: Page): readonly string[] {
  return groups.map(({ units, qualifiers, times = 1, amount }) => {
    const each = times === 1 ? '1 group:' : `${times} groups, each`;
    const opened = qualifiers === undefined ? '' : `, opened by ${unitsText(qualifiers, page)}`;
    return `${each} ${page.money.amount(amount)} off ${unitsText(units, page)}${opened}`;
  });
}

function unitsText(units: readonly GroupUnits[], { money }: Page): string {
  return listed(units.map(({ line, count, left }) => `${count} of line ${line} at ${money.amount(left)}`));
}

/** The shares that had to be made whole, and the lines that could not bear theirs; the others are plain from the lines. */
export function shareEntries(allocation: Allocation, page: Page): readonly string[] {
  return allocation.parts
    .filter((part) => part.full === true || isRounded(part))
    .map((part) => shareText(part, allocation, page));
}

function isRounded({ remainder }: AllocationPart): boolean {
  return remainder !== undefined && remainder !== '0';
}

function shareText(part: AllocationPart, { amount, sum }: Allocation, { money, glyphs }: Page): string {
  const where = part.line === undefined ? `shipping ${part.shipping ?? ''}`.trimEnd() : `line ${part.line}`;
  const share = money.amount(part.amount);
  if (part.full === true) return `${where}: ${share}, all it can bear`;
  return `${where}: ${money.share(amount, part.weight ?? '0', sum)} ${glyphs.arrow} ${share}`;
}
