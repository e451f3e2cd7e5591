/** Promotions that meet, or never do. RK2101 to RK2119. */
export const lintsOfStacking = {
  RK2101: {
    severity: 'warning',
    message:
      '`{name}` and `{other}` ({where}) may take from the same lines, and nothing says how they combine',
    help: '{help}',
  },
  RK2102: {
    severity: 'warning',
    message: '`{name}` offers the same as `{other}` ({where}), at the same time',
    help: 'remove one of them, or let them differ',
  },
  RK2103: {
    severity: 'warning',
    message: '`{name}` never takes anything: {why} ({where})',
    help: 'remove it, or change what it is for',
  },
  RK2104: {
    severity: 'warning',
    message: 'this window never opens: no {what} falls into it',
    help: 'check the dates against the days and hours',
  },
  RK2105: {
    severity: 'note',
    message: 'this says nothing: the windows of these promotions never meet',
    help: 'remove it, or check the windows',
  },
  RK2106: {
    severity: 'warning',
    message: '`{name}` never applies: {why}',
    help: '{help}',
  },
  RK2107: {
    severity: 'note',
    message: 'this window has a beginning and no end',
    help: 'add `until …` or `through …`',
  },
  RK2108: {
    severity: 'note',
    message: 'this file does not say its time zone, so its windows open and close by the clock of UTC',
    help: 'write `timezone Asia/Shanghai`, or where the shop is, or `timezone UTC`',
  },
} as const;
