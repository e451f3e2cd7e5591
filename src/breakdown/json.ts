import { quoted } from '../quoted.js';
import type {
  Adjustment,
  Allocation,
  Applied,
  Breakdown,
  ChargeOut,
  Cut,
  LineOut,
  Money,
  Part,
  Refused,
  Standing,
  Step,
  ThresholdMet,
} from './types.js';

/**
 * The JSON of a breakdown, byte for byte what `JSON.stringify` gives and sooner: what most breakdowns are made of is written from
 * its known members, the rest is left to the host.
 */
export function breakdownJson(breakdown: Breakdown): string {
  const { currency, amounts, at, ruleset, cart, optimal, total, hints, addOns } = breakdown;
  return (
    `{"reckon":1,"currency":${quoted(currency)}${amounts ? ',"amounts":"minor"' : ''},"at":${quoted(at)}` +
    `,"ruleset":${quoted(ruleset)}${textMember('cart', cart)},"optimal":${optimal}` +
    `,"total":{"list":${money(total.list)},"discount":${money(total.discount)}` +
    `,"shipping":${money(total.shipping)},"pay":${money(total.pay)}}` +
    `,"lines":${list(breakdown.lines, lineJson)},"shipping":${list(breakdown.shipping, chargeJson)}` +
    `,"promotions":${list(breakdown.promotions, appliedJson)},"refused":${list(breakdown.refused, refusedJson)}` +
    `,"gifts":${list(breakdown.gifts, JSON.stringify)}${member('addOns', addOns)}` +
    `,"funding":${partiesJson(breakdown.funding)},"commission":${partiesJson(breakdown.commission)}` +
    `,"violations":${list(breakdown.violations, JSON.stringify)}` +
    `,"unchecked":${list(breakdown.unchecked, JSON.stringify)}${member('hints', hints)}}`
  );
}

function list<Item>(items: readonly Item[], json: (item: Item) => string): string {
  if (items.length === 0) return '[]';
  let text = '';
  for (const item of items) text += text === '' ? json(item) : `,${json(item)}`;
  return `[${text}]`;
}

function money(amount: Money): string {
  return typeof amount === 'number' ? String(amount) : `"${amount}"`;
}

function textMember(name: string, text: string | undefined): string {
  return text === undefined ? '' : `,"${name}":${quoted(text)}`;
}

function moneyMember(name: string, amount: Money | undefined): string {
  return amount === undefined ? '' : `,"${name}":${money(amount)}`;
}

/** A member that few breakdowns have, or that holds anything. */
function member(name: string, value: object | number | boolean | undefined): string {
  return value === undefined ? '' : `,"${name}":${JSON.stringify(value)}`;
}

function listMember<Item>(
  name: string,
  items: readonly Item[] | undefined,
  json: (item: Item) => string,
): string {
  return items === undefined ? '' : `,"${name}":${list(items, json)}`;
}

function lineJson({ id, sku, quantity, list: listed, adjustments, pay, units }: LineOut): string {
  return (
    `{"id":${quoted(id)},"sku":${quoted(sku)},"quantity":${quantity},"list":${money(listed)}` +
    `,"adjustments":${list(adjustments, adjustmentJson)},"pay":${money(pay)},"units":${list(units, unitsJson)}}`
  );
}

function unitsJson({ count, pay }: LineOut['units'][number]): string {
  return `{"count":${count},"pay":${money(pay)}}`;
}

function chargeJson({ id, list: listed, adjustments, pay }: ChargeOut): string {
  return (
    `{"id":${quoted(id)},"list":${money(listed)},"adjustments":${list(adjustments, adjustmentJson)}` +
    `,"pay":${money(pay)}}`
  );
}

function adjustmentJson(adjustment: Adjustment): string {
  const { promotion, layer, amount, base } = adjustment;
  return (
    `{"promotion":${quoted(promotion)}${standingJson(adjustment)}${textMember('layer', layer)}` +
    `,"amount":${money(amount)},"base":${money(base)}}`
  );
}

function standingJson({ for: named, row }: Standing): string {
  const value = named === undefined ? '' : `,"for":${namedJson(named)}`;
  return row === undefined ? value : `${value},"row":{"table":${quoted(row.table)},"line":${row.line}}`;
}

function namedJson(named: NonNullable<Standing['for']>): string {
  let text = '';
  for (const name of Object.keys(named)) {
    const value = named[name];
    const shown = typeof value === 'string' ? quoted(value) : String(value);
    text += `${text === '' ? '' : ','}${quoted(name)}:${shown}`;
  }
  return `{${text}}`;
}

function partiesJson(parties: Breakdown['funding']): string {
  let text = '';
  for (const party of Object.keys(parties))
    text += `${text === '' ? '' : ','}${quoted(party)}:${money(parties[party] ?? 0)}`;
  return `{${text}}`;
}

/** Most refusals are of a threshold that was not reached. */
function refusedJson(refused: Refused): string {
  if (refused.reason !== 'short' || refused.promotion === undefined) return JSON.stringify(refused);
  const { promotion, layer, measured, threshold, missing } = refused;
  return (
    `{"promotion":${quoted(promotion)}${standingJson(refused)}${textMember('layer', layer)},"reason":"short"` +
    `,"measured":${money(measured)},"threshold":${money(threshold)},"missing":${money(missing)}}`
  );
}

function appliedJson(applied: Applied): string {
  const { promotion, title, kind, layer, face, amount, threshold, steps, cuts, funding, texts } = applied;
  return (
    `{"promotion":${quoted(promotion)}${textMember('title', title)},"kind":"${kind}"${textMember('layer', layer)}` +
    `${standingJson(applied)},"face":${money(face)},"amount":${money(amount)}${threshold ? `,"threshold":${metJson(threshold)}` : ''}` +
    `,"steps":${list(steps, stepJson)}${listMember('cuts', cuts, cutJson)}${funding ? `,"funding":${partiesJson(funding)}` : ''}` +
    `${member('texts', texts)},"file":${quoted(applied.file)},"line":${applied.line}}`
  );
}

function metJson({ kind, measured, reached, tier, times }: ThresholdMet): string {
  return (
    `{"kind":"${kind}","measured":${money(measured)},"reached":${money(reached)}` +
    `${moneyMember('tier', tier)}${moneyMember('times', times)}}`
  );
}

function stepJson({
  offer,
  base,
  of,
  percent,
  times,
  exact,
  face,
  amount,
  cuts,
  allocation,
  parts,
  groups,
}: Step): string {
  const numbers =
    moneyMember('base', base) +
    textMember('of', of) +
    textMember('percent', percent) +
    moneyMember('times', times) +
    textMember('exact', exact);
  return (
    `{"offer":${quoted(offer)}${numbers},"face":${money(face)},"amount":${money(amount)}` +
    `${listMember('cuts', cuts, cutJson)}${allocation ? `,"allocation":${allocationJson(allocation)}` : ''}` +
    `${listMember('parts', parts, partJson)}${member('groups', groups)}}`
  );
}

function cutJson({ why, limit, by, to }: Cut): string {
  return `{"why":"${why}"${moneyMember('limit', limit)},"by":${money(by)}${textMember('to', to)}}`;
}

function allocationJson({ amount, sum, parts }: Allocation): string {
  return `{"amount":${money(amount)},"sum":"${sum}","parts":${list(parts, shareJson)}}`;
}

function shareJson({ line, shipping, weight, remainder, full, amount }: Allocation['parts'][number]): string {
  const whose = line === undefined ? `"shipping":${quoted(shipping ?? '')}` : `"line":${quoted(line)}`;
  const how = full ? ',"full":true' : `,"weight":"${weight}","remainder":"${remainder}"`;
  return `{${whose}${how},"amount":${money(amount)}}`;
}

function partJson({ line, base, of, exact, amount }: Part): string {
  return (
    `{"line":${quoted(line)},"base":${money(base)}${textMember('of', of)}${textMember('exact', exact)}` +
    `,"amount":${money(amount)}}`
  );
}
