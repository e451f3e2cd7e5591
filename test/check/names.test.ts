import { expect, test } from 'vitest';
import { clauseMistakes, diagnose, mistakes } from './support.js';

test.each([
  ['on lines where brnad is "x" take 1 off', 'RK1001 brnad'],
  ['when customer.teir is vip take 1 off', 'RK1001 teir'],
  ['when shop.tier is vip take 1 off', 'RK1001 shop'],
  ['when total of colour > 3 take 1 off', 'RK1001 colour'],
  ['layer item take 1 off', 'RK1001 item'],
  ['for each stroe take 1 off', 'RK1001 stroe'],
  ['take 1 off not with q', 'RK1001 q'],
  ['take 1 off not with tag q', 'RK1001 q'],
  ['take 1 off funded by its stroe 100%', 'RK1001 stroe'],
  ['take nothing off', 'RK1001 nothing'],
])('%s: an unknown name', (clauses, mistake) => {
  expect(clauseMistakes(clauses)).toEqual([mistake]);
});

test('the help of an unknown name is the nearest, else what is known when short', () => {
  const help = (clauses: string): readonly string[] =>
    diagnose(`currency CNY line has brand text, size text promotion p ${clauses}`).map((found) => found.help);
  expect(help('on lines where brnad is "x" take 1 off')).toEqual(['did you mean `brand`?']);
  expect(help('on lines where colour is "x" take 1 off')).toEqual(['known: `brand`, `size`']);
  expect(help('on lines where brand is mijia take 1 off')).toEqual(['a text stands in quotes: `"mijia"`']);
});

test("an attribute of another's is named with its owner", () => {
  const [found] = diagnose('currency CNY customer has tier text promotion p when tier is "vip" take 1 off');
  expect(found?.help).toBe('did you mean `customer.tier`?');
});

test('two things of one name point at the first', () => {
  const text = 'currency CNY\npromotion p take 1 off\ncoupon p take 1 off\nlet a = 1\nlet a = 2\n';
  expect(diagnose(text).map(({ code, help, line }) => [code, line, help])).toEqual([
    ['RK1002', 3, 'the first stands on line 2; rename or remove one of them'],
    ['RK1002', 5, 'the first stands on line 4; rename or remove one of them'],
  ]);
});

test('words of the language name nothing, even in backticks', () => {
  expect(mistakes('currency CNY promotion `tag` take 1 off')).toEqual(['RK1003 `tag`']);
  expect(mistakes('currency CNY promotion p tag `table` take 1 off')).toEqual(['RK1003 `table`']);
  expect(mistakes('currency CNY promotion p take 1 off funded by `order` 100%')).toEqual(['RK1003 `order`']);
  expect(mistakes('currency CNY layers shipping promotion p layer shipping take 1 off')).toEqual([]);
});

test.each([
  ['line', 'id'],
  ['line', 'sku'],
  ['line', 'quantity'],
  ['line', 'price'],
  ['order', 'at'],
  ['order', 'codes'],
  ['shipping', 'id'],
  ['shipping', 'amount'],
])('%s has `%s` built in', (carrier, name) => {
  expect(mistakes(`currency CNY ${carrier} has \`${name}\` text promotion p take 1 off`)).toEqual([
    `RK1004 \`${name}\``,
  ]);
});

test('names of host objects are names like others', () => {
  for (const name of ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']) {
    const text = `currency CNY line has ${name} text let x-${name} = 1
promotion ${name} tag ${name} on lines where ${name} is "x" for each ${name} take 1 off
promotion q take 1 off not with tag ${name} allow 1 of ${name}, q
scenario "s" cart 1 of "A" at 1.00 ${name} "x" expect ${name} takes 1`;
    expect(mistakes(text)).toEqual([]);
    expect(mistakes(`currency CNY promotion p on lines where ${name} is "x" take 1 off`)).toHaveLength(1);
  }
});

test('a definition must not lead back to itself', () => {
  const text = 'currency CNY let a = b + 1 let b = a promotion p take a off';
  expect(mistakes(text)).toEqual(['RK1009 a']);
  expect(mistakes('currency CNY let a = a promotion p take 1 off')).toEqual(['RK1009 a']);
  expect(
    mistakes('currency CNY let a = "x", b let b = "y", a promotion p on lines where sku in a take 1 off'),
  ).toEqual(['RK1009 a']);
});

test('names that double one another are refused before they fill the memory', () => {
  const lets = Array.from({ length: 60 }, (_, n) => `let n${n + 1} = n${n} + n${n}\n`).join('');
  expect(mistakes(`currency CNY let n0 = list ${lets} promotion p when n60 > 1 take 1 off`)).toEqual([
    'RK1017 n60 > 1',
  ]);
  const lists = Array.from({ length: 60 }, (_, n) => `let n${n + 1} = n${n}, n${n}\n`).join('');
  expect(
    mistakes(`currency CNY let n0 = "a", "b" ${lists} promotion p on lines where sku in n60 take 1 off`),
  ).toEqual(['RK1017 n16, n16']);
});

test('definitions that lead from one to the next are followed only so far', () => {
  const lets = Array.from({ length: 3000 }, (_, n) => `let n${n + 1} = n${n} + 1\n`).join('');
  const found = mistakes(`currency CNY\nlet n0 = list\n${lets}\npromotion p when n3000 > 1 take 1 off`);
  expect(found.at(-1)).toBe('RK1017 n3000 > 1');
  expect(found.length).toBeLessThan(10);
});

test.each([
  ['sums', 'l0 = 1', (name: string) => `${name} + 1`, 'take l off'],
  ['lists', 'l0 = "a", "b"', (name: string) => name, 'on lines where sku in l take 1 off'],
  ['conditions', 'l0 = sku is "a"', (name: string) => `not ${name}`, 'on lines where l take 1 off'],
])(
  'definitions of %s in a chain or a circle of any length are refused, not followed',
  (_what, first, next, use) => {
    for (const count of [2000, 20_000]) {
      const lets = Array.from({ length: count }, (_, n) => `let l${n + 1} = ${next(`l${n}`)}\n`).join('');
      const rest = `${lets}promotion p\n  ${use.replace(/\bl\b/, `l${count}`)}`;
      const circle = `let l0 = ${next(`l${count}`)}`;
      for (const start of [`let ${first}`, circle])
        expect(mistakes(`currency CNY\n${start}\n${rest}`).map((found) => found.slice(0, 6))).toContain(
          'RK1017',
        );
    }
  },
);

test.each([
  ['', 'declare what is tested: `customer has tier text`, then write `customer.tier`'],
  ['customer has level text', 'did you mean `customer.level`?'],
  [
    'customer has level text, points number',
    'name one of its attributes: `customer.level`, `customer.points`',
  ],
])('the customer alone is no value: %s', (declaration, help) => {
  const found = diagnose(`currency CNY ${declaration} promotion p when customer is vip take 5% off`);
  expect(found.map((one) => [one.code, one.help])).toEqual([['RK1001', help]]);
});

test('a long choice is one condition', () => {
  const choice = Array.from({ length: 900 }, (_, n) => `sku is "S${n}"`).join(' or ');
  expect(clauseMistakes(`on lines where ${choice} take 1 off`)).toEqual([]);
  expect(clauseMistakes(`when not (count of lines where (${choice}) > 3) take 1 off`)).toEqual([]);
});

test('what nothing uses is checked too', () => {
  expect(mistakes('currency CNY line has cost money let a = total of coast promotion p take 1 off')).toEqual([
    'RK1001 coast',
  ]);
  expect(
    mistakes('currency CNY line has cost money let a = cost > 3 let b = row.x + pay promotion p take 1 off'),
  ).toEqual([]);
  expect(mistakes('currency CNY default counting quantity')).toEqual(['RK1023 quantity']);
});

test('a definition does not take the name of an attribute', () => {
  expect(mistakes('currency CNY line has brand text let brand = 3 promotion p take brand off')).toEqual([
    'RK1091 brand',
  ]);
});
