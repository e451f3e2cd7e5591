import { describe, expect, it } from 'vitest';
import { type CartInput, compile, type Diagnostic, price, verify } from '../../src/index.js';
import { type Statement, parse } from '../../src/syntax/index.js';
import { KEYWORDS } from '../../src/syntax/words.js';
import { runScenario } from '../support/scenarios.js';
import { anchorsOf, type Block, languagePages } from './pages.js';

const pages = languagePages();
const blocks = pages.flatMap((page) => page.blocks);
const preludes = new Map(
  blocks.flatMap((block) => {
    const name = block.options.get('prelude');
    return name === undefined ? [] : [[name, block.text] as const];
  }),
);
const rules = blocks.filter(({ language, options }) => language === 'reckon' && !options.has('prelude'));
const rightRules = rules.filter(({ options }) => !options.has('wrong'));
const wrongRules = rules.filter(({ options }) => options.has('wrong'));

function placeOf({ line, page }: Block): string {
  return `${page}:${line}`;
}

/** What stands under a block: the prelude it names, after it so that its own lines keep their numbers. */
function wholeText({ options, text }: Block): string {
  const prelude = options.get('with');
  return prelude === undefined ? text : `${text}\n${preludes.get(prelude)}`;
}

/** The files of a page are its blocks that have a name. */
function compileBlock(block: Block): ReturnType<typeof compile> {
  const files = new Map(
    blocks
      .filter(({ options, page }) => page === block.page && options.has('file'))
      .map(({ options, text }) => [options.get('file'), text]),
  );
  return compile(wholeText(block), { host: { read: (path) => files.get(path) } });
}

function listed(block: Block, diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(
    ({ code, line, message }) => `${block.page}:${block.line + line} ${code} ${message}`,
  );
}

type Scenario = Extract<Statement, { kind: 'scenario' }>;

function scenariosOf({ text }: Block): readonly Scenario[] {
  return parse(text).file.statements.filter((statement) => statement.kind === 'scenario');
}

function lineOf({ text }: Block, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** The words of a rule text, those in texts, comments and backticks left out. */
function wordsIn(text: string): readonly string[] {
  const plain = text.replaceAll(/"(?:[^"\\]|\\.)*"|#.*|`[^`]*`/g, '');
  return plain.match(/[\p{L}_][\p{L}\p{N}_-]*/gu) ?? [];
}

describe.each(rightRules.map((block) => [placeOf(block), block] as const))('the rules of %s', (_, block) => {
  const compiled = compileBlock(block);

  it('compile without a word', () => {
    expect(listed(block, compiled.diagnostics)).toEqual([]);
  });

  it.each(scenariosOf(block).map((scenario) => [scenario.title.value, scenario] as const))(
    'cost what they should: %s',
    (_title, scenario) => {
      if (!compiled.ok) throw new Error(listed(block, compiled.diagnostics).join('\n'));
      const { breakdown, failures } = runScenario(scenario, compiled.ruleset);
      const found = failures.map(
        ({ message, span }) => `${block.page}:${block.line + lineOf(block, span.start)} ${message}`,
      );
      expect(found).toEqual([]);
      expect(breakdown && verify(breakdown)).toEqual([]);
      expect(scenario.parts.some((part) => part.kind === 'expect')).toBe(true);
    },
  );
});

it.each(wrongRules.map((block) => [placeOf(block), block] as const))(
  'the mistake of %s is found',
  (_, block) => {
    const { diagnostics } = compileBlock(block);
    expect(diagnostics.map(({ code }) => code).join(',')).toBe(block.options.get('wrong'));
  },
);

describe('a cart and its breakdown', () => {
  const json = (block: Block | undefined, word: string): unknown =>
    block?.language === 'json' && block.words.has(word) ? JSON.parse(block.text) : undefined;

  const priced = rightRules.flatMap((block) => {
    const [cart, ...breakdowns] = blocks.slice(blocks.indexOf(block) + 1);
    const input = json(cart, 'cart');
    const end = breakdowns.findIndex((each) => json(each, 'breakdown') === undefined);
    const parts = (end < 0 ? breakdowns : breakdowns.slice(0, end)).map((each) => json(each, 'breakdown'));
    const hints = cart?.words.has('hints') ?? false;
    return input === undefined ? [] : [[placeOf(block), block, input, hints, parts] as const];
  });

  it.each(priced)('are as %s says', (_, block, cart, hints, parts) => {
    const compiled = compileBlock(block);
    if (!compiled.ok) throw new Error(listed(block, compiled.diagnostics).join('\n'));
    const result = price(compiled.ruleset, cart as CartInput, { hints });
    if (!result.ok) throw new Error(JSON.stringify(result.errors, null, 2));
    expect(parts.length).toBeGreaterThan(0);
    for (const part of parts) expect(result.breakdown).toMatchObject(part as object);
  });
});

describe('the manual is whole', () => {
  const written = new Set(rightRules.flatMap(({ text }) => wordsIn(text)));
  const front = pages.find(({ path }) => path === 'language.md')?.text ?? '';
  const index = front.slice(front.indexOf('## Every word'));

  it.each(KEYWORDS)('`%s` stands in rules that run, and in the index', (word) => {
    expect(written).toContain(word);
    expect(index).toContain(`\`${word}\``);
  });

  it.each(pages.map((page) => [page.path, page] as const))('the links of %s lead somewhere', (path, page) => {
    const targets = new Map(pages.map((each) => [`file:///${each.path}`, anchorsOf(each)]));
    const links = Array.from(page.text.matchAll(/\]\(([^)#\s]*\.md)?(?:#([^)\s]+))?\)/g));
    for (const [link, target = '', anchor] of links) {
      const { href } = target === '' ? new URL(`file:///${path}`) : new URL(target, `file:///${path}`);
      const anchors = targets.get(href);
      if (target.includes('language') || target === '') expect(anchors, link).toBeDefined();
      if (anchor !== undefined && anchors) expect([...anchors], link).toContain(anchor);
    }
  });
});
