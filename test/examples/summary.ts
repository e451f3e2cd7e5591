import type {
  AddOn,
  Applied,
  Breakdown,
  ChargeOut,
  Gift,
  Money,
  Refused,
  Standing,
  Unchecked,
} from '../../src/index.js';

/**
 * A breakdown in the short lines of an `expected` block: totals, what each line and charge pays, what each promotion
 * takes, tells, gives and offers, what was refused and why, who funds it and who earns, what no guarantee allows.
 */
export function summary(breakdown: Breakdown): readonly string[] {
  const { list, discount, shipping, pay } = breakdown.total;
  return [
    `list ${list}, discount ${discount}, shipping ${shipping}, pay ${pay}`,
    ...breakdown.lines.map((line) => `line ${line.id} pays ${line.pay}`),
    ...breakdown.shipping.filter(costsSomething).map((charge) => `shipping ${charge.id} pays ${charge.pay}`),
    ...breakdown.promotions.map((one) => `${one.promotion}${standing(one)} takes ${one.amount}`),
    ...breakdown.promotions.flatMap(told),
    ...breakdown.gifts.map(gift),
    ...(breakdown.addOns ?? []).map(addOn),
    ...breakdown.refused.map(refusal),
    ...byParty(breakdown.funding, 'funds'),
    ...byParty(breakdown.commission, 'earns'),
    ...breakdown.violations.map((one) => `violation ${one.guarantee}${onLine(one.line)}`),
    ...breakdown.unchecked.map(unchecked),
  ];
}

/** A cart without shipping has one charge of nothing, which is not worth a line. */
function costsSomething({ list }: ChargeOut): boolean {
  return Number(list) > 0;
}

/** A standing by value, or by the line of the table that its row is on. */
function standing({ for: values = {}, row }: Standing): string {
  const named = Object.values(values).map((value) => ` for ${value}`);
  return [...named, ...(row ? [` by line ${row.line}`] : [])].join('');
}

/** What a customer may be told of a promotion, each text in its language. */
function told({ promotion, texts = [] }: Applied): readonly string[] {
  return texts.map(({ kind, language, text }) => {
    const inLanguage = language === undefined ? '' : ` in ${language}`;
    return `${promotion} ${kind === 'title' ? 'is called' : 'says'}${inLanguage}: ${text}`;
  });
}

function gift({ promotion, count, skus, value }: Gift): string {
  const worth = value === undefined ? '' : ` worth ${value}`;
  return `${promotion} gives ${count} of ${skus.join(' or ')}${worth}`;
}

function addOn({ promotion, count, sku, price }: AddOn): string {
  return `${promotion} offers ${count} of ${sku} for ${price}`;
}

function refusal(refused: Refused): string {
  const code = refused.reason === 'unknown-code' ? refused.code : '';
  return `${refused.promotion ?? code}${standing(refused)} refused: ${reason(refused)}`;
}

function reason(refused: Refused): string {
  switch (refused.reason) {
    case 'short':
      return `short by ${refused.missing}`;
    case 'lost':
      return `lost to ${refused.to} by ${refused.by}`;
    case 'excluded':
      return `excluded by ${refused.by.join(', ')}`;
    default:
      return refused.reason;
  }
}

function byParty(amounts: Readonly<Record<string, Money>>, does: 'earns' | 'funds'): readonly string[] {
  return Object.keys(amounts)
    .sort()
    .map((party) => `${party} ${does} ${amounts[party]}`);
}

function unchecked(one: Unchecked): string {
  return `unchecked ${one.guarantee ?? one.promotion ?? one.layer}${onLine(one.line)}`;
}

function onLine(line: string | undefined): string {
  return line === undefined ? '' : ` on line ${line}`;
}
