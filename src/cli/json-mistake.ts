import { shown } from '../shown.js';

type State = 'value' | 'first-item' | 'first-name' | 'name' | 'colon' | 'item-done' | 'member-done' | 'end';

/** The next state; `done`: the value is complete, `close`: so is what holds it. */
type Next = State | 'done' | 'close';

/** What the grammar of JSON (RFC 8259) lets follow, by token. */
const NEXT: Readonly<Record<State, Readonly<Record<string, Next>>>> = {
  value: { text: 'done', word: 'done', '{': 'first-name', '[': 'first-item' },
  'first-item': { text: 'done', word: 'done', '{': 'first-name', '[': 'first-item', ']': 'close' },
  'first-name': { text: 'colon', '}': 'close' },
  name: { text: 'colon' },
  colon: { ':': 'value' },
  'item-done': { ',': 'value', ']': 'close' },
  'member-done': { ',': 'name', '}': 'close' },
  end: {},
};

const EXPECTED: Readonly<Record<State, string>> = {
  value: 'a value',
  'first-item': 'a value or `]`',
  'first-name': 'a name in quotation marks or `}`',
  name: 'a name in quotation marks',
  colon: '`:`',
  'item-done': '`,` or `]`',
  'member-done': '`,` or `}`',
  end: 'nothing more',
};

const SPACE = /[ \t\r\n]*/y;
const PLAIN = /[ !#-[\]-\u{10ffff}]*/uy;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const WORD = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;

/** How much of what was found a sentence repeats. */
const FOUND = /[\w.+-]{1,20}|[^]/uy;

/**
 * Where a text that `JSON.parse` refuses goes wrong, and how: "line 3, column 5: expected a value, found `]`". Own code,
 * because the engine's message has no position for most mistakes and other words in every version; it keeps its own
 * stack, so that no depth of nesting overflows.
 */
export function jsonMistake(text: string): string {
  const { at, state } = firstMistake(text);
  const before = text.slice(0, at).split(/\r\n|\n|\r/);
  const place = `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
  return `${place}: expected ${EXPECTED[state]}, found ${found(text, at)}`;
}

function firstMistake(text: string): { readonly at: number; readonly state: State } {
  const open: string[] = [];
  let state: State = 'value';
  let at = 0;
  for (;;) {
    at += matched(SPACE, text, at).length;
    const { kind, length } = tokenAt(text, at);
    const next: Next | undefined = NEXT[state][kind];
    if (next === undefined || length === 0) return { at, state };
    at += length;
    if (kind === '{' || kind === '[') open.push(kind);
    if (next === 'close') open.pop();
    state = next === 'done' || next === 'close' ? afterValue(open) : next;
  }
}

function afterValue(open: readonly string[]): State {
  const within = open.at(-1);
  if (within === undefined) return 'end';
  return within === '{' ? 'member-done' : 'item-done';
}

function tokenAt(text: string, at: number): { readonly kind: string; readonly length: number } {
  const character = text.charAt(at);
  if (character === '"') return { kind: 'text', length: textLength(text, at) };
  const word = matched(WORD, text, at);
  return word === '' ? { kind: character, length: 1 } : { kind: 'word', length: word.length };
}

/** The length of a text with its quotation marks; 0 where it is not closed on its line or holds a wrong escape. */
function textLength(text: string, at: number): number {
  let end = at + 1;
  for (;;) {
    end += matched(PLAIN, text, end).length;
    if (text.charAt(end) === '"') return end + 1 - at;
    const escape = matched(ESCAPE, text, end);
    if (escape === '') return 0;
    end += escape.length;
  }
}

function found(text: string, at: number): string {
  if (at >= text.length) return 'the end';
  const { kind, length } = tokenAt(text, at);
  if (kind !== 'text') return `\`${shown(matched(FOUND, text, at))}\``;
  return length === 0 ? 'a text that is not closed, or holds a wrong escape' : 'a text';
}

function matched(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
