import type { Page } from './text-page.js';
import type { Allocation, AllocationPart, Group, Part } from './types.js';

/** What an offer formed line by line: `line 4: 30.31 off 202.05 (30.3075)`. */
export function partEntries(parts: readonly Part[], { money }: Page): readonly string[] {
  return parts.map(({ line, base, exact, amount }) => {
    const before = exact === undefined ? '' : ` (${money.exact(exact)})`;
    return `line ${line}: ${money.amount(amount)} off ${money.amount(base)}${before}`;
  });
}

/** Groups of units with what each saved; neighbours that are alike are told once: `groups 1 to 40`. */
export function groupEntries(groups: readonly Group[], page: Page): readonly string[] {
  const entries: { readonly text: string; readonly first: number; last: number }[] = [];
  groups.forEach((group, index) => {
    const text = groupText(group, page);
    const previous = entries.at(-1);
    if (previous?.text === text) previous.last = index + 1;
    else entries.push({ text, first: index + 1, last: index + 1 });
  });
  return entries.map(({ text, first, last }) =>
    first === last ? `group ${first}: ${text}` : `groups ${first} to ${last}: ${text} each`,
  );
}

function groupText({ units, amount }: Group, { money }: Page): string {
  const members = units.map(({ line, count, left }) => `${count} of line ${line} (${money.amount(left)})`);
  return `${members.join(', ')}: ${money.amount(amount)} off`;
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
