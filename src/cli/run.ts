import { Command, CommanderError } from 'commander';
import { shown } from '../breakdown/text-escape.js';
import { addCheck } from './check.js';
import { addCompletion } from './completion/completion.js';
import { addFmt } from './fmt.js';
import { addInit } from './init.js';
import type { Io } from './io.js';
import { complain } from './output.js';
import { addPrice } from './price.js';
import { addScenario } from './scenario.js';
import { addSchema } from './schema.js';
import { EXIT, type ExitCode, Stop } from './stop.js';
import { addTest } from './test.js';
import { VERSION } from './version.js';

const EXAMPLES = `
Examples:
  $ reckon check shop.reckon
  $ reckon fmt shop.reckon
  $ reckon price --rules shop.reckon --cart cart.json
  $ reckon test shop.reckon --coverage
  $ reckon schema cart --rules shop.reckon

Exit codes: 0 all is well; 1 the rules or the cart have errors, the price breaks a guarantee, a
scenario fails, or a file is not in canonical form; 2 wrong usage or input that cannot be read;
70 a fault of Reckon itself.
`;

/** Runs the command with its arguments and gives its exit code; never throws. */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = EXIT.well;
  const program = programOn(io, (ended) => {
    code = ended;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    return codeOf(error, io);
  }
}

function programOn(io: Io, end: (code: ExitCode) => void): Command {
  const program = new Command('reckon')
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
  addCheck(program, io, end);
  addFmt(program, io, end);
  addPrice(program, io, end);
  addTest(program, io, end);
  addScenario(program, io, end);
  addInit(program, io, end);
  addSchema(program, io, end);
  addCompletion(program, io, end);
  return program;
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
