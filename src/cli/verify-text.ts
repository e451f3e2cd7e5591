import { shown } from '../shown.js';
import { MoneyText } from '../breakdown/text-money.js';
import { counted } from '../breakdown/text-page.js';
import type { Breakdown } from '../breakdown/types.js';
import type { Refund } from '../refund/types.js';
import type { RefundOrigin } from '../refund/verify.js';
import type { Finding } from '../verify/failure.js';

/** What does not hold: the first finding with its numbers, and how many more there are. */
export function failedText(name: string, first: Finding, count: number): string {
  const more = count === 1 ? [] : [`and ${counted(count - 1, 'finding')} more: \`--json\` lists all`];
  return lines([`${name} does not hold: ${first.equation}`, ...told(first), ...more]);
}

function told({ message, path, expected, found }: Finding): readonly string[] {
  const numbers = `: expected ${expected}, found ${found}`;
  const at = `  at       ${path === '' ? 'the whole of it' : shown(path)}`;
  // What comes of another checker says its numbers in its own words.
  if (!message.endsWith(numbers)) return [`  ${shown(message)}`, at];
  return [
    `  ${shown(message.slice(0, -numbers.length))}`,
    at,
    `  expected ${shown(expected)}`,
    `  found    ${shown(found)}`,
  ];
}

/** That a breakdown holds; with `isRepriced` that its rules and its cart give it. */
export function soundText(
  name: string,
  breakdown: Breakdown,
  isRepriced: boolean,
  moved: Finding | undefined,
): string {
  const { cart, currency, ruleset, total } = breakdown;
  const pay = new MoneyText(breakdown, '').amount(total.pay);
  const holds = `${name} adds up: every equation holds, to pay ${pay} ${currency}`;
  if (!isRepriced)
    return lines([holds, `  its rules are ${ruleset}; with \`--rules\` and \`--cart\` it is priced again`]);
  return lines([
    holds,
    `  rules  these: ${ruleset}`,
    cart === undefined
      ? '  cart   none is named in it; this one comes to the same in every member'
      : `  cart   this: ${cart}`,
    '  priced again by the reference evaluator: the same in every member',
    ...(moved === undefined ? [] : [movedText(moved)]),
  ]);
}

/** The digest of rules leaves out where they stand, so that a file may be moved and formatted anew. */
function movedText({ path, expected, found }: Finding): string {
  const places = `${shown(path)} was ${shown(found)}, is ${shown(expected)}`;
  return `  note: the rules mean the same but are written elsewhere than then: ${places}`;
}

/** That a refund holds; with what it was made from, that the same return gives it. */
export function soundRefundText(name: string, refund: Refund, from: RefundOrigin | undefined): string {
  const { breakdown, currency, total } = refund;
  const amount = new MoneyText(refund, '').amount(total.refund);
  return lines([
    `${name} adds up: every equation holds, refund ${amount} ${currency}`,
    from !== undefined
      ? `  of this breakdown: ${breakdown}`
      : `  its breakdown is ${breakdown}; with \`--breakdown\` the return is made again`,
    ...(from === undefined
      ? []
      : [`  the same return gives the same in every member${unseenPart(refund, from)}`]),
  ]);
}

/** Without rules and cart nobody knows what the rest costs alone. */
function unseenPart({ rest }: Refund, { origin }: RefundOrigin): string {
  return rest === undefined || origin !== undefined
    ? ''
    : ' but `rest`: with `--rules` and `--cart` that is priced, too';
}

function lines(all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}
