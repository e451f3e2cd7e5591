import type { Comparison } from '../../src/compare/types.js';
import { comparedBy } from './compared.js';

/** What a page must show as text: markup, an attribute's end, one from right to left, a title in Chinese, one without end. */
export const TITLES: Readonly<Record<'script' | 'attribute' | 'reordered' | 'chinese' | 'endless', string>> =
  {
    script: `<script>window.broken = 1</script><img src=x onerror="window.broken = 1">`,
    attribute: `" onmouseover="window.broken = 1" x='`,
    reordered: 'New & <i>shiny</i>, \u05d7\u05d3\u05e9',
    chinese: '满减：满三百减五十，上不封顶，跨店可用，与会员价同享',
    endless: 'W'.repeat(400),
  };

function quoted(text: string): string {
  return JSON.stringify(text);
}

const DECLARED = `currency CNY
line has store text, cost optional money
customer has tier one of none, vip
`;

function rules(amounts: readonly string[]): string {
  const [script, attribute, endless, off] = amounts;
  return `${DECLARED}
promotion script ${quoted(TITLES.script)}
  spend 100.00 take ${script} off
  funded by its store 60%, platform 40%

promotion attribute ${quoted(TITLES.attribute)}
  when customer.tier is vip
  take ${attribute} off

promotion 满减 ${quoted(TITLES.chinese)}
  for each store
  every 300.00 take ${off} off

promotion endless ${quoted(TITLES.endless)}
  spend 50.00 take ${endless} off

promotion mug
  spend 500.00 give 1 of "MUG"

guarantee "<b>no loss</b>" for each line pay at least cost
`;
}

const BEFORE = rules(['10.00', '5%', '1.00', '50.00']);
const AFTER = `${rules(['12.00', '4%', '1.00', '50.00'])}
promotion fresh ${quoted(TITLES.reordered)}
  spend 900.00 take 30.00 off
`;

function kettle(cost: string | undefined): object {
  return {
    id: '<2>',
    sku: 'KET\u202eTLE',
    quantity: 1,
    price: '159.00',
    store: 'S&1',
    ...(cost !== undefined && { cost }),
  };
}

/** Carts of all kinds: cheaper, dearer, unchanged, refused, below cost. */
function carts(): readonly unknown[] {
  const good = Array.from({ length: 60 }, (_, index) => ({
    currency: 'CNY',
    at: `2026-11-${String(1 + (index % 28)).padStart(2, '0')}T10:00:00+08:00`,
    customer: { tier: index % 3 === 0 ? 'vip' : 'none' },
    lines: [
      {
        id: '1',
        sku: `<u>${index}</u>`,
        quantity: 1 + (index % 7),
        price: '49.90',
        store: `"S"${index % 4}`,
        cost: '10.00',
      },
      ...(index % 4 === 0 ? [] : [kettle(index % 5 === 0 ? '158.50' : undefined)]),
    ],
    shipping: '8.00',
  }));
  return [...good, 'the line is <not> JSON', { currency: 'USD' }];
}

/** A comparison in which every name tries to be something else, and every part of the page has something to say. */
export function hostileComparison(): Comparison {
  return comparedBy(BEFORE, AFTER, carts());
}

/** The same with orders and what is wrong with them in one word that does not end. */
export function endlessComparison(): Comparison {
  const { refused, largest, ...rest } = hostileComparison();
  const id = 'X'.repeat(5000);
  return {
    ...rest,
    largest: largest.map((cart) => ({ ...cart, id })),
    refused: refused.map((cart) => ({ ...cart, id, messages: [id] })),
  };
}
