import { checkMessages } from './check-messages.js';
import { syntaxMessages } from './syntax-messages.js';

/** The one table of diagnostics: code to severity, message and help; `{word}` is filled in. */
export const messages: typeof syntaxMessages & typeof checkMessages = { ...syntaxMessages, ...checkMessages };
