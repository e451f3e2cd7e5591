import { expect, test } from 'vitest';
import { outline, read } from './support.js';

test.each([
  ['currency CNY', '(currency code=CNY)'],
  ['currency `CNY`', '(currency code=`CNY`)'],
  ['timezone Asia/Shanghai', '(timezone zone="Asia/Shanghai")'],
  ['timezone Etc/GMT+8', '(timezone zone="Etc/GMT+8")'],
  ['timezone America/Port-au-Prince', '(timezone zone="America/Port-au-Prince")'],
  [
    'line has store text, cost optional money, clearance flag, live-price optional money',
    '(has carrier=line attributes=[(name=store type=(word word=text)) (name=cost optional type=(word word=money)) (name=clearance type=(word word=flag)) (name=live-price optional type=(word word=money))])',
  ],
  [
    'customer has tier one of none, vip',
    '(has carrier=customer attributes=[(name=tier type=(one-of members=[none vip]))])',
  ],
  [
    'customer has tier optional one of none, vip, level number, made time',
    '(has carrier=customer attributes=[(name=tier optional type=(one-of members=[none vip])) (name=level type=(word word=number)) (name=made type=(word word=time))])',
  ],
  [
    'order has labels list of text, channel one of app, web, live',
    '(has carrier=order attributes=[(name=labels type=(word word=list)) (name=channel type=(one-of members=[app web live]))])',
  ],
  ['shipping has method text', '(has carrier=shipping attributes=[(name=method type=(word word=text))])'],
  [
    'line has optional optional number, `all` text, text text',
    '(has carrier=line attributes=[(name=optional optional type=(word word=number)) (name=`all` type=(word word=text)) (name=text type=(word word=text))])',
  ],
  [
    'layers item best per line, store best per store, platform counting left after item, coupons best, member, shipping',
    '(layers layers=[(name=item words=[(best per=line)]) (name=store words=[(best per=store)]) (name=platform words=[(counting amount=(left after item))]) (name=coupons words=[(best)]) (name=member) (name=shipping)])',
  ],
  [
    'layers capped at 50% of list, item, store together',
    '(layers cap=(of 50% list) layers=[(name=item) (name=store words=[(together)])])',
  ],
  ['layers capped together, item', '(layers layers=[(name=capped words=[(together)]) (name=item)])'],
  [
    'layers a each unit once capped at 500.00 each unit once, b leave at least 1.00 per unit rounding half-even',
    '(layers layers=[(name=a words=[(each-unit-once) (capped amount=500.00) (each-unit-once)]) (name=b words=[(leave amount=1.00 per=unit) (rounding mode=half-even of=discount)])])',
  ],
  [
    'layers a share by value after b shares in turn to largest fraction rest to last overflow dropped',
    '(layers layers=[(name=a words=[(share by=value after=b) (shares how=in-turn) (to who=largest-fraction) (rest who=last) (overflow how=dropped)])])',
  ],
  [
    'allow 1 of vip-5, CAT88, tag clearance',
    '(allow count=1 members=[(name=vip-5) (name=CAT88) (tag name=clearance)])',
  ],
  ['guarantee discount at most 60% of list', '(guarantee condition=(<= discount (of 60% list)))'],
  [
    'guarantee "no loss" for each line pay at least cost',
    '(guarantee title="no loss" forEachLine condition=(>= pay cost))',
  ],
  ['guarantee pay at least 0.01 required', '(guarantee condition=(>= pay 0.01) required)'],
  ['let x = 5 + 3', '(let name=x value=(+ 5 3))'],
  ['let core-skus = values from "core.csv"', '(let name=core-skus value=(values-from path="core.csv"))'],
  ['let values = values', '(let name=values value=values)'],
  ['let colours = "red", "blue"', '(let name=colours value=["red" "blue"])'],
  ['import "other.reckon"', '(import path="other.reckon")'],
  [
    'table tiers = "tiers.csv" with store text, spend money, off money',
    '(table name=tiers path="tiers.csv" columns=[(name=store type=(word word=text)) (name=spend type=(word word=money)) (name=off type=(word word=money))])',
  ],
  ['default rounding half-even', '(default setting=(rounding mode=half-even of=discount))'],
  ['default rounding up of price', '(default setting=(rounding mode=up of=price))'],
  ['default share equally', '(default setting=(share by=equally))'],
  ['default share by quantity', '(default setting=(share by=quantity))'],
  ['default shares half-down', '(default setting=(shares how=half-down))'],
  ['default overflow to others', '(default setting=(overflow how=to-others))'],
  ['default choose first', '(default setting=(choose how=first))'],
  ['default search limit 10000', '(default setting=(search-limit count=10000))'],
  ['default prices rounded half-up per line', '(default setting=(prices mode=half-up per=line))'],
  ['default prices rounded half-even per unit', '(default setting=(prices mode=half-even per=unit))'],
  ['default counting list', '(default setting=(counting amount=list))'],
  ['promotion a', '(promotion name=a)'],
  ['coupon CAT88 "Home and appliances"', '(coupon name=CAT88 title="Home and appliances")'],
])('%s', (text, tree) => {
  expect(read(text).statements.map(outline)).toEqual([tree]);
});

test('statements follow one another without any sign between them', () => {
  const kinds = read(
    'currency CNY line has a text let b = 5 import "c" promotion d take b off scenario "e"',
  ).statements;
  expect(kinds.map(({ kind }) => kind)).toEqual([
    'currency',
    'has',
    'let',
    'import',
    'promotion',
    'scenario',
  ]);
});

test('`line`, `customer`, `order` and `shipping` begin a statement before `has`', () => {
  const text = 'promotion a take 5 off shipping has method text promotion b take 5 off line has c text';
  expect(read(text).statements.map(({ kind }) => kind)).toEqual(['promotion', 'has', 'promotion', 'has']);
});

test('a comma ends a list of members before a name and a type', () => {
  expect(read('line has size one of s, text, l, text text, time time').statements.map(outline)).toEqual([
    '(has carrier=line attributes=[(name=size type=(one-of members=[s text l])) (name=text type=(word word=text)) (name=time type=(word word=time))])',
  ]);
});
