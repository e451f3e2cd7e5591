import type { Random } from './random.js';

/** Where generated rules and carts live: their money, their clock, and what their names and values look like. */
export interface World {
  readonly currency: string;
  /** Decimals of the currency. */
  readonly digits: number;
  readonly zone: string;
  /** Every amount is this many times what it is in the plain world: near the greatest exact amount, where products pass it. */
  readonly scale: number;
  /** More lines and charges than in the plain world. */
  readonly crowded: boolean;
  /** What stands for a name or a value of the plain world; what is not listed stays. */
  readonly disguise: ReadonlyMap<string, string>;
}

/** The world that the laws of prices are tried in: two decimals, plain names, small carts. */
export const PLAIN: World = {
  currency: 'CNY',
  digits: 2,
  zone: 'Asia/Shanghai',
  scale: 1,
  crowded: false,
  disguise: new Map(),
};

const CURRENCIES = [
  { currency: 'JPY', digits: 0 },
  { currency: 'KWD', digits: 3 },
  { currency: 'CLF', digits: 4 },
  { currency: 'EUR', digits: 2 },
] as const;

const ZONES: readonly string[] = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/St_Johns',
  'UTC',
];

/** Half of all worlds are plain; the others differ in one or more ways. */
export function drawWorld(random: Random): World {
  if (random.chance(0.5)) return PLAIN;
  return {
    ...(random.chance(0.4) ? random.pick(CURRENCIES) : { currency: 'CNY', digits: 2 }),
    zone: random.chance(0.4) ? random.pick(ZONES) : PLAIN.zone,
    scale: random.chance(0.3) ? random.pick([1_000_000_007, 16_000_000_001, 300_000_000_000]) : 1,
    crowded: random.chance(0.15),
    disguise: random.chance(0.3) ? drawDisguise(random) : PLAIN.disguise,
  };
}

/** Attributes, promotions, layers, tags, parties, `let` names, tables and members that may go by another name. */
const NAMES: readonly string[] = (
  'store brand category weight cost labels clearance live-price grade tier points level groups ' +
  'channel deposit pickup method p1 p2 p3 p4 p5 p6 item shop platform voucher host hot rate big ' +
  'core tiers bands vip gold app web'
).split(' ');

/** Names that every object has, that differ in case only, or that are words of the language. */
const ODD_NAMES: readonly string[] = (
  '__proto__ constructor toString valueOf hasOwnProperty isPrototypeOf toJSON toLocaleString prototype ' +
  'propertyIsEnumerable __defineGetter__ __lookupSetter__ length name then undefined NaN P1 Store STORE ' +
  'Item 积分 ünïcode `take` `for` `lines` `-1` `0` `10` `2`'
).split(' ');

const VALUES: readonly string[] = 'S1 S2 S3 mijia Acme home food K1 K2 K3 MUG'.split(' ');

const ODD_VALUES: readonly string[] = [
  ' ',
  '-- --',
  'x'.repeat(300),
  ...'__proto__ constructor toString s1 k1 K mug MIJIA null 0 -1 1e3 " \\ a,b 😀 é e\u0301 𝒳 ǅ İ'.split(' '),
];

function drawDisguise(random: Random): ReadonlyMap<string, string> {
  const pairs = (from: readonly string[], to: readonly string[], most: number): [string, string][] => {
    const odd = random.shuffle(to);
    return random.some(from, 1, most).flatMap((plain, index) => {
      const other = odd[index];
      return other === undefined ? [] : [[plain, other]];
    });
  };
  return new Map([...pairs(NAMES, ODD_NAMES, 12), ...pairs(VALUES, ODD_VALUES, 5)]);
}

/** A text of the plain world, rules or a table, with the names and values of another. */
export function disguisedText(text: string, { disguise }: World): string {
  if (disguise.size === 0) return text;
  return text.replaceAll(/"((?:[^"\\]|\\.)*)"|[\p{L}_][\p{L}\d_-]*/gu, (token, quoted?: string) => {
    const other = disguise.get(quoted ?? token);
    if (other === undefined) return token;
    return quoted === undefined ? other : `"${bare(other).replaceAll(/["\\]/g, String.raw`\$&`)}"`;
  });
}

/** A CSV file whose cells are all plain. */
export function disguisedTable(text: string, { disguise }: World): string {
  const cell = (value: string): string => {
    const other = bare(disguise.get(value) ?? value);
    return /[",\n]/.test(other) ? `"${other.replaceAll('"', '""')}"` : other;
  };
  return text.replaceAll(/[^,\n]+/g, cell);
}

/** A cart, with all its members and texts. */
export function disguisedCart<T>(value: T, world: World): T {
  if (world.disguise.size === 0) return value;
  const named = (name: string): string => bare(world.disguise.get(name) ?? name);
  const convert = (item: unknown): unknown => {
    if (typeof item === 'string') return named(item);
    if (Array.isArray(item)) return item.map(convert);
    if (typeof item !== 'object' || item === null) return item;
    return Object.fromEntries(Object.entries(item).map(([name, inner]) => [named(name), convert(inner)]));
  };
  return convert(value) as T;
}

/** A name as the cart carries it, without the backticks. */
export function bare(name: string): string {
  return name.replaceAll('`', '');
}
