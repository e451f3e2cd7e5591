import { type CompileResult, compile, type Diagnostic } from '../../src/index.js';
import { type Block, languagePages } from './pages.js';

const blocks = languagePages().flatMap((page) => page.blocks);
const rules = blocks.filter(({ language, options }) => language === 'reckon' && !options.has('prelude'));

/** The rule texts of the manual that are right; some are files that others import. */
export const rightRules: readonly Block[] = rules.filter(({ options }) => !options.has('wrong'));

/** Those that show a mistake: `wrong=` names the codes it is reported by. */
export const wrongRules: readonly Block[] = rules.filter(({ options }) => options.has('wrong'));

const preludes = new Map(
  blocks.flatMap((block) => {
    const name = block.options.get('prelude');
    return name === undefined ? [] : [[name, block.text] as const];
  }),
);

/** A block, and after it the prelude it names, so that its own lines keep their numbers. */
function wholeText({ options, text }: Block): string {
  const prelude = options.get('with');
  return prelude === undefined ? text : `${text}\n${preludes.get(prelude)}`;
}

/** Compiles a block; the blocks of its page that have a name are the files it may name. */
export function compileBlock(block: Block): CompileResult {
  const files = new Map(
    blocks
      .filter(({ options, page }) => page === block.page && options.has('file'))
      .map(({ options, text }) => [options.get('file'), text]),
  );
  return compile(wholeText(block), { host: { read: (path) => files.get(path) } });
}

/** Diagnostics by their place on the page. */
export function listed({ line, page }: Block, diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map((found) => `${page}:${line + found.line} ${found.code} ${found.message}`);
}

/** The words of a rule text; those inside texts, comments and backticks are none. */
export function wordsIn({ text }: Block): readonly string[] {
  const plain = text.replaceAll(/"(?:[^"\\]|\\.)*"|#.*|`[^`]*`/g, '');
  return plain.match(/[\p{L}_][\p{L}\p{N}_-]*/gu) ?? [];
}

/** A cart in JSON under a rule text, and the parts of its breakdown that follow it. */
export interface PricedCart {
  readonly block: Block;
  readonly cart: unknown;
  readonly hints: boolean;
  readonly parts: readonly object[];
}

export function pricedCarts(): readonly PricedCart[] {
  return rightRules.flatMap((block) => {
    const [cart, ...following] = blocks.slice(blocks.indexOf(block) + 1);
    if (cart?.language !== 'json' || !cart.words.has('cart')) return [];
    const end = following.findIndex(({ language, words }) => language !== 'json' || !words.has('breakdown'));
    const parts = following.slice(0, end < 0 ? following.length : end);
    return [
      {
        block,
        cart: JSON.parse(cart.text) as unknown,
        hints: cart.words.has('hints'),
        parts: parts.map(({ text }) => JSON.parse(text) as object),
      },
    ];
  });
}
