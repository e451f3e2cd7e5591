import { messages } from './messages.js';
import type { SourceText } from './source.js';

export type Severity = 'error' | 'warning';

/** Every code the project reports; an unknown code does not compile. */
export type Code = keyof typeof messages;

/** The words between braces in a message or help text. */
type Words<Text extends string> = Text extends `${string}{${infer Word}}${infer Rest}`
  ? Word | Words<Rest>
  : never;

/** What a message of this code must be given: one value for each word in braces. */
export type Params<C extends Code> = Readonly<
  Record<Words<(typeof messages)[C]['message']> | Words<(typeof messages)[C]['help']>, string | number>
>;

/** A mistake in a rule file, as `compile` returns it and as JSON prints it. Lines and columns count from 1. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Builds one diagnostic over `start` to `end` (UTF-16 offsets, end exclusive) of a source. */
export function diagnostic<C extends Code>(
  code: C,
  source: SourceText,
  start: number,
  end: number,
  params: Params<C>,
): Diagnostic {
  const { severity, message, help } = messages[code];
  const from = source.position(start);
  const to = source.position(end);
  return {
    code,
    severity,
    message: fill(message, params),
    help: fill(help, params),
    file: source.file,
    line: from.line,
    column: from.column,
    endLine: to.line,
    endColumn: to.column,
  };
}

function fill(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{([a-zA-Z]+)\}/g, (_, word: string) => String(params[word]));
}
