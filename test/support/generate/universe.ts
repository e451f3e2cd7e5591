import type { GeneratedFiles } from './model.js';

/** What generated rules and carts speak about: few enough values that they meet often. */
export const STORES: readonly string[] = ['S1', 'S2', 'S3'];
export const BRANDS: readonly string[] = ['mijia', '安踏', 'Acme'];
export const CATEGORIES: readonly string[] = ['home', 'food'];
export const SKUS: readonly string[] = ['K1', 'K2', 'K3', 'K4', 'MUG'];
export const CODES: readonly string[] = ['SAVE', 'D11-7', 'D11-9', 'other'];
export const PARTIES: readonly string[] = ['brand', 'platform', 'host'];
export const TAGS: readonly string[] = ['clearance', 'voucher'];

export const DECLARATIONS = `currency CNY
timezone Asia/Shanghai
line has store text, brand optional text, category text, weight number, cost optional money, live-price optional money, clearance flag, labels optional list of text
customer has tier one of none, vip, gold, points optional money
order has channel optional one of app, web, deposit optional money, pickup optional time
shipping has method optional text, store optional text
let hot = "mijia", "安踏"
let rate = 15%
let big = 300.00
let core = values from "core.csv"
table tiers = "tiers.csv" with store text, spend money, off money, units number
`;

export const FILES: GeneratedFiles = {
  'core.csv': 'K1\nK3\n',
  'tiers.csv': 'store,spend,off,units\nS1,50.00,5.00,2\nS1,150.00,20.00,3\nS2,80.00,7.77,2\nS9,1.00,0.50,1\n',
};
