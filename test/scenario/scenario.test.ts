import { describe, expect, it } from 'vitest';
import { compile, runScenarios, type ScenarioResult } from '../../src/index.js';
import { Ruleset } from '../../src/ruleset.js';
import { cartOf } from '../../src/scenario/cart.js';

const RULES = `
currency EUR
timezone Europe/Berlin

line has tags optional list of text, weight optional number, clearance flag, cost optional money
customer has tier optional one of none, gold, since optional time
shipping has method optional text

promotion ten
  spend 50.00 take 10.00 off also give 1 of "MUG" or "PEN"

coupon FIVE
  take 5.00 off

guarantee "no loss" for each line pay at least cost
`;

/** A cart of 60.00, which the rules make 50.00. */
const CART = 'cart 2 of "A" at 30.00';

function compiled(scenario: string): Ruleset {
  const result = compile(`${RULES}\nscenario "tested" ${scenario}`);
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join('\n'));
  return result.ruleset;
}

function run(scenario: string): ScenarioResult {
  const [result] = runScenarios(compiled(scenario)).results;
  if (result === undefined) throw new Error('the text holds a scenario');
  return result;
}

function failures(scenario: string): readonly string[] {
  return run(scenario).failures.map(({ message }) => message);
}

describe('an expectation', () => {
  it.each([
    'expect pay 50.00',
    'expect pay 50',
    'expect discount 10.00',
    'expect ten takes 10.00',
    'expect FIVE refused',
    'expect FIVE refused code-missing',
    'expect line "1" pays 50.00',
    'expect gift 1 of "MUG"',
    'expect gift 1 of "PEN"',
  ])('holds: %s', (expectation) => {
    expect(failures(`${CART} ${expectation}`)).toEqual([]);
  });

  it.each([
    ['expect pay 60.00', 'expected the order to pay 60.00, but it is 50.00'],
    ['expect discount 0.00', 'expected the order to be discounted by 0.00, but it is 10.00'],
    ['expect ten takes 9.99', 'expected `ten` to take 9.99, but it is 10.00'],
    ['code "FIVE" expect FIVE refused spent', 'expected `FIVE` to be refused as spent, but it applied'],
    ['expect FIVE takes 5.00', 'expected `FIVE` (refused: code-missing) to take 5.00, but it is 0.00'],
    [
      'expect FIVE refused spent',
      'expected `FIVE` to be refused as spent, but it was refused as code-missing',
    ],
    ['expect line "1" pays 60.00', 'expected line `1` to pay 60.00, but it is 50.00'],
    ['expect gift 2 of "MUG"', 'expected 2 of `MUG` as a gift, but it is 1'],
    ['expect violation "no loss"', 'expected the guarantee `no loss` to be broken, but it holds'],
  ])('fails: %s', (expectation, message) => {
    expect(failures(`${CART} ${expectation}`)).toEqual([message]);
  });

  it('says why a promotion took nothing', () => {
    expect(failures('cart 1 of "A" at 30.00 expect ten takes 10.00')).toEqual([
      'expected `ten` (refused: short) to take 10.00, but it is 0.00',
    ]);
  });

  it('stands where it is written', () => {
    const { failures: found, ...result } = run(`\n  ${CART}\n  expect pay 1.00`);
    expect(found).toEqual([
      {
        message: 'expected the order to pay 1.00, but it is 50.00',
        expected: '1.00',
        found: '50.00',
        file: 'rules.reckon',
        line: 19,
        column: 10,
        endLine: 19,
        endColumn: 18,
      },
    ]);
    expect(result).toMatchObject({ title: 'tested', holds: false, line: 17, column: 10 });
  });
});

describe('a broken guarantee', () => {
  const LOSS = 'cart 2 of "A" at 30.00 cost 40.00';

  it('is expected', () => {
    expect(failures(`${LOSS} expect violation "no loss"`)).toEqual([]);
  });

  it('fails a scenario that does not expect it', () => {
    expect(failures(`${LOSS} expect pay 50.00`)).toEqual(['the guarantee `no loss` is broken on line `1`']);
  });
});

describe('the cart of a scenario', () => {
  function cart(scenario: string): ReturnType<typeof cartOf> {
    const ruleset = compiled(scenario);
    const [statement] = Ruleset.origin(ruleset).scenarios;
    if (statement === undefined) throw new Error('the text holds a scenario');
    return cartOf(statement, Ruleset.checked(ruleset));
  }

  it('is what a checkout would send', () => {
    const scenario = `
      at 2026-06-03 12:30 in Asia/Tokyo
      customer tier gold since 2024-02-29
      cart
        2 of "A" at 12.50 id "a" tags "new" weight 0.75 clearance true
        1 of "B" at 7.00 tags "new", "last"
      shipping 4.90 method "parcel"
      code "FIVE", "SIX"
      usage FIVE total 3 spent 15.00 per-customer 1 per-customer-day 0
      expect pay 0.00`;
    expect(cart(scenario)).toEqual({
      currency: 'EUR',
      at: '2026-06-03T12:30:00+09:00',
      customer: { tier: 'gold', since: '2024-02-29T00:00:00+01:00' },
      order: {},
      codes: ['FIVE', 'SIX'],
      lines: [
        { id: 'a', sku: 'A', quantity: 2, price: '12.50', tags: ['new'], weight: '0.75', clearance: true },
        { id: '2', sku: 'B', quantity: 1, price: '7.00', tags: ['new', 'last'] },
      ],
      shipping: [{ id: 'shipping', amount: '4.90', method: 'parcel' }],
      usage: { FIVE: { total: 3, spent: '15.00', customer: 1, customerDay: 0 } },
    });
  });

  it('takes place on some day, and calls several charges by their number', () => {
    const { at, shipping } = cart('shipping 1.00 shipping 2.00 id "van" shipping 3.00 expect pay 6.00');
    expect(at).toBe('2026-01-01T00:00:00+01:00');
    expect(shipping).toEqual([
      { id: '1', amount: '1.00' },
      { id: 'van', amount: '2.00' },
      { id: '3', amount: '3.00' },
    ]);
  });

  it('fails the scenario where it cannot be priced', () => {
    const twice = 'shipping 1.00 id "2" shipping 2.00 expect pay 3.00';
    expect(failures(twice)).toEqual([expect.stringContaining('shipping[1].id')]);
  });
});

describe('the scenarios of a file', () => {
  const files = new Map([
    ['base.reckon', `${RULES}\nscenario "of the base" ${CART} expect pay 50.00`],
    ['broken.reckon', `${RULES}\nscenario "of the base" ${CART} expect pay 51.00`],
  ]);
  const host = { read: (path: string): string | undefined => files.get(path) };

  function titles(text: string, filter?: string): readonly string[] {
    const result = compile(text, { host });
    if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join('\n'));
    return runScenarios(result.ruleset, filter === undefined ? {} : { filter }).results.map(
      ({ title, holds }) => `${title} ${holds}`,
    );
  }

  const OWN = `scenario "Own" ${CART} expect pay 50.00 scenario "other" ${CART} expect pay 5.00`;

  it('are its own, not those of its imports', () => {
    expect(titles(`import "broken.reckon" ${OWN}`)).toEqual(['Own true', 'other false']);
    expect(titles('import "base.reckon"')).toEqual([]);
  });

  it('are chosen by a part of their title, in upper or lower case', () => {
    expect(titles(`import "base.reckon" ${OWN}`, 'OWN')).toEqual(['Own true']);
    expect(titles(`import "base.reckon" ${OWN}`, 'none')).toEqual([]);
  });

  it('fail where they expect nothing', () => {
    expect(failures(CART)).toEqual([expect.stringContaining('the scenario expects nothing')]);
  });
});
