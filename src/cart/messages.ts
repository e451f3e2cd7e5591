/** What a message is made of: where, in back-ticks; what stood there; what should have. */
interface Wrong {
  readonly place: string;
  readonly found: string;
  readonly expected: string;
}

/** Every code a malformed cart can bring, with its sentence; what to do stands behind it. `docs/cart.md` has a section for each. */
export const cartMessages = {
  RC0001: ({ place, found, expected }: Wrong): string => `${place} must be ${expected}, found ${found}`,
  RC0002: ({ place, expected }: Wrong): string => `${place} is missing, expected ${expected}`,
  RC0003: ({ place, expected }: Wrong): string => `${place} is unknown, expected ${expected}`,
  RC0004: ({ place, found, expected }: Wrong): string =>
    `${place} is ${found}, but the rules price in ${expected}`,
  RC0005: ({ place, found, expected }: Wrong): string => `${place} must be ${expected}, found ${found}`,
  RC0006: ({ place, found, expected }: Wrong): string => `${place} must be ${expected}, found ${found}`,
  RC0007: ({ place, found, expected }: Wrong): string =>
    `${place} has too many decimals: found ${found}, expected ${expected}`,
  RC0008: ({ place, found, expected }: Wrong): string =>
    `${place} is too large: found ${found}, expected ${expected}`,
  RC0009: ({ place, found, expected }: Wrong): string =>
    `${place} comes to too much: found ${found}, expected ${expected}`,
  RC0010: ({ place, found, expected }: Wrong): string => `${place} must be ${expected}, found ${found}`,
  RC0011: ({ place, found, expected }: Wrong): string => `${place} must be ${expected}, found ${found}`,
  RC0012: ({ place, expected }: Wrong): string => `${place} is empty, expected ${expected}`,
  RC0013: ({ place, found, expected }: Wrong): string =>
    `${place} repeats an id: found ${found}, expected ${expected}`,
  RC0014: ({ place, found, expected }: Wrong): string => `${place} must be ${expected}, found ${found}`,
  RC0015: ({ place, found, expected }: Wrong): string => `${place} must be ${expected}, found ${found}`,
} as const;

export type CartErrorCode = keyof typeof cartMessages;
