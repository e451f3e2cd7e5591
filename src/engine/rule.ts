import {
  type AllocationPolicy,
  type Code,
  type Commission,
  DEFAULT_ALLOCATION,
  DEFAULT_ROUNDING,
  type Limits,
  NO_LIMITS,
  type PartyShare,
  type PlanPromotion,
  type RedemptionLimit,
  type Rounding,
  type Window,
} from '../plan/types.js';
import { type CompiledCondition, conditionIn, operandsOfCondition, scopeWith } from './conditions.js';
import type { FailedTest, Reason } from '../breakdown/types.js';
import { failedOf } from './failures.js';
import type { Moment } from './moment.js';
import { type Plain, plainOf } from './plain.js';
import { moneyIn, type NumberGetter, type Scope } from './expressions.js';
import { leavesIn } from './leaves.js';
import { capsIn, type CompiledCap, type CompiledFloor, floorsIn } from './bounds.js';
import type { LoadedTable, Names } from './names.js';
import type { OfferPlace } from './offer.js';
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

/** A promotion, compiled: what pricing needs of it, in the form it needs it in. */
export class Rule {
  readonly plan: PlanPromotion;
  /** Its place in the order of evaluation. */
  readonly ordinal: number;
  readonly id: string;
  /** The index of its layer, and its name, left out of breakdowns where the file has no layers. */
  readonly layer: number;
  readonly layerName: string | undefined;
  readonly file: string;

  readonly isCoupon: boolean;
  readonly codes: readonly Code[];
  /** What is told where none of its codes was entered. */
  readonly codeMissing: Closed;
  readonly windows: readonly Window[];
  readonly redemption: readonly RedemptionLimit[];
  readonly budget: { readonly get: NumberGetter; readonly partly: boolean } | undefined;
  /** Whether the ledger has a say. */
  readonly isRedeemed: boolean;

  readonly table: LoadedTable | undefined;
  readonly standings: Standings;
  readonly withShipping: boolean;
  readonly when: CompiledCondition | undefined;
  /** Whether `when` may change its mind as promotions take amounts off. */
  readonly whenMoves: boolean;

  readonly opens: Openings;
  /** SKUs of its add-ons, which do not count towards its own thresholds. */
  readonly addOns: ReadonlySet<string> | undefined;
  /** Limits that stand before the first offer: they hold for the standing's total. */
  readonly caps: readonly CompiledCap[];
  readonly times: NumberGetter | undefined;
  readonly floors: readonly CompiledFloor[];
  readonly rounding: Rounding;
  readonly allocation: AllocationPolicy;
  /** Weights are what was left after this layer. */
  readonly afterLayer: number | undefined;

  /** Its plain form, where it has one. */
  readonly plain: Plain | undefined;
  /** Its swift form, where it has one. */
  readonly swift: Swift | undefined;
  /** What a refusal tells when `when` is false, where that is one of a few constants. */
  readonly failed: ((moment: Moment) => readonly FailedTest[]) | undefined;

  readonly stop: PlanPromotion['stop'];
  readonly funding: readonly PartyShare[];
  readonly commission: readonly Commission[];
  readonly settlement: Settlement;

  constructor(plan: PlanPromotion, ordinal: number, names: Names) {
    const { each, when } = plan;
    const scope = scopeWith(names, tableOf(each, names));
    const cap = capsIn(scope);
    this.plan = plan;
    this.ordinal = ordinal;
    this.id = plan.id;
    this.layer = plan.layer;
    this.layerName = names.layerNames[plan.layer] || undefined;
    this.file = names.files[plan.at[0]] ?? '';
    this.isCoupon = plan.coupon === true;
    this.codes = plan.codes ?? NONE;
    this.codeMissing = {
      reason: { reason: 'code-missing', codes: this.codes.map(codeText) },
      silent: true,
    };
    this.windows = plan.windows ?? NONE;
    this.redemption = plan.redemption ?? NONE;
    this.budget = plan.budget && {
      get: moneyIn(plan.budget.amount, scope),
      partly: plan.budget.partly,
    };
    this.isRedeemed = this.redemption.length > 0 || this.budget !== undefined;
    this.table = scope.table;
    this.standings = standingsOf(plan, names);
    this.withShipping = plan.shipping === true;
    this.when = when && conditionIn(when, scope);
    this.whenMoves = when !== undefined && movesWithPromotions(when, scope);
    this.addOns = addOnsOf(plan);
    const limits = plan.limits ?? NO_LIMITS;
    this.caps = limits.caps.map(cap);
    this.opens = openingsIn(plan.opens, placeOf(plan, limits, scope, cap));
    this.times = limits.times && moneyIn(limits.times, scope);
    this.floors = floorsIn(plan.floors ?? NONE, scope);
    this.rounding = plan.rounding ?? DEFAULT_ROUNDING;
    this.allocation = plan.allocation ?? DEFAULT_ALLOCATION;
    const { after } = this.allocation;
    this.afterLayer = after === undefined ? undefined : names.layers.get(after);
    this.plain = plainOf(plan, this.opens, this.caps);
    this.swift = swiftOf(plan, this.plain, this.when, names);
    this.failed = when && this.when && failedOf(when, this.when, names);
    this.stop = plan.stop;
    this.funding = plan.funding ?? NONE;
    this.commission = plan.commission ?? NONE;
    this.settlement = settlementOf(this.funding, names);
  }
}

function codeText(code: Code): string {
  return code.kind === 'exact' ? code.code : `like ${code.pattern}`;
}

function tableOf(each: PlanPromotion['each'], names: Names): LoadedTable | undefined {
  return each && 'table' in each ? names.table(each.table) : undefined;
}

function placeOf({ opens }: PlanPromotion, limits: Limits, scope: Scope, cap: OfferPlace['cap']): OfferPlace {
  return { scope, every: everyIn(opens, scope), limits, cap };
}

function addOnsOf({ opens }: PlanPromotion): ReadonlySet<string> | undefined {
  const skus = offersOf(opens).flatMap((offer) => (offer.kind === 'add-on' ? [offer.sku] : []));
  return skus.length > 0 ? new Set(skus) : undefined;
}

function movesWithPromotions(condition: NonNullable<PlanPromotion['when']>, scope: Scope): boolean {
  const leaves = operandsOfCondition(condition).flatMap((operand) => leavesIn(operand, scope));
  return leaves.some(({ scalar }) => scalar.op === 'measure' && scalar.what === 'left');
}
