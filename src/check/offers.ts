import { RULE_LIMITS } from '../limits.js';
import type {
  BundleOffer as BundleNode,
  Offer as OfferNode,
  Pick as PickNode,
  ShipOffer as ShipNode,
  TakeOffer as TakeNode,
  UnitPositions as PositionsNode,
} from '../syntax/ast.js';
import { printText } from '../syntax/print.js';
import type { Context } from './context.js';
import { chargePlace, type Place, perPlace, unitPlace } from './expressions/place.js';
import { moneyConstant, textConstant } from './expressions/value.js';
import { countAt, decimalOf, fixedCount, moneyAt, offerAmountAt } from './expressions/wanted.js';
import { floorOf } from './floors.js';
import { limitsOf } from './limits.js';
import { linesWhere } from './lines-where.js';
import { offerText } from './offer-text.js';
import type {
  BundleOffer,
  Condition,
  Floor,
  Offer,
  OfferAmount,
  Pick,
  Read,
  UnitPositions,
} from './ruleset.js';

/** What surrounds an offer. */
export interface OfferedBy {
  readonly place: Place;
  readonly forEach: boolean;
  /** Under `every`, or a bundle: the offer is made once for each step, group or set. */
  readonly repeats: boolean;
}

/** An offer, and the floors that stand after it but bind the whole promotion. */
export interface CheckedOffer {
  readonly offer: Offer;
  readonly floors: readonly Floor[];
}

export function offerOf(offer: OfferNode, by: OfferedBy, context: Context): CheckedOffer {
  const shipping = isShippingOffer(offer);
  const repeats = by.repeats || offer.kind === 'bundle';
  const limits = limitsOf(offer.limits, { ...by, repeats, shipping }, context);
  const floors = offer.limits.flatMap((limit) =>
    limit.kind === 'leave' ? [floorOf(limit, by.place, context)] : [],
  );
  const place = { ...by.place, onUnits: !shipping && (by.place.onUnits || isOnUnits(offer)) };
  return { offer: { ...kindOfOffer(offer, place, context), text: offerText(offer), limits }, floors };
}

/** Picks, positions, bundles and `for at most N units` form an offer on units rather than on whole lines. */
function isOnUnits(offer: OfferNode): boolean {
  const picks = 'pick' in offer && offer.pick !== undefined;
  return (
    picks ||
    offer.units !== undefined ||
    offer.kind === 'bundle' ||
    offer.limits.some(({ kind }) => kind === 'units')
  );
}

export function isShippingOffer(offer: OfferNode): boolean {
  return offer.kind === 'ship' || (offer.kind === 'take' && offer.off === 'shipping');
}

type BareOffer = Offer extends infer Each
  ? Each extends Offer
    ? Omit<Each, 'text' | 'limits'>
    : never
  : never;

function kindOfOffer(offer: OfferNode, place: Place, context: Context): BareOffer {
  switch (offer.kind) {
    case 'take':
      if (offer.off === 'shipping') return shippingTake(offer, place, context);
      return {
        kind: 'take',
        amount: takeAmount(offer, place, context),
        off: offer.off,
        ...picked(offer, place, context),
      };
    case 'pay':
      return {
        kind: 'pay',
        amount: offerAmountAt(offer.amount, place, '`pay`', context),
        ...picked(offer, place, context),
      };
    case 'price':
      return {
        kind: 'price',
        amount: moneyAt(offer.amount, unitPlace(place), '`price`', context),
        ...picked(offer, place, context),
      };
    case 'free':
      return { kind: 'free', ...picked(offer, place, context) };
    case 'ship':
      return shipOf(offer, place, context);
    case 'give':
      return {
        kind: 'give',
        count: countAt(offer.count, place, '`give`', context),
        skus: offer.skus.map((sku) => sku.value),
      };
    case 'add-on':
      return {
        kind: 'add-on',
        count: countAt(offer.count, place, '`offer`', context),
        sku: offer.sku.value,
        price: moneyAt(offer.price, place, '`for`', context),
      };
    case 'bundle':
      return bundleOf(offer, place, context);
  }
}

/** `off each line` and `off each unit` form their amount on one line or unit, the others on the scope. */
function takeAmount(offer: TakeNode, place: Place, context: Context): OfferAmount {
  const per = offer.off === 'line' || offer.off === 'unit' ? offer.off : undefined;
  const amount = offerAmountAt(offer.amount, perPlace(place, per), '`take`', context);
  const number = decimalOf(amount.kind === 'money' ? amount.amount : amount.percent);
  if (number?.isZero() === true) context.findings.add('RK1078', offer.span, {});
  return amount;
}

function shippingTake(offer: OfferNode & TakeNode, place: Place, context: Context): BareOffer {
  refuseUnits(offer, offer.pick, context);
  const amount = takeAmount(offer, place, context);
  return { kind: 'ship', how: { kind: 'take', amount }, ...charges(offer, place, context) };
}

/** `ship free` is `ship for 0`. */
function shipOf(offer: OfferNode & ShipNode, place: Place, context: Context): BareOffer {
  refuseUnits(offer, undefined, context);
  const price =
    offer.price === undefined ? moneyConstant('0') : moneyAt(offer.price, place, '`ship for`', context);
  return { kind: 'ship', how: { kind: 'pay', price }, ...charges(offer, place, context) };
}

function charges(
  { where }: TakeNode | ShipNode,
  place: Place,
  context: Context,
): { readonly where?: Condition } {
  return where === undefined ? {} : { where: context.expressions.condition(where, chargePlace(place)) };
}

/** Shipping has neither units nor cheapest ones. */
function refuseUnits({ units }: OfferNode, pick: PickNode | undefined, { findings }: Context): void {
  if (units !== undefined) findings.add('RK1089', units.span, { limit: 'unit …' });
  if (pick !== undefined) findings.add('RK1089', pick.span, { limit: `the ${pick.which} …` });
}

/** Which units an offer is for: by position, or the cheapest or dearest. */
function picked(
  offer: { readonly units?: PositionsNode; readonly pick?: PickNode },
  place: Place,
  context: Context,
): { readonly units?: UnitPositions; readonly pick?: Pick } {
  const units = offer.units && positionsOf(offer.units, place, context);
  const pick = offer.pick && pickOf(offer.pick, place, context);
  return { ...(units === undefined ? {} : { units }), ...(pick === undefined ? {} : { pick }) };
}

function positionsOf(
  { from, plural, span, to }: PositionsNode,
  place: Place,
  context: Context,
): UnitPositions {
  const first = fixedCount(from, place, '`unit`', context);
  if (!plural) return { from: first ?? 1, to: first ?? 1 };
  if (to === undefined) return { from: first ?? 1 };
  const last = fixedCount(to, place, '`units … to`', context);
  if (first !== undefined && last !== undefined && last < first) {
    context.findings.add('RK1081', span, { from: first, to: last });
  }
  return { from: first ?? 1, to: last ?? first ?? 1 };
}

function pickOf(pick: PickNode, place: Place, context: Context): Pick {
  const of = linesWhere(pick.of, pick.span, place, context);
  return {
    which: pick.which,
    count: countAt(pick.count, place, `\`the ${pick.which}\``, context),
    ...(of === undefined ? {} : { of }),
    allOrNone: pick.allOrNone,
  };
}

/** `bundle 1 of sku "A", 2 of lines where … pay 150.00`. */
function bundleOf({ offer, parts }: BundleNode, place: Place, context: Context): BareOffer {
  const { bundle: most } = RULE_LIMITS;
  const extra = parts[most];
  if (extra !== undefined) context.findings.add('RK1085', extra.span, { most });
  const kind = offer.kind;
  const amount = offerAmountAt(offer.amount, place, `\`${kind}\``, context);
  return {
    kind: 'bundle',
    parts: parts.map((part) => bundlePart(part, place, context)),
    offer: { kind, amount },
  };
}

function bundlePart(
  { count, sku, span, where }: BundleNode['parts'][number],
  place: Place,
  context: Context,
): BundleOffer['parts'][number] {
  const chosen = linesWhere(where, span, place, context) ?? skuTest(sku?.value ?? '');
  context.places.set(chosen, span);
  return { count: countAt(count, place, '`bundle`', context), where: chosen };
}

function skuTest(sku: string): Condition {
  const read: Read = { op: 'read', of: 'line', name: 'sku', type: 'text', text: 'sku' };
  return { op: '=', left: read, right: textConstant(sku), text: `sku is ${printText(sku)}` };
}
