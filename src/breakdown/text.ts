import { linesText } from './text-lines.js';
import { heading, indented, type Page, pageOf, shortDigest, type TellOptions } from './text-page.js';
import { hintsText, refusedText, uncheckedText } from './text-refused.js';
import { giftsText, settlementText } from './text-settlement.js';
import { stepsText } from './text-steps.js';
import { type Line, span } from './text-width.js';
import { seenTexts } from './text-words.js';
import type { Breakdown, Violation } from './types.js';

export type { Paint, TellOptions, TextOptions } from './text-page.js';

/**
 * A breakdown as text for people: the lines with each promotion's part, the steps with the numbers that formed them, what
 * did not apply and why, and whatever else the breakdown holds. Amounts are in major units. Names stand as they are, but
 * for characters a terminal would obey, which are escaped. Ends with a line break; the same input gives the same text.
 */
export function breakdownText(breakdown: Breakdown, options: TellOptions = {}): string {
  const page = pageOf(breakdown, options);
  const sections = [
    [...titleText(breakdown, page), '', ...linesText(breakdown, page)],
    giftsText(breakdown, page),
    stepsText(breakdown, page),
    refusedText(breakdown, page),
    hintsText(breakdown, page),
    settlementText(breakdown, page),
    uncheckedText(breakdown, page),
    searchText(breakdown, page),
    violationsText(breakdown, page),
    closingText(breakdown, page),
  ];
  return joined(sections);
}

/** How a price came about and what did not apply, without the lines: what explains one sum. */
export function accountText(breakdown: Breakdown, options: TellOptions = {}): string {
  const page = pageOf(breakdown, options);
  const sections = [
    giftsText(breakdown, page),
    stepsText(breakdown, page),
    refusedText(breakdown, page),
    violationsText(breakdown, page),
    closingText(breakdown, page),
  ];
  return joined(sections);
}

function joined(sections: readonly (readonly string[])[]): string {
  const filled = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${filled.join('\n\n')}\n`;
}

function titleText({ currency, at, ruleset }: Breakdown, page: Page): readonly string[] {
  const text: Line = [
    span(page.words.title(currency, at)),
    span(page.words.rules(shortDigest(ruleset)), page.paint.dim),
  ];
  return indented(0, text, page);
}

function searchText({ optimal }: Breakdown, page: Page): readonly string[] {
  if (optimal) return [];
  return indented(0, [span(page.words.search, page.paint.yellow)], page);
}

/** Broken guarantees come near the end, where the eye is when the text has gone by. */
function violationsText({ violations }: Breakdown, page: Page): readonly string[] {
  if (violations.length === 0) return [];
  const { red } = page.paint;
  return [
    heading(page.words.headings.violations, page, red),
    ...violations.flatMap((violation) => indented(0, violationLine(violation, page), page)),
  ];
}

function violationLine({ guarantee, line, failed, promotions }: Violation, page: Page): Line {
  const { words, paint } = page;
  const seen = failed.map((test) => seenTexts(test, undefined, page).join(words.comma)).join(words.semicolon);
  return [span(guarantee, paint.bold), span(words.violation(line, seen, promotions))];
}

/** The sum once more, at the end, where a long text leaves the eye. */
function closingText({ total, currency, violations }: Breakdown, page: Page): readonly string[] {
  const { money, paint, words } = page;
  const [list = '', discount = '', shipping = '', pay = ''] = [
    total.list,
    total.discount,
    total.shipping,
    total.pay,
  ].map((amount) => money.amount(amount));
  const formed = list === pay ? '' : words.formed(list, discount, shipping);
  const broken = violations.length === 0 ? '' : words.broken(violations.length);
  const line = [
    span(words.closing(pay, currency), paint.bold),
    span(formed, paint.dim),
    span(broken, paint.red),
  ];
  return indented(0, line, page);
}
