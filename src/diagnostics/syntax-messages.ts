/** Mistakes of form, found by the parser: RK0001 to RK0999. */
export const syntaxMessages = {
  RK0001: {
    severity: 'error',
    message: 'expected {expected}, found {found}',
    help: 'write {expected} here',
  },
} as const;
