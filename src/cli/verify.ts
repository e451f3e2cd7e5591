import type { Command } from 'commander';
import { shown } from '../breakdown/text-escape.js';
import { counted } from '../breakdown/text-page.js';
import type { Breakdown } from '../breakdown/types.js';
import { MoneyText } from '../breakdown/text-money.js';
import { asMembers } from '../cart/data.js';
import type { Refund } from '../refund/types.js';
import { type Origin, verify } from '../verify.js';
import type { Finding } from '../verify/failure.js';
import { verifyRefund } from '../verify/refund.js';
import { collect } from './cart.js';
import { BREAKDOWN, quoted, readJson, STANDARD_INPUT } from './input.js';
import type { Io } from './io.js';
import { type OriginOptions, originOf } from './origin.js';
import { printJson } from './output.js';
import { EXIT, type ExitCode, Stop } from './stop.js';
import { withTerminalOptions } from './terminal.js';

interface VerifyOptions extends OriginOptions {
  readonly json?: true;
}

const EXAMPLES = `
Examples:
  $ reckon verify breakdown.json
  $ reckon verify breakdown.json --rules shop.reckon --cart cart.json
  $ reckon verify - --rules shop.reckon --cart cart.json < breakdown.json
  $ reckon verify breakdown.json --json
`;

/** `reckon verify`: whether a breakdown adds up, and whether it is what its rules make of its cart. */
export function addVerify(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const command = program
    .command('verify')
    .summary('test a breakdown or a refund')
    .description(
      'Tests that a breakdown adds up and, with the rules and the cart, that they give it when they are priced again.',
    )
    .argument('<breakdown>', 'the breakdown, or a refund, as JSON; `-` reads standard input')
    .option('--rules <file>', 'the rule file it was made from')
    .option('--cart <file>', 'the cart it was made from, as JSON')
    .option('--at <instant>', "the instant it was priced for, where that was not the cart's `at`")
    .option('--code <code>', 'a code that was added to those in the cart; may be repeated', collect)
    .option('--json', 'print what is found as JSON');
  withTerminalOptions(command)
    .addHelpText('after', EXAMPLES)
    .action(async (path: string, options: VerifyOptions) => end(await verifyFile(path, options, io)));
}

async function verifyFile(path: string, options: VerifyOptions, io: Io): Promise<ExitCode> {
  if (path === '-' && options.cart === '-')
    throw new Stop('standard input holds one of the two: name a file');
  const document = await readJson(path, io, BREAKDOWN);
  const origin = await originOf(options, io);
  if (origin === 'broken') return EXIT.refused;
  const isRefund = asMembers(document)?.['refund'] !== undefined;
  if (isRefund && origin !== undefined)
    throw new Stop('`--rules` and `--cart` go with a breakdown, not with a refund');
  const findings = isRefund ? verifyRefund(document) : verify(document, origin);
  const failures = findings.filter(({ equation }) => equation !== 'place');
  if (options.json === true) printJson({ ok: failures.length === 0, findings }, io);
  else io.out.write(textOf(path, document, findings, origin));
  return failures.length === 0 ? EXIT.well : EXIT.refused;
}

function textOf(
  path: string,
  document: unknown,
  findings: readonly Finding[],
  origin: Origin | undefined,
): string {
  const name = path === '-' ? STANDARD_INPUT : quoted(path);
  const first = findings.find(({ equation }) => equation !== 'place');
  if (first === undefined) return `${[...sound(name, document, origin), ...moved(findings)].join('\n')}\n`;
  const others = findings.length - 1;
  const more = others === 0 ? [] : [`and ${counted(others, 'finding')} more: \`--json\` lists all`];
  return `${[`${name} does not hold: ${first.equation}`, ...told(first), ...more].join('\n')}\n`;
}

function told({ message, path, expected, found }: Finding): readonly string[] {
  const says = message.slice(0, message.length - `: expected ${expected}, found ${found}`.length);
  return [
    `  ${shown(says)}`,
    `  at       ${path === '' ? 'the whole of it' : shown(path)}`,
    `  expected ${shown(expected)}`,
    `  found    ${shown(found)}`,
  ];
}

function sound(name: string, document: unknown, origin: Origin | undefined): readonly string[] {
  if (asMembers(document)?.['refund'] !== undefined) return soundRefund(name, document as Refund);
  const { cart, currency, ruleset, total } = document as Breakdown;
  const pay = new MoneyText(document as Breakdown, '').amount(total.pay);
  const holds = `${name} adds up: every equation holds, to pay ${pay} ${currency}`;
  if (origin === undefined)
    return [holds, `  its rules are ${ruleset}; with \`--rules\` and \`--cart\` it is priced again`];
  return [
    holds,
    `  rules  these: ${ruleset}`,
    cart === undefined
      ? '  cart   none is named in it; this one comes to the same in every member'
      : `  cart   this: ${cart}`,
    '  priced again by the reference evaluator: the same in every member',
  ];
}

function soundRefund(name: string, refund: Refund): readonly string[] {
  const { breakdown, currency, total } = refund;
  const amount = new MoneyText(refund, '').amount(total.refund);
  return [
    `${name} adds up: every equation holds, refund ${amount} ${currency}`,
    `  of the breakdown ${breakdown}`,
  ];
}

/** The digest of rules leaves out where they stand, so that a file may be moved and formatted anew. */
function moved(findings: readonly Finding[]): readonly string[] {
  const [first] = findings;
  if (first === undefined) return [];
  return [
    `  note: the rules mean the same but are written elsewhere than then: ${shown(first.path)} was ${shown(first.found)}, is ${shown(first.expected)}`,
  ];
}
