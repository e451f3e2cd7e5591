import type { Page } from './text-page.js';
import type { Cut, FailedTest, Reason, Refused, ThresholdMet } from './types.js';
import type { SaidLimit } from './words.js';

export { listed } from './words-en.js';

/** `258.00 reaches 199.00 (tier 1)`. */
export function thresholdText(threshold: ThresholdMet, { money, glyphs, words }: Page): string {
  const { kind, measured, reached, tier, times = 1 } = threshold;
  const isMoney = kind === 'spend' || kind === 'every-amount';
  return words.reached({
    kind,
    measured: isMoney ? money.amount(measured) : String(measured),
    reached: isMoney ? money.amount(reached) : String(reached),
    tier,
    times,
    sign: glyphs.times,
  });
}

/** What cut an amount; neighbours that differ in nothing but the amount are told together. */
export function cutTexts(cuts: readonly Cut[], { money, words }: Page): readonly string[] {
  const told: { readonly cut: Cut; readonly amounts: string[] }[] = [];
  for (const cut of cuts) {
    const previous = told.at(-1);
    if (previous !== undefined && isAlike(previous.cut, cut)) previous.amounts.push(money.amount(cut.by));
    else told.push({ cut, amounts: [money.amount(cut.by)] });
  }
  return told.map(({ cut: { why, limit, to }, amounts }) =>
    words.cut({ why, limit: limit === undefined ? undefined : money.amount(limit), to }, amounts),
  );
}

/** The limit of a floor is not told. */
function isAlike(one: Cut, other: Cut): boolean {
  const isFloor = one.why === 'floor' || one.why === 'layer-floor';
  return one.why === other.why && one.to === other.to && (isFloor || one.limit === other.limit);
}

/** Why a promotion did not apply, with its numbers. */
export function reasonText(reason: Refused, page: Page): string {
  const { money, words, say } = page;
  const { reasons } = words;
  switch (reason.reason) {
    case 'condition-false':
      return reason.failed
        .map((test) =>
          reasons.needs(say(test.test, reason.promotion), seenTexts(test, reason.promotion, page)),
        )
        .join(words.semicolon);
    case 'short':
      return shortText(reason, page);
    case 'lost':
      return reasons.lost(reason.to, money.amount(reason.by));
    case 'excluded':
      return reasons.excluded(reason.by, say(reason.constraint));
    case 'stopped':
      return reasons.stopped(reason.by);
    case 'spent':
      return spentText(reason, page);
    case 'nothing-left':
      return reasons.nothingLeft;
    case 'code-missing':
      return reasons.codeMissing(reason.codes);
    case 'inactive':
      return reasons.inactive(reason.windows.map((window) => say(window, reason.promotion)));
    case 'no-lines':
      return reasons.noLines;
    case 'unknown-code':
      return reasons.unknownCode;
  }
}

/** A budget's amount stands in its text as money stands in the breakdown. */
const BUDGET = /^budget ([\d.]+)$/;

type Short = Extract<Reason, { readonly reason: 'short' }>;
type Spent = Extract<Reason, { readonly reason: 'spent' }>;

/** In minor units a number may be money or a count, and nothing tells which: it stands as it is, which is right for both. */
function shortText({ measured, threshold, missing }: Short, { money, words }: Page): string {
  return words.reasons.short(String(measured), String(threshold), String(missing), money.isCount(threshold));
}

function spentText({ limit, used, needed }: Spent, { money, words }: Page): string {
  const [, budget] = BUDGET.exec(limit) ?? [];
  if (budget === undefined) return words.reasons.limited(limitOf(limit), String(used));
  const need = needed === undefined ? undefined : money.amount(needed);
  return words.reasons.budget(money.printed(budget), money.amount(used), need);
}

const LIMIT = /^(\d+) (per customer per day|per customer|in total)$/;
const PERIODS: ReadonlyMap<string, 'customer' | 'customer-day' | 'total'> = new Map([
  ['per customer', 'customer'],
  ['per customer per day', 'customer-day'],
  ['in total', 'total'],
]);

/** A limit as a breakdown names it. */
function limitOf(text: string): SaidLimit {
  const [, count = '', period = ''] = LIMIT.exec(text) ?? [];
  const per = PERIODS.get(period);
  return per === undefined ? { text } : { count, per };
}

/** The values a test saw: `customer.tier is none`, `order.channel is missing`. */
export function seenTexts(
  { seen, missing = [] }: FailedTest,
  promotion: string | undefined,
  { words, say }: Page,
): readonly string[] {
  const valueText = (value: FailedTest['seen'][string]): string => {
    if (typeof value === 'boolean') return words.flag(value);
    if (typeof value !== 'object') return String(value);
    return value.length === 0 ? words.emptyList : value.join(words.comma);
  };
  return [
    ...Object.entries(seen).map(([name, value]) =>
      words.seen(say(name, promotion, 'value'), valueText(value)),
    ),
    ...missing.map((name) => words.isMissing(say(name, promotion, 'value'))),
  ];
}
