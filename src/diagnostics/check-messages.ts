/** Mistakes of meaning, found by the checker: RK1001 to RK1999. */
export const checkMessages = {
  // Names --------------------------------------------------------------------------------------------------------
  RK1001: { severity: 'error', message: 'unknown {kind} `{name}`', help: '{help}' },
  RK1002: {
    severity: 'error',
    message: 'the {kind} `{name}` is declared twice',
    help: 'the first stands {first}; rename or remove one of them',
  },
  RK1003: {
    severity: 'error',
    message: '`{name}` cannot name a {kind}: it is a word of the language',
    help: 'choose another name, such as `{name}-1`',
  },
  RK1004: {
    severity: 'error',
    message: '`{name}` is built in for {carrier}',
    help: 'remove this declaration; built in are {builtIns}',
  },
  RK1005: { severity: 'error', message: 'unknown currency `{code}`', help: '{help}' },
  RK1006: { severity: 'error', message: 'unknown time zone `{zone}`', help: '{help}' },
  RK1007: {
    severity: 'error',
    message: 'the file does not say its currency',
    help: 'write `currency CNY`, or another ISO 4217 code, at the start',
  },
  RK1008: {
    severity: 'error',
    message: '`{what}` is said twice',
    help: 'the first stands {first}; keep one of them',
  },
  RK1009: {
    severity: 'error',
    message: '`{name}` is defined by itself',
    help: 'let its definition name only what does not lead back to it',
  },
  RK1010: { severity: 'error', message: '`{name}` belongs to a line, and no single line is in hand here', help: '{help}' },
  RK1011: {
    severity: 'error',
    message: '`left` cannot choose lines: it changes while promotions run',
    help: 'choose lines by `list`, `price`, `quantity` or an attribute',
  },
  RK1012: {
    severity: 'error',
    message: '`{amount}` is measured on many lines, and here one {thing} is tested',
    help: 'test amounts in `when`, and here only what the {thing} itself has',
  },
  RK1013: {
    severity: 'error',
    message: '`{amount}` is known only when all promotions have run',
    help: 'write `left` for what is left so far; `pay` and `discount` stand in guarantees',
  },
  RK1014: {
    severity: 'error',
    message: '`left` is what promotions see while they run, not what a guarantee tests',
    help: 'write `pay`, or `list - discount` for the goods alone',
  },
  RK1015: {
    severity: 'error',
    message: '`{name}` needs a table row, and none is in hand here',
    help: 'write `for each row of` a table in this promotion',
  },
  RK1016: { severity: 'error', message: '`{name}` is not one of the members of `{of}`', help: '{help}' },
  RK1017: {
    severity: 'error',
    message: 'this expression is too large or too deep once its names are expanded',
    help: 'use fewer names within names; long lists belong in a file: `values from "….csv"`',
  },

  // Types --------------------------------------------------------------------------------------------------------
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

  // Files --------------------------------------------------------------------------------------------------------
  RK1040: {
    severity: 'error',
    message: 'the file `{path}` cannot be read',
    help: 'check the path: it is taken from the folder of the file in which it is written',
  },
  RK1041: {
    severity: 'error',
    message: '`{path}` imports this file, so the two import each other',
    help: 'move what both need to a third file and import that',
  },
  RK1042: {
    severity: 'error',
    message: 'more than {most} files are imported',
    help: 'join files, or check that imports do not name ever new paths',
  },
  RK1043: {
    severity: 'error',
    message: 'the quotes of this CSV line do not match',
    help: 'put the whole cell in quotes, and double each quote inside it: `"5"" pipe"`',
  },
  RK1044: {
    severity: 'error',
    message: '`{cell}` cannot stand in the column `{column}`',
    help: 'write {expected}',
  },
  RK1045: { severity: 'error', message: '`{path}` has no column `{column}`', help: '{help}' },
  RK1046: {
    severity: 'warning',
    message: 'the value `{value}` stands twice in the list',
    help: 'the first stands {first}; remove one of them',
  },
  RK1048: {
    severity: 'error',
    message: 'the column `{name}` cannot be a list: a cell holds one value',
    help: 'declare it as `text`, or give each value a row of its own',
  },
  RK1049: {
    severity: 'warning',
    message: 'rows {rows} of `{table}` have the same key, so the promotion stands twice for it',
    help: 'remove one of the rows, or write `for each {column} of {table}` to make them tiers',
  },

  // Layers and promotions ------------------------------------------------------------------------------------------
  RK1060: {
    severity: 'error',
    message: '`{name}` does not say its layer',
    help: 'add `layer` and one of {layers}',
  },
  RK1061: {
    severity: 'error',
    message: '`{name}` offers nothing',
    help: 'add an offer, such as `take 10% off` or `spend 100 take 10 off`',
  },
  RK1062: { severity: 'error', message: '{second} cannot follow {first} in one promotion', help: '{help}' },
  RK1063: {
    severity: 'error',
    message: 'this tier is not above the one before it',
    help: 'list tiers from the lowest threshold to the highest',
  },
  RK1064: {
    severity: 'error',
    message: 'it is not clear whether this cap is for the last tier or for all',
    help: 'for all, write `capped at …` before the first tier; for one, after each tier it is for',
  },
  RK1065: {
    severity: 'error',
    message: 'this limit stands apart from the offer it is for',
    help: 'write it directly after its offer, or before the first offer to bind all',
  },
  RK1066: {
    severity: 'error',
    message: 'under `for each` a cap must say whether it is for each or for all together',
    help: 'write `capped at … each` or `capped at … in all`',
  },
  RK1067: {
    severity: 'error',
    message: '`each` has nothing to count by: the promotion has no `for each`',
    help: 'leave it out, or write `per unit` or `per line`',
  },
  RK1068: {
    severity: 'error',
    message: '`{text}` does not say for what it holds',
    help: 'add `per unit`, `per line` or `in all`',
  },
  RK1069: {
    severity: 'error',
    message: 'the funding adds up to {total}%, not to 100%',
    help: 'let the shares of all parties add up to 100%',
  },
  RK1070: {
    severity: 'error',
    message: 'this window is empty: it ends before it begins',
    help: 'put the earlier time first; `through` includes its day, `until` ends at its time',
  },
  RK1071: {
    severity: 'error',
    message: '`{time}` does not exist',
    help: 'check the day, the month and the time of day',
  },
  RK1072: {
    severity: 'warning',
    message: 'one code opens both `{name}` and `{other}` ({where})',
    help: 'give them different codes, or windows that do not meet',
  },
  RK1073: {
    severity: 'error',
    message: 'the promotion `{name}` cannot have a code: only coupons do',
    help: 'write `coupon {name}`',
  },
  RK1074: {
    severity: 'error',
    message: '`allow 0` would keep all of them out',
    help: 'write `allow 1`, or remove the promotions',
  },
  RK1075: {
    severity: 'warning',
    message: 'this says nothing: {count} of {members} may stand together anyway',
    help: 'allow fewer, or remove the line',
  },
  RK1076: {
    severity: 'error',
    message: '`{name}` cannot keep itself out',
    help: 'name the others it may not stand with, or write `alone`',
  },
  RK1077: {
    severity: 'error',
    message: '{percent}% is more than the whole',
    help: 'write a percentage up to 100%; `pay 85%` and `take 15% off` mean the same',
  },
  RK1078: {
    severity: 'error',
    message: 'this takes nothing off',
    help: 'write an amount above 0, or remove it',
  },
  RK1079: {
    severity: 'warning',
    message: 'no cart can fulfil this, so the promotion never applies',
    help: 'check the values compared and the lists named',
  },
  RK1080: {
    severity: 'error',
    message: '`{layer}` has not run when this is worked out',
    help: '{help}',
  },
  RK1081: {
    severity: 'error',
    message: 'units {from} to {to} are none',
    help: 'write the lower position first: `units {to} to {from}`',
  },
  RK1082: {
    severity: 'error',
    message: 'after `buy`, `{word}` would change the whole scope, however many units it has',
    help: 'write `every N units …` to price each group of N units',
  },
  RK1086: {
    severity: 'error',
    message: 'more than {most} pairs of promotions keep each other out',
    help: 'write one `allow 1 of tag …` instead of `not with` in each of them',
  },
  RK1087: {
    severity: 'error',
    message: 'the cap of a layer binds all of the layer together',
    help: 'leave `each`, `in all`, `per unit` and `per line` out, or cap the promotions',
  },
  RK1088: {
    severity: 'error',
    message: '`up to … times` bounds nothing: the offer is made once',
    help: 'remove it, or write the threshold with `every`',
  },
  RK1089: {
    severity: 'error',
    message: '`{limit}` cannot stand with a shipping offer: shipping has no units',
    help: 'remove it; `capped at` alone bounds what is taken off shipping',
  },
  RK1091: {
    severity: 'error',
    message: '`{name}` is already the name of an attribute',
    help: 'rename the definition, so that a bare `{name}` has one meaning',
  },
  RK1092: { severity: 'error', message: 'a code cannot be empty', help: 'write at least one character' },
  RK1093: {
    severity: 'error',
    message: '`its {name}` cannot name a party: `{name}` is not text',
    help: 'name an attribute that is `text` or `one of`, or the party itself',
  },
  RK1094: {
    severity: 'error',
    message: '{word} 0 is no threshold',
    help: 'leave it out, or write an amount above 0',
  },
  RK1095: {
    severity: 'error',
    message: 'lines cannot be grouped by the list `{name}`',
    help: 'name an attribute with a single value',
  },
  RK1096: {
    severity: 'error',
    message: 'the column `{name}` of `{table}` has another type than the line attribute',
    help: 'declare both with one type',
  },

  // Scenarios ----------------------------------------------------------------------------------------------------
  RK1100: {
    severity: 'error',
    message: 'the {carrier} here lacks {names}',
    help: 'give it a value, or declare it `optional`',
  },

  // Not yet ------------------------------------------------------------------------------------------------------
  RK1900: {
    severity: 'error',
    message: '{feature} cannot be priced yet',
    help: 'remove it: a rule that would be ignored is refused',
  },
} as const;
