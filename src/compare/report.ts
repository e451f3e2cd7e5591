import type { PlanRules } from '../plan/types.js';
import { Amounts } from './amounts.js';
import type { LineChange, PromotionChange } from './breakdowns.js';
import { boundsOf, type Histogram, noBin } from './histogram.js';
import { type Sides, type Sum, totalOf } from './sum.js';
import { type CartName, type GuaranteeTally, type LargeChange, noGuarantee, type Tally } from './tally.js';
import { noPromotion } from './tally-promotions.js';
import type {
  CartCounts,
  ChangedLine,
  ChangedPromotion,
  CartRef,
  Comparison,
  GuaranteeKept,
  HistogramBin,
  LargestChange,
  PartyCost,
  PromotionCost,
  RuleChanges,
  RulesName,
} from './types.js';

/** What was compared: the rules of either side, the names of their files, and the file of the carts. */
export interface Compared {
  readonly rules: Sides<PlanRules>;
  readonly files: Sides<string>;
  readonly carts: string;
  readonly changes: RuleChanges;
}

/** The comparison as it is told, from what was counted. The rules have one currency. */
export function comparisonOf(tally: Tally, compared: Compared): Comparison {
  const { files, rules } = compared;
  const { code, digits } = rules.after.currency;
  const amounts = new Amounts(digits);
  const { list, discount, shipping, pay } = tally.total;
  return {
    reckonComparison: 1,
    currency: code,
    before: rulesName(files.before, rules.before),
    after: rulesName(files.after, rules.after),
    carts: countsOf(tally, compared.carts),
    total: {
      list: amounts.changeOf(list),
      discount: amounts.changeOf(discount),
      shipping: amounts.changeOf(shipping),
      pay: amounts.changeOf(pay),
    },
    histogram: binsOf(tally.histogram, amounts),
    promotions: promotionCosts(tally, compared, amounts),
    funding: partyCosts(tally.funding, amounts),
    commission: partyCosts(tally.commission, amounts),
    guarantees: guaranteesOf(tally.guarantees, rules),
    largest: tally.largest.map((large) => largestChange(large, amounts)),
    refused: tally.firstRefused.map(({ by, messages, more, ...cart }) => ({
      ...refOf(cart),
      by,
      messages,
      more,
    })),
    rules: compared.changes,
  };
}

function rulesName(file: string, { promotions, ruleset }: PlanRules): RulesName {
  return { file, ruleset, promotions: promotions.length };
}

function countsOf(tally: Tally, file: string): CartCounts {
  const { cheaper, dearer, same, rearranged, refused, span } = tally;
  const compared = cheaper + dearer + same + rearranged;
  return {
    file,
    total: compared + refused.before + refused.after + refused.both,
    compared,
    cheaper,
    dearer,
    same,
    rearranged,
    refused: { before: refused.before, after: refused.after, both: refused.both },
    ...(span !== undefined && { from: span.from.at, until: span.until.at }),
  };
}

function refOf({ line, id }: CartName): CartRef {
  return { line, ...(id !== undefined && { id }) };
}

function binsOf(histogram: Histogram, amounts: Amounts): readonly HistogramBin[] {
  return numbersOf(histogram).map((number) => {
    const [from, to] = boundsOf(number);
    const bin = histogram.get(number) ?? noBin();
    return {
      from: amounts.of(from),
      to: amounts.of(to),
      carts: bin.carts,
      change: amounts.ofSum(bin.change),
    };
  });
}

/** On either side every bin between those in use, so that a chart can be drawn from them as they stand. */
function numbersOf(histogram: Histogram): readonly number[] {
  const used = [...histogram.keys()].toSorted((a, b) => a - b);
  const cheaper = used.filter((number) => number < 0);
  const dearer = used.filter((number) => number > 0);
  return [...between(cheaper), ...used.filter((number) => number === 0), ...between(dearer)];
}

function between(numbers: readonly number[]): readonly number[] {
  const [first = 0, last = -1] = [numbers[0], numbers.at(-1)];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** The greatest change first, then the greatest discount, then by id. */
function promotionCosts(
  tally: Tally,
  { changes, rules }: Compared,
  amounts: Amounts,
): readonly PromotionCost[] {
  const changed = new Map(changes.promotions.map((one) => [one.promotion, one.change]));
  const titles = titlesOf(rules);
  const costs = [...new Set([...tally.promotions.keys(), ...changed.keys()])].map((promotion) => {
    const { carts, discount, gifts, less, more } = tally.promotions.get(promotion) ?? noPromotion();
    const [title, rule] = [titles.get(promotion), changed.get(promotion)];
    const cost: PromotionCost = {
      promotion,
      ...(title !== undefined && { title }),
      ...(rule !== undefined && { rule }),
      carts,
      more,
      less,
      discount: amounts.changeOf(discount),
      ...(gifts.before + gifts.after > 0 && { gifts }),
    };
    return { cost, size: sizeOf(discount) };
  });
  return costs
    .toSorted((a, b) => order(a.size, b.size) || byText(a.cost.promotion, b.cost.promotion))
    .map(({ cost }) => cost);
}

/** The change without its sign, and the discount after. */
function sizeOf({ before, after }: Sides<Sum>): readonly [change: bigint, discount: bigint] {
  const change = totalOf(after) - totalOf(before);
  return [change < 0n ? -change : change, totalOf(after)];
}

function order(
  [change, discount]: readonly [bigint, bigint],
  [otherChange, other]: readonly [bigint, bigint],
): number {
  return (
    Number(otherChange > change) - Number(otherChange < change) ||
    Number(other > discount) - Number(other < discount)
  );
}

function byText(one: string, other: string): number {
  return Number(one > other) - Number(one < other);
}

function titlesOf({ before, after }: Sides<PlanRules>): ReadonlyMap<string, string | undefined> {
  return new Map([...before.promotions, ...after.promotions].map(({ id, title }) => [id, title]));
}

/** The greatest payer after first. */
function partyCosts(parties: Tally['funding'], amounts: Amounts): readonly PartyCost[] {
  const sorted = [...parties].toSorted(
    ([name, a], [other, b]) => order([0n, totalOf(a.after)], [0n, totalOf(b.after)]) || byText(name, other),
  );
  return sorted.map(([party, sums]) => ({ party, ...amounts.changeOf(sums) }));
}

/** Every guarantee of either file, those that all carts keep among them. */
function guaranteesOf(
  tallies: ReadonlyMap<string, GuaranteeTally>,
  { before, after }: Sides<PlanRules>,
): readonly GuaranteeKept[] {
  const titles = new Set([...after.guarantees, ...before.guarantees].map(({ title }) => title));
  return [...titles].map((guarantee) => {
    const { broken, unchecked, first } = tallies.get(guarantee) ?? noGuarantee();
    return { guarantee, broken, unchecked, carts: first.map(refOf) };
  });
}

function largestChange({ comparison, at, ...cart }: LargeChange, amounts: Amounts): LargestChange {
  const { lines, promotions, shipping, total } = comparison;
  const changed = lines.filter(isChanged);
  return {
    ...refOf(cart),
    at,
    total: {
      list: amounts.decimal(total.list),
      discount: amounts.decimal(total.discount),
      shipping: amounts.decimal(total.shipping),
      pay: amounts.decimal(total.pay),
    },
    lines: changed.map((line) => changedLine(line, amounts)),
    shipping: shipping.filter(isChanged).map((charge) => changedLine(charge, amounts)),
    unchanged: lines.length - changed.length,
    promotions: promotions.map((promotion) => changedPromotion(promotion, amounts)),
  };
}

/** A line that costs the same by other promotions changes too. */
function isChanged({ pay, list, promotions }: LineChange): boolean {
  return [pay, list, ...promotions].some(({ change }) => change !== 0);
}

function changedLine(
  { id, sku, quantity, list, pay, promotions }: LineChange,
  amounts: Amounts,
): ChangedLine {
  return {
    id,
    ...(sku !== undefined && { sku }),
    ...(quantity !== undefined && { quantity }),
    list: amounts.decimal(list),
    pay: amounts.decimal(pay),
    promotions: promotions.map((promotion) => changedPromotion(promotion, amounts)),
  };
}

function changedPromotion({ promotion, ...change }: PromotionChange, amounts: Amounts): ChangedPromotion {
  return { promotion, ...amounts.decimal(change) };
}
