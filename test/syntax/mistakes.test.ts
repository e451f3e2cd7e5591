import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { frame } from '../../src/diagnostics/frame.js';
import { SourceText } from '../../src/diagnostics/source.js';
import { syntaxMessages } from '../../src/diagnostics/syntax-messages.js';
import { parse } from '../../src/syntax/index.js';
import { mistakes } from './support.js';

const PAGES = new URL('../../docs/errors/', import.meta.url);

/** Mistakes whose examples would fill pages. */
const GENERATED: Readonly<Record<string, string>> = {
  RK0011: `let x = a${' + a'.repeat(1001)}`,
  RK0012: `promotion p ${'; '.repeat(1001)}`,
  RK0013: ' '.repeat(8_388_609),
  RK0014: `promotion ${'a'.repeat(201)} ship free`,
  RK0015: `promotion p "${'a'.repeat(10_001)}" ship free`,
};

function example(code: string): string {
  const page = readFileSync(new URL(`${code}.md`, PAGES), 'utf8');
  return GENERATED[code] ?? /^```reckon wrong\n([^]*?)^```$/m.exec(page)?.[1] ?? '';
}

function drawn(text: string): readonly string[] {
  return parse(text).diagnostics.map((found) => frame(found, new SourceText(found.file, text)));
}

test.each(Object.keys(syntaxMessages))('%s, drawn with its source', (code) => {
  const frames = drawn(example(code));
  expect(frames.at(-1)).toContain(`error[${code}]`);
  expect(frames.slice(-2).join('\n\n')).toMatchSnapshot();
});

test.each(Object.entries(syntaxMessages))('%s speaks as messages do', (code, { help, message }) => {
  expect(message).toMatch(/^[^A-Z.].*[^.]$/);
  expect(help).not.toMatch(/\.$/);
  expect(example(code)).not.toBe('');
});

const clause = (text: string): readonly string[] => mistakes(`promotion p\n  ${text}\n`);

test.each([
  ['spend 300,00 take 5 off', ['RK0030 300,00']],
  ['spend 1.299,50 take 5 off', ['RK0030 1.299,50']],
  ['take 12,5% off', ['RK0030 12,5%']],
  ['spend 1,000.00 take 5 off', ['RK0031 1,000.00']],
  ['spend 1,000,000 take 5 off', ['RK0031 1,000,000']],
  ['on lines where price in 100,200,300', []],
  ['on lines where price in 1,000.00, 5', ['RK0031 1,000.00']],
  ['active on days 1,15 of each month', []],
  ['take min(100,200) off', []],
  ['take min(left - 100,200) off', []],
  ['take min(1,000.00, 5) off', ['RK0031 1,000.00']],
  ['spend ¥300 take $5 off', ['RK0032 ¥300', 'RK0032 $5']],
  ['spend 300元 take 5 块 off', ['RK0032 300元', 'RK0032 5 块']],
  ['spend 300 € take 5USD off', ['RK0032 300 €', 'RK0032 5USD']],
  ['take 15.5.5% off', ['RK0033 15.5.5%']],
  ['take .5 off', ['RK0033 .5']],
  ['take 5. off', ['RK0033 5.']],
  ['take 007 off', ['RK0033 007']],
  ['take 1e5 off', ['RK0033 1e5']],
  ['take 1_000 off', ['RK0033 1_000']],
  ['take 15 % of list off', ['RK0034 15 %']],
  ['take 15 percent off', ['RK0035 15 percent']],
  ['take 15percent off', ['RK0035 15percent']],
  ['active from 11/11/2026', ['RK0036 11/11/2026']],
  ['active from 2026/11/11', ['RK0036 2026/11/11']],
  ['active from 11.11.2026', ['RK0036 11.11.2026']],
  ['active from 2026年11月11日', ['RK0036 2026年11月11日']],
  ['active from 2026-1-5', ['RK0036 2026-1-5']],
  ['active from 05-01-2026', ['RK0036 05-01-2026']],
  ['active from 2026-13-45', ['RK0037 2026-13-45']],
  ['active from 2026-00-10', ['RK0037 2026-00-10']],
  ['active from 2026-11-11 8:00', ['RK0038 8:00']],
  ['active until 2026-11-11 24:00', ['RK0038 24:00']],
  ['active between 22:00 and 25:61', ['RK0038 25:61']],
  ['active from 2026-11-11T20:00:00Z', ['RK0039 2026-11-11T20:00:00Z']],
  ['take -5.00 off', ['RK0040 -']],
  ['take left - 5.00 off', []],
  ['priority 1.5', ['RK0041 1.5']],
  ['limit 99999999999999999999 in total', ['RK0041 99999999999999999999']],
])('numbers and dates: %s', (text, found) => {
  expect(clause(text)).toEqual(found);
});

test.each([
  ['on lines where brand = "x"', ['RK0027 =']],
  ['on lines where brand == "x" || price <> 5', ['RK0027 ==', 'RK0027 ||', 'RK0027 <>']],
  ['on lines where ! clearance & price => 5', ['RK0027 !', 'RK0027 &', 'RK0027 =>']],
  ['on lines where price ≥ 5 and price ≠ 6', ['RK0027 ≥', 'RK0027 ≠']],
  ['take list × 2 ÷ 3 off', ['RK0027 ×', 'RK0027 ÷']],
  ['take left − 5 off', ['RK0027 −']],
  ['on lines where category in "a"、"b"，"c"', ['RK0027 、', 'RK0026 ，']],
  ['take （５ ＋ 2） off', ['RK0026 （', 'RK0026 ５', 'RK0026 ＋', 'RK0026 ）']],
  ['take 15％ off', ['RK0026 15％']],
  ['take 15 ％ off', ['RK0034 15 ％']],
  ['active from 2026－11－11 20：00', ['RK0026 2026－11－11', 'RK0026 20：00']],
  ['ｔａｋｅ 5 off', ['RK0026 ｔａｋｅ']],
  ['layer： item', ['RK0028 ：']],
  ['take 5 off。', ['RK0028 。']],
  ['take 5 off;', ['RK0028 ;']],
  ['{ take 5 off }', ['RK0028 {']],
  ['take 5 off }', ['RK0028 }']],
  ['on lines where category in ["a", "b"]', ['RK0044 [']],
  ['on lines where category in ("a", "b") and clearance', ['RK0044 (']],
  ['take 5 off // soon', ['RK0029 //']],
  ['take 5 off /* soon */ also ship free', ['RK0029 /*']],
  ['take 5 off ＃ soon', ['RK0026 ＃']],
  ['take 5 off @', ['RK0025 @']],
  ['take 5 off ~~^^', ['RK0025 ~~^^']],
  ['note “x”', ['RK0021 “x”']],
  ['note ‘x’', ['RK0021 ‘x’']],
  ["note 'x'", ["RK0021 'x'"]],
  ['note 「x」', ['RK0021 「x」']],
  ['note ＂x＂', ['RK0021 ＂x＂']],
  ['note “x', ['RK0020 “x']],
  ['note "x', ['RK0020 "x']],
  ['note "x\\"', ['RK0020 "x\\"']],
  ['note "\\x \\u{110000} \\u{D800} \\n"', ['RK0022 \\x', 'RK0022 \\u{110000}', 'RK0022 \\u{D800}']],
  ['layer `item', ['RK0024 `item']],
  ['layer ``', ['RK0024 ``']],
])('signs and texts: %s', (text, found) => {
  expect(clause(text)).toEqual(found);
});

test.each([
  ['spned 300 take 5 off', ['RK0002 spned']],
  ['tke 5 off', ['RK0002 tke']],
  ['spend 300 tkae 5 off', ['RK0002 tkae']],
  ['Take 5 OFF', ['RK0002 Take', 'RK0002 OFF']],
  ['take 5 offf', ['RK0002 offf']],
  ['take 5 off cappd at 3', ['RK0002 cappd']],
  ['cap at 3', ['RK0002 cap']],
  ['active form 2026-01-01', ['RK0002 form']],
  ['active from 2026-01-01 trough 2026-01-02', ['RK0002 trough']],
  ['active on mondys', ['RK0002 mondys']],
  ['when customer.tier si vip', ['RK0002 si']],
  ['when left at leest 5', ['RK0002 leest']],
  ['for eech store', ['RK0002 eech']],
  ['make the cheepest 1 free', ['RK0002 cheepest']],
  ['ship fre', ['RK0002 fre']],
  ['rounding half_up', ['RK0002 half_up']],
  ['limit 1 per custmer', ['RK0002 custmer']],
  ['returns kep', ['RK0002 kep']],
  ['share equaly', ['RK0002 equaly']],
])('misspelt words: %s', (text, found) => {
  expect(clause(text)).toEqual(found);
});

test.each([
  ['when', ['RK0001 ']],
  ['layer', ['RK0001 ']],
  ['take 5', ['RK0001 ']],
  ['take off', ['RK0001 ']],
  ['spend 300', ['RK0001 ']],
  ['when (customer.tier is vip', ['RK0001 ']],
  ['active', ['RK0001 ']],
  ['take 5 off bogus', ['RK0004 bogus']],
  ['bogus 5', ['RK0004 bogus']],
  ['customer.tier is vip', ['RK0004 customer']],
  ['take 5 off,', ['RK0004 ,']],
  ['funded by a 70% b 30%', ['RK0001 ']],
  ['code "A" "B"', ['RK0001 ']],
  ['layer "item"', ['RK0007 "item"']],
  ['tag "a b"', ['RK0007 "a b"']],
  ['for each "store"', ['RK0007 "store"']],
  ['active from 2026-01-01 in "Europe/Berlin"', ['RK0007 "Europe/Berlin"']],
  ['layer default', ['RK0006 default']],
  ['tag promotion', ['RK0006 promotion']],
  ['funded by order 100%', ['RK0006 order']],
  ['not with tag', ['RK0001 ']],
  ['not with violation', ['RK0006 violation']],
  ['for each all', ['RK0006 all']],
  ['layer 618-sale', ['RK0008 618-sale']],
  ['when order.a.b.c is 5', ['RK0009 order.a.b.c']],
  ['when 1 < 2 < 3', ['RK0042 <']],
  ['when a is b is c', ['RK0042 is']],
  ['when list of lines where clearance', ['RK0043 clearance']],
  ['when brand is not in "a", "b"', ['RK0045 is']],
  ['active until 2026-11-11', ['RK0050 2026-11-11']],
  ['active through 2026-11-11 20:00', ['RK0051 2026-11-11 20:00']],
  ['spend 99 capped at 10 take 5 off', ['RK0052 capped']],
  ['make free', ['RK0053 make free']],
  ['make the cheapest free', ['RK0054 cheapest']],
  ['take 5 off the dearest', ['RK0001 ']],
  ['every n + 1 units take 5 off', ['RK0055 n + 1']],
  ['take 5 off ship free', ['RK0056 ship']],
  ['take 5 off take 6 off also ship free pay 85%', ['RK0056 take', 'RK0056 pay']],
  ['pay 20% off', ['RK0057 20% off']],
  ['pay 20.00 off capped at 5', ['RK0057 20.00 off']],
  ['pay 12.5% off', ['RK0057 12.5% off']],
  ['take 50.00 off spend 300', ['RK0058 spend 300']],
  ['take 5% off buy 3 layer x', ['RK0058 buy 3']],
  ['take 5% off every 100 counting list\n  layer x', ['RK0058 every 100 counting list']],
  ['layer x spend 300', ['RK0001 ']],
  ['buy 3 units take 5% off', ['RK0028 units']],
  ['take 5.00 off for 3 units', ['RK0001 3']],
  ['take 5 off each', ['RK0001 ']],
])('clauses: %s', (text, found) => {
  expect(clause(text)).toEqual(found);
});

test.each([
  ['promotoin a', ['RK0002 promotoin']],
  ['promo a', ['RK0002 promo']],
  ['voucher A', ['RK0002 voucher']],
  ['bogus a', ['RK0003 bogus']],
  ['take 5 off', ['RK0005 take']],
  ['take 5 off also ship free layer x', ['RK0005 take']],
  ['promotion', ['RK0001 ']],
  ['promotion "x"', ['RK0007 "x"']],
  ['promotion violation', ['RK0006 violation']],
  ['promotion tag', ['RK0006 tag']],
  ['coupon coupon', ['RK0006 coupon']],
  ['layers item, import', ['RK0006 import']],
  ['layers item store', ['RK0001 ']],
  ['layers item bset per line', ['RK0002 bset']],
  ['layers item,', ['RK0001 ']],
  ['line has store txt', ['RK0002 txt']],
  ['line has store', ['RK0001 ']],
  ['line has store 5, brand text', ['RK0001 5']],
  ['line has store text brand text', ['RK0001 ']],
  ['line has tier one of "a", "b"', ['RK0007 "a"', 'RK0007 "b"']],
  ['line has all text', ['RK0006 all']],
  ['let x', ['RK0001 ']],
  ['let x == 5', ['RK0027 ==']],
  ['let list = 5', ['RK0006 list']],
  ['let x = 5 +', ['RK0001 ']],
  ['const x = 5', ['RK0002 const']],
  ['import other', ['RK0001 other']],
  ['table t = "x.csv"', ['RK0001 ']],
  ['timezone "Asia/Shanghai"', ['RK0007 "Asia/Shanghai"']],
  ['default rounding', ['RK0001 ']],
  ['default choose last', ['RK0001 last']],
  ['allow 1.5 of a, b', ['RK0041 1.5']],
  ['guarantee', ['RK0001 ']],
  ['scenario', ['RK0001 ']],
  ['scenario "x" take 5 off', ['RK0004 take']],
  ['scenario "x" expect', ['RK0001 ']],
  ['scenario "x" expect foo', ['RK0001 foo']],
  ['scenario "x" expect foo taks 5', ['RK0002 taks']],
  ['scenario "x"\n  expct pay 5', ['RK0002 expct']],
  ['scenario "x" cart 1.5 of "A" at 5.00', ['RK0041 1.5']],
  ['scenario "x" cart 1 of "A"', ['RK0001 ']],
  ['scenario "x" customer tier', ['RK0001 ']],
])('statements: %s', (text, found) => {
  expect(mistakes(text)).toEqual(found);
});

test.each([
  [
    'promotion p on lines where category is "a", "b"',
    'RK0004',
    'write `in` instead of `is` before several values',
  ],
  ['promotion p on lines in category "a" take 5% off', 'RK0004', 'write `on lines where category …`'],
  [
    'promotion p active on saturdays and sundays',
    'RK0004',
    'write a comma between days: `saturdays, sundays`',
  ],
  ['promotion brand day "Brand day" take 5% off', 'RK0004', 'write the name as one word: `brand-day`'],
  ['allow one of a, b', 'RK0041', 'write `1`'],
  ['promotion p limit once per customer', 'RK0041', 'write `1`'],
  ['promotion p take 20% off max 50', 'RK0004', 'write `capped at 50`'],
  ['promotion p take 20% off max 3 times', 'RK0004', 'write `up to 3 times`'],
  ['promotion p take 20 off max 1 per customer', 'RK0004', 'write `limit 1 per customer`'],
  ['promotion p\n  take 20 off\n  max 1000 uses', 'RK0004', 'write `limit 1000 in total`'],
  ['promotion p spend 199 get 20 off', 'RK0001', 'write `take 20 off`'],
  ['promotion p spend 199 get 1 "CUP" free', 'RK0001', 'write `give 1 of "CUP"`'],
  [
    'promotion p active from 2026-11-10 20:00 to 2026-11-11',
    'RK0001',
    'write `through 2026-11-11` to include that day',
  ],
  ['promotion p active from 2026-11-10 to 2026-11-11 22:00', 'RK0001', 'write `until 2026-11-11 22:00`'],
  [
    'promotion p active from 2026-11-10 - 2026-11-12',
    'RK0004',
    'write `through 2026-11-12` to include that day',
  ],
  ['promotion p active on 2026-11-11', 'RK0001', 'write `from 2026-11-11 through 2026-11-11`'],
  ['promotion p take off 15%', 'RK0001', 'write `take 15% off`'],
  ['promotion p buy 2 get 1 free', 'RK0001', 'write `every 3 units make the cheapest 1 free`'],
  ['promotion p spend 99 free shipping', 'RK0001', 'write `ship free`'],
  ['promotion p take 5% off free shipping', 'RK0004', 'write `ship free`'],
  ['promotion p\n  free shipping', 'RK0004', 'write `ship free`'],
])('habits of other tools, each answered once: %s', (text, code, help) => {
  expect(parse(text).diagnostics.map((found) => [found.code, found.help])).toEqual([[code, help]]);
});

test('every share without its sign is reported', () => {
  expect(clause('funded by its brand 70, platform 30')).toEqual(['RK0035 70', 'RK0035 30']);
  expect(clause('commission host 20 of paid')).toEqual(['RK0035 20']);
});

test('a word on the next line is no part of the name', () => {
  const [found] = parse('promotion brand\n  bogus 5').diagnostics;
  expect(found?.help).toMatch(/^a clause begins with/);
});
