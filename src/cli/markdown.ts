import type { Paint } from '../breakdown/text.js';
import { painted, wrap } from '../breakdown/text-width.js';

/** How a page is drawn. */
export interface Drawing {
  readonly width: number;
  readonly paint: Paint;
}

const CODE_INDENT = '    ';

/** A block of a page: a heading, an example with the words after its fence, an item of a list, or a paragraph. */
type Block =
  | { readonly kind: 'heading' | 'item' | 'paragraph'; readonly text: string }
  | { readonly kind: 'example'; readonly info: string; readonly text: string };

/** Draws the few forms that pages of errors have; own code, because a terminal needs no more of Markdown than these. */
export function drawPage(page: string, drawing: Drawing): string {
  const blocks = blocksOf(page).map((block) => drawBlock(block, drawing).join('\n'));
  return `${blocks.join('\n\n')}\n`;
}

function blocksOf(page: string): readonly Block[] {
  return page
    .split(/^(```[^]*?^```)$/m)
    .flatMap((part) => (part.startsWith('```') ? [example(part)] : prose(part)));
}

function example(fenced: string): Block {
  const [first = '', ...lines] = fenced.split('\n');
  return { kind: 'example', info: first.slice(3), text: lines.slice(0, -1).join('\n') };
}

function prose(text: string): readonly Block[] {
  return text
    .split(/\n{2,}|\n(?=- )/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map((block): Block => {
      if (block.startsWith('#')) return { kind: 'heading', text: block.replace(/^#+ /, '') };
      return { kind: block.startsWith('- ') ? 'item' : 'paragraph', text: block };
    });
}

function drawBlock(block: Block, drawing: Drawing): readonly string[] {
  const { paint } = drawing;
  switch (block.kind) {
    case 'heading':
      return filled(block.text, drawing).map((line) => paint.bold(line));
    case 'item':
      return filled(block.text.slice(2), drawing, 2).map(
        (line, index) => `${index === 0 ? '- ' : '  '}${line}`,
      );
    case 'paragraph':
      return filled(block.text, drawing);
    case 'example':
      return [
        ...titleOf(block.info, paint),
        ...block.text.split('\n').map((line) => (CODE_INDENT + line).trimEnd()),
      ];
  }
}

/** `reckon wrong`, `reckon right`, `csv tiers.csv`: what an example is. */
function titleOf(info: string, paint: Paint): readonly string[] {
  const [, what] = info.split(' ');
  if (what === undefined) return [];
  return [what === 'wrong' ? paint.red('wrong:') : what === 'right' ? paint.green('right:') : `${what}:`];
}

/** Filled anew; of a link only its words are left. */
function filled(text: string, { width }: Drawing, indent = 0): readonly string[] {
  const plain = text.replaceAll(/\[([^\]]+)\]\([^)]*\)/g, '$1').replaceAll(/\s+/g, ' ');
  return wrap([{ text: plain }], Math.max(20, width - indent)).map(painted);
}
