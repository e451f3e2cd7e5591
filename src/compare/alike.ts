import type { Adjustment, Breakdown, ChargeOut, LineOut, Total } from '../breakdown/types.js';

/**
 * Whether two breakdowns of one cart say the same: every line, charge, promotion, gift, party and broken guarantee. What formed the
 * amounts may differ. They must be in the same notation; most carts are alike, so the quickest tests come first.
 */
export function areAlike(before: Breakdown, after: Breakdown): boolean {
  return (
    sameTotal(before.total, after.total) &&
    sameEntries(before.lines, after.lines) &&
    sameEntries(before.shipping, after.shipping) &&
    sameRecord(before.funding, after.funding) &&
    sameRecord(before.commission, after.commission) &&
    sameItems(before.gifts, after.gifts) &&
    sameItems(before.addOns ?? [], after.addOns ?? []) &&
    sameItems(before.violations.map(broken), after.violations.map(broken))
  );
}

function sameTotal(before: Total, after: Total): boolean {
  return (
    before.pay === after.pay &&
    before.discount === after.discount &&
    before.shipping === after.shipping &&
    before.list === after.list
  );
}

type Entry = LineOut | ChargeOut;

function sameEntries(before: readonly Entry[], after: readonly Entry[]): boolean {
  if (before.length !== after.length) return false;
  for (let index = 0; index < before.length; index += 1)
    if (!sameEntry(before[index] as Entry, after[index] as Entry)) return false;
  return true;
}

/** Whether a line or charge has the same amounts off it. */
function sameEntry(before: Entry, after: Entry): boolean {
  return (
    before.id === after.id &&
    before.pay === after.pay &&
    before.list === after.list &&
    sameAdjustments(before.adjustments, after.adjustments)
  );
}

/** Promotions may come in another order without a difference to anybody. */
function sameAdjustments(before: readonly Adjustment[], after: readonly Adjustment[]): boolean {
  if (before.length !== after.length) return false;
  const inOrder = before.every(({ promotion, amount }, index) => {
    const other = after[index] as Adjustment;
    return other.promotion === promotion && other.amount === amount;
  });
  return inOrder || sameItems(before.map(taken), after.map(taken));
}

function taken({ promotion, amount }: Adjustment): readonly unknown[] {
  return [promotion, amount];
}

function broken({ guarantee, line }: Breakdown['violations'][number]): readonly unknown[] {
  return [guarantee, line];
}

function sameItems(before: readonly unknown[], after: readonly unknown[]): boolean {
  if (before.length !== after.length) return false;
  if (before.length === 0) return true;
  const texts = (items: readonly unknown[]): string =>
    items
      .map((item) => JSON.stringify(item))
      .toSorted()
      .join();
  return texts(before) === texts(after);
}

type Amounts = Breakdown['funding'];

function sameRecord(before: Amounts, after: Amounts): boolean {
  const names = Object.keys(before);
  return (
    names.length === Object.keys(after).length &&
    names.every((name) => Object.hasOwn(after, name) && before[name] === after[name])
  );
}
