import { expect, test } from 'vitest';
import { clauseMistakes, mistakes, promotionOf } from './support.js';

test.each([
  ['spend 100 take 1 off spend 50 take 2 off', ['RK1063 spend 50 take 2 off']],
  ['buy 3 take 1 off buy 3 take 2 off', ['RK1063 buy 3 take 2 off']],
  ['spend order.deposit take 1 off spend 50 take 2 off', []],
  ['spend 50 take 1 off buy 3 take 2 off', ['RK1062 buy 3 take 2 off']],
  ['every 50 take 1 off every 60 take 2 off', ['RK1062 every 60 take 2 off']],
  ['take 1 off spend 50 take 2 off', ['RK1062 spend 50 take 2 off']],
  ['take 1 off priority 1 take 2 off', ['RK1062 take 2 off']],
  ['spend 50 take 1 off capped at 3 spend 60 take 2 off', []],
  ['spend 50 take 1 off spend 60 take 2 off capped at 3', ['RK1064 capped at 3']],
  ['capped at 3 spend 50 take 1 off spend 60 take 2 off', []],
  ['take 1 off priority 1 capped at 3', ['RK1065 capped at 3']],
  ['take 1 off priority 1 leave at least cost', []],
  ['for each brand take 1 off capped at 3 per line', []],
  ['for each brand capped at 3 take 1 off', ['RK1066 capped at 3']],
  ['take 1 off capped at 3 in all', []],
  ['take 1 off capped at 3 each', ['RK1067 capped at 3 each']],
  ['take 1 off capped at 0', ['RK1078 capped at 0']],
  ['take 1 off leave at least 1', ['RK1068 leave at least 1']],
  ['take 1 off leave at least 50% of price', []],
  ['every 50 take 1 off up to 3 times', []],
  ['up to 3 times every 50 take 1 off', []],
  ['take 1 off up to 3 times', ['RK1088 up to 3 times']],
  ['up to 3 times take 1 off', ['RK1088 up to 3 times']],
  ['ship free capped at 5 per unit', ['RK1089 capped at 5 per unit']],
  ['capped at 5 per line ship free', ['RK1089 capped at 5 per line']],
  ['buy 3 pay 85%', []],
  ['buy 3 pay row.off', ['RK1015 row']],
  ['buy 3 pay 99', ['RK1082 pay 99']],
  ['buy 3 price 9 each', ['RK1082 price 9 each']],
  ['buy 0 take 1 off', ['RK1036 0']],
  ['buy 2.5 take 1 off', ['RK1032 2.5']],
  ['buy customer.points take 1 off', ['RK1032 customer.points']],
  ['spend 0.00 take 1 off', ['RK1094 0.00']],
  ['when list > 3', ['RK1061 p']],
  ['units 5 to 2 take 1 off', ['RK1081 units 5 to 2']],
  ['take 1 off priority 1 priority 2', ['RK1008 priority 2']],
  ['take 1 off limit 1 per customer, 2 per customer', ['RK1008 2 per customer']],
  ['take 1 off limit 1 per customer, 1 per customer per day limit 9 in total', []],
  ['take 1 off budget order.deposit', ['RK1033 order.deposit']],
  ['take 1 off funded by a 50%, a 50%', ['RK1002 a']],
  ['take 1 off funded by a 33.3%, b 66.7%', []],
  ['take 1 off funded by its cost 100%', ['RK1093 cost']],
  ['take 1 off counting list counting left', ['RK1008 counting left']],
  ['take 1 off to first rest to last', ['RK1008 rest to last']],
  ['code "X" take 1 off', ['RK1073 code "X"']],
  ['on lines where brand in nothing take 1 off', ['RK1001 nothing']],
])('%s', (clauses, expected) => {
  expect(clauseMistakes(clauses)).toEqual(expected);
});

test('a promotion with a mistake is checked to its end', () => {
  expect(
    clauseMistakes(
      'layer x when y > 3 on lines where z is 1 spend w take 150% off capped at 5% funded by a 9%',
    ),
  ).toEqual([
    'RK1001 x',
    'RK1001 y',
    'RK1001 z',
    'RK1001 w',
    'RK1077 150%',
    'RK1023 5%',
    'RK1069 funded by a 9%',
  ]);
});

test('several conditions must all hold, several codes open one coupon', () => {
  const { when } = promotionOf('when list > 3 when quantity > 3 take 1 off');
  expect(when).toMatchObject({ op: 'and', parts: [{ text: 'list > 3' }, { text: 'quantity > 3' }] });
});

test.each([
  'quantity < 1',
  'quantity <= 0',
  'price < 0',
  'brand is "a" and brand is "b"',
  'clearance and false',
  'false or quantity < 1',
  'not true',
  '3 > 4',
  '"a" is "b"',
])('on lines where %s: never', (condition) => {
  expect(clauseMistakes(`on lines where ${condition} take 1 off`)).toEqual([
    `RK1079 on lines where ${condition}`,
  ]);
});

test.each([
  'quantity <= 1',
  'price <= 0',
  'brand is "a" or brand is "b"',
  'true',
  'not false',
  '3 < 4',
  'size is s and brand is "b"',
])('on lines where %s: sometimes', (condition) => {
  expect(clauseMistakes(`on lines where ${condition} take 1 off`)).toEqual([]);
});

test('a measured part of a scope may be empty', () => {
  expect(clauseMistakes('when count of lines where brand is "x" < 1 take 1 off')).toEqual([]);
  expect(clauseMistakes('when count < 1 take 1 off')).toEqual(['RK1079 when count < 1']);
});

test('a later layer, or its own, has not run yet', () => {
  const file = (clauses: string): readonly string[] =>
    mistakes(`currency CNY\nlayers a, b counting left after a, c\npromotion p layer b ${clauses} take 1 off`);
  expect(file('counting left after a')).toEqual([]);
  expect(file('counting left after b')).toEqual(['RK1080 b']);
  expect(file('when left after c > 3')).toEqual(['RK1080 c']);
  expect(file('share by value after c')).toEqual(['RK1080 c']);
  expect(file('share by value after d')).toEqual(['RK1001 d']);
});

test('what a layer says is checked where it stands', () => {
  const found = mistakes(`currency CNY
layers capped at left after a, a counting left after b leave at least 1 capped at 5 each, b best per colour together`);
  expect(found).toEqual([
    'RK1080 a',
    'RK1080 b',
    'RK1068 leave at least 1',
    'RK1087 capped at 5 each',
    'RK1001 colour',
    'RK1008 together',
  ]);
});

test('a file has one currency, one time zone and one list of layers', () => {
  const text =
    'currency CNY\ncurrency CNY\ncurrency EUR\ntimezone UTC\ntimezone Asia/Tokyo\nlayers a\nlayers b';
  expect(mistakes(text)).toEqual(['RK1008 currency EUR', 'RK1008 timezone Asia/Tokyo', 'RK1008 layers b']);
});

test('a promotion that stands alone, or not with itself', () => {
  expect(clauseMistakes('take 1 off not with p')).toEqual(['RK1076 p']);
  expect(clauseMistakes('take 1 off tag t not with tag t')).toEqual([]);
});

test('promotions that keep each other out by the hundred thousand are refused', () => {
  const promotions = Array.from(
    { length: 500 },
    (_, n) => `promotion p${n} tag t not with tag t take 1 off\n`,
  ).join('');
  expect(new Set(mistakes(`currency CNY\n${promotions}`).map((found) => found.slice(0, 6)))).toEqual(
    new Set(['RK1086']),
  );
});

test('a bundle no cart can hold, a group and a pick of no lines never apply', () => {
  expect(clauseMistakes('bundle 1 of sku "A", 2 of lines where quantity < 1 pay 9')).toEqual([
    'RK1079 2 of lines where quantity < 1',
  ]);
  expect(clauseMistakes('every 2 units of lines where false take 1 off the cheapest 1')).toHaveLength(1);
  expect(clauseMistakes('every 2 units take 1 off the cheapest 1 of lines where price < 0')).toEqual([
    'RK1079 the cheapest 1 of lines where price < 0',
  ]);
});
