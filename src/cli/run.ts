import { Command, CommanderError } from 'commander';
import { shown } from '../shown.js';
import type { Io } from './io.js';
import { complain } from './output.js';
import { EXIT, type ExitCode, Stop } from './stop.js';
import { VERSION } from './version.js';

const EXAMPLES = `
Examples:
  $ reckon init my-shop
  $ reckon check shop.reckon
  $ reckon fmt shop.reckon
  $ reckon price --rules shop.reckon --cart cart.json
  $ reckon price --rules shop.reckon --carts orders.ndjson.gz --map mapping.json
  $ reckon compare shop.reckon new-shop.reckon --carts orders.ndjson
  $ reckon verify breakdown.json
  $ reckon refund --breakdown breakdown.json --rules shop.reckon --cart cart.json --return 2
  $ reckon explain RK1083
  $ reckon compile shop.reckon -o plan.json
  $ reckon test shop.reckon --coverage
  $ reckon scenario --rules shop.reckon --cart cart.json
  $ reckon schema cart --rules shop.reckon
  $ reckon completion bash
  $ reckon help price

Exit codes: 0 all is well; 1 the rules or the cart have errors, the price breaks a guarantee, a
breakdown does not hold, a scenario fails, or a file is not in canonical form; 2 wrong usage or
input that cannot be read; 70 a fault of Reckon itself; 130 many carts, interrupted.
`;

/** Declares a command on the program. */
type Add = (program: Command, io: Io, end: (code: ExitCode) => void) => void;

/** The commands in the order of the help; each is loaded when it is needed, because loading takes most of a cold start. */
const COMMANDS: Readonly<Record<string, () => Promise<Add>>> = {
  check: async () => (await import('./check.js')).addCheck,
  fmt: async () => (await import('./fmt.js')).addFmt,
  price: async () => (await import('./price.js')).addPrice,
  compare: async () => (await import('./compare.js')).addCompare,
  verify: async () => (await import('./verify.js')).addVerify,
  refund: async () => (await import('./refund.js')).addRefund,
  explain: async () => (await import('./explain.js')).addExplain,
  compile: async () => (await import('./compile.js')).addCompile,
  test: async () => (await import('./test.js')).addTest,
  scenario: async () => (await import('./scenario.js')).addScenario,
  init: async () => (await import('./init.js')).addInit,
  schema: async () => (await import('./schema.js')).addSchema,
  completion: async () => (await import('./completion/completion.js')).addCompletion,
};

/** The command that is asked for; all of them where help, a completion script or a suggestion tells of all. */
function wantedBy([first = '']: readonly string[]): readonly (() => Promise<Add>)[] {
  if (first === '--version') return [];
  const wanted = Object.hasOwn(COMMANDS, first) && first !== 'completion' ? COMMANDS[first] : undefined;
  return wanted === undefined ? Object.values(COMMANDS) : [wanted];
}

/** Help of a command that is not there is an unknown command, which may have a suggestion. */
function understood(args: readonly string[]): readonly string[] {
  const [first, second] = args;
  const isUnknown = second !== undefined && second !== 'help' && !Object.hasOwn(COMMANDS, second);
  return first === 'help' && isUnknown ? [second] : args;
}

/** Runs the command with its arguments and gives its exit code; never throws. */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = EXIT.well;
  const program = programOn(io);
  try {
    for (const add of await Promise.all(wantedBy(args).map((load) => load())))
      add(program, io, (ended) => {
        code = ended;
      });
    for (const command of program.commands)
      command.showHelpAfterError(`run \`reckon help ${command.name()}\` for how to use it`);
    await program.parseAsync(understood(args), { from: 'user' });
    return code;
  } catch (error) {
    const failed = codeOf(error, io);
    // With `--detailed-exitcode` 2 says that prices change, and every error is 1.
    return failed === EXIT.usage && args.includes('--detailed-exitcode') ? EXIT.refused : failed;
  }
}

function programOn(io: Io): Command {
  return new Command('reckon')
    .description('Checks coupons and pricing rules, and prices carts by them.')
    .version(VERSION, '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', EXAMPLES)
    .exitOverride()
    .showHelpAfterError('run `reckon help` for how to use it')
    .configureOutput({
      writeOut: (text) => io.out.write(text),
      writeErr: (text) => io.err.write(text),
      outputError: (text, write) => write(`${shown(oneLine(text))}\n`),
      getOutHelpWidth: () => io.out.columns ?? 80,
      getErrHelpWidth: () => io.err.columns ?? 80,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
}

/** Commander puts its suggestion on a line of its own; line breaks in what the user typed stay to be escaped. */
function oneLine(text: string): string {
  return text.trimEnd().replace(/\n(?=\(Did you mean [^\n]*\)$)/, ' ');
}

function codeOf(error: unknown, io: Io): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.well : EXIT.usage;
  if (error instanceof Stop) {
    complain(error.message, io);
    return error.code;
  }
  tellFault(error, io);
  return EXIT.fault;
}

/** A fault of ours in one sentence; its stack only for who asks. */
function tellFault(error: unknown, io: Io): void {
  const said = error instanceof Error ? error.message : String(error);
  complain(`Reckon itself failed, not your input (${shown(said)}); please report it`, io);
  if ((io.env['RECKON_DEBUG'] ?? '') === '') {
    io.err.write('set RECKON_DEBUG=1 to see where\n');
  } else if (error instanceof Error) {
    io.err.write(`${error.stack ?? ''}\n`);
  }
}
