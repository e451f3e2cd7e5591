import {
  breakdownJson,
  breakdownText,
  type CartInput,
  plainBreakdown,
  type Pricer,
  verify,
} from '../../../src/index.js';
import type { Evaluators } from '../evaluators.js';
import { expectFit, expectSame, expectThat } from './door.js';

/** A pricer prices a cart or refuses it with errors that can be shown; every face says the same. Gives what it says. */
export function expectFaces(pricer: Pricer, cart: unknown): string | undefined {
  const result = pricer.price(cart as CartInput, { hints: true });
  if (!result.ok) {
    expectThat(result.errors.length > 0, 'a cart is refused without an error');
    for (const { message, path } of result.errors) {
      expectFit('an error of a cart', `${path} ${message}`);
      expectThat(message.length < 2000, `an error of a cart has ${message.length} characters`);
    }
    return undefined;
  }
  const { breakdown } = result;
  const said = JSON.stringify(breakdown);
  expectSame('the JSON of a breakdown is not that of the host', breakdownJson(breakdown), said);
  expectSame('a plain breakdown is another', JSON.stringify(plainBreakdown(breakdown)), said);
  expectSame('priced again', JSON.stringify(breakdownOf(pricer, cart)), said);
  const totals = pricer.price(cart as CartInput, { breakdown: 'totals' });
  expectSame(
    'totals alone',
    JSON.stringify(totals.ok && totals.breakdown.total),
    JSON.stringify(breakdown.total),
  );
  expectThat(!breakdown.total.pay.toString().startsWith('-'), 'pay is below zero');
  expectFit('a printed breakdown', breakdownText(breakdown));
  return said;
}

function breakdownOf(pricer: Pricer, cart: unknown): unknown {
  const again = pricer.price(cart as CartInput, { hints: true });
  return again.ok ? again.breakdown : again;
}

/** The engine and the reference evaluator say the same of a cart, and its breakdown holds the equations. */
export function expectPriced(evaluators: Evaluators, cart: unknown): void {
  const options = { hints: true };
  const difference = evaluators.difference(cart as CartInput, options);
  if (difference) expectSame('the evaluators differ', difference.engine, difference.reference);
  const said = evaluators.price(cart as CartInput, options);
  if (said === undefined) return;
  const [finding] = verify(JSON.parse(said));
  expectSame('a price breaks an equation', finding && JSON.stringify(finding), undefined);
}
