import { expect, test } from 'vitest';
import type { Condition, Scalar } from '../../src/check/ruleset.js';
import { promotionOf, rulesetOf } from './support.js';

/** A scalar in short: what it reads, measures or calculates, without texts. */
function short(scalar: Scalar): string {
  if (scalar.op === 'constant') return `${scalar.type} ${String(scalar.value)}`;
  if (scalar.op === 'read') return `${scalar.of}.${scalar.name}`;
  if (scalar.op !== 'measure') return `(${scalar.parts.map(short).join(` ${scalar.op} `)})`;
  const where = scalar.where === undefined ? '' : ' where';
  return `${scalar.what}${scalar.after === undefined ? '' : ` after ${scalar.after}`} over ${scalar.over}${where}`;
}

function shortCondition(condition: Condition | undefined): string {
  if (condition === undefined) return '';
  if ('left' in condition) return `${short(condition.left)} ${condition.op} ${short(condition.right)}`;
  if (condition.op === 'flag') return short(condition.value);
  if (condition.op === 'and' || condition.op === 'or')
    return condition.parts.map(shortCondition).join(` ${condition.op} `);
  if (condition.op === 'not') return `not ${shortCondition(condition.part)}`;
  return 'text' in condition ? condition.text : '';
}

const when = (text: string, declarations = ''): string =>
  shortCondition(promotionOf(`when ${text} take 1 off`, declarations).when);
const lines = (text: string): string =>
  shortCondition(promotionOf(`on lines where ${text} take 1 off`).scope.lines);

test('a number literal takes the type its place gives', () => {
  expect(when('quantity >= 3')).toBe('quantity over scope >= number 3');
  expect(when('list >= 3')).toBe('list over scope >= money 300');
  expect(when('3.50 <= list')).toBe('money 350 <= list over scope');
  expect(when('list * 2 > left / 3.5')).toBe('(list over scope * number 2) > (left over scope / number 3.5)');
  expect(when('list > quantity * 10.00')).toBe('list over scope > (quantity over scope * money 1000)');
  expect(when('list > 300 + 20')).toBe('list over scope > (money 30000 + money 2000)');
  expect(when('list > max(3, order.deposit)')).toBe('list over scope > (money 300 max order.deposit)');
  expect(when('quantity > 1 + 2')).toBe('quantity over scope > (number 1 + number 2)');
  expect(when('left / quantity > 30')).toBe('(left over scope / quantity over scope) > money 3000');
  expect(when('left / list < 0.50')).toBe('(left over scope / list over scope) < number 0.5');
});

test('a percentage of an amount is a factor', () => {
  expect(when('left > 15% of list')).toBe('left over scope > (number 0.15 * list over scope)');
  expect(when('left > list * 12.5%')).toBe('left over scope > (list over scope * number 0.125)');
  expect(when('left > 10% of 300')).toBe('left over scope > (number 0.1 * money 30000)');
});

test('amounts are those of the line in hand, of the scope, or of lines of it', () => {
  expect(lines('list > 3 and quantity > 1')).toBe(
    'list over line > money 300 and quantity over line > number 1',
  );
  expect(when('list > 3 and count > 1 and count of sku > 1')).toBe(
    'list over scope > money 300 and count over scope > number 1 and skus over scope > number 1',
  );
  expect(when('quantity of lines where brand is "x" > 3')).toBe('quantity over scope where > number 3');
});

test("a line's money counts times quantity beside the amount of a line", () => {
  expect(lines('list > cost')).toBe('list over line > (line.cost * quantity over line)');
  expect(lines('price > cost')).toBe('line.price > line.cost');
  expect(lines('cost + 1 < list')).toBe('((line.cost * quantity over line) + money 100) < list over line');
});

test('the definition of a name is expanded where it is used', () => {
  const declarations = 'let base = 3\nlet big = list > base\nlet both = big and customer.tier is vip';
  expect(when('big', declarations)).toBe('list over scope > money 300');
  expect(when('both or quantity > base', declarations)).toBe(
    'list over scope > money 300 and customer.tier = text vip or quantity over scope > number 3',
  );
});

test('a member of the type wins over a definition of its name', () => {
  expect(when('customer.tier is vip', 'let vip = "x"')).toBe('customer.tier = text vip');
  expect(when('order.channel is vip', 'let vip = "x"')).toBe('order.channel = text x');
});

test('a list among the items of `in` gives all of its items', () => {
  const { scope } = promotionOf(
    'on lines where brand in a, "z" take 1 off',
    'let b = "w"\nlet a = "x", "y", b',
  );
  const items = scope.lines?.op === 'in' ? scope.lines.items.map(short) : [];
  expect(items).toEqual(['text x', 'text y', 'text w', 'text z']);
});

test('chains of `and` and `or` are flat; texts are canonical and leave names as they are', () => {
  const { when: condition } = promotionOf(
    'when list at least n and (quantity more than 3) and true take 1 off',
    'let n = 3',
  );
  expect(condition?.op === 'and' && condition.parts.map((part) => 'text' in part && part.text)).toEqual([
    'list >= n',
    'quantity > 3',
    'true',
  ]);
});

test('times are instants of the zone, through gaps and overlaps', () => {
  const at = (time: string): string => {
    const text = `currency EUR timezone Europe/Berlin promotion p when order.at >= ${time} take 1 off`;
    return shortCondition(rulesetOf(text).promotions[0]?.when);
  };
  const instant = (iso: string): string => `order.at >= time ${Date.parse(iso)}`;
  expect(at('2026-11-11')).toBe(instant('2026-11-11T00:00:00+01:00'));
  expect(at('2026-07-01 20:30')).toBe(instant('2026-07-01T20:30:00+02:00'));
  expect(at('2026-03-29 02:30')).toBe(instant('2026-03-29T03:30:00+02:00'));
  expect(at('2026-10-25 02:30')).toBe(instant('2026-10-25T02:30:00+02:00'));
});

const offer = (text: string): unknown => {
  const { opens } = promotionOf(text);
  return opens.kind === 'always' ? opens.offers[0] : undefined;
};

test('offers per line and per unit measure the line or the unit', () => {
  const amount = (text: string): string => {
    const found = offer(text) as { amount: { amount: Scalar } | Scalar };
    return short('op' in found.amount ? found.amount : found.amount.amount);
  };
  expect(amount('take list - cost off each line')).toBe(
    '(list over line - (line.cost * quantity over line))',
  );
  expect(amount('take cost off each line')).toBe('(line.cost * quantity over line)');
  expect(amount('take list - cost off each unit')).toBe('(list over unit - line.cost)');
  expect(amount('price left - 1 each')).toBe('(left over unit - money 100)');
  expect(amount('take total of cost off')).toBe('total over scope');
});

test('a percentage of something is a percentage with a base', () => {
  expect(offer('take 5% of list off')).toMatchObject({
    amount: { kind: 'percent', percent: { value: '5' }, base: { what: 'list', over: 'scope' } },
    text: 'take 5% of list off',
  });
  expect(offer('take 15% off each line')).toMatchObject({
    amount: { kind: 'percent', percent: { value: '15' } },
    off: 'line',
  });
  expect(offer('pay 85%')).toMatchObject({
    kind: 'pay',
    amount: { kind: 'percent', percent: { value: '85' } },
  });
  expect(offer('take 2 * 10% off')).toMatchObject({ amount: { kind: 'percent', percent: { op: '*' } } });
});

test('shipping offers pay or take', () => {
  expect(offer('ship free')).toMatchObject({ kind: 'ship', how: { kind: 'pay', price: { value: '0' } } });
  expect(offer('ship for 5.00 where method is "x"')).toMatchObject({
    how: { kind: 'pay', price: { value: '500' } },
    where: { op: '=', left: { of: 'shipping', name: 'method' } },
    text: 'ship for 5.00 where method is "x"',
  });
  expect(offer('take 5.00 off shipping')).toMatchObject({
    kind: 'ship',
    how: { kind: 'take', amount: { kind: 'money' } },
  });
});

test('thresholds are measured on what the promotion, its layer or the file counts', () => {
  const counting = (clauses: string, head = ''): string => {
    const text = `currency CNY order has deposit money ${head}\nlayers item, store counting left after item, late\npromotion p ${clauses}`;
    const opens = rulesetOf(text).promotions[0]?.opens;
    return opens?.kind === 'spend' && opens.tiers[0] !== undefined ? short(opens.tiers[0].counting) : '';
  };
  expect(counting('layer item spend 9 take 1 off')).toBe('left over scope');
  expect(counting('layer store spend 9 take 1 off')).toBe('left after item over scope');
  expect(counting('layer store counting list spend 9 take 1 off')).toBe('list over scope');
  expect(counting('layer store spend 9 counting left - order.deposit take 1 off')).toBe(
    '(left over scope - order.deposit)',
  );
  expect(counting('layer late spend 9 take 1 off', '\ndefault counting list\n')).toBe('list over scope');
  expect(counting('layer late spend 9 over all lines take 1 off')).toBe('left over cart');
  expect(counting('layer store spend 9 over lines where sku is "A" take 1 off')).toBe(
    'left after item over scope where',
  );
});

test('settings of a promotion win over those of its layer, and these over the defaults', () => {
  const text = `currency CNY
default rounding half-even
default share equally
layers item rounding down rest to last, late
promotion p layer item rounding up of price overflow dropped take 1 off
promotion q layer item shares in turn to first take 1 off
promotion r layer late share by value after item take 1 off`;
  const [p, q, r] = rulesetOf(text).promotions;
  expect(p?.rounding).toEqual({ mode: 'up', of: 'price' });
  expect(p?.allocation).toEqual({
    weights: 'equally',
    share: 'down',
    remainder: 'rest-to-last',
    overflow: 'dropped',
  });
  expect(q?.rounding).toEqual({ mode: 'down', of: 'discount' });
  expect(q?.allocation).toMatchObject({ share: 'in-turn', remainder: 'first', overflow: 'to-others' });
  expect(r?.rounding).toEqual({ mode: 'half-even', of: 'discount' });
  expect(r?.allocation).toMatchObject({ weights: 'value', after: 'item', remainder: 'largest-fraction' });
});

test('promotions stand by layer, then priority, then as declared', () => {
  const text = `currency CNY layers a, b
promotion p1 layer b take 1 off
promotion p2 layer a take 1 off
promotion p3 layer a priority 2 take 1 off
coupon p4 layer a take 1 off
promotion p5 layer b priority 1 take 1 off`;
  expect(rulesetOf(text).promotions.map(({ id }) => id)).toEqual(['p3', 'p2', 'p4', 'p5', 'p1']);
});

test('caps and floors say what they bind', () => {
  const { floors, limits, opens } = promotionOf(`for each brand
capped at 9 in all
take 10% off capped at 3 each capped at 1 per unit capped at 2 per line
leave at least cost
leave at least 1.00 per unit
leave at least 50% of list in all`);
  const offers = opens.kind === 'always' ? opens.offers : [];
  expect(limits.caps.map(({ amount, per }) => `${short(amount)} ${per}`)).toEqual([
    'money 900 all-standings',
  ]);
  expect(offers[0]?.limits.caps.map(({ amount, per }) => `${short(amount)} ${per}`)).toEqual([
    'money 300 standing',
    'money 100 unit',
    'money 200 line',
  ]);
  expect(floors.map(({ amount, per, text }) => `${short(amount)} ${per}: ${text}`)).toEqual([
    '(line.cost * quantity over line) line: leave at least cost',
    'money 100 unit: leave at least 1.00 per unit',
    '(number 0.5 * list over scope) scope: leave at least 50% of list in all',
  ]);
});

test('layers have their own caps and floors, over the whole cart', () => {
  const text = `currency CNY line has cost money
layers capped at 60% of list, a best per sku capped at 50% of list leave at least cost, b together, c best per line
promotion p layer a take 1 off`;
  const { layers, layersCap } = rulesetOf(text);
  expect(layersCap && short(layersCap)).toBe('(number 0.6 * list over cart)');
  expect(layers[0]).toMatchObject({ combine: 'best-per', per: { kind: 'attribute', name: 'sku' } });
  expect(layers[0]?.caps.map(short)).toEqual(['(number 0.5 * list over cart)']);
  expect(layers[0]?.floors.map(({ per }) => per)).toEqual(['line']);
  expect(layers.slice(1).map(({ combine, per }) => [combine, per?.kind])).toEqual([
    ['together', undefined],
    ['best-per', 'line'],
  ]);
});

test('guarantees are about the finished order, or each of its lines', () => {
  const text = `currency CNY line has cost money
guarantee "no loss" for each line pay at least cost required
guarantee discount at most 60% of list
guarantee list of lines where sku is "A" < 9`;
  const { guarantees } = rulesetOf(text);
  expect(guarantees.map(({ condition }) => shortCondition(condition))).toEqual([
    'pay over line >= (line.cost * quantity over line)',
    'discount over order <= (number 0.6 * list over order)',
    'list over order where < money 900',
  ]);
  expect(guarantees.map(({ forEachLine, required, title }) => [title, forEachLine, required])).toEqual([
    ['no loss', true, true],
    ['discount <= 60% of list', false, false],
    ['list of lines where sku is "A" < 9', false, false],
  ]);
});

test('constraints name promotions in order of evaluation, tags by those that carry them', () => {
  const text = `currency CNY
promotion a tag t take 1 off
promotion b priority 1 tag t not with c, tag t take 1 off
promotion c not with b take 1 off
allow 1 of c, tag t`;
  expect(rulesetOf(text).constraints).toEqual([
    { kind: 'allow', count: 1, members: ['b', 'a', 'c'], text: 'allow 1 of c, tag t' },
    { kind: 'not-with', count: 1, members: ['b', 'c'], text: 'b not with c' },
    { kind: 'not-with', count: 1, members: ['b', 'a'], text: 'b not with tag t' },
  ]);
});
