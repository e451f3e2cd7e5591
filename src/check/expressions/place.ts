import type { Declared } from '../names.js';
import type { Attribute, Condition } from '../ruleset.js';

/** A table whose row is in hand. */
export interface RowInHand {
  readonly name: string;
  readonly columns: Declared<Attribute>;
}

/** Where an expression stands: what is in hand there, and what an amount is measured on. */
export interface Place {
  /** The one thing in hand, whose attributes may be named bare. */
  readonly hand: 'none' | 'line' | 'unit' | 'charge';
  /** What amounts are measured on where they are not those of the line or unit in hand. */
  readonly over: 'scope' | 'cart' | 'order';
  /** `over lines where …`: narrows every amount. */
  readonly narrowed?: Condition;
  /** Chooses lines or charges: only facts that no promotion changes may stand here. */
  readonly filter: boolean;
  /** The amount wanted is a line's, so a line's money attribute counts times quantity. */
  readonly lineAmount: boolean;
  /** The offer is formed on units (groups, picks, positions), so the base that its percentage names is a unit's. */
  readonly onUnits: boolean;
  readonly row?: RowInHand;
  /** `left after` must name a layer before this position. */
  readonly layer: number;
  /** A definition that nothing uses: any name and any amount may stand in it. */
  readonly anywhere: boolean;
}

/** A promotion's conditions, thresholds, offers and caps: amounts over the standing's scope. */
export function standingPlace(layer: number, row: RowInHand | undefined): Place {
  const place: Place = {
    hand: 'none',
    over: 'scope',
    filter: false,
    lineAmount: false,
    layer,
    onUnits: false,
    anywhere: false,
  };
  return row === undefined ? place : { ...place, row };
}

/** A layer's own caps and floors: amounts over all lines of the cart. */
export function layerPlace(layer: number): Place {
  return { ...standingPlace(layer, undefined), over: 'cart' };
}

/** A guarantee: the finished order, or each of its lines. */
export function guaranteePlace(forEachLine: boolean): Place {
  return { ...standingPlace(Infinity, undefined), over: 'order', hand: forEachLine ? 'line' : 'none' };
}

/** A definition or setting that nothing uses. */
export function anywhere(): Place {
  return { ...standingPlace(Infinity, undefined), hand: 'line', anywhere: true };
}

/** Lines are chosen one by one. */
export function filterPlace(place: Place): Place {
  const { narrowed: _, ...rest } = place;
  return { ...rest, hand: 'line', filter: true, lineAmount: false };
}

/** Shipping charges are chosen one by one. */
export function chargePlace(place: Place): Place {
  return { ...filterPlace(place), hand: 'charge' };
}

/** An amount formed for each line. */
export function linePlace(place: Place): Place {
  return { ...place, hand: 'line', lineAmount: true };
}

/** Where the base stands that a percentage names: on each unit, or wherever the offer's amount is formed. */
export function basePlace(place: Place): Place {
  return place.onUnits && place.hand === 'none' ? unitPlace(place) : place;
}

/** An amount formed for each unit. */
export function unitPlace(place: Place): Place {
  return { ...place, hand: 'unit', lineAmount: false };
}

export function perPlace(place: Place, per: 'unit' | 'line' | undefined): Place {
  if (per === undefined) return place;
  return per === 'line' ? linePlace(place) : unitPlace(place);
}
