import { closest, distance } from 'fastest-levenshtein';
import { shown } from '../shown.js';
import type { Docs } from './docs.js';
import { Stop } from './stop.js';

const PAGES = 'errors';

/** The page of an error code, or the part of a page that is about it; stops with the nearest code where there is none. */
export function errorPage(asked: string, docs: Docs): string {
  const code = asked.trim().toUpperCase();
  const page = isCode(code) ? (docs.page(`${PAGES}/${code}.md`) ?? sections(docs).get(code)) : undefined;
  if (page !== undefined) return page;
  const codes = [...codesOf(docs)];
  const near = closest(code, codes);
  const help =
    distance(near, code) <= 1 ? `did you mean \`${near}\`?` : 'docs/errors lists those of rule files';
  throw new Stop(`\`${shown(asked)}\` is no error code of Reckon: ${help}`);
}

/** `RK1083`: two letters and four digits. */
export function isCode(text: string): boolean {
  return /^R[A-Z]\d{4}$/i.test(text.trim());
}

function codesOf(docs: Docs): readonly string[] {
  const pages = docs.pages(PAGES).map((name) => name.replace(/\.md$/, ''));
  return [...pages, ...sections(docs).keys()].filter(isCode);
}

/** Codes of carts and plans stand under headings of their own: `### RC0001`. */
function sections(docs: Docs): ReadonlyMap<string, string> {
  const texts = docs.pages('').map((name) => docs.page(name) ?? '');
  return new Map(texts.flatMap((text) => [...sectionsOf(text)]));
}

function* sectionsOf(page: string): Generator<readonly [code: string, text: string]> {
  for (const part of page.split(/^(?=#{1,3} )/m)) {
    const [, code] = /^### (R[A-Z]\d{4})$/m.exec(part) ?? [];
    if (code !== undefined) yield [code, part];
  }
}
