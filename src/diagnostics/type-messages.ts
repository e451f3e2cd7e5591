/** Values that do not fit their place. RK1020 to RK1039. */
export const typeMessages = {
  RK1020: {
    severity: 'error',
    message: '`{money}` is money and `{number}` is a number',
    help: 'multiply the number by an amount, or compare it with a number such as `quantity`',
  },
  RK1021: {
    severity: 'error',
    message: 'the percentage `{percent}` cannot be compared with anything',
    help: 'say of what: `{percent} of list`',
  },
  RK1022: {
    severity: 'error',
    message: '`{left}` is {leftType} and `{right}` is {rightType}: they cannot be compared',
    help: 'compare {leftType} with {leftType}',
  },
  RK1023: { severity: 'error', message: '{what} needs {wanted}, and `{text}` is {found}', help: '{help}' },
  RK1024: {
    severity: 'error',
    message: '`{amount}` has more decimals than {code} has',
    help: 'amounts in {code} have {decimals}',
  },
  RK1025: {
    severity: 'error',
    message: 'this amount is too large to be exact',
    help: 'amounts go up to 9,007,199,254,740,991 of the smallest unit',
  },
  RK1026: {
    severity: 'error',
    message: '`{text}` is {found}, not a condition',
    help: 'compare it with something: `{example}`',
  },
  RK1027: {
    severity: 'error',
    message: '`{text}` is a condition, and a value is needed here',
    help: 'write an amount or a name here; conditions stand after `when` and `where`',
  },
  RK1028: {
    severity: 'error',
    message: '`has` tests whether a list holds a text, and `{text}` is {found}',
    help: 'write `LIST has "…"`; a single value is compared with `is` or `in`',
  },
  RK1029: {
    severity: 'error',
    message: '`{text}` is {found}, which has no order that `{operator}` could test',
    help: 'compare it with `is`, `is not` or `in`',
  },
  RK1031: { severity: 'error', message: '`{operation}` cannot be calculated', help: '{help}' },
  RK1032: {
    severity: 'error',
    message: '{what} needs a whole number, and `{text}` is not one',
    help: 'write digits such as `3`, a `let` name for them, or a number column: `row.n`',
  },
  RK1033: {
    severity: 'error',
    message: '{what} must be fixed, and `{text}` depends on the cart',
    help: 'write a number, or a `let` name for one',
  },
  RK1034: {
    severity: 'error',
    message: '`total of {name}` needs an attribute that is money or a number',
    help: 'declare `{name}` as `money` or `number`, or count lines: `count of lines where {name} …`',
  },
  RK1035: {
    severity: 'error',
    message: '`{name}` already counts times quantity here',
    help: 'leave `quantity` out: beside the amount of a line, a unit amount is multiplied by itself',
  },
  RK1036: {
    severity: 'error',
    message: '{what} cannot be {count}',
    help: 'write a whole number from {least} to {greatest}',
  },
  RK1037: {
    severity: 'error',
    message: '`{list}` is a list, and `{text}` is {found}',
    help: 'write `{list} has …` to test what a list holds',
  },
  RK1038: {
    severity: 'error',
    message: '`{text}` is a list of values, and one value is needed here',
    help: 'lists stand after `in`: `sku in {text}`',
  },
} as const;
