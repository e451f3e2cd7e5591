/** What a row may need that cannot be said in a rule file, by kind, with the reason. */
export const CANNOT_BE_SAID = {
  'not a target':
    'the number follows from a slip in the source, or the conventions of the row do not give what the source expects',
  tax: 'Reckon does not reckon tax: the row expects a tax, or an amount with tax on net prices',
  unrounded:
    'the source keeps fractions of the smallest coin; every amount of Reckon is a whole number of them',
  'decimal quantity': 'a line has a whole number of units',
  'below zero': 'nothing costs less than zero: no negative price, no surcharge, no discount beyond the price',
  'finer amount': 'an amount of money has at most the decimals of its currency, a unit price at most six',
  rounding: 'half to odd, and shares rounded up, have no word',
  'remainder kept apart': 'what rounding leaves over goes to the lines; it is not kept apart or given up',
  'cart order': 'units are ranked by what is left on them, not by the place or the total of their line',
  'other lines':
    'what `when` measures lies within the lines that the discount is for; only a single threshold may be `over all lines`',
  'budget line by line':
    'a budget is tested for a standing as a whole; a sum over several lines is not granted for some of them',
  'several discounts as one':
    'discounts on different lines are promotions of their own, and are compared and stopped one by one',
  'running condition of several discounts':
    'discounts on different lines are promotions of their own: the second tests what the first left',
  "a charge's list price": 'what a shipping charge started with has no word beside what is left of it',
  'units shared by some': '`each unit once` holds for all promotions of a layer',
  'outside the schema': 'the row has a member, a word or a combination that the schema does not define',
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
