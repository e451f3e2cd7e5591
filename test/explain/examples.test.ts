import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile, explain, explainAll, type Ruleset } from '../../src/index.js';

function rulesetOf(text: string): Ruleset {
  const result = compile(text, { name: 'rules.reckon' });
  if (!result.ok) throw new Error(result.diagnostics[0]?.message);
  return result.ruleset;
}

/** What an explanation says in one part. */
function partOf(text: string | undefined, label: string): string {
  const lines = (text ?? '').split('\n');
  const start = lines.findIndex((line) => line.startsWith(`  ${label} `));
  const end = lines.findIndex((line, index) => index > start && /^ {2}\S/.test(line));
  return lines
    .slice(start, end === -1 ? undefined : end)
    .map((line, index) => (index === 0 ? line.slice(label.length + 2) : line).trim())
    .join(label.charCodeAt(0) > 255 ? '' : ' ')
    .trim();
}

const HEAD = `currency CNY
timezone Asia/Shanghai
line has store text, brand optional text, category text, cost optional money, clearance flag
customer has tier one of none, vip, points optional money
order has channel optional one of app, web, deposit optional money
shipping has method text
layers item, platform
`;

const inEnglish = (clauses: string): ((label: string) => string) => saying(clauses, 'en');
const inChinese = (clauses: string): ((label: string) => string) => saying(clauses, 'zh');

function saying(clauses: string, lang: 'en' | 'zh'): (label: string) => string {
  const ruleset = rulesetOf(`${HEAD}promotion p\n  layer platform\n  ${clauses}\n`);
  return (label) => partOf(explain(ruleset, 'p', { lang, width: 100 }), label);
}

describe('windows', () => {
  test.each([
    [
      'from 2026-09-28 through 2026-09-29',
      'From 28 September to 29 September 2026, both days included, Shanghai time.',
      '北京时间2026年9月28日00:00至2026年9月29日24:00。',
    ],
    [
      'through 2026-09-29',
      'Until the end of 29 September 2026, Shanghai time.',
      '北京时间截至2026年9月29日24:00。',
    ],
    [
      'from 2026-12-31 through 2027-01-01',
      'From 31 December 2026 to 1 January 2027, both days included, Shanghai time.',
      '北京时间2026年12月31日00:00至2027年1月1日24:00。',
    ],
    [
      'from 2026-11-11 20:00 until 2026-11-11 22:00',
      'On 11 November 2026 from 20:00 until just before 22:00, Shanghai time.',
      '北京时间2026年11月11日20:00至2026年11月11日22:00（不含）。',
    ],
    [
      'on mondays, sundays between 22:00 and 02:00',
      'On Mondays and Sundays, between 22:00 and 02:00 on the next day (which counts as the day it begins on), Shanghai time.',
      '北京时间每周一、周日22:00至次日02:00（不含，归属开始当日）。',
    ],
    [
      'on day 1, 15 of each month in Europe/Berlin',
      'On the 1st and 15th of each month, Berlin time.',
      '柏林时间每月1日、15日。',
    ],
    [
      'from 2026-10-25 02:30 on mondays in Europe/Berlin',
      'From 25 October 2026 at 02:30 (UTC+02:00) on, on Mondays, Berlin time.',
      '柏林时间2026年10月25日02:30（时差+02:00）起，每周一。',
    ],
  ])('%s', (active, english, chinese) => {
    expect(inEnglish(`active ${active}\n  take 1.00 off`)('When')).toBe(english);
    expect(inChinese(`active ${active}\n  take 1.00 off`)('活动时间')).toBe(chinese);
  });
});

describe('offers', () => {
  test.each([
    [
      'every 300.00 take 50.00 off capped at 500.00',
      'For every full CNY 300.00: take CNY 50.00 off the goods in scope, at most CNY 500.00 off in all.',
      '每满300元减50元，最多优惠500元。',
    ],
    [
      'take 15% off each line',
      'Take 15% off each line of the goods in scope.',
      '无门槛：每行打8.5折（减15%）。',
    ],
    [
      'pay 85%',
      'Pay 85% of what is left to pay for the goods in scope.',
      '无门槛：按前序优惠后金额的85%支付（即8.5折）。',
    ],
    [
      'take 5% of list off',
      'Take 5% of the list price of the goods in scope off the goods in scope.',
      '无门槛：减活动商品原价合计的5%。',
    ],
    [
      'every 3 units pay 99.00',
      'For every 3 units: each group for CNY 99.00 in all, where that is less.',
      '每3件，每组共付99元（原本更低的不变）。',
    ],
    [
      'every 2 units take 50% off the cheapest 1',
      'For every 2 units: take 50% off the cheapest unit of each group.',
      '每2件，每组中最便宜的1件打5折（减50%）。',
    ],
    [
      'spend 99.00 ship free where method is "post" also give 1 of "A" or "B"',
      'From CNY 99.00 on: the shipping charges where the charge\'s method is "post" free of charge; and then a gift of 1 unit of SKU "A" or "B", as the customer chooses.',
      '满99元，免收配送方式为“post”的运费；然后赠送SKU“A”或“B”（顾客任选）共1件。',
    ],
    ['buy 3 take 20% off', 'From 3 units on: take 20% off the goods in scope.', '满3件，打8折（减20%）。'],
    ['unit 2 take 10.00 off', 'Take CNY 10.00 off unit 2 in scope.', '无门槛：第2件减10元。'],
    [
      'take min(customer.points, 20% of left) off',
      "Take the least of the customer's points and 20% of what is left to pay for the goods in scope off the goods in scope.",
      '无门槛：减“顾客积分余额与活动商品前序优惠后金额的20%中的最小值”。',
    ],
    [
      'take 5% of (left - order.deposit) off',
      "Take 5% of (what is left to pay for the goods in scope minus the order's deposit) off the goods in scope.",
      '无门槛：减（活动商品前序优惠后金额－订单定金）的5%。',
    ],
    [
      'take min(customer.points, order.deposit - 5) off',
      "Take the least of the customer's points and (the order's deposit minus CNY 5.00) off the goods in scope.",
      '无门槛：减“顾客积分余额与（订单定金－5元）中的最小值”。',
    ],
    [
      'take min(customer.points, order.deposit * 2) off',
      "Take the least of the customer's points and (the order's deposit times 2) off the goods in scope.",
      '无门槛：减“顾客积分余额与（订单定金×2）中的最小值”。',
    ],
  ])('%s', (offer, english, chinese) => {
    expect(inEnglish(offer)('What it gives')).toContain(english);
    expect(inChinese(offer)('优惠内容')).toContain(chinese);
  });
});

describe('conditions', () => {
  test.each([
    ['brand is not "mijia"', 'the brand is given and is not "mijia"', '品牌有值且不为“mijia”的商品'],
    ['not (brand is "mijia")', 'it is not so that (the brand is "mijia")', '并非（品牌为“mijia”）的商品'],
    [
      'category in "home", "food" and not clearance',
      'the category is one of "home" or "food" and the line is not marked "clearance"',
      '品类为“home”或“food”，且未标记为清仓的商品',
    ],
    [
      'cost < price * 80%',
      'the cost is less than 80% of the list price of one unit',
      '成本价低于单件原价的80%的商品',
    ],
    [
      '(clearance or category is "x") and store is "S"',
      '(the line is marked "clearance" or the category is "x") and the store is "S"',
      '（标记为清仓，或品类为“x”），且店铺为“S”的商品',
    ],
  ])('%s', (condition, english, chinese) => {
    const clauses = `on lines where ${condition}\n  take 1.00 off`;
    expect(inEnglish(clauses)('On what')).toBe(`Scope: the lines where ${english}.`);
    expect(inChinese(clauses)('活动商品')).toBe(`${chinese}。`);
  });
});

test.each([
  [
    'shipping has store text',
    'Each time it is for the shipping charges with that value alone.',
    '每次计算只包含取值相同的运费。',
  ],
  ['shipping has method text', 'Each time it is for all shipping charges.', '每次计算都包含全部运费。'],
])('whose shipping it is for, where %s', (declared, english, chinese) => {
  const clauses = 'for each store\n  spend 59.00 ship free';
  const rules = `currency CNY\nline has store text\n${declared}\npromotion p\n  ${clauses}\n`;
  expect(explain(rulesetOf(rules), 'p', { width: 100 })).toContain(english);
  expect(explain(rulesetOf(rules), 'p', { lang: 'zh', width: 100 })).toContain(chinese);
  expect(inEnglish('for each store\n  spend 59.00 take 5.00 off')('On what')).not.toContain('shipping');
});

test.each([
  ['not (clearance and store is "S")', 'not clearance and store is "S"'],
  ['not (store is "S") and category is "x"', 'not (store is "S" and category is "x")'],
  ['not (store is "S") or category is "x"', 'not (store is "S" or category is "x")'],
])('%s is said otherwise than %s', (one, other) => {
  const scope = (condition: string): readonly string[] => {
    const clauses = `on lines where ${condition}\n  take 1.00 off`;
    return [inEnglish(clauses)('On what'), inChinese(clauses)('活动商品')];
  };
  const [english, chinese] = scope(other);
  expect(scope(one)).not.toContain(english);
  expect(scope(one)).not.toContain(chinese);
});

test('a percentage off each unit is another thing than one off the whole', () => {
  const off = (what: string): string => inChinese(`take 10% off${what}`)('优惠内容');
  expect(new Set(['', ' each line', ' each unit'].map(off)).size).toBe(3);
});

test('there is no explanation of a promotion that there is not, and none of what compile did not make', () => {
  const ruleset = rulesetOf(`${HEAD}promotion p\n  layer item\n  take 1.00 off\n`);
  expect(explain(ruleset, 'q')).toBeUndefined();
  expect(() => explainAll({} as Ruleset)).toThrow(TypeError);
});

test('offers by position that are joined count the units anew', () => {
  const joined = 'unit 2 pay 50% also units 3 pay 30%';
  const english = 'Each offer counts them anew, on what the ones before it left.';
  expect(inEnglish(joined)('What it gives')).toContain(english);
  expect(inChinese(joined)('优惠内容')).toContain('每项优惠按前一项优惠后的金额重新排序。');
  const tiers = 'spend 100.00 unit 2 pay 50%\n  spend 200.00 unit 2 pay 30%';
  expect(inEnglish(tiers)('What it gives')).not.toContain(english);
});

test('only the money of a line is that of one unit', () => {
  const ruleset = rulesetOf(`${HEAD}promotion p\n  layer item\n  take 1.00 off\n`);
  const english = explainAll(ruleset, { width: 100 }).replaceAll('\n', ' ');
  expect(english).toContain('"cost" (amount per unit, may be missing)');
  expect(english).toContain('"deposit" (amount, may be missing)');
  const chinese = explainAll(ruleset, { lang: 'zh', width: 100 }).replaceAll('\n', '');
  expect(chinese).toContain('「deposit」（金额，可缺）');
});

test.each(['en', 'zh'] as const)('the file at a glance, in %s', async (lang) => {
  const text = readFileSync(new URL('../fixtures/at-a-glance.reckon', import.meta.url), 'utf8');
  await expect(explainAll(rulesetOf(text), { lang, width: 100 })).toMatchFileSnapshot(
    `./snapshots/at-a-glance-${lang}.txt`,
  );
});
