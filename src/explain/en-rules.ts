import { listed, ordinal } from './en-values.js';
import type { FileWords, PromotionWords } from './words.js';

const MODES = {
  'half-up': 'to the nearest, a half up',
  'half-even': 'to the nearest, a half to the even digit',
  'half-down': 'to the nearest, a half down',
  up: 'up',
  down: 'down',
} as const;

/** An attribute without its article. */
function bare(attribute: string): string {
  return attribute.replace(/^the /, '');
}

export const enPromotions: PromotionWords = {
  labels: {
    when: 'When',
    who: 'For whom',
    goods: 'On what',
    offer: 'What it gives',
    table: 'Its table',
    limits: 'Limits',
    turn: 'Its turn',
    together: 'Together with',
    arithmetic: 'Arithmetic',
    uses: 'Redemption',
    settlement: 'Settlement',
    texts: 'Texts',
  },
  kind: { promotion: 'promotion', coupon: 'coupon' },
  source: (file, line) => `${file}, line ${line}`,
  everybody: 'For every customer and every order; no code is needed.',
  when: (condition) => `Only if ${condition}.`,
  codes: (exact, patterns) => {
    const one = `the code ${listed(exact, 'or')}`;
    const like = `a code like ${listed(patterns, 'or')} (where * stands for any characters)`;
    const all = [...(exact.length === 0 ? [] : [one]), ...(patterns.length === 0 ? [] : [like])];
    return `Only with ${all.join(', or ')} in the cart.`;
  },
  allGoods: 'Scope: all lines of the cart.',
  goodsWhere: (condition) => `Scope: the lines where ${condition}.`,
  withShipping: 'Shipping is in scope too: one discount is spread over the goods and the shipping charges.',
  eachLine:
    'It stands once for each line by itself, with its own condition, threshold, limits and allocation.',
  eachAttribute: (attribute, mayBeMissing) =>
    `It stands once for each value of ${attribute} by itself, with its own condition, threshold, limits and allocation${mayBeMissing ? '; lines without one take no part' : ''}.`,
  eachRow: (table) =>
    `It stands once for each row of table ${table}, in the order of the rows, with its own condition, threshold, limits and allocation.`,
  eachColumn: (column, table) =>
    `It stands once for each value of ${column} in table ${table}, on the lines with that value; the rows of the value are its tiers.`,
  eachCharges: {
    own: 'Each time it is for the shipping charges with that value alone.',
    all: 'Each time it is for all shipping charges.',
  },
  standing: {
    line: () => 'line',
    attribute: bare,
    column: bare,
    row: (table) => `row of table ${table}`,
  },
  row: (line, cells) => `Line ${line}: ${cells.join(', ')}.`,
  column: (name) => name,
  cell: (column, value) => `${column} ${value}`,
  emptyCell: 'empty',
  turn: ({ layer, priority, place, of, after }) => {
    const where =
      layer === undefined
        ? 'It runs'
        : `It runs in layer ${layer.name}, the ${ordinal(layer.place)} of ${layer.of},`;
    const which =
      of === 1 ? 'where it is the only promotion' : `as the ${ordinal(place)} of ${of} promotions`;
    const before = after === undefined ? '' : `, next after ${after}`;
    return `${where} ${layer === undefined && of === 1 ? 'alone: the file has no other promotion' : which}${before} (priority ${priority}).`;
  },
  combine: ({ combine, per }, attribute) => {
    switch (combine) {
      case 'in-turn':
        return 'The promotions of a layer run in turn, each on what the earlier ones left.';
      case 'together':
        return 'The promotions of this layer are all formed on what was left when the layer began; they are applied in turn, each cut to what is left.';
      case 'best':
        return 'Of the promotions of this layer only the one that takes most off counts.';
      case 'best-per':
        return per?.kind === 'line'
          ? 'For each line only the promotion of this layer that takes most off it counts.'
          : `For the lines of each value of ${attribute} only the promotion of this layer that takes most off them counts; lines without one are contested together.`;
    }
  },
  eachUnitOnce: 'No unit is used by two promotions of this layer.',
  layerCap: (amount) => `All promotions of this layer together take at most ${amount} off the goods.`,
  layerFloor: (amount, per) => {
    const where = { unit: 'on each unit', line: 'on each line', scope: 'on all goods together' }[per];
    return `All promotions of this layer together leave at least ${amount} to pay ${where}.`;
  },
  layersCap: (amount) => `All layers together take at most ${amount} off the goods.`,
  allow: (count, others) => `Of this and ${listed(others, 'and')}, at most ${count} may apply.`,
  notWith: (others) => `It does not apply together with ${listed(others, 'or')}.`,
  alone: 'It applies alone: together with no other promotion at all.',
  keptOutBy: (others) =>
    `It does not apply together with ${listed(others, 'or')}, which ${others.length === 1 ? 'applies' : 'apply'} alone.`,
  chosen: (choose, searchLimit) =>
    choose === 'best'
      ? `Where not all may apply, the set with which the customer pays least for the whole order, shipping included, is chosen, out of the first ${searchLimit} sets.`
      : 'Where not all may apply, the first that applies, by layer, priority and place in the file, keeps out the others.',
  stacks: 'Nothing keeps it from applying together with other promotions.',
  stop: {
    layer: 'Once it applies, no later promotion of its layer runs.',
    all: 'Once it applies, no later promotion runs at all, in this layer or a later one.',
    lines: 'Once it applies, no later promotion of its layer runs on its lines.',
  },
  stoppedBy: (earlier) =>
    `It does not run, or not on all lines, once ${listed(earlier, 'or')} applies and stops it.`,
  tags: (tags) => `It carries the ${tags.length === 1 ? 'tag' : 'tags'} ${listed(tags, 'and')}.`,
  rounding: ({ mode, of }, unit) =>
    of === 'discount'
      ? `The discount is rounded once, where it is formed, to ${unit}: ${MODES[mode]}.`
      : `What remains to be paid is rounded once, where the discount is formed, to ${unit}: ${MODES[mode]}.`,
  weights: (weights, after) => {
    switch (weights) {
      case 'value':
        return after === undefined
          ? 'A discount over several lines is shared by what is left to pay for each.'
          : `A discount over several lines is shared by what was left to pay for each after layer ${after}.`;
      case 'list':
        return 'A discount over several lines is shared by their list prices.';
      case 'quantity':
        return 'A discount over several lines is shared by their numbers of units.';
      case 'equally':
        return 'A discount over several lines is shared equally.';
    }
  },
  shares: {
    down: 'Each share is cut to whole minor units.',
    'half-up': 'Each share is rounded to whole minor units, a half up.',
    'half-even': 'Each share is rounded to whole minor units, a half to the even digit.',
    'half-down': 'Each share is rounded to whole minor units, a half down.',
    'in-turn': 'Line by line, each share is cut from what is still to be given.',
  },
  remainder: {
    'largest-fraction': 'What is then missing goes to the largest fractions, one minor unit each.',
    'largest-line': 'What is then missing goes to the largest lines, one minor unit each.',
    first: 'What is then missing goes to the first lines by id, one minor unit each.',
    last: 'What is then missing goes to the last lines by id, one minor unit each.',
    'rest-to-first': 'What is then missing goes to the first line by id.',
    'rest-to-last': 'What is then missing goes to the last line by id.',
  },
  overflow: {
    'to-others': 'What a line cannot bear is allocated over the others.',
    dropped: 'What a line cannot bear is given up.',
  },
  redemption: (limits) => {
    const all = limits.map(({ per, count }) => {
      const times = count === 1 ? 'once' : `${count} times`;
      return {
        customer: `${times} per customer`,
        'customer-day': `${times} per customer and day`,
        total: `${times} in total`,
      }[per];
    });
    return `It may be used ${listed(all, 'and')}.`;
  },
  unlimited: 'It may be used without limit.',
  budget: (amount, partly) =>
    partly
      ? `It takes at most ${amount} off over all orders; the last one gets what is left of that.`
      : `It takes at most ${amount} off over all orders; an order that would go past that gets nothing.`,
  funding: (shares) => `The discount is borne by ${listed(shares, 'and')}.`,
  share: (party, percent) => `${party} (${percent})`,
  partyOf: (attribute) => `the ${bare(attribute)} of each line`,
  commission: (party, percent, of, subsidyBy) => {
    const base =
      of === 'list'
        ? 'the list price of the lines in scope'
        : 'what the customer finally pays for the lines in scope';
    const subsidy = subsidyBy === undefined ? '' : `, plus what ${subsidyBy} bears of their discounts`;
    return `${party.slice(0, 1).toUpperCase()}${party.slice(1)} earns a commission of ${percent} of ${base}${subsidy}, rounded down on each line.`;
  },
  returns: {
    keep: 'A returned unit gives back what was paid for it.',
    retest: 'When goods are returned, the thresholds are tested again on what is kept.',
  },
  text: (kind, language, text) => {
    const what = {
      note: 'Note for the keepers of the file',
      message: 'Message to the customer',
      title: 'Title',
    }[kind];
    return `${what}${language === undefined ? '' : `, in language ${language}`}: ${text}`;
  },
};

export const enFiles: FileWords = {
  heading: 'THE RULES AS A WHOLE',
  currency: (code, unit) => `All amounts are in ${code}; the least amount is ${unit}.`,
  timezone: (zone) => `Times are in ${zone}.`,
  finePrices: (mode, per) =>
    per === 'line'
      ? `Unit prices may have up to six decimals; the list price of each line is rounded once: ${MODES[mode]}.`
      : `Unit prices may have up to six decimals; the list price of one unit is rounded: ${MODES[mode]}; and multiplied.`,
  layers: (names) => `The layers run in this order: ${names.join(', ')}.`,
  inLayer: (name, sentences) => `Layer ${name}: ${sentences}`,
  constraint: (kind, count, members) => {
    switch (kind) {
      case 'allow':
        return `At most ${count} of ${listed(members, 'and')} may apply together.`;
      case 'not-with':
        return `${listed(members, 'and')} do not apply together.`;
      case 'alone':
        return `${members.join('')} applies alone: together with no other promotion at all.`;
    }
  },
  everyPromotion: 'For every promotion:',
  guarantees: 'Every price must keep this; one that does not must not be charged:',
  guarantee: (title, condition, forEachLine, required) =>
    `${title}: ${forEachLine ? 'on each line, ' : ''}${condition}${required ? '; a value that is missing breaks it' : '; where a value is missing it is not tested'}.`,
  declared: (of, attributes) => {
    const carrier = {
      line: 'A line',
      customer: 'The customer',
      order: 'The order',
      shipping: 'A shipping charge',
    }[of];
    return `${carrier} carries ${listed(attributes, 'and')}.`;
  },
  attribute: (name, type, isOptional) => `${name} (${type}${isOptional ? ', may be missing' : ''})`,
  types: {
    text: 'text',
    number: 'number',
    money: 'amount',
    'money-of-unit': 'amount per unit',
    flag: 'yes or no',
    time: 'time',
    list: 'list of texts',
  },
  members: (members) => `one of ${listed(members, 'or')}`,
};
