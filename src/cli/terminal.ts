import { type Command, Option } from 'commander';
import picocolors from 'picocolors';
import type { TextOptions } from '../breakdown/text.js';
import type { Io, Sink } from './io.js';

/** The options every command has that prints for people. */
export interface TerminalOptions {
  readonly color: 'auto' | 'always' | 'never';
  readonly ascii?: true;
}

export function withTerminalOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--color <when>', 'colour: `auto` is on a terminal alone')
        .choices(['auto', 'always', 'never'])
        .default('auto', '"auto"'),
    )
    .option('--ascii', 'draw with ASCII characters alone');
}

/** How to draw on a sink. Without a terminal the text is 80 columns wide and plain, so that it is the same everywhere. */
export function drawingOn(sink: Sink, options: TerminalOptions, io: Io): Required<TextOptions> {
  return {
    width: sink.columns ?? 80,
    ascii: options.ascii === true,
    paint: picocolors.createColors(hasColour(sink, options, io)),
  };
}

/** The option wins over the environment, `NO_COLOR` over `FORCE_COLOR`, and each counts when it is not empty. */
function hasColour(sink: Sink, { color }: TerminalOptions, { env }: Io): boolean {
  if (color !== 'auto') return color === 'always';
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  const forced = env['FORCE_COLOR'] ?? '';
  if (forced !== '') return forced !== '0' && forced !== 'false';
  return sink.isTerminal && env['TERM'] !== 'dumb';
}
