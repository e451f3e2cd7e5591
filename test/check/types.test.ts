import { expect, test } from 'vitest';
import { clauseMistakes, mistakes } from './support.js';

const when = (condition: string): readonly string[] => clauseMistakes(`when ${condition} take 1 off`);
const lines = (condition: string): readonly string[] =>
  clauseMistakes(`on lines where ${condition} take 1 off`);
const take = (offer: string): readonly string[] => clauseMistakes(`take ${offer}`);

test.each([
  'list > 3',
  'quantity >= 3',
  'list > quantity * 10.00',
  'total of cost > 3.50',
  'total of weight > 3.505',
  'count of sku is 3',
  'customer.tier is vip',
  'customer.tier is "vip"',
  'customer.tier in none, vip',
  'order.channel starts with "app"',
  'order.codes has "X"',
  'order.at >= 2026-11-11 20:00',
  'list of lines where brand is "x" > 50% of list',
  'count of lines where (clearance) >= 3',
  'left / quantity > 30',
  'left / list < 0.5',
  'min(list, 300.00) > 2 * order.deposit',
  'list - order.deposit > 10% of list',
  '3 * 15% of list > 3',
  'true',
])('%s is a condition', (condition) => {
  expect(when(condition)).toEqual([]);
});

test.each([
  'clearance and not (size is s)',
  'size not in s, m',
  'size is not l',
  'labels has "new"',
  'made < 2026-01-01',
  'price > 100 and cost < price',
  'list > cost and quantity > 1',
  'customer.tier is vip and order.deposit > 3',
  'clearance is false',
  'weight in 1, 2.5',
  'id is "1" or sku starts with "A-"',
])('%s chooses lines', (condition) => {
  expect(lines(condition)).toEqual([]);
});

test.each([
  ['quantity > list', 'RK1020 quantity > list'],
  ['customer.points > left', 'RK1020 customer.points > left'],
  ['left + quantity > 3', 'RK1020 left + quantity'],
  ['left > 5%', 'RK1021 left > 5%'],
  ['customer.tier > vip', 'RK1029 customer.tier > vip'],
  ['customer.tier is gold', 'RK1016 gold'],
  ['customer.tier is "gold"', 'RK1016 "gold"'],
  ['customer.tier in vip, gold', 'RK1016 gold'],
  ['order.channel is 3', 'RK1022 order.channel is 3'],
  ['order.at > 3', 'RK1022 order.at > 3'],
  ['order.codes is "X"', 'RK1037 order.codes is "X"'],
  ['order.channel has "X"', 'RK1028 order.channel has "X"'],
  ['quantity starts with "X"', 'RK1023 quantity'],
  ['list', 'RK1026 list'],
  ['"x"', 'RK1026 "x"'],
  ['list * list > 3', 'RK1031 list * list'],
  ['3 / list > 3', 'RK1031 3 / list'],
  ['order.channel + "x" is "y"', 'RK1031 order.channel + "x"'],
  ['15% of 20% > 3', 'RK1031 15% of 20%'],
  ['min(list, quantity) > 3', 'RK1031 min(list, quantity)'],
  ['list > 3.005', 'RK1024 3.005'],
  ['total of brand > 3', 'RK1034 brand'],
  ['order.at > 2026-02-30', 'RK1071 2026-02-30'],
  ['(list > 3) is true', 'RK1027 (list > 3)'],
  ['list of lines where brand is "x" > 3 and (quantity > 3) > 2', 'RK1027 (quantity > 3)'],
])('%s: types that do not fit', (condition, mistake) => {
  expect(when(condition).map((found) => found.replaceAll(/[()]/g, ''))).toEqual([
    mistake.replaceAll(/[()]/g, ''),
  ]);
});

test.each([
  ['cost > 3', 'RK1010 cost'],
  ['brand is "x"', 'RK1010 brand'],
  ['clearance', 'RK1010 clearance'],
  ['pay > 3', 'RK1013 pay'],
  ['discount > 3', 'RK1013 discount'],
  ['row.x > 3', 'RK1015 row'],
])('when %s: nothing of that is in hand', (condition, mistake) => {
  expect(when(condition)).toEqual([mistake]);
});

test.each([
  ['left > 3', 'RK1011 left'],
  ['count > 3', 'RK1012 count'],
  ['total of cost > 3', 'RK1012 total of cost'],
  ['list of lines where brand is "x" > 3', 'RK1012 list of lines where brand is "x"'],
])('on lines where %s: not a fact of one line', (condition, mistake) => {
  expect(lines(condition)).toEqual([mistake]);
});

test.each([
  'quantity * 10.00 off',
  'order.deposit off',
  '15% of list off',
  '2 * 10% off',
  'cost off each line',
  'cost * 0.1 off each unit',
  'price - cost off each unit',
  'left - 100 off',
])('take %s', (offer) => {
  expect(take(offer)).toEqual([]);
});

test.each([
  ['customer.points off', 'RK1023 customer.points'],
  ['"x" off', 'RK1023 "x"'],
  ['cost off', 'RK1010 cost'],
  ['150% off', 'RK1077 150%'],
  ['150% of list off', 'RK1077 150%'],
  ['0% off', 'RK1078 take 0% off'],
  ['0.00 off', 'RK1078 take 0.00 off'],
  ['5 off capped at 10%', 'RK1023 10%'],
  ['cost * quantity off each line', 'RK1035 cost * quantity'],
])('take %s: refused', (offer, mistake) => {
  expect(take(offer)).toEqual([mistake]);
});

test('amounts end where doubles stop being exact', () => {
  expect(take('90071992547409.91 off')).toEqual([]);
  expect(take('90071992547409.92 off')).toEqual(['RK1025 90071992547409.92']);
});

test('a shipping charge is in hand after `shipping where`', () => {
  expect(take('5 off shipping where method is "x" and amount > 3')).toEqual([]);
  expect(take('5 off shipping where brand is "x"')).toEqual(['RK1010 brand']);
  expect(take('5 off shipping where list > 3')).toEqual(['RK1012 list']);
});

test('what the parser could not read is no second mistake', () => {
  const declared = 'currency CNY\nline has cost decimal\n';
  for (const clauses of [
    'on lines where cost > 3',
    'when total of cost > 3',
    'funded by its cost 100%',
    'for each cost',
  ]) {
    expect(mistakes(`${declared}promotion p ${clauses} take cost off each line`)).toEqual(['RK0001 decimal']);
  }
  expect(mistakes(`${declared}promotion p take 1 off scenario "s" cart 1 of "A" at 1 cost 3`)).toEqual([
    'RK0001 decimal',
  ]);
  expect(clauseMistakes('spend take 1 off')).toEqual(['RK0001 take']);
});
