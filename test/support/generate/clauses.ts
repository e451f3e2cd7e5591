import { joined, type Piece, piece } from './model.js';
import type { Draw } from './draw.js';
import { condition, money } from './expressions.js';
import { CODES, PARTIES, TAGS } from './universe.js';

/** What the clauses of a promotion may speak about. */
export interface Surroundings {
  readonly kind: 'promotion' | 'coupon';
  /** The layers that run before its own. */
  readonly earlier: readonly string[];
  /** The ids of the other promotions. */
  readonly others: readonly string[];
}

/** Clauses before the offers. */
export function head(draw: Draw, { earlier, kind, others }: Surroundings): readonly Piece[] {
  const said: Piece[] = [];
  const add = (probability: number, make: () => Piece): void => {
    if (draw.chance(probability)) said.push(make());
  };
  add(0.1, () => piece('title', `title ${draw.pick(['"For tests"', 'zh "满减"'])}`));
  add(0.15, () => piece('priority', `priority ${draw.int(1, 3)}`));
  add(0.2, () => active(draw));
  add(0.07, () => active(draw));
  add(0.25, () => piece('when', `when ${condition(draw, earlier)}`));
  add(0.04, () => piece('when', `when ${condition(draw, earlier)}`));
  if (kind === 'coupon') add(0.8, () => code(draw));
  add(0.12, () => piece('tag', `tag ${draw.pick(TAGS)}`));
  if (others.length > 0) add(0.1, () => piece('not with', `not with ${draw.pick(others)}`));
  if (others.length > 1)
    add(0.03, () => piece('not with several', `not with ${draw.some(others, 2, 3).join(', ')}`));
  add(0.03, () => piece('not with tag', `not with tag ${draw.pick(TAGS)}`));
  add(0.04, () => piece('alone', 'alone'));
  add(0.1, () => {
    const stop = draw.pick(['stop', 'stop all', 'stop on its lines']);
    return piece(stop, stop);
  });
  return said;
}

function code(draw: Draw): Piece {
  const liked = draw.pick(['"D11-*"', '"*-7", "S*E"', '"D11-*-7"', '"*"']);
  return draw.chance(0.3)
    ? piece('code like', `code like ${liked}`)
    : piece('code', `code "${draw.pick(CODES)}", "${draw.pick(CODES)}2"`);
}

const ZONED: readonly string[] = [
  '',
  '',
  ' in Europe/Berlin',
  ' in America/New_York',
  ' in Australia/Lord_Howe',
];

function active(draw: Draw): Piece {
  const zone = draw.pick(ZONED);
  const clause = draw.pick([
    piece('active from through', 'from 2026-11-01 through 2026-11-11'),
    piece('active from through', 'through 2026-11-10'),
    piece('active from until', 'from 2026-11-11 20:00 until 2026-11-12 02:00'),
    piece('active from until', 'from 2026-11-11'),
    piece('active from until', 'until 2026-11-11 00:30'),
    piece('active from until', 'from 2026-03-29 02:30'),
    piece('active from until', 'from 2026-10-25 02:30 until 2026-11-01 01:30'),
    piece('active on weekdays', 'on mondays, wednesdays, saturdays'),
    piece('active on weekdays', 'on sundays, tuesday'),
    piece('active on days', 'on day 11 of each month'),
    piece('active on days', 'on days 1, 25, 31 of each month'),
    piece('active between', 'between 20:00 and 02:00'),
    piece('active between', 'between 00:00 and 12:00'),
    piece('active between', 'between 22:00 and 02:30 on saturdays'),
    piece('active between', 'from 2026-11-01 on wednesdays between 08:00 and 21:00'),
  ]);
  const said = piece(clause.clause, `active ${clause.text}`);
  return zone === '' ? said : joined([said, piece('active in zone', zone)]);
}

/** Clauses after the offers. */
export function tail(draw: Draw): readonly Piece[] {
  const said: Piece[] = [];
  const add = (probability: number, make: () => Piece): void => {
    if (draw.chance(probability)) said.push(make());
  };
  add(0.15, () => limit(draw));
  add(0.15, () => {
    const partly = draw.chance(0.4);
    return piece(partly ? 'budget partly' : 'budget', `budget ${money(draw, 80)}${partly ? ' partly' : ''}`);
  });
  add(0.25, () => funding(draw));
  add(0.12, () => commission(draw));
  add(0.04, () => commission(draw));
  add(0.1, () => piece('returns', draw.pick(['returns keep', 'returns retest'])));
  add(0.05, () => piece('note', 'note "for tests"'));
  add(0.08, () => piece('message', draw.pick(['message "yours"', 'message zh "给您"'])));
  return said;
}

function limit(draw: Draw): Piece {
  return piece(
    'limit',
    draw.pick([
      'limit 1 per customer',
      'limit 2 per customer per day',
      'limit 1 per customer, 100 in total',
      'limit 7 in total',
    ]),
  );
}

function funding(draw: Draw): Piece {
  const share = draw.pick([10, 30, 33, 50]);
  const other = draw.pick(['its store', 'its brand', ...PARTIES.slice(0, 2)]);
  return piece(
    'funded',
    draw.pick([
      `funded by ${draw.pick(PARTIES)} 100%`,
      `funded by ${other} ${share}%, host ${100 - share}%`,
      `funded by ${other} ${share}.5%, host ${99 - share}.5%`,
      'funded by brand 33.3%, platform 33.3%, host 33.4%',
    ]),
  );
}

function commission(draw: Draw): Piece {
  const of = draw.pick(['paid', 'list', 'paid and subsidy by platform']);
  const rate = draw.pick([`${draw.int(1, 30)}%`, '7.25%']);
  return piece(
    `commission of ${of}`,
    `commission ${draw.pick(['host', 'its store', 'its brand'])} ${rate} of ${of}`,
  );
}
