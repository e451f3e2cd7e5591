import type { CapLimit, Limit, TimesLimit, UnitsLimit } from '../syntax/ast.js';
import type { Context } from './context.js';
import { perPlace, type Place } from './expressions/place.js';
import { shortText } from './expressions/text.js';
import { countAt, decimalOf, moneyAt } from './expressions/wanted.js';
import { Once } from './once.js';
import type { Cap, Limits, Scalar } from './ruleset.js';

/** What surrounds a limit: where its amounts stand, and what it can bind. */
export interface LimitedBy {
  readonly place: Place;
  /** Under `for each` a cap must say whether it is each standing's or all standings' together. */
  readonly forEach: boolean;
  /** Whether the offers repeat, so that `up to N times` bounds something. */
  readonly repeats: boolean;
  /** Whether lines and units are what is limited, or shipping charges. */
  readonly shipping: boolean;
}

/** Caps, `up to N times` and `for at most N units`; floors are the promotion's and gathered apart. */
export function limitsOf(limits: readonly Limit[], by: LimitedBy, context: Context): Limits {
  const once = new Once(context.findings);
  const admitted = limits.filter(
    ({ kind, span }) => kind === 'capped' || kind === 'leave' || once.admits(WORDS[kind], span),
  );
  const times = admitted.find((limit) => limit.kind === 'times');
  const units = admitted.find((limit) => limit.kind === 'units');
  return {
    caps: limits.flatMap((limit) =>
      limit.kind === 'capped' ? [placed(capOf(limit, by, context), limit, context)] : [],
    ),
    ...(times === undefined ? {} : { times: placed(timesLimit(times, by, context), times, context) }),
    ...(units === undefined ? {} : { units: placed(unitsLimit(units, by, context), units, context) }),
  };
}

function placed<Part extends object>(part: Part, { span }: Limit, { places }: Context): Part {
  places.set(part, span);
  return part;
}

const WORDS = { times: 'up to … times', units: 'for at most … units' } as const;

function timesLimit(limit: TimesLimit, by: LimitedBy, context: Context): Scalar {
  if (!by.repeats) context.findings.add('RK1088', limit.span, {});
  return countAt(limit.count, by.place, '`up to … times`', context);
}

function capOf(limit: CapLimit, by: LimitedBy, context: Context): Cap {
  const { findings } = context;
  const { per, standing } = limit;
  if (by.shipping && per !== undefined) findings.add('RK1089', limit.span, { limit: `per ${per}` });
  if (by.forEach && standing === undefined && per === undefined)
    findings.add('RK1066', limit.span, { cap: capText(limit) });
  if (!by.forEach && standing === 'each') findings.add('RK1067', limit.span, {});
  const amount = moneyAt(limit.amount, perPlace(by.place, per), '`capped at`', context);
  if (decimalOf(amount)?.isZero() === true) findings.add('RK1078', limit.span, {});
  return { amount, per: per ?? (standing === 'in-all' && by.forEach ? 'all-standings' : 'standing') };
}

/** `capped at 100`, for messages. */
export function capText({ amount }: CapLimit): string {
  return `capped at ${shortText(amount)}`;
}

function unitsLimit(limit: UnitsLimit, by: LimitedBy, context: Context): NonNullable<Limits['units']> {
  if (by.shipping) context.findings.add('RK1089', limit.span, { limit: 'for at most … units' });
  return {
    count: countAt(limit.count, by.place, '`for at most … units`', context),
    which: limit.which,
    per: limit.per ?? 'standing',
  };
}
