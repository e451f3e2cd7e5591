/**
 * How much the house takes in, by what it is counted in. Each limit is an error with a code where it is passed; `docs/limits.md`
 * lists them all. They are far beyond what shops send, and keep what anybody may send from taking all time or memory.
 */

/** Rule files and tables. Texts are counted in UTF-16 units. */
export const RULE_LIMITS = {
  /** Characters of one rule file or table, and of all rule files that are compiled together. */
  text: 8_388_608,
  /** Rule files that are compiled together. */
  files: 1000,
  /** Cells of one table. */
  cells: 1_000_000,
  promotions: 100_000,
  /** Characters of a name. */
  name: 200,
  /** Characters of a text in quotes. */
  quoted: 10_000,
  /** Parentheses, `not` and `% of` inside one another. */
  nesting: 100,
  /** Operators of one statement or clause. */
  operators: 1000,
  /** Levels of an expression, its `let` names expanded. */
  depth: 1100,
  /** Parts of an expression, its `let` names expanded. */
  parts: 100_000,
  /** Items of a list, its `let` lists expanded. */
  items: 200_000,
  /** Parts and items that all uses of `let` names in a file come to. */
  expanded: 5_000_000,
  /** Pairs of promotions that `not with` keeps apart. */
  pairs: 100_000,
  /** What `default search limit` may ask for. */
  search: 100_000,
  /** Parts of a bundle. */
  bundle: 20,
  /** Mistakes of form told of one file; errors, and as many warnings and notes, told of all. */
  diagnostics: 1000,
} as const;

/** Carts. Texts are counted in UTF-16 units. */
export const CART_LIMITS = {
  lines: 10_000,
  /** Shipping charges. */
  charges: 1000,
  /** Promotions that `usage` speaks of. */
  usage: 100_000,
  /** Texts of one list, and codes. */
  texts: 1000,
  /** Characters of a text, an id, a SKU or a code. */
  text: 1000,
  /** Units of one line. */
  quantity: 1_000_000,
  /** Digits of a `number` before its point, and after it: exact arithmetic on more would take its time. */
  digits: 30,
  /** Mistakes told of one cart. */
  errors: 1000,
  /** Next steps that hints are looked for at, times the lines and charges of the cart, which is priced anew for each. */
  hints: 1_000_000,
} as const;

/** Plans. */
export const PLAN_LIMITS = {
  /** Objects and lists inside one another; what compiles has fewer, and what is nested deeper would not fit the stack. */
  depth: 2300,
} as const;

/** Bytes that the command reads of one file. */
export const FILE_LIMITS = {
  /** A rule file, a table, a cart. */
  source: 8_388_608,
  /** A plan, which is several times as large as its rules. */
  plan: 268_435_456,
} as const;
