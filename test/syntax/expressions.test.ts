import { expect, test } from 'vitest';
import { readExpression, showExpression } from './support.js';

test.each([
  ['a or b and not c is d', '(or a (and b (not (is c d))))'],
  ['not a in b', '(not (in a b))'],
  ['not not a', '(not (not a))'],
  ['a is not b', '(is-not a b)'],
  ['a not in b, c', '(not-in a b c)'],
  [
    'a in "x", 5, 15%, 2026-11-11 20:00, true, order.x, (b + 1)',
    '(in a "x" 5 15% 2026-11-11 20:00 true order.x (+ b 1))',
  ],
  ['a has "x" and b starts with "y"', '(and (has a "x") (starts-with b "y"))'],
  ['a < b or a <= b or a > b or a >= b', '(or (or (or (< a b) (<= a b)) (> a b)) (>= a b))'],
  [
    'a less than b or a at most b or a more than b or a at least b',
    '(or (or (or (< a b) (<= a b)) (> a b)) (>= a b))',
  ],
  ['a + b - c * d / e', '(- (+ a b) (/ (* c d) e))'],
  ['a - (b - c)', '(- a (- b c))'],
  ['(a or b) and c', '(and (or a b) c)'],
  ['a * (b + c)', '(* a (+ b c))'],
  ['min(a, b + 1, max(c, d))', '(min a (+ b 1) (max c d))'],
  ['15% of left after item', '(of 15% (left after item))'],
  ['15% of (left - order.deposit) + 5', '(+ (of 15% (- left order.deposit)) 5)'],
  ['50% of 10% of list', '(of 50% (of 10% list))'],
  ['rate of list', '(of rate list)'],
  ['row.rate of total of cost', '(of row.rate (total cost))'],
  [
    'list + left + quantity + count + pay + discount',
    '(+ (+ (+ (+ (+ list left) quantity) count) pay) discount)',
  ],
  ['count of sku', 'skus'],
  ['count of sku of lines where brand is "x"', '(skus where (is brand "x"))'],
  ['count of lines where (clearance) >= 3', '(>= (count where clearance) 3)'],
  ['count of lines where brand is "x" >= 3', '(>= (count where (is brand "x")) 3)'],
  ['count of lines where price >= 100.00 and a', '(and (count where (>= price 100.00)) a)'],
  ['left after item of lines where quantity > 2', '(left after item where (> quantity 2))'],
  ['quantity of lines where category in core-skus', '(quantity where (in category core-skus))'],
  ['quantity of lines where brand not in "x"', '(quantity where (not-in brand "x"))'],
  ['total of cost of lines where labels has "new"', '(total cost where (has labels "new"))'],
  [
    'list of lines where (category in "a", "b" or clearance) - 5',
    '(- (list where (or (in category "a" "b") clearance)) 5)',
  ],
  ['customer.tier is vip', '(is customer.tier vip)'],
  ['order.list', 'order.list'],
  ['`all` is `a b`.`c d`', '(is `all` `a b`.`c d`)'],
  ['价格 >= 5', '(>= 价格 5)'],
  ['brand-day', 'brand-day'],
  ['text is number', '(is text number)'],
  ['true', 'true'],
  ['false', 'false'],
  [String.raw`"a\"b\\c\nd\te\u{1F600}"`, String.raw`"a\"b\\c\nd\te😀"`],
  ['2026-11-11', '2026-11-11'],
  ['2026-11-11 20:00', '2026-11-11 20:00'],
  ['`list` > 5', '(> `list` 5)'],
  ['priority > 5 and active', '(and (> priority 5) active)'],
])('%s', (text, tree) => {
  expect(showExpression(readExpression(text))).toBe(tree);
});

test('a parenthesis widens the span of what it is part of, not of what it holds', () => {
  const text = '(a or b) and c';
  const tree = readExpression(text);
  if (tree.kind !== 'binary') throw new Error('no operator');
  const offset = 'let x = '.length;
  expect(text.slice(tree.span.start - offset, tree.span.end - offset)).toBe(text);
  expect(text.slice(tree.left.span.start - offset, tree.left.span.end - offset)).toBe('a or b');
});
