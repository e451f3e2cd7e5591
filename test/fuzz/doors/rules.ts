import {
  applySafeFixes,
  compile,
  type CompileResult,
  format,
  load,
  type Diagnostic,
  planOf,
  type Ruleset,
  runScenarios,
} from '../../../src/index.js';
import { frame } from '../../../src/diagnostics/frame.js';
import { SourceText } from '../../../src/diagnostics/source.js';
import type { Random } from '../../support/generate/random.js';
import { rulesText } from '../../support/generate/text.js';
import { Evaluators } from '../evaluators.js';
import { rulesOf } from '../pair.js';
import { cartsFor } from './carts.js';
import { type Door, expectFit, expectSame, expectThat } from './door.js';
import { EVERY_FORM, EXAMPLES, HOST } from './examples.js';
import { expectFaces, expectPriced } from './priced.js';
import { mutatedText, tokensOf } from './text.js';

const TEXTS: readonly string[] = [...EXAMPLES.map(({ rules }) => rules), ...EVERY_FORM];

const WORDS: readonly string[] = [...new Set(TEXTS.flatMap(tokensOf))];

function compiled(text: string): CompileResult {
  return compile(text, { host: HOST, lints: true });
}

/** The text of a rule file. */
export const rules: Door = {
  name: 'rules',
  extension: 'reckon',
  draw: (random) => mutatedText(drawText(random), WORDS, random),
  take(text) {
    const result = compiled(text);
    expectShown(result.diagnostics, text);
    expectFormatted(text, result);
    if (result.ok) expectRuleset(result.ruleset);
    expectMended(text, result);
  },
};

function drawText(random: Random): string {
  return random.chance(0.5) ? random.pick(TEXTS) : rulesText(rulesOf(random.int(1, 100_000)));
}

/** Diagnostics stand in the text, in few words, and hold nothing that a terminal would obey. */
export function expectShown(diagnostics: readonly Diagnostic[], text: string): void {
  const source = new SourceText('rules.reckon', text);
  const lines = text.split(/\r\n|\n|\r/).length;
  for (const found of diagnostics) {
    const { column, endLine, file, line, message } = found;
    if (file === 'rules.reckon')
      expectThat(
        line >= 1 && column >= 1 && line <= endLine && endLine <= lines,
        `${message} at ${line}:${column}`,
      );
    expectFit('a diagnostic', frame(found, file === source.file ? source : new SourceText(file, '')));
    expectThat(message.length < 2000, `a message has ${message.length} characters`);
  }
}

/** The canonical form means the same, and is its own. */
function expectFormatted(text: string, before: CompileResult): void {
  const formatted = format(text);
  if (!formatted.ok) return;
  const again = format(formatted.text);
  expectSame('formatted twice', again.ok ? again.text : 'mistakes', formatted.text);
  const after = compiled(formatted.text);
  expectSame('formatted, the rules mean', digestOf(after), digestOf(before));
}

function digestOf(result: CompileResult): string {
  return result.ok ? result.ruleset.digest : 'nothing: they have errors';
}

/** What compiles can be shipped, and prices as the reference says. */
export function expectRuleset(ruleset: Ruleset): void {
  const plan = planOf(ruleset);
  const loaded = load(JSON.stringify(plan));
  if (!loaded.ok)
    return expectThat(loaded.error.code === 'RP0005', `the plan is refused: ${loaded.error.message}`);
  const evaluators = new Evaluators(ruleset);
  for (const cart of cartsFor(plan.rules)) {
    expectFaces(loaded.pricer, cart);
    expectPriced(evaluators, cart);
  }
  runScenarios(ruleset);
}

/** A safe fix leaves rules that compile. */
function expectMended(text: string, before: CompileResult): void {
  if (!before.ok) return;
  const { applied, text: mended } = applySafeFixes(text, 'rules.reckon', before.diagnostics);
  if (applied.length > 0) expectThat(compiled(mended).ok, `mended, the rules do not compile:\n${mended}`);
}
