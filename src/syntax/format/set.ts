import type { IToken } from 'chevrotain';
import type { File } from '../ast.js';
import { Breaks } from './breaks.js';
import { page } from './page.js';
import { cut } from './pieces.js';
import { markFile } from './statements.js';

/** Sets a file anew: the same tokens and comments in the same order, on other lines and with other spaces. */
export function setAnew(source: string, tokens: readonly IToken[], file: File): string {
  const breaks = new Breaks(tokens);
  markFile(file, breaks);
  return page(cut(source, tokens, file.comments, breaks));
}
