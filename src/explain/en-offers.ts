import { listed } from './en-values.js';
import type { LimitWords, OfferWords, SaidAmount, SaidPick, Target } from './words.js';

export const enOffers: OfferWords = {
  take: (amount, off, target) => {
    const what = amountText(amount);
    if (off === 'scope') return `take ${what} off ${eachOf(amount, target)}${targetText(target)}`;
    return `take ${what} off each ${off} of ${targetText(target, 'each')}`;
  },
  pay: (amount, target) =>
    amount.kind === 'money'
      ? `${targetText(target)} for ${amount.text} in all, where that is less`
      : `pay ${amount.text} of what is left to pay for ${eachOf(amount, target)}${targetText(target)}`,
  price: (amount, target) =>
    `the price of each unit of ${targetText(target, 'each')} becomes ${amount}, where that is less`,
  free: (target) => `${targetText(target)} free of charge`,
  shipFree: (where) => `${chargesText(where)} free of charge`,
  shipFor: (price, where) => `${chargesText(where)} for ${price} in all, where that is less`,
  offShipping: (amount, where) => `take ${amountText(amount)} off ${chargesText(where)}`,
  give: (units, skus) =>
    skus.length === 1
      ? `a gift of ${units} of SKU ${skus.join('')}`
      : `a gift of ${units} of SKU ${skus.join(' or ')}, as the customer chooses`,
  addOn: (units, sku, price) =>
    `the customer may have ${units} of SKU ${sku} for ${price} each (the dearest in the cart, where that is less)`,
  bundlePart: (units, where) => `${units} of lines where ${where}`,
  bundle: (parts, kind, amount) => {
    const set = `for each set of ${parts.join(', and ')}, as many sets as the cart holds:`;
    if (kind === 'take') return `${set} take ${amountText(amount)} off the set`;
    return amount.kind === 'money'
      ? `${set} ${amount.text} for the set, where that is less`
      : `${set} pay ${amount.text} of what is left to pay for the set`;
  },
  also: (offers) => offers.join('; and then '),
  withLimits: (offer, limits) => [offer, ...limits].join(', '),
  always: (offers) => `${offers.slice(0, 1).toUpperCase()}${offers.slice(1)}.`,
  spend: ({ text }, offers) => `From ${text} on: ${offers}.`,
  buy: (units, offers) => `From ${units} on: ${offers}.`,
  everyAmount: ({ text }, offers) => `For every full ${text}: ${offers}.`,
  everyUnits: (units, of, offers) =>
    of === undefined
      ? `For every ${units}: ${offers}.`
      : `For every ${units} of lines where ${of}: ${offers}.`,
  steps: ({ sums, percentages, given, picks }) => {
    const effects = [
      ...(sums ? ['a sum is taken that many times'] : []),
      ...(percentages ? ['a percentage is multiplied (up to 100%)'] : []),
      ...(given ? ['gifts and add-ons are given that many times'] : []),
      ...(picks ? ['units are picked anew each time'] : []),
    ];
    return `Every full amount counts: ${listed(effects, 'and')}.`;
  },
  tiers: 'The highest threshold that is reached counts, alone.',
  counting: (amount) => `What counts towards it is ${amount}.`,
  countingTier: (threshold, amount) => `What counts towards ${threshold} is ${amount}.`,
  grouping: (first) =>
    `Those units are ranked by what is left to pay for them, ${first} first, and cut into groups from that end. A group that is not full earns nothing.`,
  picksOfAll:
    'The groups are counted only: what is picked comes from all units in scope, so many for each group.',
  rounds: (first) =>
    `It goes in rounds: each takes the units that open it, ${first} first by what is left to pay for them, then the units the offer is for, out of those that are unused. The rounds end with the first that finds too few to open it, or none for the offer.`,
  positions: 'Units are counted from the dearest, by what is left to pay for them.',
  positionsAnew: 'Each offer counts them anew, on what the ones before it left.',
  addOnsApart: 'What is offered at a special price does not count towards the threshold that offers it.',
};

/** A percentage is formed unit by unit in groups and on units that are picked. */
function eachOf({ kind }: SaidAmount, { place, pick, positions }: Target): string {
  if (kind !== 'percent') return '';
  if (pick !== undefined) return pick.count === '1' ? '' : 'each of ';
  if (positions !== undefined) return positions.from === positions.to ? '' : 'each of ';
  return place === 'group' ? 'each unit of ' : '';
}

function amountText({ text, base, kind }: SaidAmount): string {
  return kind === 'percent' && base !== undefined ? `${text} of ${base}` : text;
}

function chargesText(where: string | undefined): string {
  return where === undefined ? 'shipping' : `the shipping charges where ${where}`;
}

/** What an offer is formed on. */
function targetText(
  { place, pick, ofAll, positions, withShipping }: Target,
  formed: 'together' | 'each' = 'together',
): string {
  if (positions !== undefined) return positionsText(positions);
  if (pick === undefined) return wholeText(place, withShipping && formed === 'together');
  const inRounds = place === 'group' && pick.of !== undefined ? ', in each round,' : '';
  const units = `${pickText(pick)}${inRounds}${pick.of === undefined ? '' : ` of lines where ${pick.of}`}`;
  const found = units + (pick.allOrNone ? ' (none of them where there are fewer)' : '');
  switch (place) {
    case 'group':
      if (pick.of !== undefined) return found;
      return ofAll ? `${found} of all in scope (so many for each group)` : `${found} of each group`;
    case 'step':
      return `${found}${pick.of === undefined ? ' in scope' : ''} at each step`;
    case 'scope':
      return `${found}${pick.of === undefined ? ' in scope' : ''}`;
  }
}

function wholeText(place: Target['place'], withShipping: boolean): string {
  if (place === 'group') return 'each group';
  return withShipping ? 'the goods in scope and shipping, taken together' : 'the goods in scope';
}

function pickText({ which, count, isNumber }: SaidPick): string {
  if (!isNumber) return `the ${which} units (as many as ${count} says)`;
  return count === '1' ? `the ${which} unit` : `the ${which} ${count} units`;
}

function positionsText({ from, to }: NonNullable<Target['positions']>): string {
  if (to === undefined) return `unit ${from} in scope and all after it`;
  return from === to ? `unit ${from} in scope` : `units ${from} to ${to} in scope`;
}

export const enLimits: LimitWords = {
  cap: (amount, per, standing) => {
    switch (per) {
      case 'standing':
        return standing === undefined
          ? `at most ${amount} off in all`
          : `at most ${amount} off for each ${standing}`;
      case 'all-standings':
        return `at most ${amount} off for all of them together, whatever the ${standing ?? ''}`;
      case 'line':
        return `at most ${amount} off each line`;
      case 'unit':
        return `at most ${amount} off each unit`;
    }
  },
  times: (count, standing) => `at most ${count} times${forEach(standing)}`,
  units: (units, which, per, standing) => {
    const whose = {
      standing: forEach(standing),
      line: ' of each line',
      customer: ' for each customer, less those this customer had before',
    }[per];
    return `for at most ${units}${whose}, the ${which} ones`;
  },
  floor: (amount, per) => {
    switch (per) {
      case 'unit':
        return `At least ${amount} must be left to pay for each unit.`;
      case 'line':
        return `At least ${amount} must be left to pay for each line.`;
      case 'scope':
        return `At least ${amount} must be left to pay for all the goods in scope together.`;
    }
  },
  ofAll: (limit) => `All its offers together: ${limit}.`,
};

function forEach(standing: string | undefined): string {
  return standing === undefined ? '' : ` for each ${standing}`;
}
