import { fileURLToPath } from 'node:url';
import { type Context, createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { type CartInput, type Plan, planOf, price, type PriceOptions } from '../../src/index.js';
import { cartsOf, compileExample, exampleFolders, readCart } from '../examples/folder.js';

const ENTRY = fileURLToPath(new URL('../../src/runtime.ts', import.meta.url));

/** What hosts add to the language, each on its own; a checkout may have none of it. */
const OF_HOSTS = [
  'Buffer',
  'TextDecoder',
  'TextEncoder',
  'URL',
  'atob',
  'clearTimeout',
  'console',
  'crypto',
  'fetch',
  'global',
  'performance',
  'process',
  'queueMicrotask',
  'require',
  'self',
  'setInterval',
  'setTimeout',
  'structuredClone',
  'window',
];

let script = '';
let inputs: readonly string[] = [];

beforeAll(async () => {
  const { metafile, outputFiles } = await build({
    entryPoints: [ENTRY],
    bundle: true,
    minify: true,
    format: 'iife',
    globalName: 'reckon',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    metafile: true,
    write: false,
  });
  script = outputFiles[0]?.text ?? '';
  inputs = Object.keys(metafile.inputs);
});

/** A context of ECMAScript and `Intl` alone, in which the bundle has run. */
function bareContext(): Context {
  const context = createContext({}, { codeGeneration: { strings: false, wasm: false } });
  runInContext('delete globalThis.console; delete globalThis.WebAssembly;', context);
  runInContext(script, context);
  return context;
}

/** Prices a cart in a bare context; texts alone go in and come out. */
function priceIn(context: Context, plan: Plan, cart: CartInput, options: PriceOptions): string {
  Object.assign(context, { texts: [JSON.stringify(plan), JSON.stringify(cart), JSON.stringify(options)] });
  const work = `
    (() => {
      const [plan, cart, options] = texts;
      const loaded = reckon.load(plan);
      return JSON.stringify(loaded.ok ? loaded.pricer.price(JSON.parse(cart), JSON.parse(options)) : loaded);
    })()`;
  return runInContext(work, context) as string;
}

describe('in a context of ECMAScript and Intl alone', () => {
  test('there is nothing of a host', () => {
    const context = bareContext();
    const found = OF_HOSTS.filter((name) => runInContext(`typeof ${name}`, context) !== 'undefined');
    expect(found).toEqual([]);
    expect(runInContext('typeof Intl.DateTimeFormat', context)).toBe('function');
  });

  test.each(exampleFolders())('carts of %s cost to the byte what they cost in the library', (folder) => {
    const ruleset = compileExample(folder);
    const plan = planOf(ruleset);
    const context = bareContext();
    for (const name of cartsOf(folder)) {
      const cart = readCart(folder, name);
      for (const options of [
        {},
        { breakdown: 'totals' } as const,
        { hints: true, cartDigest: true, explain: [...ruleset.promotions] },
      ])
        expect(priceIn(context, plan, cart, options)).toBe(JSON.stringify(price(ruleset, cart, options)));
    }
  });

  test('some of these plans have windows that recur', () => {
    const recurring = exampleFolders().filter((folder) =>
      JSON.stringify(planOf(compileExample(folder))).includes('"recurring"'),
    );
    expect(recurring).toContain('coupons');
  });

  test('a plan that is none, and a cart that is none, are told', () => {
    const context = bareContext();
    const plan = planOf(compileExample('big-day'));
    const said = priceIn(context, { ...plan, checksum: '' }, readCart('big-day', 'cart.json'), {});
    expect(said).toContain('RP0003');
    expect(priceIn(context, plan, {} as CartInput, {})).toContain('RC0002');
  });
});

describe('the bundle', () => {
  test('holds no parser, checker, reference, schema or command, and of packages these alone', () => {
    const ours = inputs.filter((path) => !path.includes('node_modules'));
    expect(new Set(ours.map((path) => /src\/(.*?)(?:\/|$)/.exec(path)?.[1]))).toEqual(
      new Set([
        'runtime.ts',
        'pricer.ts',
        'quoted.ts',
        'limits.ts',
        'shown.ts',
        'breakdown',
        'plan',
        'engine',
        'cart',
        'money',
      ]),
    );
    expect(ours.filter((path) => path.endsWith('schema.ts'))).toEqual([]);
    const packages = inputs.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
    expect([...new Set(packages)].sort()).toEqual(['@noble/hashes']);
  });

  test('makes no code from text and asks for no module', () => {
    expect(script).not.toMatch(/\beval\(|new Function\b|\brequire\(|\bimport\(/);
  });
});

test('`load` of the whole library brings neither parser nor reference', async () => {
  const { metafile } = await build({
    stdin: {
      contents: "export { load } from './index.js';",
      resolveDir: fileURLToPath(new URL('../../src', import.meta.url)),
    },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  const [output] = Object.values(metafile.outputs);
  const used = Object.entries(output?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  const others = /^src\/(?:syntax|check|reference|scenario|verify)\/|^node_modules\/(?!@noble)/;
  expect(used.map(([path]) => path).filter((path) => others.test(path))).toEqual([]);
});
