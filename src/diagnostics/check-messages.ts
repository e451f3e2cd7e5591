import { fileMessages } from './file-messages.js';
import { nameMessages } from './name-messages.js';
import { promotionMessages } from './promotion-messages.js';
import { typeMessages } from './type-messages.js';

/** Scenarios, and what is understood but not priced. */
const otherMessages = {
  RK1100: {
    severity: 'error',
    message: 'the {carrier} here lacks {names}',
    help: 'give it a value, or declare it `optional`',
  },
} as const;

/** Mistakes of meaning, found by the checker: RK1001 to RK1999. */
export const checkMessages: typeof nameMessages &
  typeof typeMessages &
  typeof fileMessages &
  typeof promotionMessages &
  typeof otherMessages = {
  ...nameMessages,
  ...typeMessages,
  ...fileMessages,
  ...promotionMessages,
  ...otherMessages,
};
