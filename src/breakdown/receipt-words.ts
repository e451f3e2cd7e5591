import type { Lang } from './lang.js';

/** What a receipt is said in; amounts come with their currency. */
export interface ReceiptWords {
  readonly locale: string;
  readonly title: string;
  readonly emptyCart: string;
  /** ` × 3`, with the price of one where that is exact. */
  readonly quantity: (count: number, each: string | undefined, sign: string) => string;
  readonly paid: string;
  readonly goods: string;
  readonly shipping: string;
  readonly total: string;
  readonly saved: string;
  readonly gift: (count: number, skus: readonly string[], sign: string) => string;
  readonly free: string;
  readonly addOn: (count: number, sku: string, sign: string) => string;
  readonly each: (price: string) => string;
  readonly broken: string;
}

export const RECEIPTS: Readonly<Record<Lang, ReceiptWords>> = {
  en: {
    locale: 'en',
    title: 'Receipt',
    emptyCart: 'No items',
    quantity: (count, each, sign) => `${count} ${sign} ${each ?? ''}`.trimEnd(),
    paid: 'You pay',
    goods: 'Items',
    shipping: 'Shipping',
    total: 'Total',
    saved: 'You saved',
    gift: (count, skus, sign) => `Gift: ${count} ${sign} ${skus.join(' or ')}`,
    free: 'free',
    addOn: (count, sku, sign) => `Special offer: up to ${count} ${sign} ${sku}`,
    each: (price) => `${price} each`,
    broken: 'This price is not valid and must not be charged.',
  },
  zh: {
    locale: 'zh-CN',
    title: '购物小票',
    emptyCart: '暂无商品',
    quantity: (count, each, sign) => (each === undefined ? `${count}件` : `${count}件 ${sign} ${each}`),
    paid: '实付',
    goods: '商品合计',
    shipping: '运费',
    total: '应付总额',
    saved: '已为您节省',
    gift: (count, skus, sign) => `赠品：${skus.join('或')} ${sign} ${count}`,
    free: '免费',
    addOn: (count, sku, sign) => `换购优惠：${sku} ${sign} ${count}`,
    each: (price) => `每件${price}`,
    broken: '价格异常，不可付款。',
  },
};
