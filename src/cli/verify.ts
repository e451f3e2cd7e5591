import type { Command } from 'commander';
import type { Breakdown } from '../breakdown/types.js';
import { asMembers } from '../cart/data.js';
import type { Refund } from '../refund/types.js';
import { type RefundOrigin, verifyRefund } from '../refund/verify.js';
import type { Finding } from '../verify/failure.js';
import { type Origin, verify } from '../verify.js';
import { collect } from './cart.js';
import { BREAKDOWN, quoted, readJson, STANDARD_INPUT } from './input.js';
import type { Io } from './io.js';
import { type OriginOptions, originOf, readOnce } from './origin.js';
import { printJson } from './output.js';
import { EXIT, type ExitCode, Stop } from './stop.js';
import { withTerminalOptions } from './terminal.js';
import { failedText, soundRefundText, soundText } from './verify-text.js';

interface VerifyOptions extends OriginOptions {
  readonly breakdown?: string;
  readonly after?: string;
  readonly json?: true;
}

const EXAMPLES = `
Examples:
  $ reckon verify breakdown.json
  $ reckon verify breakdown.json --rules shop.reckon --cart cart.json
  $ reckon verify - --rules shop.reckon --cart cart.json < breakdown.json
  $ reckon verify breakdown.json --json
  $ reckon verify refund.json
  $ reckon verify refund.json --breakdown breakdown.json --rules shop.reckon --cart cart.json
`;

/** `reckon verify`: whether a breakdown adds up, and whether it is what its rules make of its cart; and the same of a refund. */
export function addVerify(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const command = program
    .command('verify')
    .summary('test a breakdown or a refund')
    .description(
      'Tests that a breakdown adds up and, with the rules and the cart, that they give it when they are priced again; or that a refund does.',
    )
    .argument('<breakdown>', 'the breakdown, or a refund, as JSON; `-` reads standard input')
    .option('--rules <file>', 'the rule file it was made from')
    .option('--cart <file>', 'the cart it was made from, as JSON')
    .option('--at <instant>', "the instant it was priced for, where that was not the cart's `at`")
    .option('--code <code>', 'a code that was added to those in the cart; may be repeated', collect)
    .option('--breakdown <file>', 'the breakdown that a refund is of')
    .option('--after <file>', 'the refund before a refund')
    .option('--json', 'print what is found as JSON');
  withTerminalOptions(command)
    .addHelpText('after', EXAMPLES)
    .action(async (path: string, options: VerifyOptions) => end(await verifyFile(path, options, io)));
}

async function verifyFile(path: string, options: VerifyOptions, io: Io): Promise<ExitCode> {
  readOnce([path, options.cart, options.breakdown, options.after]);
  const document = await readJson(path, io, BREAKDOWN);
  const origin = await originOf(options, io);
  if (origin === 'broken') return EXIT.refused;
  const name = path === '-' ? STANDARD_INPUT : quoted(path);
  const tested =
    asMembers(document)?.['refund'] === undefined
      ? testBreakdown(document, name, options, origin)
      : await testRefund(document, name, options, origin, io);
  const [first, ...others] = tested.findings.filter(({ equation }) => equation !== 'place');
  if (options.json === true) printJson({ ok: first === undefined, findings: tested.findings }, io);
  else io.out.write(first === undefined ? tested.sound() : failedText(name, first, others.length + 1));
  return first === undefined ? EXIT.well : EXIT.refused;
}

interface Tested {
  readonly findings: readonly Finding[];
  /** What to say where all holds. */
  readonly sound: () => string;
}

function testBreakdown(
  document: unknown,
  name: string,
  { breakdown, after }: VerifyOptions,
  origin: Origin | undefined,
): Tested {
  if (breakdown !== undefined || after !== undefined)
    throw new Stop(`\`--breakdown\` and \`--after\` go with a refund, and ${name} is none`);
  const findings = verify(document, origin);
  const sound = (): string => soundText(name, document as Breakdown, origin !== undefined, findings[0]);
  return { findings, sound };
}

async function testRefund(
  document: unknown,
  name: string,
  { breakdown, after }: VerifyOptions,
  origin: Origin | undefined,
  io: Io,
): Promise<Tested> {
  if (breakdown === undefined && (after !== undefined || origin !== undefined))
    throw new Stop(`${name} is a refund: \`--breakdown\` names the breakdown it is of`);
  const from: RefundOrigin | undefined =
    breakdown === undefined
      ? undefined
      : {
          breakdown: (await readJson(breakdown, io, BREAKDOWN)) as Breakdown,
          ...(after !== undefined && { after: (await readJson(after, io, BREAKDOWN)) as Refund }),
          ...(origin !== undefined && { origin }),
        };
  const sound = (): string => soundRefundText(name, document as Refund, from);
  const findings = verifyRefund(document, from);
  askForMore(findings, name, after);
  return { findings, sound };
}

/** That a file was not named says nothing against the refund. */
function askForMore(findings: readonly Finding[], name: string, after: string | undefined): void {
  if (findings.some(({ equation, found }) => equation === 'refundable' && found === 'RF0008'))
    throw new Stop(`${name} cannot be made again without rules: give \`--rules\` and \`--cart\`, too`);
  if (after === undefined && findings.some(({ equation }) => equation === 'after'))
    throw new Stop(`${name} is not the first refund: \`--after\` names the one before it`);
}
