/**
 * A rounding mode: whether a value strictly between two whole numbers goes up to the greater of them.
 *
 * @param half below 0 where the value lies under the middle of the two, 0 on it, above 0 over it
 * @param floor the lesser of the two, or any whole number that is odd or even as it is
 * @param negative whether the value is below zero
 */
export type GoesUp = (half: number, floor: number, negative: boolean) => boolean;
