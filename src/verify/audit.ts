import type { Applied, Breakdown, LineOut } from '../breakdown/types.js';
import { usualDecimals, minor } from './amounts.js';
import { LeftWhen } from './left.js';
import { cellOfPriced, type Posting, type Priced, type StepAt, type Stood, standingKey } from './postings.js';
import type { AmountAt } from './shape.js';

/** A breakdown with what the equations look up in it. */
export interface Audit {
  readonly breakdown: Breakdown;
  readonly amounts: readonly AmountAt[];
  /** The decimals of its amounts; 0 for minor units. */
  readonly digits: number;
  /** Whether amounts are whole numbers of minor units. */
  readonly minorUnits: boolean;
  /** Lines, then charges. */
  readonly priced: readonly Priced[];
  readonly lines: ReadonlyMap<string, LineOut>;
  readonly postings: readonly Posting[];
  readonly stood: readonly Stood[];
  readonly steps: readonly StepAt[];
  /** By `standingKey`; the first where a standing is listed twice. */
  readonly byKey: ReadonlyMap<string, Stood>;
  readonly left: LeftWhen;
}

export function auditOf(breakdown: Breakdown, amounts: readonly AmountAt[]): Audit {
  const priced = [
    ...pricedAs('line', 'lines', breakdown.lines),
    ...pricedAs('shipping', 'shipping', breakdown.shipping),
  ];
  const postings = priced.flatMap(postingsOn);
  const stood = stoodIn(breakdown, postings);
  const byKey = new Map(stood.toReversed().map((one) => [standingKey(one.applied), one]));
  return {
    breakdown,
    amounts,
    digits: usualDecimals(amounts.map(({ amount }) => amount)),
    minorUnits: breakdown.amounts === 'minor',
    priced,
    lines: new Map(breakdown.lines.map((line) => [line.id, line])),
    postings,
    stood,
    steps: stood.flatMap(stepsOf),
    byKey,
    left: new LeftWhen(priced, byKey),
  };
}

function pricedAs(
  kind: Priced['kind'],
  path: string,
  rows: readonly Omit<Priced, 'path' | 'kind'>[],
): readonly Priced[] {
  return rows.map(({ id, list, adjustments, pay }, index) => ({
    path: `${path}[${index}]`,
    kind,
    id,
    list,
    adjustments,
    pay,
  }));
}

function postingsOn(on: Priced): readonly Posting[] {
  return on.adjustments.map((adjustment, index) => ({
    path: `${on.path}.adjustments[${index}]`,
    on,
    adjustment,
  }));
}

function stoodIn({ promotions, refused }: Breakdown, postings: readonly Posting[]): readonly Stood[] {
  const byKey = postingsByKey(postings);
  const losers = new Set([
    ...promotions.filter(({ cuts }) => cuts !== undefined).map(({ promotion }) => promotion),
    ...refused.filter(({ reason }) => reason === 'lost').map(({ promotion }) => promotion),
  ]);
  return promotions.map((applied, place) => {
    const own = byKey.get(standingKey(applied)) ?? [];
    const isOneOfSeveral = applied.for !== undefined || applied.row !== undefined;
    const hasLost = isOneOfSeveral && losers.has(applied.promotion);
    const standsAlone = ownsItsLines(applied);
    return {
      path: `promotions[${place}]`,
      place,
      applied,
      postings: own,
      onlyCell: onlyCell(applied, own),
      bases: new Map(own.map(({ on, adjustment }) => [cellOfPriced(on), minor(adjustment.base)])),
      isObscured: (cell) => hasLost && !(standsAlone && cell.startsWith('line ')),
    };
  });
}

function postingsByKey(postings: readonly Posting[]): ReadonlyMap<string, readonly Posting[]> {
  const byKey = new Map<string, Posting[]>();
  for (const posting of postings) {
    const key = standingKey(posting.adjustment);
    const own = byKey.get(key);
    if (own === undefined) byKey.set(key, [posting]);
    else own.push(posting);
  }
  return byKey;
}

function onlyCell({ steps, cuts }: Applied, postings: readonly Posting[]): string | undefined {
  const [posting] = postings;
  const tookAll = cuts === undefined && steps.every((step) => minor(step.amount) > 0n);
  return tookAll && postings.length === 1 && posting !== undefined ? cellOfPriced(posting.on) : undefined;
}

/** A line has one value, and so one standing; but those of rows, and of the units of an add-on, may overlap. */
function ownsItsLines({ row, steps }: Applied): boolean {
  return row === undefined && !steps.some(({ offer }) => offer.startsWith('offer '));
}

function stepsOf(of: Stood): readonly StepAt[] {
  return of.applied.steps.map((step, place) => ({ path: `${of.path}.steps[${place}]`, place, step, of }));
}
