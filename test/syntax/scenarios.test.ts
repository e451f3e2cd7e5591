import { expect, test } from 'vitest';
import { outline, read } from './support.js';

function parts(text: string): string {
  const [scenario, ...rest] = read(`scenario "s" ${text}`).statements;
  if (scenario?.kind !== 'scenario' || rest.length > 0) throw new Error('no scenario');
  return outline(scenario).replace(/^\(scenario title="s" parts=\[(.*)\]\)$/, '$1');
}

test.each([
  ['at 2026-11-11 00:30', '(at time=2026-11-11 00:30)'],
  ['at 2026-11-11 00:30 in Europe/Berlin', '(at time=2026-11-11 00:30 zone="Europe/Berlin")'],
  [
    'customer tier vip points 5 since 2026-01-01 member true rate 5% labels "a", "b"',
    '(customer attributes=[(name=tier value=vip) (name=points value=5) (name=since value=2026-01-01) (name=member value=true) (name=rate value=5%) (name=labels value=["a" "b"])])',
  ],
  ['customer', '(customer)'],
  ['order channel app note "x"', '(order attributes=[(name=channel value=app) (name=note value="x")])'],
  ['order `has` 5 `code` "x"', '(order attributes=[(name=`has` value=5) (name=`code` value="x")])'],
  [
    'cart 2 of "SHIRT" at 129.00 store "S1" clearance true 1 of "MUG" at 9.90 id "m"',
    '(cart lines=[(quantity=2 sku="SHIRT" price=129.00 attributes=[(name=store value="S1") (name=clearance value=true)]) (quantity=1 sku="MUG" price=9.90 id="m")])',
  ],
  [
    'cart 1 of "A" at 5 `id` "x"',
    '(cart lines=[(quantity=1 sku="A" price=5 attributes=[(name=`id` value="x")])])',
  ],
  ['shipping 10.00 method "x"', '(shipping amount=10.00 attributes=[(name=method value="x")])'],
  ['shipping 5 id "second"', '(shipping amount=5 id="second")'],
  ['code "A", "B" code "C"', '(code codes=["A" "B"]) (code codes=["C"])'],
  [
    'usage CAT88 total 9120 spent 401280.00 per-customer 0 per-customer-day 0',
    '(usage promotion=CAT88 entries=[(key=total value=9120) (key=spent value=401280.00) (key=per-customer value=0) (key=per-customer-day value=0)])',
  ],
  ['expect pay 226.10', '(expect expectation=(pay amount=226.10))'],
  ['expect discount 20.00', '(expect expectation=(discount amount=20.00))'],
  ['expect store-tiers takes 20.00', '(expect expectation=(takes promotion=store-tiers amount=20.00))'],
  ['expect pay takes 20.00', '(expect expectation=(takes promotion=pay amount=20.00))'],
  ['expect gift refused', '(expect expectation=(refused promotion=gift))'],
  ['expect a refused condition-false', '(expect expectation=(refused promotion=a reason=condition-false))'],
  [
    'expect a refused expect b refused',
    '(expect expectation=(refused promotion=a)) (expect expectation=(refused promotion=b))',
  ],
  ['expect line "m" pays 9.90', '(expect expectation=(line id="m" amount=9.90))'],
  ['expect gift 1 of "GIFT"', '(expect expectation=(gift count=1 sku="GIFT"))'],
  ['expect violation "no loss"', '(expect expectation=(violation title="no loss"))'],
])('%s', (text, tree) => {
  expect(parts(text)).toBe(tree);
});

test('a scenario ends before `customer has` and before any statement', () => {
  const kinds = (text: string): readonly string[] => read(text).statements.map(({ kind }) => kind);
  expect(kinds('scenario "a" customer tier vip customer has tier text')).toEqual(['scenario', 'has']);
  expect(kinds('scenario "a" expect b refused order has c text')).toEqual(['scenario', 'has']);
  expect(kinds('scenario "a" cart 1 of "A" at 5 shipping has method text')).toEqual(['scenario', 'has']);
  expect(kinds('scenario "a" scenario "b" promotion c')).toEqual(['scenario', 'scenario', 'promotion']);
});
