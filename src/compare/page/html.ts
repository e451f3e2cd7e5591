import { shown } from '../../shown.js';

/** Text that is HTML already; made by `html` alone. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export const NOTHING: Html = new Html('');

type Part = string | number | Html | readonly Html[];

/**
 * HTML with values set in. A value that is not HTML itself is text: what HTML would take for markup is escaped, what would hide or
 * reorder the rest is shown as `\u{202e}`; so nothing that a rule file or a cart says becomes part of the page's form.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const [first = '', ...rest] = strings;
  return new Html(first + rest.map((text, index) => textOf(parts[index] ?? '') + text).join(''));
}

function textOf(part: Part): string {
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(({ text }) => text).join('');
  return escaped(String(part));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return shown(text).replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
