import { existsSync, readdirSync, readFileSync } from 'node:fs';

const DOCS: URL = new URL('../../docs/', import.meta.url);

/** A fenced block of a page: ```` ```language word key=value ````. */
export interface Block {
  readonly page: string;
  /** The line of its fence, so that line n of the text is line `line + n` of the page. */
  readonly line: number;
  readonly language: string;
  readonly words: ReadonlySet<string>;
  readonly options: ReadonlyMap<string, string>;
  readonly text: string;
}

export interface Page {
  /** Its path under `docs/`. */
  readonly path: string;
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** The manual of the language: its front page, then the pages of its folder. */
export function languagePages(): readonly Page[] {
  const names = readdirSync(new URL('language/', DOCS)).filter((name) => name.endsWith('.md'));
  return ['language.md', ...names.toSorted().map((name) => `language/${name}`)].map((path) => {
    const text = readFileSync(new URL(path, DOCS), 'utf8');
    return { path, text, blocks: blocksOf(path, text) };
  });
}

function blocksOf(page: string, text: string): readonly Block[] {
  return Array.from(text.matchAll(/^```(\S+)(.*)\n([^]*?)^```$/gm), (match) => {
    const [, language = '', info = '', content = ''] = match;
    const said = info.split(' ').filter((word) => word !== '');
    return {
      page,
      line: text.slice(0, match.index).split('\n').length,
      language,
      words: new Set(said.filter((word) => !word.includes('='))),
      options: new Map(
        said.filter((word) => word.includes('=')).map((word) => word.split('=', 2) as [string, string]),
      ),
      text: content,
    };
  });
}

/** The links of a page to files that are not there, or to headings that no page of the manual has. */
export function brokenLinks({ path, text }: Page, pages: readonly Page[]): readonly string[] {
  const here = new URL(path, DOCS);
  const anchors = new Map(pages.map((page) => [new URL(page.path, DOCS).href, anchorsOf(page)]));
  const links = Array.from(prose(text).matchAll(/\]\(([^)\s]+)\)/g), ([, link = '']) => link);
  return links.filter((link) => {
    const target = new URL(link, here);
    const anchor = decodeURIComponent(target.hash.slice(1));
    target.hash = '';
    if (!existsSync(target)) return true;
    return anchor !== '' && anchors.get(target.href)?.has(anchor) !== true;
  });
}

/** The names under which headings can be linked to: lower case, hyphens for spaces, no other signs. */
function anchorsOf({ text }: Page): ReadonlySet<string> {
  const headings = Array.from(prose(text).matchAll(/^#+ (.*)$/gm), ([, heading = '']) => heading);
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replaceAll(/\s/g, '-'),
    ),
  );
}

function prose(text: string): string {
  return text.replaceAll(/^```[^]*?^```$/gm, '');
}
