import { heading, indented, type Page } from './text-page.js';
import { type Column, cell, drawTable, type Row } from './text-table.js';
import { span } from './text-width.js';
import type { AddOn, Breakdown, Gift } from './types.js';

/** Gifts and add-ons: what comes with the order. */
export function giftsText({ gifts, addOns = [] }: Breakdown, page: Page): readonly string[] {
  if (gifts.length + addOns.length === 0) return [];
  const sentences = [
    ...gifts.map((gift) => giftSentence(gift, page)),
    ...addOns.map((addOn) => addOnSentence(addOn, page)),
  ];
  return [
    heading(page.words.headings.gifts, page),
    ...sentences.flatMap((text) => indented(0, [span(text)], page)),
  ];
}

function giftSentence({ promotion, skus, count, value }: Gift, { money, words }: Page): string {
  return words.gift(count, skus, promotion, value === undefined ? undefined : money.amount(value));
}

function addOnSentence({ promotion, sku, count, price }: AddOn, { money, words }: Page): string {
  return words.addOn(count, sku, money.amount(price), promotion);
}

/** Who pays the discounts, and who is paid for selling. */
export function settlementText({ funding, commission }: Breakdown, page: Page): readonly string[] {
  const rows = [
    ...partyRows(page.words.paidBy, funding, page),
    ...partyRows(page.words.commissionTo, commission, page),
  ];
  if (rows.length === 0) return [];
  const columns: readonly Column[] = [{}, { flexible: true }, { align: 'right' }];
  return [heading(page.words.headings.settlement, page), ...drawTable(columns, rows, page.width, '')];
}

function partyRows(label: string, parties: Breakdown['funding'], { money, paint }: Page): readonly Row[] {
  return Object.entries(parties).map(([party, amount], index) => [
    cell(index === 0 ? label : '', paint.dim),
    cell(party),
    cell(money.amount(amount)),
  ]);
}
