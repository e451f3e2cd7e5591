import type { Subject } from './words.js';

/** What carts usually carry, as Chinese shops call it; any other name stands in brackets as the rule file writes it. */
const USUAL: ReadonlyMap<string, string> = new Map([
  ['line store', '店铺'],
  ['line seller', '卖家'],
  ['line shop', '门店'],
  ['line brand', '品牌'],
  ['line category', '品类'],
  ['line department', '部门'],
  ['line cost', '成本价'],
  ['line weight', '重量'],
  ['line live-price', '直播价'],
  ['line deposit', '定金'],
  ['line clearance', '清仓'],
  ['line color', '颜色'],
  ['line size', '尺码'],
  ['line season', '季节'],
  ['customer tier', '会员等级'],
  ['customer points', '积分余额'],
  ['customer member', '会员'],
  ['customer staff', '员工'],
  ['customer orders', '历史订单数'],
  ['customer region', '地区'],
  ['order channel', '渠道'],
  ['order deposit', '定金'],
  ['order coupon', '优惠券'],
  ['shipping store', '店铺'],
  ['shipping method', '配送方式'],
  ['shipping bulky', '大件'],
  ['line id', '行号'],
  ['line sku', 'SKU'],
  ['line quantity', '本行件数'],
  ['line price', '单件原价'],
  ['order at', '下单时间'],
  ['order codes', '已输入的优惠码'],
  ['shipping id', '运费项编号'],
  ['shipping amount', '运费金额'],
]);

/** Columns of tables, besides those that lines have too. */
const COLUMNS: ReadonlyMap<string, string> = new Map([
  ['spend', '门槛金额'],
  ['off', '减免金额'],
  ['percent', '减免百分比'],
  ['most', '最高减免'],
  ['units', '门槛件数'],
]);

/** The name alone: `店铺`, `「fabric」`. */
export function zhName(of: Subject, name: string): string {
  const usual = of === 'row' ? (COLUMNS.get(name) ?? USUAL.get(`line ${name}`)) : USUAL.get(`${of} ${name}`);
  return usual ?? `「${name}」`;
}

const CITIES: ReadonlyMap<string, string> = new Map([
  ['UTC', '协调世界时'],
  ['Asia/Shanghai', '北京时间'],
  ['Asia/Hong_Kong', '香港时间'],
  ['Asia/Macau', '澳门时间'],
  ['Asia/Taipei', '台北时间'],
  ['Asia/Urumqi', '乌鲁木齐时间'],
  ['Asia/Tokyo', '东京时间'],
  ['Asia/Seoul', '首尔时间'],
  ['Asia/Singapore', '新加坡时间'],
  ['Asia/Kuala_Lumpur', '吉隆坡时间'],
  ['Asia/Bangkok', '曼谷时间'],
  ['Asia/Ho_Chi_Minh', '胡志明市时间'],
  ['Asia/Jakarta', '雅加达时间'],
  ['Asia/Manila', '马尼拉时间'],
  ['Asia/Kolkata', '加尔各答时间'],
  ['Asia/Kathmandu', '加德满都时间'],
  ['Asia/Dubai', '迪拜时间'],
  ['Europe/London', '伦敦时间'],
  ['Europe/Paris', '巴黎时间'],
  ['Europe/Berlin', '柏林时间'],
  ['Europe/Madrid', '马德里时间'],
  ['Europe/Rome', '罗马时间'],
  ['Europe/Amsterdam', '阿姆斯特丹时间'],
  ['Europe/Moscow', '莫斯科时间'],
  ['America/New_York', '纽约时间'],
  ['America/Chicago', '芝加哥时间'],
  ['America/Denver', '丹佛时间'],
  ['America/Los_Angeles', '洛杉矶时间'],
  ['America/Toronto', '多伦多时间'],
  ['America/St_Johns', '圣约翰斯时间'],
  ['America/Sao_Paulo', '圣保罗时间'],
  ['America/Mexico_City', '墨西哥城时间'],
  ['Australia/Sydney', '悉尼时间'],
  ['Australia/Lord_Howe', '豪勋爵岛时间'],
  ['Pacific/Auckland', '奥克兰时间'],
]);

export function zhZone(id: string): string {
  return CITIES.get(id) ?? `时区「${id}」`;
}

const currencies = new Intl.DisplayNames(['zh-Hans'], { type: 'currency', fallback: 'none' });

/** `元` for CNY, as prices are printed. */
export function zhCurrency(code: string): string {
  if (code === 'CNY') return '元';
  return currencies.of(code) ?? `「${code}」`;
}
