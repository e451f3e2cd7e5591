import { lintsOfStacking } from './lint-stacking-messages.js';

/** Money that a rule may cost by mistake. RK2001 to RK2019. */
const lintsOfMoney = {
  RK2001: {
    severity: 'warning',
    message: 'nothing bounds the coupon `{name}`: no threshold, no limit, no budget, any line, any customer',
    help: 'add `limit 1 per customer`, a `budget`, or a threshold: `spend 100.00 …`',
  },
  RK2002: {
    severity: 'warning',
    message: 'whoever spends {threshold} gets {discount} off, {share}% of it{where}',
    help: 'check both amounts for a zero too many; a threshold usually gives less than {most}% of itself',
  },
  RK2003: {
    severity: 'warning',
    message: 'the coupon takes {discount} off once {threshold} is spent: the order is free{where}',
    help: 'let the threshold be above what the coupon takes off',
  },
  RK2004: {
    severity: 'warning',
    message: 'this takes {share}% off{where}, and nothing caps it',
    help: 'check the percentage, or bound it: `capped at …`, `leave at least …`',
  },
  RK2005: {
    severity: 'warning',
    message: 'this tier gives no more than the one before it{where}',
    help: 'let a higher threshold give more, or remove the tier',
  },
  RK2006: {
    severity: 'note',
    message: 'this tier gives {share}, the one before it {before}{where}',
    help: 'two smaller orders get more than a large one; check both amounts',
  },
  RK2007: {
    severity: 'warning',
    message: 'the budget of {budget} does not pay for one redemption, which takes {amount}',
    help: 'raise the budget, or write `partly` for a last redemption in part',
  },
  RK2008: {
    severity: 'warning',
    message: '`{written}` means {paid}% of the price is paid and {off}% is taken off{where}',
    help: '{help}',
  },
  RK2009: {
    severity: 'warning',
    message: 'the commission counts a subsidy by `{party}`, and no promotion is funded by `{party}`',
    help: 'write who pays: `funded by {party} 100%`, or leave `and subsidy by {party}` out',
  },
  RK2010: {
    severity: 'note',
    message: '`{name}` does not say who pays for it, as most promotions here do',
    help: 'add `funded by …`',
  },
  RK2011: {
    severity: 'warning',
    message: '`every {digits}` counts {currency} {digits} of money each time, not {digits} units',
    help: 'write `every {digits} units` for units of goods{orMoney}',
  },
} as const;

/** What a file declares and never uses. RK2201 to RK2219. */
const lintsOfUse = {
  RK2201: {
    severity: 'note',
    message: 'no rule reads the {carrier} attribute `{name}`',
    help: 'remove it, or use it: carts must carry what is declared',
  },
  RK2202: { severity: 'note', message: 'nothing uses the value `{name}`', help: 'remove it, or use it' },
  RK2203: {
    severity: 'note',
    message: 'no promotion reads the table `{name}`',
    help: 'remove it, or use it',
  },
  RK2204: {
    severity: 'note',
    message: 'no `not with` or `allow` names the tag `{name}`',
    help: 'remove it, or say what its promotions may stand with',
  },
  RK2205: {
    severity: 'note',
    message: 'no promotion is in the layer `{name}`',
    help: 'remove it, or use it',
  },
  RK2206: {
    severity: 'note',
    message: 'the coupon has the code `{code}` already, by `{by}`',
    help: 'remove it',
  },
} as const;

/** Comments that accept a finding. RK2901 to RK2919. */
const lintsOfWaivers = {
  RK2901: {
    severity: 'warning',
    message: 'this accepts {code} without a reason',
    help: 'say why: `# accept {code}: …`',
  },
  RK2902: { severity: 'warning', message: '`{code}` cannot be accepted: {why}', help: '{help}' },
  RK2903: {
    severity: 'warning',
    message: 'there is no {code} here to accept',
    help: 'remove it; a finding is accepted on its own line, or on the line before it or its statement',
  },
} as const;

/** What is allowed and probably not meant, found by `reckon check`: RK2001 to RK2999. */
export const lintMessages: typeof lintsOfMoney &
  typeof lintsOfStacking &
  typeof lintsOfUse &
  typeof lintsOfWaivers = { ...lintsOfMoney, ...lintsOfStacking, ...lintsOfUse, ...lintsOfWaivers };
