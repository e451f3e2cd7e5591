import type { BreakdownWords, SaidLimit } from './words.js';

/** `甲`, `甲和乙`, `甲、乙和丙`. */
function listed(names: readonly string[], word = '和'): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join('、')}${word}${names.at(-1) ?? ''}`;
}

function tierText(tier: number | undefined): string {
  return tier === undefined ? '' : `（第${tier}档）`;
}

/** A breakdown names a pattern of codes as `like D11-*`. */
function codeText(code: string): string {
  return code.replace(/^like (.+)$/, '（形如$1）');
}

const PER = { customer: '每位顾客限', 'customer-day': '每位顾客每天限', total: '总共限' } as const;

function limitText(limit: SaidLimit): string {
  return 'text' in limit ? limit.text : `${PER[limit.per]}${limit.count}次`;
}

export const zh: BreakdownWords = {
  columns: { line: '行', sku: '商品', quantity: '件数', list: '原价', discount: '优惠', pay: '实付' },
  toPay: (currency) => `应付合计（${currency}）`,
  noLines: '购物车为空',
  goods: '商品',
  shipping: '运费',
  charge: (id) => `运费 ${id}`.trimEnd(),
  unitPrices: (units) => `单件实付：${units.map(({ count, pay }) => `${count}件×${pay}`).join('，')}`,
  standing: (values, row) => {
    const all = [
      ...values.map(([name, value]) => `${name}：${value}`),
      ...(row === undefined ? [] : [`表${row.table}第${row.line}行`]),
    ];
    return all.length === 0 ? '' : `（${all.join('，')}）`;
  },
  title: (currency, at) => `币种 ${currency}，时间 ${at}`,
  rules: (digest) => `，规则 ${digest}`,
  search: '可同享的组合数超过搜索上限，未能全部比较：可能存在更优的组合',
  headings: {
    steps: '价格计算过程',
    refused: '未生效的活动',
    hints: '凑单提示',
    unchecked: '无法检查的项目',
    gifts: '赠品与换购',
    settlement: '费用结算',
    violations: '违反价格保障：不得收款',
  },
  and: (names) => listed(names),
  or: (names) => listed(names, '或'),
  colon: '：',
  comma: '，',
  semicolon: '；',

  gift: (count, skus, promotion, value) =>
    `赠品：${listed(skus, '或')} ${count}件，来自 ${promotion}${value === undefined ? '' : `，价值${value}`}`,
  addOn: (count, sku, price, promotion) => `换购：${sku} ${count}件，每件${price}，来自 ${promotion}`,
  paidBy: '优惠承担方',
  commissionTo: '佣金收取方',

  reached: ({ kind, measured, reached, tier, times, sign }) => {
    switch (kind) {
      case 'spend':
        return `${measured}，已满${reached}${tierText(tier)}`;
      case 'buy':
        return `${measured}件，已满${reached}件${tierText(tier)}`;
      case 'every-amount':
        return `${measured}，计${times}${sign}${reached}`;
      case 'every-units':
        return `${measured}件，每${reached}件一组，共${times}组`;
    }
  },
  also: (offer) => `另：${offer}`,
  granted: (amount, face) => `应优惠${face}，实际优惠${amount}`,
  percentOf: (percent, whole, result) => `${whole}的${percent}%为${result}`,
  rounded: (exact, amount) => `${exact}，取整为${amount}`,
  allOf: (amount) => `全额${amount}`,
  saves: (base, result) => `原为${base}，优惠${result}`,
  inAll: (amount) => `合计${amount}`,
  times: (count) => `${count}次`,
  spread: '分摊取整：',
  cut: (cut, by) => `${cutText(cut)}：少${listed(by)}`,
  payers: '承担方：',
  payerGap: '',
  message: (language, text) => `顾客文案${language === undefined ? '' : `（${language}）`}：${text}`,
  part: (line, amount, base, of, exact) => {
    const taken = of === undefined ? '' : `，按${of}计算`;
    return `第${line}行：${base}减${amount}${taken}${exact === undefined ? '' : `（${exact}）`}`;
  },
  group: (times, amount, units, openers) => {
    const each = times === 1 ? '1组' : `${times}组，每组`;
    return `${each}：${units}减${amount}${openers === undefined ? '' : `，门槛件：${openers}`}`;
  },
  groupUnits: (count, line, left) => `第${line}行${count}件（每件${left}）`,
  lineName: (id) => `第${id}行`,
  full: (where, share) => `${where}：${share}，已达可承担上限`,

  code: (code) => `优惠码 ${code}`,
  reasons: {
    needs: (test, seen) => `须满足：${test}${seen.length === 0 ? '' : `（当前${seen.join('，')}）`}`,
    short: (measured, threshold, missing, isUnits) => {
      const unit = isUnits ? '件' : '';
      return `已有${measured}${unit}，门槛${threshold}${unit}，还差${missing}${unit}`;
    },
    lost: (to, by) => `${to}多优惠${by}`,
    excluded: (by, constraint) => `已享${listed(by)}，不可同享（${constraint}）`,
    stopped: (by) => `${by}生效后不再执行`,
    limited: (limit, used) => `${limitText(limit)}：已用${used}次`,
    budget: (budget, used, needed) =>
      `预算${budget}：已用${used}${needed === undefined ? '' : `，本单需${needed}`}`,
    nothingLeft: '没有可优惠的金额',
    codeMissing: (codes) => `须输入优惠码${listed(codes.map(codeText), '或')}`,
    inactive: (windows) => `不在活动时间内：${windows.join('；或')}`,
    noLines: '购物车中没有参与活动的商品',
    unknownCode: '没有活动使用此优惠码',
  },
  seen: (name, value) => `${name}为${value}`,
  isMissing: (name) => `缺少${name}`,
  emptyList: '空列表',
  flag: (value) => (value ? '是' : '否'),
  hint: ({ spend, units, line, saving, cost, isDearer }) => {
    const more = units === undefined ? `再买${spend ?? ''}` : `再买${units}件`;
    const where = line === undefined ? '' : `第${line}行的商品`;
    return `：${more}${where}，可再省${saving}，整单${isDearer ? '多付' : '少付'}${cost}`;
  },
  unchecked: ({ guarantee, floor = '保底', promotion, layer, line }, missing) => {
    const owner = promotion ?? (layer === undefined ? '' : `${layer}层`);
    const what = guarantee === undefined ? `${floor}（${owner}）` : `价格保障 ${guarantee}`;
    return `${what}${line === undefined ? '' : `，第${line}行`}：缺少${listed(missing)}`;
  },
  violation: (line, seen, promotions) => {
    const where = line === undefined ? '' : `，第${line}行`;
    return `${where}：${seen}${promotions.length === 0 ? '' : `；相关活动：${listed(promotions)}`}`;
  },
  closing: (pay, currency) => `应付${pay} ${currency}`,
  formed: (list, discount, shipping) => ` = 商品原价${list} - 优惠${discount} + 运费${shipping}`,
  broken: (count) => `，但违反了${count}项价格保障`,
};

type SaidCut = Parameters<BreakdownWords['cut']>[0];

function cutText({ why, limit = '', to }: SaidCut): string {
  switch (why) {
    case 'cap':
      return `优惠上限${limit}`;
    case 'layer-cap':
      return `本层优惠上限${limit}`;
    case 'layers-cap':
      return `各层合计优惠上限${limit}`;
    case 'floor':
      return '保留最低应付金额';
    case 'layer-floor':
      return '保留本层最低应付金额';
    case 'budget':
      return `预算余额${limit}`;
    case 'overflow':
      return '部分行承担不了其份额';
    case 'left':
      return '没有更多可优惠的金额';
    case 'lost':
      return `该处${to ?? '另一活动'}优惠更大`;
  }
}
