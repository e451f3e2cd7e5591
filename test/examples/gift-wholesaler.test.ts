import { describe, expect, it } from 'vitest';
import { type Breakdown, type CartInput, type LineOut, verify } from '../../src/index.js';
import { reckon } from '../cli/memory-io.js';
import { fencesOf, replay } from '../cli/session.js';
import { price } from '../support/price.js';
import { compileExample, readExample } from './folder.js';

const FOLDER = 'gift-wholesaler';

interface OrderLine {
  readonly sku: string;
  readonly unitPrice: string;
  readonly quantity: number;
}

/** An order as the source has it: what was charged. */
interface Order {
  readonly id: string;
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

const listPrices = JSON.parse(readExample(FOLDER, 'list-prices.json')) as Readonly<Record<string, string>>;
const orders: readonly Order[] = readExample(FOLDER, 'orders.ndjson')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Order);

const ruleset = compileExample(FOLDER);
const breakdowns: readonly Breakdown[] = orders.map(priceOrder);
const compared: readonly Compared[] = orders.flatMap(({ customer, lines }, index) =>
  (breakdowns[index]?.lines ?? []).map((priced, at) => ({ customer, line: lines[at] as OrderLine, priced })),
);
const ruled = compared.filter(({ line }) => line.sku in listPrices);

function priceOrder(order: Order): Breakdown {
  const priced = price(ruleset, cartOf(order));
  if (!priced.ok) throw new Error(JSON.stringify(priced.errors));
  return priced.breakdown;
}

/** List prices in place of what was charged; the source gives local times without a zone. */
function cartOf(order: Order): CartInput {
  return {
    currency: 'GBP',
    at: `${order.at}Z`,
    customer: order.customer === null ? {} : { id: order.customer },
    lines: order.lines.map(({ sku, unitPrice, quantity }, index) => ({
      id: `${index + 1}`,
      sku,
      quantity,
      price: listPrices[sku] ?? unitPrice,
    })),
    shipping: (order.charges ?? []).map((charge, index) => ({
      id: `${index + 1}`,
      amount: pounds(charged(charge)),
    })),
  };
}

function charged({ unitPrice, quantity }: OrderLine): bigint {
  return pence(unitPrice) * BigInt(quantity);
}

function pence(amount: string | number): bigint {
  return BigInt(String(amount).replace('.', ''));
}

function pounds(amount: bigint): string {
  return `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`;
}

function asCharged({ line, priced }: Compared): boolean {
  return pence(priced.pay) === charged(line);
}

/** What a line is on which the price charged did not come out, in the words of the README. */
function kind({ customer, line, priced }: Compared): string {
  const paid = charged(line);
  if (paid > pence(priced.list)) return `charged more than list, ${customer ?? 'no known customer'}`;
  if (paid < pence(priced.pay)) return 'charged less than the rules give';
  return paid === pence(priced.list)
    ? 'charged list in spite of the quantity'
    : 'charged something in between';
}

/** The rows of the README's table whose columns are `columns`, without its head. */
function table(...columns: readonly string[]): readonly (readonly string[])[] {
  const rows = readExample(FOLDER, 'README.md')
    .split('\n')
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  const head = rows.findIndex((row) => row.join() === columns.join());
  const body = rows.slice(head + 2);
  return body.slice(
    0,
    body.findIndex((row) => row.length === 0),
  );
}

describe('the wholesaler charged what the rules say', () => {
  it('on as many lines of each article as the README counts', () => {
    const counts = Object.entries(listPrices).map(([sku, list]) => {
      const own = ruled.filter(({ line }) => line.sku === sku);
      return [sku, list, `${own.length}`, `${own.filter(asCharged).length}`];
    });
    const inAll = ['', '', `${ruled.length}`, `${ruled.filter(asCharged).length}`];
    const said = table('SKU', 'article', 'list', 'from', 'each', 'lines', 'as charged');
    const columns = said.map(([sku, , list, , , lines, same]) => [sku, list, lines, same]);
    expect(new Set(columns)).toEqual(new Set([...counts, inAll]));
  });

  it('by the quantities and prices the README names', () => {
    const said = table('SKU', 'article', 'list', 'from', 'each', 'lines', 'as charged').filter(
      ([sku]) => sku !== '',
    );
    const rules = said.map(
      ([sku, , , from, each]) => `sku is "${sku}" and quantity >= ${from}\n  price ${each} each\n`,
    );
    expect(
      readExample(FOLDER, 'rules.reckon')
        .match(/sku is .*\n.*\n/g)
        ?.sort(),
    ).toEqual(rules.sort());
  });

  it('and on the other lines something else, as the README lists', () => {
    const kinds = new Map<string, number>();
    for (const one of ruled.filter((each) => !asCharged(each))) {
      kinds.set(kind(one), (kinds.get(kind(one)) ?? 0) + 1);
    }
    expect(new Map(table('kind', 'lines').map(([name = '', count]) => [name, Number(count)]))).toEqual(kinds);
  });

  it('on every line of an article without a rule, whose list price is what was charged', () => {
    const others = compared.filter(({ line }) => !(line.sku in listPrices));
    expect(others.filter((one) => !asCharged(one))).toEqual([]);
  });

  it('as the mapping reads the orders, with what was charged as list prices and each time in its zone', async () => {
    const files = Object.fromEntries(
      ['rules.reckon', 'orders.ndjson', 'mapping.json'].map((name) => [name, readExample(FOLDER, name)]),
    );
    const args = 'price --rules rules.reckon --carts orders.ndjson --map mapping.json --numbered';
    const ran = await reckon(args.split(' '), { files });
    expect([ran.code, ran.err]).toEqual([0, 'priced 300 carts, 0 bad (`orders.ndjson`)\n']);
    const mapped = ran.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { readonly order: string; readonly breakdown: Breakdown });
    expect(mapped.map(({ order }) => order)).toEqual(orders.map(({ id }) => id));
    for (const [index, { breakdown }] of mapped.entries()) {
      const { at, lines, charges = [] } = orders[index] as Order;
      expect(breakdown.at.slice(0, 19)).toBe(at);
      expect(pence(breakdown.total.list)).toBe(lines.reduce((sum, line) => sum + charged(line), 0n));
      expect(pence(breakdown.total.shipping)).toBe(charges.reduce((sum, line) => sum + charged(line), 0n));
    }
  });

  it('in 300 orders of 13,048 lines, each with a sound breakdown', () => {
    expect([orders.length, compared.length]).toEqual([300, 13_048]);
    expect(breakdowns.flatMap((breakdown) => verify(breakdown))).toEqual([]);
  });
});

describe('a cheaper cakestand', () => {
  const names = ['rules.reckon', 'cheaper-cakestands.reckon', 'orders.ndjson', 'mapping.json'];
  const files = Object.fromEntries(names.map((name) => [name, readExample(FOLDER, name)]));
  const sessions = fencesOf(readExample(FOLDER, 'README.md')).filter(({ info }) => info === 'console');

  it('changes the orders of the sample as the README shows', async () => {
    const withoutDigest = (screen: string): string => screen.replaceAll(/sha256:[0-9a-f]+/g, 'sha256:');
    const [{ text } = { text: '' }, ...others] = sessions;
    expect(withoutDigest(await replay(text, files))).toBe(withoutDigest(text));
    expect(others).toEqual([]);
  });

  it('differs from the rules in one price', () => {
    const rules = (name: string): string =>
      (files[name] ?? '').split('# The order beside')[0]?.replace(/^#.*\n/gm, '') ?? '';
    expect(rules('cheaper-cakestands.reckon')).toBe(
      rules('rules.reckon').replace('price 10.95 each', 'price 10.45 each'),
    );
  });
});
