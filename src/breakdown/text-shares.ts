import { chargeName, type Page } from './text-page.js';
import type { Allocation, AllocationPart, Group, GroupUnits, Part } from './types.js';

/** What an offer formed line by line: `line 4: 30.31 off 202.05 (30.3075)`. */
export function partEntries(parts: readonly Part[], { money, words }: Page): readonly string[] {
  const exactly = (exact: string | undefined): string | undefined =>
    exact === undefined ? undefined : money.exact(exact);
  return parts.map(({ line, base, of, exact, amount }) =>
    words.part(line, money.amount(amount), money.amount(base), exactly(of), exactly(exact)),
  );
}

/** Groups of units, and what each saved: `2 groups, each 43.00 off 1 of line 1 at 43.00, opened by 2 of line 2 at 60.00`. */
export function groupEntries(groups: readonly Group[], page: Page): readonly string[] {
  return groups.map(({ units, qualifiers, times = 1, amount }) =>
    page.words.group(
      times,
      page.money.amount(amount),
      unitsText(units, page),
      qualifiers === undefined ? undefined : unitsText(qualifiers, page),
    ),
  );
}

function unitsText(units: readonly GroupUnits[], { money, words }: Page): string {
  return words.and(units.map(({ line, count, left }) => words.groupUnits(count, line, money.amount(left))));
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

function shareText(part: AllocationPart, { amount, sum }: Allocation, page: Page): string {
  const { money, glyphs, words } = page;
  const where = part.line === undefined ? chargeName(part.shipping ?? '', page) : words.lineName(part.line);
  const share = money.amount(part.amount);
  if (part.full === true) return words.full(where, share);
  return `${where}${words.colon}${money.share(amount, part.weight ?? '0', sum)} ${glyphs.arrow} ${share}`;
}
