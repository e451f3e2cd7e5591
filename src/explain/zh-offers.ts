import { zhOf } from './zh-values.js';
import { tenths, tenthsLeft } from './numbers.js';
import type { LimitWords, OfferWords, SaidAmount, SaidPick, Target } from './words.js';

const ORDER = { dearest: '从高到低', cheapest: '从低到高' } as const;
const NEVER_DEARER = '（原本更低的不变）';

export const zhOffers: OfferWords = {
  take: (amount, off, target) => {
    const isEach = off === 'unit' || (off === 'scope' && isPerUnit(amount, target));
    const each = isEach ? '每件' : off === 'line' ? '每行' : '';
    return `${targetText(target, off)}${each}${offText(amount)}`;
  },
  pay: (amount, target) => {
    const whom = targetText(target, 'scope');
    if (amount.kind === 'money') return `${whom}共付${amount.text}${NEVER_DEARER}`;
    return `${whom}${isPerUnit(amount, target) ? '每件' : ''}按前序优惠后金额的${amount.text}支付${amount.percent === undefined ? '' : `（即${tenths(amount.percent)}折）`}`;
  },
  price: (amount, target) =>
    `${targetText(target, 'unit')}每件${/^\d/.test(amount) ? amount : `按${amount}计价`}${NEVER_DEARER}`,
  free: (target) => `${targetText(target, 'scope')}免费`,
  shipFree: (where) => (where === undefined ? '包邮' : `免收${zhOf(where, '运费')}`),
  shipFor: (price, where) => `${chargesText(where)}共付${price}${NEVER_DEARER}`,
  offShipping: (amount, where) => chargesText(where) + offText(amount),
  give: (units, skus) =>
    skus.length === 1
      ? `赠送SKU${skus.join('')}共${units}`
      : `赠送SKU${skus.join('或')}（顾客任选）共${units}`,
  addOn: (units, sku, price) =>
    `可换购SKU${sku}共${units}，换购价每件${price}（换购购物车中价高的，原本更低的不变）`,
  bundlePart: (units, where) => `${zhOf(where, '商品')}${units}`,
  bundle: (parts, kind, amount) => {
    const set = `每套（${parts.join('＋')}，购物车中能凑几套享几套）`;
    if (kind === 'take') return `${set}${offText(amount)}`;
    if (amount.kind === 'money') return `${set}共付${amount.text}${NEVER_DEARER}`;
    return `${set}按前序优惠后金额的${amount.text}支付${amount.percent === undefined ? '' : `（即${tenths(amount.percent)}折）`}`;
  },
  also: (offers) => offers.join('；然后'),
  withLimits: (offer, limits) => [offer, ...limits].join('，'),
  always: (offers) => `无门槛：${offers}。`,
  spend: ({ text, isNumber }, offers) =>
    isNumber ? `满${text}${led(offers)}。` : `金额达到${quoted(text)}时，${offers}。`,
  buy: (units, offers) => `满${units}，${offers}。`,
  everyAmount: ({ text, isNumber }, offers) =>
    isNumber ? `每满${text}${led(offers)}。` : `金额每达到${quoted(text)}一次，${offers}。`,
  everyUnits: (units, of, offers) =>
    of === undefined ? `每${units}，${offers}。` : `每${units}${zhOf(of, '商品')}，${offers}。`,
  steps: ({ sums, percentages, given, picks }) => {
    const effects = [
      ...(sums ? ['减免金额按次数累加'] : []),
      ...(percentages ? ['减免百分比按次数累加（最多100%）'] : []),
      ...(given ? ['赠品和换购件数按次数累加'] : []),
      ...(picks ? ['优惠件每次重新选取'] : []),
    ];
    return `每满一次计一次：${effects.join('，')}。`;
  },
  tiers: '多档门槛只享达到的最高一档，不累加。',
  counting: (amount) => `门槛按${amount}计算。`,
  countingTier: (threshold, amount) => `${threshold}一档的门槛按${amount}计算。`,
  grouping: (first) =>
    `上述商品逐件按前序优惠后金额${ORDER[first]}排序，依次凑成一组；不足一组的部分不享优惠。`,
  picksOfAll: '组数只用来计数，优惠件从全部活动商品中选取，每组对应上述件数。',
  rounds: (first) =>
    `按轮计算：每轮先取满足门槛的商品（按前序优惠后金额${ORDER[first]}），再从未使用的商品中取优惠件，每件只用一次；凑不足门槛件数或没有优惠件时停止。`,
  positions: '第几件按单件前序优惠后金额从高到低排序。',
  positionsAnew: '每项优惠按前一项优惠后的金额重新排序。',
  addOnsApart: '换购的商品不计入其自身的门槛。',
};

/** What is worked out stands in quotes, so that it is plain where it begins and ends. */
function quoted(text: string): string {
  return /[＋－×÷]|中的|的\d/.test(text) ? `“${text}”` : text;
}

/** `满300元减50元`, but `满300元，每件减5元`. */
function led(offers: string): string {
  return /^(?:减|打|包邮|赠送)/.test(offers) ? offers : `，${offers}`;
}

/** A percentage is formed unit by unit in groups and on units that are picked. */
function isPerUnit({ kind }: SaidAmount, { place, pick, positions }: Target): boolean {
  if (kind !== 'percent') return false;
  if (pick !== undefined) return pick.count !== '1';
  if (positions !== undefined) return positions.from !== positions.to;
  return place === 'group';
}

/** `减50元`, `打8.5折（减15%）`. */
function offText({ kind, text, percent, base }: SaidAmount): string {
  if (base !== undefined) return `减${base}的${text}`;
  if (kind === 'money') return `减${quoted(text)}`;
  if (percent === undefined) return `减${text}`;
  return percent === '100' ? '全免（减100%）' : `打${tenthsLeft(percent)}折（减${text}）`;
}

function chargesText(where: string | undefined): string {
  return where === undefined ? '运费' : zhOf(where, '运费');
}

/** What an offer is formed on; nothing for the goods in scope, which every clause is about. */
function targetText(
  { place, pick, ofAll, positions, withShipping }: Target,
  off: 'scope' | 'line' | 'unit',
): string {
  if (positions !== undefined) return positionsText(positions);
  if (pick === undefined) {
    if (place === 'group') return '每组';
    return withShipping && off === 'scope' ? '商品与运费合计' : '';
  }
  const from = pick.of === undefined ? '' : `${zhOf(pick.of, '商品')}中`;
  const missing = pick.allOrNone ? '（不足此数则不享）' : '';
  const which = `${from}${pickText(pick)}${missing}`;
  switch (place) {
    case 'group':
      if (ofAll && pick.of === undefined) return `全部活动商品中${which}（每组各取）`;
      return `${pick.of === undefined ? '每组中' : '每轮'}${which}`;
    case 'step':
      return `每次${which}`;
    case 'scope':
      return which;
  }
}

function pickText({ which, count, isNumber }: SaidPick): string {
  return `${which === 'cheapest' ? '最便宜' : '最贵'}的${isNumber ? `${count}件` : `${count}所列件数`}`;
}

function positionsText({ from, to }: NonNullable<Target['positions']>): string {
  if (to === undefined) return `第${from}件及以后各件`;
  return from === to ? `第${from}件` : `第${from}至${to}件`;
}

export const zhLimits: LimitWords = {
  cap: (amount, per, standing = '') => {
    switch (per) {
      case 'standing':
        return `${standing}最多优惠${amount}`;
      case 'all-standings':
        return `所有${standing.replace(/^每个/, '')}合计最多优惠${amount}`;
      case 'line':
        return `每行最多优惠${amount}`;
      case 'unit':
        return `每件最多优惠${amount}`;
    }
  },
  times: (count, standing = '') => `${standing}最多享${count}次`,
  units: (units, which, per, standing = '') => {
    const whose = { standing, line: '每行', customer: '每位顾客（扣除此前已享件数）' }[per];
    return `${whose}最多${units}享优惠，取${which === 'cheapest' ? '价低' : '价高'}的`;
  },
  floor: (amount, per) => {
    switch (per) {
      case 'unit':
        return `优惠后每件应付不低于${amount}。`;
      case 'line':
        return `优惠后每行应付不低于${amount}。`;
      case 'scope':
        return `优惠后活动商品合计应付不低于${amount}。`;
    }
  },
  ofAll: (limit) => `全部优惠合计：${limit}。`,
};
