/** Files that a rule file names. RK1040 to RK1059. */
export const fileMessages = {
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
  RK1050: {
    severity: 'error',
    message: '`{path}` has more than {most} {what}, and is not read',
    help: 'divide it, or leave out what no rule needs',
  },
  RK1051: {
    severity: 'error',
    message: 'the rule files have more than {most} characters together; this one is not read',
    help: 'put what differs in tables, or compile the files apart',
  },
  RK1052: {
    severity: 'note',
    message: 'more than {most} {kind}; the others are not told',
    help: 'mend those above, then check again',
  },
} as const;
