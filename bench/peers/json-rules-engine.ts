import { Engine, type EngineResult, type RuleProperties } from 'json-rules-engine';
import { settle } from '../d11/decided.js';
import { Order } from '../d11/host.js';
import { BRANDS, CATEGORIES, D11, POSTAGE } from '../d11/numbers.js';
import type { Breakdown, Cart } from '../yardstick/order.js';

interface Condition {
  readonly fact: string;
  readonly operator: string;
  readonly value: unknown;
}

/** A rule's event says what the host is to carry out. */
function rule(type: string, params: Readonly<Record<string, number>>, all: Condition[]): RuleProperties {
  return { conditions: { all }, event: { type, params } };
}

const atLeast = (fact: string, value: number): Condition => ({
  fact,
  operator: 'greaterThanInclusive',
  value,
});

/** A layer sees what earlier ones left, so each has an engine of its own, run when its facts are known. */
class D11Engines {
  readonly #brand: Engine = new Engine([
    rule('brand-day', D11.brand, [{ fact: 'brands', operator: 'overlaps', value: BRANDS }]),
  ]);
  readonly #store: Engine = new Engine(
    D11.tiers.map((tier) => rule('store-tier', tier, [atLeast('left', tier.at)])),
  );
  readonly #platform: Engine = new Engine([
    rule('platform', D11.platform, [atLeast('left', D11.platform.every)]),
  ]);
  readonly #last: Engine = new Engine([
    rule('cat88', D11.cat88, [
      { fact: 'codes', operator: 'contains', value: 'CAT88' },
      atLeast('category', D11.cat88.at),
    ]),
    rule('member', D11.member, [{ fact: 'tier', operator: 'equal', value: 'vip' }]),
  ]);
  readonly #shipping: Engine = new Engine([
    rule('shipping', { fee: POSTAGE }, [{ fact: 'left', operator: 'lessThan', value: D11.freeFrom }]),
  ]);

  constructor() {
    this.#brand.addOperator('overlaps', (found, wanted) => found.some((brand) => wanted.includes(brand)));
  }

  async price(cart: Cart): Promise<Breakdown> {
    const order = new Order(cart);
    await this.#brandDay(order, cart);
    for (const [store, lines] of order.stores()) await this.#storeTier(order, store, lines);
    await this.#takePlatform(order);
    await this.#couponOrMember(order, cart);
    const left = order.left(order.all);
    const fee = greatest(await this.#shipping.run({ left }), 'shipping', 'fee');
    if (fee === 0) order.refuse('shipping', 'WAIVED', D11.freeFrom, left);
    return order.finish(fee);
  }

  async #brandDay(order: Order, cart: Cart): Promise<void> {
    const found = await this.#brand.run({ brands: cart.lines.map(({ brand }) => brand) });
    const percent = greatest(found, 'brand-day', 'percent');
    const lines = percent === 0 ? [] : order.where(({ brand }) => BRANDS.includes(brand));
    const amount = order.takePercent('brand-day', lines, percent, greatest(found, 'brand-day', 'cap'));
    if (amount === 0) order.refuse('brand-day', 'NO_MATCHING_LINES');
  }

  async #storeTier(order: Order, store: string, lines: readonly number[]): Promise<void> {
    const left = order.left(lines);
    const amount = greatest(await this.#store.run({ left }), 'store-tier', 'off');
    if (amount === 0) order.refuse('store-tier', 'BELOW_THRESHOLD', D11.tiers[0]!.at, left, store);
    else order.take('store-tier', store, lines, amount);
  }

  async #takePlatform(order: Order): Promise<void> {
    const left = order.left(order.all);
    const found = await this.#platform.run({ left });
    const times = Math.floor(left / D11.platform.every);
    const amount = Math.min(times * greatest(found, 'platform', 'off'), D11.platform.cap);
    if (amount === 0) order.refuse('platform', 'BELOW_THRESHOLD', D11.platform.every, left);
    else order.take('platform', '', order.all, amount);
  }

  async #couponOrMember(order: Order, cart: Cart): Promise<void> {
    const code = cart.codes.includes('CAT88');
    const lines = code ? order.where(({ category }) => CATEGORIES.includes(category)) : [];
    const left = order.left(lines);
    const { tier } = cart.customer;
    const found = await this.#last.run({ codes: cart.codes, category: left, tier });
    const percent = greatest(found, 'member', 'percent');
    const member = Math.min(Math.round((order.left(order.all) * percent) / 100), D11.member.cap);
    const cat88 = greatest(found, 'cat88', 'off');
    settle(order, { code, lines, left, cat88, vip: percent > 0, member });
  }
}

/** The greatest value of a parameter over the events of a type; 0 when there are none. */
function greatest({ events }: EngineResult, type: string, param: string): number {
  let most = 0;
  for (const event of events) {
    if (event.type === type) most = Math.max(most, event.params?.[param] ?? 0);
  }
  return most;
}

/** json-rules-engine decides, host code carries out what its events say. */
export function jsonRulesEnginePricer(): (cart: Cart) => Promise<Breakdown> {
  const engines = new D11Engines();
  return async (cart) => await engines.price(cart);
}
