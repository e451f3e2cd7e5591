import { zhName } from './zh-names.js';
import { zhListed } from './zh-values.js';
import type { FileWords, PromotionWords } from './words.js';

const MODES = {
  'half-up': '四舍五入',
  'half-even': '四舍六入五成双',
  'half-down': '五舍六入',
  up: '向上进位',
  down: '向下舍去',
} as const;

export const zhPromotions: PromotionWords = {
  labels: {
    when: '活动时间',
    who: '参与条件',
    goods: '活动商品',
    offer: '优惠内容',
    table: '明细表',
    limits: '优惠限制',
    turn: '计算顺序',
    together: '叠加规则',
    arithmetic: '计算方式',
    uses: '使用次数',
    settlement: '结算与退货',
    texts: '文案',
  },
  kind: { promotion: '促销活动', coupon: '优惠券' },
  source: (file, line) => `${file}第${line}行`,
  everybody: '所有顾客、所有订单均可参与，无需优惠码。',
  when: (condition) => `须满足：${condition}。`,
  codes: (exact, patterns) => {
    const one = `优惠码${zhListed(exact, '或')}`;
    const like = `形如${zhListed(patterns, '或')}的优惠码（*代表任意字符）`;
    const all = [...(exact.length === 0 ? [] : [one]), ...(patterns.length === 0 ? [] : [like])];
    return `须输入${all.join('，或')}。`;
  },
  allGoods: '购物车中全部商品。',
  goodsWhere: (condition) => `${condition}的商品。`,
  withShipping: '运费一并参与，同一优惠在商品与运费之间分摊。',
  eachLine: '每行商品分别计算：条件、门槛、限制和分摊各自独立。',
  eachAttribute: (attribute, mayBeMissing) =>
    `按${attribute}的每个取值分别计算：条件、门槛、限制和分摊各自独立${mayBeMissing ? `；没有${attribute}的商品不参与` : ''}。`,
  eachRow: (table) => `按表${table}的每一行依次分别计算：条件、门槛、限制和分摊各自独立。`,
  eachColumn: (column, table) =>
    `按表${table}中${column}的每个取值分别计算，只计该取值的商品；该取值的各行为各档门槛。`,
  eachCharges: { own: '每次计算只包含取值相同的运费。', all: '每次计算都包含全部运费。' },
  standing: {
    line: () => '每个商品行',
    attribute: (attribute) => `每个${attribute}`,
    column: (attribute) => `每个${attribute}`,
    row: () => '每个表行',
  },
  row: (line, cells) => `第${line}行：${cells.join('，')}。`,
  column: (name) => zhName('row', name),
  cell: (column, value) => `${column}为${value}`,
  emptyCell: '空',
  turn: ({ layer, priority, place, of, after }) => {
    const where =
      layer === undefined ? '本文件' : `在第${layer.place}层${layer.name}（共${layer.of}层）计算，该层`;
    const which = of === 1 ? '仅此一个活动' : `共${of}个活动，此为第${place}个`;
    return `${where}${which}${after === undefined ? '' : `，排在${after}之后`}（优先级${priority}）。`;
  },
  combine: ({ combine, per }, attribute) => {
    switch (combine) {
      case 'in-turn':
        return '同层活动依次计算，后一个以前面优惠后的金额为准。';
      case 'together':
        return '同层活动均按本层开始时的金额计算，再依次扣减，不足扣减的部分放弃。';
      case 'best':
        return '同层活动只取优惠金额最大的一个。';
      case 'best-per':
        return per?.kind === 'line'
          ? '每行商品在同层活动中只取优惠金额最大的一个。'
          : `${attribute}相同的商品在同层活动中只取优惠金额最大的一个；没有${attribute}的商品合为一组比较。`;
    }
  },
  eachUnitOnce: '同一件商品在本层只能参与一个活动。',
  layerCap: (amount) => `本层全部活动合计最多优惠${amount}（不含运费）。`,
  layerFloor: (amount, per) => {
    const where = { unit: '每件', line: '每行', scope: '全部商品合计' }[per];
    return `本层全部活动优惠后，${where}应付不低于${amount}。`;
  },
  layersCap: (amount) => `所有层合计最多优惠${amount}（不含运费）。`,
  allow: (count, others) => `本活动与${zhListed(others, '、')}之中，最多同享${count}个。`,
  notWith: (others) => `不与${zhListed(others, '或')}同享。`,
  alone: '不与其他任何活动同享。',
  keptOutBy: (others) => `不与${zhListed(others, '或')}同享（该活动须单独使用）。`,
  chosen: (choose, searchLimit) =>
    choose === 'best'
      ? `不能全部同享时，取使顾客整单实付（含运费）最少的组合（最多比较${searchLimit}种组合）。`
      : '不能全部同享时，按层、优先级和文件中的先后顺序，先生效者优先。',
  stacks: '未限制与其他活动同享。',
  stop: {
    layer: '本活动生效后，同层后续活动不再执行。',
    all: '本活动生效后，同层及以后各层的后续活动均不再执行。',
    lines: '本活动生效后，同层后续活动不再用于本活动的商品。',
  },
  stoppedBy: (earlier) => `${zhListed(earlier, '或')}生效并终止后续活动时，本活动（或其相应商品）不再执行。`,
  tags: (tags) => `标签：${tags.join('、')}。`,
  rounding: ({ mode, of }, unit) =>
    of === 'discount'
      ? `优惠金额在形成时取整一次，精确到${unit}，${MODES[mode]}。`
      : `优惠形成时对优惠后应付金额取整一次，精确到${unit}，${MODES[mode]}。`,
  weights: (weights, after) => {
    switch (weights) {
      case 'value':
        return after === undefined
          ? '多行商品的优惠按各行前序优惠后金额的比例分摊。'
          : `多行商品的优惠按各行经${after}层优惠后金额的比例分摊。`;
      case 'list':
        return '多行商品的优惠按各行原价的比例分摊。';
      case 'quantity':
        return '多行商品的优惠按各行件数的比例分摊。';
      case 'equally':
        return '多行商品的优惠平均分摊到各行。';
    }
  },
  shares: {
    down: '各行份额舍去最小货币单位以下的尾数。',
    'half-up': '各行份额四舍五入到最小货币单位。',
    'half-even': '各行份额四舍六入五成双到最小货币单位。',
    'half-down': '各行份额五舍六入到最小货币单位。',
    'in-turn': '逐行从尚未分摊的余额中取份额，舍去尾数。',
  },
  remainder: {
    'largest-fraction': '分摊的差额逐个最小单位补给尾数最大的行。',
    'largest-line': '分摊的差额逐个最小单位补给权重最大的行。',
    first: '分摊的差额按行号从前往后逐个最小单位补足。',
    last: '分摊的差额按行号从后往前逐个最小单位补足。',
    'rest-to-first': '分摊的差额全部归行号最前的一行。',
    'rest-to-last': '分摊的差额全部归行号最后的一行。',
  },
  overflow: {
    'to-others': '某行承担不了的份额由其他行重新分摊。',
    dropped: '某行承担不了的份额作废。',
  },
  redemption: (limits) => {
    const all = limits.map(
      ({ per, count }) =>
        ({
          customer: `每位顾客限${count}次`,
          'customer-day': `每位顾客每天限${count}次`,
          total: `总共限${count}次`,
        })[per],
    );
    return `${all.join('，')}。`;
  },
  unlimited: '不限使用次数。',
  budget: (amount, partly) =>
    partly
      ? `所有订单合计最多优惠${amount}，最后一单按余额发放。`
      : `所有订单合计最多优惠${amount}，余额不足一单的优惠时，该单不享。`,
  funding: (shares) => `优惠由${zhListed(shares, '、')}。`,
  share: (party, percent) => `${party}承担${percent}`,
  partyOf: (attribute) => `商品所属${attribute}`,
  commission: (party, percent, of, subsidyBy) => {
    const base = of === 'list' ? '原价' : '最终实付金额';
    const subsidy = subsidyBy === undefined ? '' : `与${subsidyBy}所承担优惠之和`;
    return `${party}按活动商品${base}${subsidy}的${percent}收取佣金，逐行舍去尾数。`;
  },
  returns: {
    keep: '退货时按该件实付金额退款，不重新计算门槛。',
    retest: '退货时按保留的商品重新计算门槛。',
  },
  text: (kind, language, text) => {
    const what = { note: '内部备注', message: '顾客文案', title: '标题' }[kind];
    return `${what}${language === undefined ? '' : `（语言${language}）`}：${text}`;
  },
};

export const zhFiles: FileWords = {
  heading: '【总则】',
  currency: (_, unit) => `所有金额的最小单位为${unit}。`,
  timezone: (zone) => `时间以${zone}为准。`,
  finePrices: (mode, per) =>
    per === 'line'
      ? `单价最多六位小数；每行原价合计取整一次，${MODES[mode]}。`
      : `单价最多六位小数；单件原价先取整再乘件数，${MODES[mode]}。`,
  layers: (names) => `各层按此顺序计算：${names.join('、')}。`,
  inLayer: (name, sentences) => `${name}层：${sentences}`,
  constraint: (kind, count, members) => {
    switch (kind) {
      case 'allow':
        return `${zhListed(members, '和')}中最多同享${count}个。`;
      case 'not-with':
        return `${zhListed(members, '与')}不可同享。`;
      case 'alone':
        return `${members.join('')}不与其他任何活动同享。`;
    }
  },
  everyPromotion: '以下适用于每个活动：',
  guarantees: '每个价格都必须满足以下保障，否则不得收款：',
  guarantee: (title, condition, forEachLine, required) =>
    `${title}：${forEachLine ? '每行商品，' : ''}${condition}${required ? '；缺少所需数据视为违反' : '；缺少所需数据时不检查'}。`,
  declared: (of, attributes) => {
    const carrier = { line: '每行商品', customer: '顾客', order: '订单', shipping: '运费项' }[of];
    return `${carrier}的数据项：${attributes.join('、')}。`;
  },
  attribute: (name, type, isOptional) => `${name}（${type}${isOptional ? '，可缺' : ''}）`,
  types: {
    text: '文本',
    number: '数字',
    money: '金额',
    'money-of-unit': '单件金额',
    flag: '是或否',
    time: '时间',
    list: '文本列表',
  },
  members: (members) => `取值${members.join('、')}`,
};
