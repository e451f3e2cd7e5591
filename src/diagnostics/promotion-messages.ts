/** Layers, promotions and what may stand together. RK1060 to RK1099. */
export const promotionMessages = {
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
    help: 'for all, write `{cap}` before the first tier; for some, write a cap after each of them',
  },
  RK1065: {
    severity: 'error',
    message: 'this limit stands apart from the offer it is for',
    help: 'write it directly after its offer, or before the first offer to bind all',
  },
  RK1066: {
    severity: 'error',
    message: 'under `for each` a cap must say whether it is for each or for all together',
    help: 'write `{cap} each` or `{cap} in all`',
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
    help: 'write `every {units} units {offer}` for each group of them',
  },
  RK1083: {
    severity: 'error',
    message: 'after `every {amount}`, `{word}` says nothing for each step: it is a price for the whole scope',
    help: 'say it after `spend {amount}`, take an amount off for each step, or count units: `every 3 units …`',
  },
  RK1084: {
    severity: 'error',
    message: 'more than {most} promotions',
    help: 'put what differs in a table, and let one promotion stand `for each row of` it',
  },
  RK1085: {
    severity: 'error',
    message: 'more than {most} parts in one bundle',
    help: 'let one part name several: `on lines where …` a flag or list that they share',
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
} as const;
