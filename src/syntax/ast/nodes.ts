/** A stretch of one source file: UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** What every part of the tree has. */
export interface Node {
  readonly span: Span;
}

/** An identifier; `quoted` when it stood in backticks. The text is empty where recovery invented it. */
export interface Name extends Node {
  readonly text: string;
  readonly quoted: boolean;
}

/** A quoted text, its escapes resolved. */
export interface Text extends Node {
  readonly value: string;
}

/** A whole number as written. */
export interface Whole extends Node {
  readonly value: number;
}

/** A `#` comment without its line break. */
export interface Comment extends Node {
  readonly text: string;
}
