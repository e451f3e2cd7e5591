import { asMembers, isList, UNREADABLE } from './data.js';

/** The most characters of the user's own that a message repeats. */
const LONGEST = 40;

/** Characters that would not be seen, or would reorder what is: controls, and marks of direction and joining. */
const UNSEEN = /[\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/g;

/** How a value of the cart reads in an error: text, numbers and words as JSON has them, anything else by a phrase. */
export function show(value: unknown): string {
  if (typeof value === 'string') return showText(value);
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (typeof value === 'boolean' || value === null) return String(value);
  return phraseOf(value);
}

/** `show` within a sentence: what the user wrote stands in back-ticks, a phrase does not. */
export function quote(value: unknown): string {
  const literal = ['string', 'number', 'boolean'].includes(typeof value) || value === null;
  return literal ? `\`${show(value)}\`` : show(value);
}

/** A name that came with the cart, escaped and cut like a value but without quotation marks. */
export function showName(name: string): string {
  return showText(name).slice(1, -1);
}

function showText(text: string): string {
  const cut = text.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, '');
  return JSON.stringify(text.length > LONGEST ? `${cut}…` : text).replace(UNSEEN, escape);
}

function escape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function phraseOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === UNREADABLE) return 'a value that cannot be read';
  if (isList(value)) return 'a list';
  if (typeof value === 'object')
    return asMembers(value) === undefined ? 'an object that is not plain data' : 'an object';
  return typeof value === 'bigint' ? 'a big integer' : `a ${typeof value}`;
}
