/** What a row may need that cannot be said in a rule file, by kind, with the reason. */
export const CANNOT_BE_SAID = {
  'not a target':
    'the number follows from a slip in the source, or the conventions of the row do not give what the source expects',
  tax: 'Reckon does not reckon tax: the row expects a tax, or an amount with tax on net prices',
  unrounded: 'the source keeps fractions of the smallest coin; every amount of Reckon is a whole number of them',
  'decimal quantity': 'a line has a whole number of units',
  'below zero': 'nothing is charged below zero: no negative price, no surcharge, no discount beyond the price',
  'finer amount': 'an amount of money has at most the decimals of its currency, a unit price at most six',
  rounding: 'a rounding that has no word',
  'remainder kept apart': 'a discount is given in full or not at all: nothing is left over between its lines',
  'cart order': 'units are ranked by what is left on them, never by their place in the cart or by their line',
  'other lines': 'a condition measures the lines its discount is for, or part of them',
  'budget line by line':
    'a budget is tested for a standing as a whole; a sum over several lines is not granted for some of them',
  'several discounts as one':
    'discounts on different lines are promotions of their own: they are neither compared nor stopped as one',
  'running condition of several discounts':
    'discounts on different lines are promotions of their own: the second tests what the first left',
  'percentage of some units’ list prices':
    'a percentage of other prices is taken of all lines in scope, not of a limited number of their units',
  'shipping’s list price': 'the amount a shipping charge started with has no word of its own',
  'units shared by some': '`each unit once` holds for all promotions of a layer',
  'outside the schema': 'the row has a member, a word or a combination that the schema of rows does not define',
} as const;

export type Kind = keyof typeof CANNOT_BE_SAID;

/** Ends a translation: the row needs what the language has no word for. */
export class CannotBeSaid extends Error {
  readonly kind: Kind;

  constructor(kind: Kind, detail: string) {
    super(detail);
    this.kind = kind;
  }
}
