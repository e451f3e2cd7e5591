import { readdirSync, readFileSync } from 'node:fs';

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

/** The name under which a heading can be linked to: lower case, hyphens for spaces, no other signs. */
export function anchorsOf({ text }: Page): ReadonlySet<string> {
  const prose = text.replaceAll(/^```[^]*?^```$/gm, '');
  return new Set(
    Array.from(prose.matchAll(/^#+ (.*)$/gm), ([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replaceAll(/\s/g, '-'),
    ),
  );
}
