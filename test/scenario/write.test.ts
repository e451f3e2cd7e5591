import { describe, expect, it } from 'vitest';
import {
  type CartInput,
  compile,
  format,
  type Ruleset,
  runScenarios,
  scenarioText,
} from '../../src/index.js';
import { forAll } from '../support/generate/for-all.js';
import { rulesText } from '../support/generate/index.js';
import { FILES } from '../support/generate/universe.js';

const host = { read: (path: string): string | undefined => FILES[path] };

function compiled(text: string): Ruleset {
  const result = compile(text, { host });
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join('\n'));
  return result.ruleset;
}

/** The scenario of a cart; what fails in it after it was pasted into the rules must be nothing. */
function expectHolding(
  rules: string,
  cart: CartInput,
  lines = true,
): { text: string; leftOut: readonly string[] } {
  const result = scenarioText(compiled(rules), cart, { title: 'pasted', lines });
  if (!result.ok) throw new Error(result.errors.map(({ message }) => message).join('\n'));
  const [pasted] = runScenarios(compiled(`${rules}\n${result.text}`), { filter: 'pasted' }).results;
  expect(pasted?.failures).toEqual([]);
  expect(format(result.text)).toEqual({ ok: true, text: result.text });
  return result;
}

const RULES = `currency EUR
timezone Europe/Berlin

line has tags optional list of text, weight optional number, clearance flag, cost optional money, \`order\` optional text
customer has tier optional one of none, gold, \`has\`, since optional time
order has channel optional one of app, web
shipping has method optional text

promotion ten
  spend 50.00 take 10.00 off also give 1 of "MUG" or "PEN"

coupon \`pay\` code "FIVE"
  take 5.00 off
  limit 1 per customer

guarantee "no loss" for each line pay at least cost
`;

describe('the scenario of a cart', () => {
  it('says all of it, in the layout of the language', () => {
    const cart: CartInput = {
      currency: 'EUR',
      at: '2026-06-03T12:30:00+02:00',
      customer: { tier: 'gold', since: '2024-02-29T00:00:00+01:00' },
      order: { channel: 'web' },
      codes: ['FIVE', 'SIX'],
      lines: [
        { id: 'a', sku: 'A "x"', quantity: 2, price: '12.50', tags: ['new', 'last'], weight: '0.75' },
        { id: '2', sku: 'B', quantity: 1, price: '30.00', clearance: true, cost: '40.00', order: 'y' },
      ],
      shipping: [{ id: 'shipping', amount: '4.90', method: 'parcel' }],
      usage: { pay: { total: 3, spent: '15.00', customer: 1 }, other: { total: 1 } },
    };
    const { text, leftOut } = expectHolding(RULES, cart);
    expect(text).toBe(`scenario "pasted"
  at 2026-06-03 12:30
  customer tier gold since 2024-02-29
  order channel web
  cart
    2 of "A \\"x\\"" at 12.50 id "a" tags "new", "last" weight 0.75
    1 of "B" at 30.00 clearance true cost 40.00 \`order\` "y"
  shipping 4.90 method "parcel"
  code "FIVE", "SIX"
  usage pay total 3 spent 15.00 per-customer 1
  expect ten takes 10.00
  expect pay refused spent
  expect gift 1 of "MUG"
  expect line "a" pays 20.45
  expect line "2" pays 24.55
  expect violation "no loss"
  expect pay 49.90
`);
    expect(leftOut).toEqual([]);
  });

  it('leaves out what goes without saying', () => {
    const cart: CartInput = {
      currency: 'EUR',
      at: '2026-06-03T00:00:00+02:00',
      customer: { tier: 'has', nickname: 'undeclared' },
      lines: [{ id: '1', sku: 'A', quantity: 1, price: '1.00', clearance: false }],
      shipping: '0.00',
    };
    expect(expectHolding(RULES, cart, false).text).toBe(`scenario "pasted"
  at 2026-06-03
  customer tier "has"
  cart
    1 of "A" at 1.00
  expect pay 1.00
`);
    const empty = { currency: 'EUR', at: '2026-06-03T00:00:00+02:00', lines: [] };
    expect(expectHolding(RULES, empty).text).toBe('scenario "pasted"\n  at 2026-06-03\n  expect pay 0.00\n');
  });

  it('is in major units for a cart in minor ones', () => {
    const cart: CartInput = {
      currency: 'EUR',
      amounts: 'minor',
      at: '2026-06-03T12:00:00Z',
      lines: [{ id: '1', sku: 'A', quantity: 3, price: 2000, cost: 5 }],
      shipping: 490,
      usage: { pay: { spent: 1500 } },
    };
    const { text } = expectHolding(RULES, cart);
    expect(text).toContain('3 of "A" at 20.00 cost 0.05');
    expect(text).toContain('shipping 4.90\n  usage pay spent 15.00\n');
    expect(text).toContain('expect ten takes 10.00');
    expect(text).toContain('expect pay 54.90');
  });

  it('has unit prices finer than a minor unit', () => {
    const cart: CartInput = {
      currency: 'EUR',
      at: '2026-06-03T12:00:00Z',
      lines: [{ id: '1', sku: 'A', quantity: 3, price: '0.00125' }],
    };
    expect(expectHolding('currency EUR\ndefault prices rounded half-up per line\n', cart).text).toContain(
      '3 of "A" at 0.00125\n',
    );
  });

  it('tells the hour that a clock shows twice in UTC, and seconds where there are some', () => {
    const at = (instant: string): string =>
      expectHolding(RULES, { currency: 'EUR', at: instant, lines: [] }).text.split('\n')[1] ?? '';
    expect(at('2026-10-25T02:30:00+02:00')).toBe('  at 2026-10-25 02:30');
    expect(at('2026-10-25T02:30:00+01:00')).toBe('  at 2026-10-25 01:30 in Etc/UTC');
    expect(at('2026-10-24T02:30:07+02:00')).toBe('  at 2026-10-24 02:30:07');
  });

  it('tells what it has no words for', () => {
    const cart: CartInput = {
      currency: 'EUR',
      at: '2026-06-03T12:00:00.5Z',
      customer: { since: '2026-10-25T02:30:00+01:00' },
      lines: [{ id: '1', sku: 'A', quantity: 1, price: '1.00', weight: '-1', tags: [] }],
      usage: { pay: { customerUnits: 2 } },
    };
    const { leftOut, text } = expectHolding(RULES, cart);
    expect(leftOut).toEqual([
      '`since` of the customer',
      'the fraction of a second in `at`',
      '`tags` of line `1`',
      '`weight` of line `1`',
      '`usage.pay.customerUnits`',
    ]);
    expect(text).toBe(`scenario "pasted"
  at 2026-06-03 14:00
  cart
    1 of "A" at 1.00
  expect line "1" pays 1.00
  expect pay 1.00
`);
  });

  it('has one charge of nothing where a cart has none, which shipping may be refused for', () => {
    const rules = 'currency EUR\ncoupon free code "FREE"\n  ship free\n';
    const cart: CartInput = {
      currency: 'EUR',
      at: '2026-06-03T12:00:00Z',
      codes: ['FREE'],
      lines: [],
      shipping: [],
    };
    expect(expectHolding(rules, cart).text).toContain('expect free refused nothing-left\n');
  });

  it('does not come from a cart with errors', () => {
    const result = scenarioText(compiled(RULES), { currency: 'EUR', at: 'now', lines: [] });
    expect(result).toMatchObject({ ok: false, errors: [{ path: 'at' }] });
  });
});

it('holds wherever it is pasted, for every cart that it says whole', () => {
  forAll((ruleset, { rules, cart }) => {
    const result = scenarioText(ruleset, cart, { title: 'pasted', lines: true });
    if (!result.ok) throw new Error('the generator made a cart that is refused');
    if (result.leftOut.length > 0) return;
    expectHolding(rulesText(rules), cart);
  });
});
