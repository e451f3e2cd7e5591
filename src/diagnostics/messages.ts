import { checkMessages } from './check-messages.js';
import { lintMessages } from './lint-messages.js';
import { syntaxMessages } from './syntax-messages.js';

/** The one table of diagnostics: code to severity, message and help; `{word}` is filled in. */
export const messages: typeof syntaxMessages & typeof checkMessages & typeof lintMessages = {
  ...syntaxMessages,
  ...checkMessages,
  ...lintMessages,
};
