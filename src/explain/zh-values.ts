import { zhCurrency, zhName, zhZone } from './zh-names.js';
import type { ExpressionWords, Moment, Span, Subject, ValueWords, WindowWords } from './words.js';

/** `甲`, `甲和乙`, `甲、乙和丙`. */
export function zhListed(phrases: readonly string[], word: string): string {
  if (phrases.length < 2) return phrases.join('');
  return `${phrases.slice(0, -1).join('、')}${word}${phrases.at(-1) ?? ''}`;
}

/** `品牌为“云杉”的商品`; a condition that has several parts is bracketed. */
export function zhOf(condition: string, noun: string): string {
  return condition.includes('，') ? `（${condition}）的${noun}` : `${condition}的${noun}`;
}

export const zhValues: ValueWords = {
  quoted: (text) => `“${text.replaceAll(/[”\\]/g, String.raw`\$&`)}”`,
  name: (text) => `「${text}」`,
  money: (amount, currency) => `${amount.replace(/\.0+$/, '')}${zhCurrency(currency)}`,
  flag: (value) => (value ? '是' : '否'),
  moment: (moment, zone) => `${momentText(moment)}（${zone}）`,
  zone: zhZone,
  units: (count, isSaid) => (isSaid ? `${count}所列件数` : `${count}件`),
  and: (phrases) => zhListed(phrases, '和'),
  or: (phrases) => zhListed(phrases, '或'),
  bracketed: (phrase) => `（${phrase}）`,
  comma: '，',
  joined: (sentences) => sentences.join(''),
};

const OWNERS: Readonly<Record<Subject, string>> = {
  line: '',
  customer: '顾客',
  order: '订单',
  shipping: '',
  row: '表中本行',
};

/** Names that say whose they are. */
const WHOLE: ReadonlySet<string> = new Set(['order at', 'order codes', 'shipping id', 'shipping amount']);

const OF_TEXTS = { '=': '为', '!=': '不为' } as const;
const OF_AMOUNTS = {
  '=': '等于',
  '!=': '不等于',
  '<': '低于',
  '<=': '不超过',
  '>': '超过',
  '>=': '不低于',
} as const;
const OF_TIMES = {
  '=': '为',
  '!=': '不为',
  '<': '早于',
  '<=': '不晚于',
  '>': '晚于',
  '>=': '不早于',
} as const;

export const zhExpressions: ExpressionWords = {
  attribute: (of, name) => (WHOLE.has(`${of} ${name}`) ? '' : OWNERS[of]) + zhName(of, name),
  compared: (op, left, right, { type, isKnown }) => {
    const isAmount = type === 'money' || type === 'number';
    const verb = { ...OF_AMOUNTS, ...(type === 'time' ? OF_TIMES : isAmount ? {} : OF_TEXTS) }[op];
    return `${left}${op === '!=' && isKnown ? '有值且' : ''}${verb}${right}`;
  },
  oneOf: (value, items) =>
    items.length === 1 ? `${value}属于${items.join('')}` : `${value}为${zhListed(items, '或')}`,
  noneOf: (value, items, isKnown) => `${value}${isKnown ? '有值且' : ''}不属于${zhListed(items, '或')}`,
  has: (list, item) => `${list}包含${item}`,
  startsWith: (value, prefix) => `${value}以${prefix}开头`,
  marked: (of, name, isMarked) => `${OWNERS[of]}${isMarked ? '标记为' : '未标记为'}${zhName(of, name)}`,
  not: (part) => `并非（${part}）`,
  every: (parts) => parts.join('，且'),
  any: (parts) => parts.join('，或'),
  sum: (parts) => parts.join('＋'),
  difference: (left, right) => `${left}－${right}`,
  product: (parts) => parts.join('×'),
  quotient: (left, right) => `${left}÷${right}`,
  least: (parts) => `${zhListed(parts, '与')}中的最小值`,
  greatest: (parts) => `${zhListed(parts, '与')}中的最大值`,
  percentage: (number) => `${number}%`,
  percentOf: (percent, whole) => `${whole}的${percent}%`,
  timesQuantity: (attribute) => `该行${attribute}×件数`,
  goods: (over, where) => {
    const goods = { scope: '活动商品', cart: '全部商品', line: '该行', unit: '该件', order: '整单商品' }[
      over
    ];
    return where === undefined ? goods : `${goods}中${zhOf(where, '商品')}`;
  },
  measured: (what, goods, { over, some, after }) => {
    switch (what) {
      case 'list':
        return `${goods}原价${over === 'line' || over === 'unit' ? '' : '合计'}`;
      case 'left':
        return after === undefined ? `${goods}前序优惠后金额` : `${goods}经${after}层优惠后的金额`;
      case 'quantity':
        return `${goods}件数`;
      case 'count':
        return `${goods}行数`;
      case 'skus':
        return `${goods}SKU种数`;
      case 'pay':
        return over === 'order' && !some ? '订单实付金额（含运费）' : `${goods}实付金额`;
      case 'discount':
        return `${goods}优惠金额`;
    }
  },
  lineInHand: '行',
  divisionByZero: '除数为零',
  total: (attribute, goods, type) => `${goods}${attribute}合计（按${type === 'money' ? '件' : '行'}累计）`,
};

export const zhWindows: WindowWords = {
  always: '长期有效。',
  anyOf: '满足以下任一时段即生效：',
  span: ({ from, until, recurring, zone }: Span) => {
    const parts = [rangeText(from, until), ...(recurring === undefined ? [] : [recurringText(recurring)])];
    return `${zone}${parts.filter((part) => part !== '').join('，')}。`;
  },
};

function rangeText(from: Span['from'], until: Span['until']): string {
  if (until === undefined) return from === undefined ? '' : `${momentText(from)}起`;
  const { lastDay, moment } = until;
  const end = lastDay === undefined ? `${momentText(moment)}（不含）` : `${dateText(lastDay)}24:00`;
  return from === undefined ? `截至${end}` : `${momentText(from)}至${end}`;
}

function dateText({ year, month, day }: Moment): string {
  return `${year}年${month}月${day}日`;
}

function momentText(moment: Moment): string {
  const { clock, offset } = moment;
  return `${dateText(moment)}${clock}${offset === undefined ? '' : `（时差${offset}）`}`;
}

const WEEKDAYS = '一二三四五六日';

function recurringText({ weekdays, monthDays, between }: NonNullable<Span['recurring']>): string {
  const days = [
    ...(monthDays === undefined ? [] : [`每月${monthDays.map((day) => `${day}日`).join('、')}`]),
    ...(weekdays === undefined
      ? []
      : [`每${weekdays.map((day) => `周${WEEKDAYS[day - 1] ?? ''}`).join('、')}`]),
  ];
  const which = days.length === 0 ? '每天' : days.join('且');
  if (between === undefined) return which;
  const { from, to, isPastMidnight } = between;
  return isPastMidnight
    ? `${which}${from}至次日${to}（不含，归属开始当日）`
    : `${which}${from}至${to}（不含）`;
}
