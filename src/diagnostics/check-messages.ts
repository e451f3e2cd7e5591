import { fileMessages } from './file-messages.js';
import { nameMessages } from './name-messages.js';
import { promotionMessages } from './promotion-messages.js';
import { typeMessages } from './type-messages.js';

/** Scenarios. RK1100 to RK1119. */
const scenarioMessages = {
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
  typeof scenarioMessages = {
  ...nameMessages,
  ...typeMessages,
  ...fileMessages,
  ...promotionMessages,
  ...scenarioMessages,
};
