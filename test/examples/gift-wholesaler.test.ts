import { describe, expect, it } from 'vitest';
import type { LineOut } from '../../src/breakdown/types.js';
import { price, verify } from '../../src/index.js';
import { compileExample, readExample } from './folder.js';

const FOLDER = 'gift-wholesaler';

interface OrderLine {
  readonly sku: string;
  readonly unitPrice: string;
  readonly quantity: number;
}

/** An order as the source has it: what was charged. */
interface Order {
  readonly at: string;
  readonly customer: string | null;
  readonly lines: readonly OrderLine[];
  readonly charges?: readonly OrderLine[];
}

/** One line of an order, and what the rules make of it. */
interface Compared {
  readonly customer: string | null;
  readonly line: OrderLine;
  readonly priced: LineOut;
}

const listPrices = new Map<string, string>(
  Object.entries(JSON.parse(readExample(FOLDER, 'list-prices.json'))),
);
const ruleset = compileExample(FOLDER);
const orders: readonly Order[] = readExample(FOLDER, 'orders.ndjson')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line));
const compared: readonly Compared[] = orders.flatMap(compare);

function compare(order: Order): readonly Compared[] {
  const priced = price(ruleset, cartOf(order));
  if (!priced.ok) throw new Error(JSON.stringify(priced.errors));
  expect(verify(priced.breakdown)).toEqual([]);
  return priced.breakdown.lines.map((out, index) => {
    const line = order.lines[index];
    if (line === undefined) throw new Error(`no line ${index}`);
    return { customer: order.customer, line, priced: out };
  });
}

/** List prices in place of what was charged; the source gives local times without a zone. */
function cartOf(order: Order): unknown {
  return {
    currency: 'GBP',
    at: `${order.at}Z`,
    customer: order.customer === null ? {} : { id: order.customer },
    lines: order.lines.map(({ sku, unitPrice, quantity }, index) => ({
      id: `${index + 1}`,
      sku,
      quantity,
      price: listPrices.get(sku) ?? unitPrice,
    })),
    shipping: (order.charges ?? []).map((charge, index) => ({
      id: `${index + 1}`,
      amount: decimal(charged(charge)),
    })),
  };
}

function charged({ unitPrice, quantity }: OrderLine): bigint {
  return pence(unitPrice) * BigInt(quantity);
}

function pence(amount: unknown): bigint {
  return BigInt(String(amount).replace('.', ''));
}

function decimal(amount: bigint): string {
  return `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`;
}

function asCharged({ line, priced }: Compared): boolean {
  return pence(priced.pay) === charged(line);
}

/** Why the price charged did not come out, in the words of the README. */
function kind(one: Compared): string {
  const paid = charged(one.line);
  if (paid > pence(one.priced.list)) return `charged more than list, ${one.customer ?? 'no known customer'}`;
  if (paid < pence(one.priced.pay)) return 'charged less than the rules give';
  if (paid === pence(one.priced.list)) return 'charged list in spite of the quantity';
  return 'charged something in between';
}

/** The rows of the README's tables, cells trimmed. */
const rows: readonly (readonly string[])[] = readExample(FOLDER, 'README.md')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

describe('the wholesaler charged what the rules say', () => {
  const ruled = compared.filter(({ line }) => listPrices.has(line.sku));

  it('on as many lines of each article as the README counts', () => {
    const counted = rows.filter(([sku = '']) => listPrices.has(sku));
    expect(counted.map(([sku]) => sku).sort()).toEqual([...listPrices.keys()].sort());
    for (const [sku = '', , list, , , lines, same] of counted) {
      const own = ruled.filter(({ line }) => line.sku === sku);
      expect([sku, listPrices.get(sku), `${own.length}`, `${own.filter(asCharged).length}`]).toEqual([
        sku,
        list,
        lines,
        same,
      ]);
    }
  });

  it('at the quantities and prices the README names', () => {
    const said = rows.filter(([sku = '']) => listPrices.has(sku));
    const rules = readExample(FOLDER, 'rules.reckon');
    for (const [sku, , , from, each] of said) {
      expect(rules).toContain(`sku is "${sku}" and quantity >= ${from}\n  price ${each} each`);
    }
  });

  it('in all', () => {
    const inAll = rows.find(([, article]) => article === 'in all');
    expect(inAll?.slice(-2)).toEqual([`${ruled.length}`, `${ruled.filter(asCharged).length}`]);
  });

  it('and on the other lines something else, as the README lists', () => {
    const kinds = new Map<string, number>();
    for (const one of ruled.filter((each) => !asCharged(each))) {
      kinds.set(kind(one), (kinds.get(kind(one)) ?? 0) + 1);
    }
    const said = rows
      .filter(([, , ...more]) => more.length === 0)
      .filter(([, count]) => /^\d+$/.test(count ?? ''));
    expect(new Map(said.map(([name = '', count]) => [name, Number(count)]))).toEqual(kinds);
  });

  it('on every line of an article without a rule, whose list price is what was charged', () => {
    const others = compared.filter(({ line }) => !listPrices.has(line.sku));
    expect(others.length).toBe(compared.length - ruled.length);
    expect(others.filter((one) => !asCharged(one))).toEqual([]);
  });

  it('in 300 orders of 13,048 lines', () => {
    expect([orders.length, compared.length]).toEqual([300, 13048]);
  });
});
