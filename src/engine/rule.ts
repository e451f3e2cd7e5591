import {
  type AllocationPolicy,
  type Code,
  type Commission,
  DEFAULT_ALLOCATION,
  DEFAULT_ROUNDING,
  NO_LIMITS,
  type PartyShare,
  type PlanPromotion,
  type RedemptionLimit,
  type Rounding,
  type Window,
} from '../plan/types.js';
import { type CompiledCondition, conditionIn, scopeWith } from './conditions.js';
import type { FailedTest, Reason } from '../breakdown/types.js';
import { failedOf } from './failures.js';
import type { Moment } from './moment.js';
import { type Plain, plainOf } from './plain.js';
import { moneyIn, type NumberGetter } from './expressions.js';
import { capsIn, type CompiledCap, type CompiledFloor, floorsIn } from './bounds.js';
import type { LoadedTable, Names } from './names.js';
import { type Settlement, settlementOf } from './settlement.js';
import { type Swift, swiftOf } from './swift.js';
import { offersOf, type Standings, standingsOf } from './standings.js';
import { everyIn, type Openings, openingsIn } from './openings.js';

const NONE: readonly never[] = [];

/** Why a promotion cannot stand on a cart at all; `silent` reasons are told only when asked for (section 6). */
export interface Closed {
  readonly reason: Reason;
  readonly silent: boolean;
}

/** What working a promotion out step by step needs. */
interface Stepwise {
  readonly table: LoadedTable | undefined;
  readonly standings: Standings;
  readonly opens: Openings;
  readonly budget: NumberGetter | undefined;
  /** Limits that stand before the first offer: they hold for the standing's total. */
  readonly caps: readonly CompiledCap[];
  readonly times: NumberGetter | undefined;
  readonly floors: readonly CompiledFloor[];
  /** SKUs of its add-ons, which do not count towards its own thresholds. */
  readonly addOns: ReadonlySet<string> | undefined;
}

/**
 * A promotion, compiled: what pricing needs of it, in the form it needs it in. What only the step by step way needs is compiled
 * when it is first gone, because of a million promotions few ever do.
 */
export class Rule {
  // Members lie in memory in this order: first those that are read of every candidate.
  /** Its swift form, where it has one. */
  readonly swift: Swift | undefined;
  /** Its place in the order of evaluation. */
  readonly ordinal: number;
  /** The index of its layer. */
  readonly layer: number;
  readonly isCoupon: boolean;
  readonly id: string;
  /** Nothing where the file has no layers, and breakdowns name none. */
  readonly layerName: string | undefined;
  readonly codes: readonly Code[];
  readonly windows: readonly Window[];
  readonly when: CompiledCondition | undefined;
  /** What a refusal tells when `when` is false, where that is one of a few constants. */
  readonly failed: ((moment: Moment) => readonly FailedTest[]) | undefined;
  /** Its plain form, where it has one. */
  readonly plain: Plain | undefined;
  readonly rounding: Rounding;
  readonly allocation: AllocationPolicy;
  readonly stop: PlanPromotion['stop'];
  readonly funding: readonly PartyShare[];
  readonly plan: PlanPromotion;
  readonly #names: Names;
  #settlement: Settlement | undefined;
  #stepwise: Stepwise | undefined;

  constructor(plan: PlanPromotion, ordinal: number, names: Names) {
    const condition = plan.when && conditionIn(plan.when, scopeWith(names, tableOf(plan, names)));
    const plain = plainOf(plan);
    this.swift = swiftOf(plan, plain, condition, names);
    this.ordinal = ordinal;
    this.layer = plan.layer;
    this.isCoupon = plan.coupon === true;
    this.id = plan.id;
    this.layerName = names.layerNames[plan.layer] || undefined;
    this.codes = plan.codes ?? NONE;
    this.windows = plan.windows ?? NONE;
    this.when = condition;
    this.failed = plan.when && condition && failedOf(plan.when, condition, names);
    this.plain = plain;
    this.rounding = plan.rounding ?? DEFAULT_ROUNDING;
    this.allocation = plan.allocation ?? DEFAULT_ALLOCATION;
    this.stop = plan.stop;
    this.funding = plan.funding ?? NONE;
    this.plan = plan;
    this.#names = names;
  }

  get file(): string {
    return this.#names.files[this.plan.at[0]] ?? '';
  }

  /** What is told where none of its codes was entered. */
  get codeMissing(): Closed {
    return { reason: { reason: 'code-missing', codes: this.codes.map(codeText) }, silent: true };
  }

  get redemption(): readonly RedemptionLimit[] {
    return this.plan.redemption ?? NONE;
  }

  get settlement(): Settlement {
    this.#settlement ??= settlementOf(this.funding, this.#names);
    return this.#settlement;
  }

  /** Whether the ledger has a say. */
  get isRedeemed(): boolean {
    return this.plan.redemption !== undefined || this.plan.budget !== undefined;
  }

  get commission(): readonly Commission[] {
    return this.plan.commission ?? NONE;
  }

  get withShipping(): boolean {
    return this.plan.shipping === true;
  }

  /** Whether `when` may change its mind as promotions take amounts off. */
  get whenMoves(): boolean {
    const leaves = this.when?.leaves() ?? NONE;
    return leaves.some(({ scalar }) => scalar.op === 'measure' && scalar.what === 'left');
  }

  /** Weights are what was left after this layer. */
  get afterLayer(): number | undefined {
    const { after } = this.allocation;
    return after === undefined ? undefined : this.#names.layers.get(after);
  }

  get table(): LoadedTable | undefined {
    return this.#steps.table;
  }

  get standings(): Standings {
    return this.#steps.standings;
  }

  get opens(): Openings {
    return this.#steps.opens;
  }

  get budget(): NumberGetter | undefined {
    return this.#steps.budget;
  }

  get caps(): readonly CompiledCap[] {
    return this.#steps.caps;
  }

  get times(): NumberGetter | undefined {
    return this.#steps.times;
  }

  get floors(): readonly CompiledFloor[] {
    return this.#steps.floors;
  }

  get addOns(): ReadonlySet<string> | undefined {
    return this.#steps.addOns;
  }

  get #steps(): Stepwise {
    this.#stepwise ??= stepwise(this.plan, this.#names);
    return this.#stepwise;
  }
}

function stepwise(plan: PlanPromotion, names: Names): Stepwise {
  const { limits = NO_LIMITS, budget, floors = NONE } = plan;
  const table = tableOf(plan, names);
  const scope = scopeWith(names, table);
  const cap = capsIn(scope);
  return {
    table,
    standings: standingsOf(plan, names),
    caps: limits.caps.map(cap),
    opens: openingsIn(plan.opens, { scope, every: everyIn(plan.opens, scope), limits, cap }),
    budget: budget && moneyIn(budget.amount, scope),
    times: limits.times && moneyIn(limits.times, scope),
    floors: floorsIn(floors, scope),
    addOns: addOnsOf(plan),
  };
}

function codeText(code: Code): string {
  return code.kind === 'exact' ? code.code : `like ${code.pattern}`;
}

function tableOf({ each }: PlanPromotion, names: Names): LoadedTable | undefined {
  return each && 'table' in each ? names.table(each.table) : undefined;
}

function addOnsOf({ opens }: PlanPromotion): ReadonlySet<string> | undefined {
  const skus = offersOf(opens).flatMap((offer) => (offer.kind === 'add-on' ? [offer.sku] : []));
  return skus.length > 0 ? new Set(skus) : undefined;
}
