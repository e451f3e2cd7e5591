/** Names: unknown, declared twice, or out of place. RK1001 to RK1019. */
export const nameMessages = {
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
  RK1010: {
    severity: 'error',
    message: '`{name}` belongs to a line, and no single line is in hand here',
    help: '{help}',
  },
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
} as const;
