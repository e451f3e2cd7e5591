import type {
  BuyTier,
  Each,
  Limits,
  Offer,
  OfferAmount,
  Opening,
  Pick,
  Promotion,
  Scalar,
  SpendTier,
} from '../check/ruleset.js';
import { conditionText, operandText, scalarText, unitsText, type Voice } from './expressions.js';
import { decimalText } from './numbers.js';
import type { Repeated, SaidAmount, SaidPick, Target, Threshold } from './words.js';

/** Where an offer stands, as far as it changes what its words mean. */
interface Place {
  readonly target: Target['place'];
  readonly ofAll: boolean;
  readonly withShipping: boolean;
  /** What the promotion stands once for, where it does: limits say whose they are. */
  readonly standing: string | undefined;
}

/** What opens a promotion's offers, and what they give. */
export function openingText(promotion: Promotion, voice: Voice): readonly string[] {
  const { opens } = promotion;
  const { offers: words } = voice.words;
  const place = placeOf(promotion, voice);
  const offers = (some: readonly Offer[]): string =>
    words.also(some.map((offer) => offerText(offer, place, voice)));
  switch (opens.kind) {
    case 'always':
      return [words.always(offers(opens.offers)), ...asides(opens, voice)];
    case 'spend':
      return [
        ...opens.tiers.map((tier) => words.spend(thresholdOf(tier.amount, voice), offers(tier.offers))),
        ...(opens.tiers.length > 1 || promotion.each?.kind === 'column' ? [words.tiers] : []),
        ...countingTexts(opens.tiers, (tier) => scalarText(tier.amount, voice), voice),
        ...asides(opens, voice),
      ];
    case 'buy':
      return [
        ...opens.tiers.map((tier) => words.buy(unitsText(tier.units, voice), offers(tier.offers))),
        ...(opens.tiers.length > 1 || promotion.each?.kind === 'column' ? [words.tiers] : []),
        ...countingTexts(opens.tiers, (tier) => unitsText(tier.units, voice), voice),
        ...asides(opens, voice),
      ];
    case 'every-amount':
      return [
        words.everyAmount(thresholdOf(opens.step.amount, voice), offers(opens.step.offers)),
        ...stepsText(opens.step.offers, voice),
        ...countingTexts([opens.step], (step) => scalarText(step.amount, voice), voice),
        ...asides(opens, voice),
      ];
    case 'every-units':
      return [
        words.everyUnits(unitsText(opens.units, voice), whereText(opens.of, voice), offers(opens.offers)),
        ...groupingTexts(opens, voice),
        ...asides(opens, voice),
      ];
  }
}

export function placeOf({ opens, scope, each }: Promotion, voice: Voice): Place {
  const target = {
    'every-units': 'group',
    'every-amount': 'step',
    spend: 'scope',
    buy: 'scope',
    always: 'scope',
  } as const;
  return {
    target: target[opens.kind],
    ofAll: opens.kind === 'every-units' && opens.ofAll,
    withShipping: scope.shipping,
    standing: standingText(each, voice),
  };
}

function thresholdOf(amount: Scalar, voice: Voice): Threshold {
  return { text: scalarText(amount, voice), isNumber: amount.op === 'constant' };
}

/** What a promotion stands once for: `store`. */
export function standingText(each: Each | undefined, { words }: Voice): string | undefined {
  if (each === undefined) return undefined;
  const { standing } = words.promotions;
  switch (each.kind) {
    case 'line':
      return standing.line('');
    case 'row':
      return standing.row(words.values.name(each.table));
    case 'attribute':
    case 'column':
      return standing[each.kind](words.expressions.attribute('line', each.name));
  }
}

type Groups = Extract<Opening, { kind: 'every-units' }>;

/** How units are grouped; where an offer picks among other lines, they are taken in rounds. */
function groupingTexts({ first, ofAll, offers }: Groups, { words }: Voice): readonly string[] {
  const { grouping, picksOfAll, rounds } = words.offers;
  const isInRounds = (offer: Offer): boolean => pickOf(offer)?.of !== undefined;
  const picks = offers.filter((offer) => pickOf(offer) !== undefined && !isInRounds(offer));
  return [
    ...(offers.every(isInRounds) ? [] : [grouping(first)]),
    ...(ofAll && picks.length > 0 ? [picksOfAll] : []),
    ...(offers.some(isInRounds) ? [rounds(first)] : []),
  ];
}

function pickOf(offer: Offer): Pick | undefined {
  return 'pick' in offer ? offer.pick : undefined;
}

export function offersOf(opens: Opening): readonly Offer[] {
  return joinedOffers(opens).flat();
}

/** The offers that are made together, joined by `also`. */
function joinedOffers(opens: Opening): readonly (readonly Offer[])[] {
  switch (opens.kind) {
    case 'always':
    case 'every-units':
      return [opens.offers];
    case 'every-amount':
      return [opens.step.offers];
    case 'spend':
    case 'buy':
      return opens.tiers.map((tier: SpendTier | BuyTier) => tier.offers);
  }
}

/** What comes again with every full amount; the rest is the same however often it is said. */
function stepsText(offers: readonly Offer[], { words }: Voice): readonly string[] {
  const taken = new Set(offers.filter((offer) => pickOf(offer) === undefined).map(amountTaken));
  const repeated: Repeated = {
    sums: taken.has('money'),
    percentages: taken.has('percent'),
    given: offers.some(({ kind }) => kind === 'give' || kind === 'add-on'),
    picks: offers.some((offer) => pickOf(offer) !== undefined),
  };
  return Object.values(repeated).includes(true) ? [words.offers.steps(repeated)] : [];
}

/** What an offer takes off, whatever it takes it off. */
function amountTaken(offer: Offer): OfferAmount['kind'] | undefined {
  if (offer.kind === 'take') return offer.amount.kind;
  return offer.kind === 'ship' && offer.how.kind === 'take' ? offer.how.amount.kind : undefined;
}

/** What holds for a kind of offer wherever it stands. */
function isOfPositions(offer: Offer): boolean {
  return 'units' in offer && offer.units !== undefined;
}

function asides(opens: Opening, { words }: Voice): readonly string[] {
  const offers = offersOf(opens);
  const positioned = joinedOffers(opens).map((joined) => joined.filter(isOfPositions).length);
  return [
    ...(positioned.some((count) => count > 0) ? [words.offers.positions] : []),
    ...(positioned.some((count) => count > 1) ? [words.offers.positionsAnew] : []),
    ...(offers.some(({ kind }) => kind === 'add-on') ? [words.offers.addOnsApart] : []),
  ];
}

/** Once for all tiers where they are measured alike. */
function countingTexts<Tier extends SpendTier | BuyTier>(
  tiers: readonly Tier[],
  threshold: (tier: Tier) => string,
  voice: Voice,
): readonly string[] {
  const { offers: words } = voice.words;
  const measured = tiers.map((tier) => scalarText(tier.counting, voice));
  const [first = ''] = measured;
  if (measured.every((each) => each === first)) return [words.counting(first)];
  return tiers.map((tier, index) => words.countingTier(threshold(tier), measured[index] ?? ''));
}

/** One offer with its own limits. */
export function offerText(offer: Offer, place: Place, voice: Voice): string {
  const limits = limitTexts(offer.limits, place.standing, voice);
  const text = givenText(offer, place, voice);
  return limits.length === 0 ? text : voice.words.offers.withLimits(text, limits);
}

function givenText(offer: Offer, place: Place, voice: Voice): string {
  const { offers: words } = voice.words;
  switch (offer.kind) {
    case 'take':
      return words.take(amountText(offer.amount, voice), offer.off, targetOf(offer, place, voice));
    case 'pay':
      return words.pay(amountText(offer.amount, voice), targetOf(offer, place, voice));
    case 'price':
      return words.price(scalarText(offer.amount, voice), targetOf(offer, place, voice));
    case 'free':
      return words.free(targetOf(offer, place, voice));
    case 'ship':
      return shippingText(offer, voice);
    case 'give':
      return words.give(unitsText(offer.count, voice), offer.skus.map(voice.words.values.quoted));
    case 'add-on':
      return words.addOn(
        unitsText(offer.count, voice),
        voice.words.values.quoted(offer.sku),
        scalarText(offer.price, voice),
      );
    case 'bundle':
      return words.bundle(
        offer.parts.map(({ count, where }) =>
          words.bundlePart(unitsText(count, voice), conditionText(where, voice)),
        ),
        offer.offer.kind,
        amountText(offer.offer.amount, voice),
      );
  }
}

function shippingText({ how, where }: Extract<Offer, { kind: 'ship' }>, voice: Voice): string {
  const { offers: words } = voice.words;
  const charges = whereText(where, voice);
  if (how.kind === 'take') return words.offShipping(amountText(how.amount, voice), charges);
  const isFree = how.price.op === 'constant' && how.price.value === '0';
  return isFree ? words.shipFree(charges) : words.shipFor(scalarText(how.price, voice), charges);
}

export function whereText(
  where: Parameters<typeof conditionText>[0] | undefined,
  voice: Voice,
): string | undefined {
  return where === undefined ? undefined : conditionText(where, voice);
}

function amountText(amount: OfferAmount, voice: Voice): SaidAmount {
  if (amount.kind === 'money') return { kind: 'money', text: scalarText(amount.amount, voice) };
  const base = amount.base === undefined ? {} : { base: operandText(amount.base, voice) };
  const { percent } = amount;
  if (percent.op === 'constant')
    return {
      kind: 'percent',
      text: `${decimalText(String(percent.value))}%`,
      percent: decimalText(String(percent.value)),
      ...base,
    };
  return { kind: 'percent', text: percentageText(percent, voice), ...base };
}

/** A percentage that depends on something: a product with a per cent, such as `row.percent * 1%`. */
function percentageText(percent: Scalar, voice: Voice): string {
  const { expressions, values } = voice.words;
  const parts = percent.op === '*' ? percent.parts.filter((part) => !isOne(part)) : [percent];
  const [only] = parts;
  if (parts.length === 1 && (only?.op === 'read' || only?.op === 'measure'))
    return expressions.percentage(scalarText(only, voice));
  const text = percent.op === '*' ? productText(parts, voice) : scalarText(percent, voice);
  return expressions.percentage(values.bracketed(text));
}

/** `1%` as a factor of a number that counts per cent. */
function isOne(scalar: Scalar): boolean {
  return scalar.op === 'constant' && scalar.value === '1';
}

/** A percentage's factors as they are: `0.5` is a number here, not a half. */
function productText(parts: readonly Scalar[], voice: Voice): string {
  return voice.words.expressions.product(parts.map((part) => operandText(part, voice)));
}

function targetOf(
  { units, pick }: { readonly units?: { readonly from: number; readonly to?: number }; readonly pick?: Pick },
  place: Place,
  voice: Voice,
): Target {
  return {
    place: place.target,
    ofAll: place.ofAll,
    withShipping: place.withShipping,
    pick: pick === undefined ? undefined : pickText(pick, voice),
    positions: units === undefined ? undefined : { from: units.from, to: units.to },
  };
}

function pickText({ which, count, of, allOrNone }: Pick, voice: Voice): SaidPick {
  return {
    which,
    count: scalarText(count, voice),
    isNumber: count.op === 'constant',
    of: whereText(of, voice),
    allOrNone,
  };
}

/** Each limit as a phrase. */
export function limitTexts(
  { caps, times, units }: Limits,
  standing: string | undefined,
  voice: Voice,
): readonly string[] {
  const { limits: words } = voice.words;
  return [
    ...caps.map((cap) => words.cap(scalarText(cap.amount, voice), cap.per, standing)),
    ...(times === undefined ? [] : [words.times(scalarText(times, voice), standing)]),
    ...(units === undefined
      ? []
      : [words.units(unitsText(units.count, voice), units.which, units.per, standing)]),
  ];
}
