/** Exit codes, as `docs/command.md` gives them. */
export const EXIT = { well: 0, refused: 1, usage: 2, changed: 2, fault: 70, interrupted: 130 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends a command with one sentence for the user: wrong usage, or input that cannot be read. */
export class Stop extends Error {
  readonly code: ExitCode;

  constructor(sentence: string, code: ExitCode = EXIT.usage) {
    super(sentence);
    this.code = code;
  }
}
