/** Mistakes of meaning, found by the checker: RK1001 to RK1999. */
export const checkMessages = {
  RK1001: {
    severity: 'error',
    message: 'unknown {kind} `{name}`',
    help: '{help}',
  },
} as const;
