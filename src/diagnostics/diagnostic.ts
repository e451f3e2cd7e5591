import { messages } from './messages.js';
import type { SourceText } from './source.js';

/** `note`: nothing is wrong with the prices, but something is needless, or may have been forgotten. */
export type Severity = 'error' | 'warning' | 'note';

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

/** A stretch of the diagnostic's file, and what stands there once it is mended. Lines and columns count from 1. */
export interface Edit {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly replacement: string;
}

/** How a finding can be mended. */
export interface Fix {
  /** What it does, in the imperative. */
  readonly title: string;
  /** Whether no price can change by it, so that it may be applied unseen. */
  readonly safe: boolean;
  readonly edits: readonly Edit[];
}

/** A fix by UTF-16 offsets, end exclusive, as whoever finds the mistake knows them. */
export interface FixAt extends Omit<Fix, 'edits'> {
  readonly edits: readonly { readonly start: number; readonly end: number; readonly replacement: string }[];
}

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
  readonly fix?: Fix;
}

/** Builds one diagnostic over `start` to `end` (UTF-16 offsets, end exclusive) of a source. */
export function diagnostic<C extends Code>(
  code: C,
  source: SourceText,
  start: number,
  end: number,
  params: Params<C>,
  fix?: FixAt,
): Diagnostic {
  const { severity, message, help } = messages[code];
  return {
    code,
    severity,
    message: fill(message, params),
    help: fill(help, params),
    file: source.file,
    ...stretch(source, start, end),
    ...(fix !== undefined && { fix: placed(fix, source) }),
  };
}

function placed(fix: FixAt, source: SourceText): Fix {
  const edits = fix.edits.map(({ end, replacement, start }) => ({
    ...stretch(source, start, end),
    replacement,
  }));
  return { ...fix, edits };
}

function stretch(source: SourceText, start: number, end: number): Omit<Edit, 'replacement'> {
  const from = source.position(start);
  const to = source.position(end);
  return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

function fill(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{([a-zA-Z]+)\}/g, (_, word: string) => String(params[word]));
}
