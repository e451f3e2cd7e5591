import { Argument, type Command } from 'commander';
import { breakdownJsonSchema, cartJsonSchema, comparisonJsonSchema, refundJsonSchema } from '../schema.js';
import type { Ruleset } from '../ruleset.js';
import { reportDiagnostics } from './diagnostics.js';
import type { Io } from './io.js';
import { printJson } from './output.js';
import { compileFile } from './rules.js';
import { EXIT, type ExitCode } from './stop.js';
import { type TerminalOptions, withTerminalOptions } from './terminal.js';

interface SchemaOptions extends TerminalOptions {
  readonly rules?: string;
}

const WHAT = ['cart', 'breakdown', 'refund', 'comparison'] as const;
type What = (typeof WHAT)[number];

const SCHEMAS: Readonly<Record<What, (ruleset?: Ruleset) => object>> = {
  cart: cartJsonSchema,
  breakdown: breakdownJsonSchema,
  refund: refundJsonSchema,
  comparison: comparisonJsonSchema,
};

const EXAMPLES = `
Examples:
  $ reckon schema cart                          what every cart must be
  $ reckon schema cart --rules shop.reckon      with the attributes these rules declare
  $ reckon schema breakdown > breakdown.schema.json
  $ reckon schema refund > refund.schema.json
  $ reckon schema comparison > comparison.schema.json
`;

/** `reckon schema`: the JSON Schema of what goes in and comes out. */
export function addSchema(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const command = program
    .command('schema')
    .summary('print the JSON Schema of what goes in and out')
    .description('Prints the JSON Schema of a cart, of a breakdown, of a refund, or of a comparison.')
    .addArgument(new Argument('<what>', 'what the schema is of').choices(WHAT))
    .option('--rules <file>', 'a rule file, for the attributes its carts carry');
  withTerminalOptions(command)
    .addHelpText('after', EXAMPLES)
    .action((what: What, options: SchemaOptions) => end(schema(what, options, io)));
}

function schema(what: What, options: SchemaOptions, io: Io): ExitCode {
  if (options.rules === undefined) {
    printJson(SCHEMAS[what](), io);
    return EXIT.well;
  }
  const { result, sources } = compileFile(options.rules, io);
  reportDiagnostics(result.diagnostics, sources, options, io);
  if (!result.ok) return EXIT.refused;
  printJson(SCHEMAS[what](result.ruleset), io);
  return EXIT.well;
}
