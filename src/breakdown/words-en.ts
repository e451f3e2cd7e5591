import type { BreakdownWords, SaidLimit } from './words.js';

/** `A`, `A and B`, `A, B and C`. */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

function counted(count: number | string, noun: string): string {
  return `${count} ${noun}${String(count) === '1' ? '' : 's'}`;
}

function tierText(tier: number | undefined): string {
  return tier === undefined ? '' : ` (tier ${tier})`;
}

const PER = { customer: 'per customer', 'customer-day': 'per customer per day', total: 'in total' } as const;

function limitText(limit: SaidLimit): string {
  return 'text' in limit ? limit.text : `${limit.count} ${PER[limit.per]}`;
}

export const en: BreakdownWords = {
  columns: { line: 'line', sku: 'sku', quantity: 'qty', list: 'list', discount: 'discount', pay: 'pay' },
  toPay: (currency) => `to pay, ${currency}`,
  noLines: 'no lines in the cart',
  goods: 'goods',
  shipping: 'shipping',
  charge: (id) => `shipping ${id}`.trimEnd(),
  unitPrices: (units) => `units: ${units.map(({ count, pay }) => `${count} at ${pay}`).join(', ')}`,
  standing: (values, row) => {
    const all = [
      ...values.map(([name, value]) => `${name} ${value}`),
      ...(row === undefined ? [] : [`line ${row.line} of ${row.table}`]),
    ];
    return all.length === 0 ? '' : ` for ${all.join(', ')}`;
  },
  title: (currency, at) => `${currency} at ${at}`,
  rules: (digest) => `, rules ${digest}`,
  search:
    'more sets of promotions may stand together than the search limit allows to try: a better one may exist',
  headings: {
    steps: 'how the price came about',
    refused: 'did not apply',
    hints: 'within reach',
    unchecked: 'could not be checked',
    gifts: 'gifts and add-ons',
    settlement: 'settlement',
    violations: 'GUARANTEE BROKEN: DO NOT CHARGE',
  },
  and: listed,
  or: (names) => names.join(' or '),
  colon: ': ',
  comma: ', ',
  semicolon: '; ',

  gift: (count, skus, promotion, value) =>
    `${count} of ${skus.join(' or ')}, a gift of ${promotion}${value === undefined ? '' : `, worth ${value}`}`,
  addOn: (count, sku, price, promotion) => `${count} of ${sku} at ${price}, an add-on of ${promotion}`,
  paidBy: 'discounts paid by',
  commissionTo: 'commission to',

  reached: ({ kind, measured, reached, tier, times, sign }) => {
    switch (kind) {
      case 'spend':
        return `${measured} reaches ${reached}${tierText(tier)}`;
      case 'buy':
        return `${counted(measured, 'unit')}, ${reached} needed${tierText(tier)}`;
      case 'every-amount':
        return `${measured} counts as ${times} ${sign} ${reached}`;
      case 'every-units':
        return `${counted(measured, 'unit')} make ${counted(times, 'group')} of ${reached}`;
    }
  },
  also: (offer) => `also ${offer}`,
  granted: (amount, face) => `${amount} of ${face} granted`,
  percentOf: (percent, whole, result) => `${percent}% of ${whole} is ${result}`,
  rounded: (exact, amount) => `${exact}, rounded to ${amount}`,
  allOf: (amount) => `all of ${amount}`,
  saves: (base, result) => `from ${base}, saves ${result}`,
  inAll: (amount) => `${amount} in all`,
  times: (count) => counted(count, 'time'),
  spread: 'spread, shares made whole:',
  cut: (cut, by) => `${cutText(cut)}: ${listed(by)} less`,
  payers: 'paid by ',
  payerGap: ' ',
  message: (language, text) => `to the customer${language === undefined ? '' : `, ${language}`}: ${text}`,
  part: (line, amount, base, of, exact) => {
    const taken = of === undefined ? '' : `, taken of ${of}`;
    return `line ${line}: ${amount} off ${base}${taken}${exact === undefined ? '' : ` (${exact})`}`;
  },
  group: (times, amount, units, openers) => {
    const each = times === 1 ? '1 group:' : `${times} groups, each`;
    return `${each} ${amount} off ${units}${openers === undefined ? '' : `, opened by ${openers}`}`;
  },
  groupUnits: (count, line, left) => `${count} of line ${line} at ${left}`,
  lineName: (id) => `line ${id}`,
  full: (where, share) => `${where}: ${share}, all it can bear`,

  code: (code) => `code ${code}`,
  reasons: {
    needs: (test, seen) => `needs ${test}${seen.length === 0 ? '' : `, but ${seen.join(', ')}`}`,
    short: (measured, threshold, missing, isUnits) =>
      `${measured} of ${threshold}${isUnits ? ' units' : ''}, ${missing} short`,
    lost: (to, by) => `${to} takes ${by} more`,
    excluded: (by, constraint) =>
      `${listed(by)} ${by.length === 1 ? 'stands' : 'stand'} instead (${constraint})`,
    stopped: (by) => `stopped by ${by}`,
    limited: (limit, used) => `limited to ${limitText(limit)}: ${used} used`,
    budget: (budget, used, needed) =>
      `budget ${budget}: ${used} used${needed === undefined ? '' : `, ${needed} needed`}`,
    nothingLeft: 'nothing was left to take it off',
    codeMissing: (codes) => `needs the code ${codes.join(' or ')}`,
    inactive: (windows) => `not active: ${windows.join(' or ')}`,
    noLines: 'no line in the cart is in its scope',
    unknownCode: 'no promotion has this code',
  },
  seen: (name, value) => `${name} is ${value}`,
  isMissing: (name) => `${name} is missing`,
  emptyList: 'an empty list',
  flag: String,
  hint: ({ spend, units, line, saving, cost, isDearer }) => {
    const more = units === undefined ? (spend ?? '') : counted(units, 'unit');
    const where = line === undefined ? '' : ` of line ${line}`;
    return `: ${more} more${where} saves ${saving}, so the cart costs ${cost} ${isDearer ? 'more' : 'less'}`;
  },
  unchecked: ({ guarantee, floor = 'the floor', promotion, layer, line }, missing) => {
    const owner = promotion ?? (layer === undefined ? '' : `layer ${layer}`);
    const what = guarantee === undefined ? `${floor} (${owner})` : `guarantee ${guarantee}`;
    const where = line === undefined ? '' : ` on line ${line}`;
    return `${what}${where}: ${listed(missing)} ${missing.length === 1 ? 'is' : 'are'} missing`;
  },
  violation: (line, seen, promotions) => {
    const where = line === undefined ? '' : ` on line ${line}`;
    return `${where}: ${seen}${promotions.length === 0 ? '' : `; led there by ${listed(promotions)}`}`;
  },
  closing: (pay, currency) => `to pay ${pay} ${currency}`,
  formed: (list, discount, shipping) => ` = ${list} - ${discount} + ${shipping} shipping`,
  broken: (count) => `, but ${counted(count, 'guarantee')} broken`,
};

type SaidCut = Parameters<BreakdownWords['cut']>[0];

function cutText({ why, limit, to }: SaidCut): string {
  const at = limit === undefined ? '' : ` at ${limit}`;
  switch (why) {
    case 'cap':
      return `capped${at}`;
    case 'layer-cap':
      return `its layer is capped${at}`;
    case 'layers-cap':
      return `its layers are capped${at}`;
    // The limit may be the floor itself, or what the lines together have above theirs: so it is not told.
    case 'floor':
      return 'its floor is kept';
    case 'layer-floor':
      return "its layer's floor is kept";
    case 'budget':
      return `its budget ends${at}`;
    case 'overflow':
      return 'some lines could not bear their share';
    case 'left':
      return 'no more was left';
    case 'lost':
      return `${to ?? 'another promotion'} takes more there`;
  }
}
