import type { GeneratedFiles } from './model.js';
import { decimal } from './random.js';
import { disguisedTable, disguisedText, PLAIN, type World } from './world.js';

/** What generated rules and carts speak about: few enough values that they meet often. */
export const STORES: readonly string[] = ['S1', 'S2', 'S3'];
export const BRANDS: readonly string[] = ['mijia', '安踏', 'Acme'];
export const CATEGORIES: readonly string[] = ['home', 'food'];
export const SKUS: readonly string[] = ['K1', 'K2', 'K3', 'K4', 'MUG'];
export const CODES: readonly string[] = ['SAVE', 'D11-7', 'D11-9', 'other'];
export const PARTIES: readonly string[] = ['brand', 'platform', 'host'];
export const TAGS: readonly string[] = ['clearance', 'voucher'];

const DECLARATIONS = `line has store text, brand optional text, category text, weight number, cost optional money,
  live-price optional money, clearance flag, labels optional list of text, grade optional one of a, b, released optional time
customer has tier one of none, vip, gold, points optional money, level optional number, groups optional list of text
order has channel optional one of app, web, deposit optional money, pickup optional time
shipping has method optional text, store optional text
let hot = "mijia", "安踏"
let rate = 15%
let pair = 2
let half-left = 50% of left
let core = values from "core.csv"
table tiers = "tiers.csv" with store text, spend money, off money, units number
table bands = "bands.csv" with brand text, low money, percent number, most optional money
`;

/** All that a rule file says before its settings, layers and promotions. */
export function declarationsOf(world: World): string {
  const { currency, digits, scale, zone } = world;
  const big = decimal(30_000 * scale, digits);
  return disguisedText(`currency ${currency}\ntimezone ${zone}\n${DECLARATIONS}let big = ${big}\n`, world);
}

/** The files that rule files name, by path. */
export function filesOf(world: World): GeneratedFiles {
  return {
    'core.csv': disguisedTable('K1\nK3\n', world),
    'tiers.csv': table(
      'store,spend,off,units',
      [
        ['S1', 5000, 500, '2'],
        ['S1', 15_000, 2000, '3'],
        ['S2', 8000, 777, '2'],
        ['S9', 100, 50, '1'],
      ],
      world,
    ),
    'bands.csv': table(
      'brand,low,percent,most',
      [
        ['mijia', 15_000, '20', ''],
        ['安踏', 100, '12.5', ''],
        ['Acme', 20_000, '7', 500],
        ['mijia', 5000, '10', 2000],
      ],
      world,
    ),
  };
}

/** The files of the plain world. */
export const FILES: GeneratedFiles = filesOf(PLAIN);

/** A CSV file; numbers are amounts in minor units. */
function table(header: string, rows: readonly (readonly (string | number)[])[], world: World): string {
  const cell = (value: string | number): string =>
    typeof value === 'string' ? value : decimal(value * world.scale, world.digits);
  const lines = [header, ...rows.map((row) => row.map(cell).join(','))];
  return disguisedTable(`${lines.join('\n')}\n`, world);
}
