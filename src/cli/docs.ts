import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The pages that ship with the command. */
export interface Docs {
  /** The text of a page, by its path below `docs`; nothing where there is no such page. */
  page(path: string): string | undefined;
  /** The names of the pages in a folder below `docs`; `''` for `docs` itself. */
  pages(folder: string): readonly string[];
}

/** The pages of the package that this file is part of, wherever it was bundled to. */
export function packageDocs(): Docs {
  const folder = join(packageFolder(import.meta.dirname), 'docs');
  return {
    page: (path) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : undefined),
    pages: (below) =>
      existsSync(join(folder, below))
        ? readdirSync(join(folder, below)).filter((name) => name.endsWith('.md'))
        : [],
  };
}

function packageFolder(folder: string): string {
  const above = dirname(folder);
  return existsSync(join(folder, 'package.json')) || above === folder ? folder : packageFolder(above);
}
