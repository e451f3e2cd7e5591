import { createContext, runInContext } from 'node:vm';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { cart, rules } from './support.js';

/** The validator is a part of what a checkout ships: this much of that, in bytes. */
const BUDGET = 8000;

const { metafile, outputFiles } = await build({
  entryPoints: ['src/cart/validate.ts'],
  bundle: true,
  minify: true,
  format: 'iife',
  globalName: 'reckon',
  metafile: true,
  write: false,
});
const code = outputFiles[0]?.text ?? '';

describe('the validator as a checkout ships it', () => {
  it('is of this repository alone', () => {
    const others = Object.keys(metafile.inputs).filter(
      (file) => !/^src\/(limits\.ts$|(cart|money)\/)/.test(file),
    );
    expect(others).toEqual([]);
  });

  it('stays within its part of the budget', () => {
    expect(brotliCompressSync(code).length).toBeLessThan(BUDGET);
  });

  it('works where there is nothing but the language, and where no code may be made of text', () => {
    const context = createContext({}, { codeGeneration: { strings: false, wasm: false } });
    const calls = [cart, { ...cart, lines: [{ ...cart.lines[0], price: 'free' }] }].map(
      (input) => `reckon.cartValidator(${JSON.stringify(rules)})(${JSON.stringify(input)}).ok`,
    );
    runInContext(code, context);
    expect(calls.map((call) => runInContext(call, context) as unknown)).toEqual([true, false]);
  });
});
