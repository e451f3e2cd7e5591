import { Argument, type Command } from 'commander';
import { breakdownJsonSchema, cartJsonSchema } from '../schema.js';
import { reportDiagnostics } from './diagnostics.js';
import type { Io } from './io.js';
import { printJson } from './output.js';
import { compileFile } from './rules.js';
import { EXIT, type ExitCode } from './stop.js';
import { type TerminalOptions, withTerminalOptions } from './terminal.js';

interface SchemaOptions extends TerminalOptions {
  readonly rules?: string;
}

const EXAMPLES = `
Examples:
  $ reckon schema cart                          what every cart must be
  $ reckon schema cart --rules shop.reckon      with the attributes these rules declare
  $ reckon schema breakdown > breakdown.schema.json
`;

/** `reckon schema`: the JSON Schema of what goes in and comes out. */
export function addSchema(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const command = program
    .command('schema')
    .summary('print the JSON Schema of carts or breakdowns')
    .description('Prints the JSON Schema of a cart or of a breakdown.')
    .addArgument(new Argument('<what>', 'what the schema is of').choices(['cart', 'breakdown']))
    .option('--rules <file>', 'a rule file, for the attributes its carts carry');
  withTerminalOptions(command)
    .addHelpText('after', EXAMPLES)
    .action((what: 'cart' | 'breakdown', options: SchemaOptions) => end(schema(what, options, io)));
}

function schema(what: 'cart' | 'breakdown', options: SchemaOptions, io: Io): ExitCode {
  if (options.rules === undefined) {
    printJson(what === 'cart' ? cartJsonSchema() : breakdownJsonSchema(), io);
    return EXIT.well;
  }
  const { result, sources } = compileFile(options.rules, io);
  reportDiagnostics(result.diagnostics, sources, options, io);
  if (!result.ok) return EXIT.refused;
  printJson(what === 'cart' ? cartJsonSchema(result.ruleset) : breakdownJsonSchema(), io);
  return EXIT.well;
}
