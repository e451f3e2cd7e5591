import { expect, test } from 'vitest';
import { breakdownText, compile, verify } from '../../src/index.js';
import { price } from '../support/price.js';

const RULES = `currency CNY
promotion ten "Ten off"
  take 10.00 off
  title zh "立减十元"
  message "10.00 off, thank you"
  message zh "已减十元"
  note "agreed with finance"
`;

test('messages and titles in other languages reach the customer, notes stay in the rule file', () => {
  const compiled = compile(RULES);
  if (!compiled.ok) throw new Error(compiled.diagnostics[0]?.message);
  const cart = {
    currency: 'CNY',
    at: '2026-11-11T00:00:00Z',
    lines: [{ id: '1', sku: 'A', quantity: 1, price: '50.00' }],
  };
  const priced = price(compiled.ruleset, cart);
  if (!priced.ok) throw new Error(priced.errors[0]?.message);
  expect(priced.breakdown.promotions[0]?.texts).toEqual([
    { kind: 'title', language: 'zh', text: '立减十元' },
    { kind: 'message', text: '10.00 off, thank you' },
    { kind: 'message', language: 'zh', text: '已减十元' },
  ]);
  expect(verify(priced.breakdown)).toEqual([]);
  const text = breakdownText(priced.breakdown);
  expect(text).toContain('to the customer: 10.00 off, thank you');
  expect(text).toContain('to the customer, zh: 已减十元');
  expect(text).not.toContain('finance');
});
