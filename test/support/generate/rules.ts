import { condition, lineCondition, money, scopeAmount } from './expressions.js';
import { type GeneratedPromotion, type GeneratedRules, type Piece, piece } from './model.js';
import { cap, floor, offers, type OfferPlace } from './offers.js';
import type { Random } from './random.js';
import { CODES, PARTIES, TAGS } from './universe.js';

const LAYERS: readonly string[] = ['item', 'shop', 'platform', 'last'];

/** A mostly well-typed rule file that holds any clause of the language. */
export function generateRules(random: Random): GeneratedRules {
  const names = random.chance(0.25) ? [] : random.some(LAYERS, 1, 4);
  const layers = names.map((name, index) => ({ name, words: layerWords(random, names.slice(0, index)) }));
  const ids = Array.from({ length: random.int(1, 6) }, (_, index) => `p${index + 1}`);
  const promotions = ids.map((id) => promotion(random, id, names, ids));
  return {
    defaults: defaults(random),
    layers,
    layersCap:
      names.length > 0 && random.chance(0.1)
        ? piece('layers capped', `capped at ${random.chance(0.5) ? money(random, 100) : '40% of list'}`)
        : undefined,
    promotions,
    statements: [...allows(random, ids, promotions), ...guarantees(random)],
  };
}

function defaults(random: Random): readonly Piece[] {
  const said: Piece[] = [];
  if (random.chance(0.15)) said.push(piece('default choose first', 'default choose first'));
  if (random.chance(0.12)) said.push(piece('default search limit', 'default search limit 1'));
  if (random.chance(0.1))
    said.push(
      piece(
        'default prices',
        `default prices rounded ${random.pick(['half-up', 'half-even', 'down'])} per ${random.pick(['line', 'unit'])}`,
      ),
    );
  for (const setting of settings(random, [], 0.08))
    said.push(piece(`default + ${setting.clause}`, `default ${setting.text}`));
  return said;
}

/** Settings that may stand as a default, after a layer's name or in a promotion. */
function settings(random: Random, earlier: readonly string[], probability: number): readonly Piece[] {
  const after = earlier.length > 0 && random.chance(0.4) ? ` after ${random.pick(earlier)}` : '';
  const all = [
    piece(
      'rounding',
      `rounding ${random.pick(['half-up', 'half-even', 'half-down', 'up', 'down'])}${random.chance(0.3) ? ' of price' : ''}`,
    ),
    // Lines overflow mostly where shares do not follow what is left on them.
    random.chance(0.4)
      ? piece('share + overflow', 'share equally overflow dropped')
      : piece(
          'share',
          random.pick([`share by value${after}`, 'share by list', 'share by quantity', 'share equally']),
        ),
    piece('shares', `shares ${random.pick(['half-up', 'half-even', 'half-down', 'in turn'])}`),
    random.chance(0.6)
      ? piece('to', `to ${random.pick(['largest fraction', 'largest line', 'first', 'last'])}`)
      : piece('rest to', `rest to ${random.pick(['first', 'last'])}`),
  ];
  return all.filter(() => random.chance(probability));
}

function counting(random: Random, earlier: readonly string[]): Piece {
  return piece('counting', `counting ${scopeAmount(random, earlier)}`);
}

function layerWords(random: Random, earlier: readonly string[]): readonly Piece[] {
  const words: Piece[] = [];
  const combine = random.int(0, 9);
  if (combine === 0) words.push(piece('together', 'together'));
  if (combine === 1) words.push(piece('best', 'best'));
  if (combine === 2) words.push(piece('best per line', 'best per line'));
  if (combine === 3) words.push(piece('best per attribute', 'best per store'));
  if (combine === 4) words.push(piece('each unit once', 'each unit once'));
  if (random.chance(0.12))
    words.push(piece('layer cap', `capped at ${random.chance(0.5) ? money(random, 60) : '30% of list'}`));
  if (random.chance(0.12))
    words.push(
      piece('layer floor', `leave at least ${money(random, 120)} ${random.pick(['per line', 'in all'])}`),
    );
  if (random.chance(0.15)) words.push(counting(random, earlier));
  return [...words, ...settings(random, earlier, 0.06)];
}

function promotion(
  random: Random,
  id: string,
  layers: readonly string[],
  ids: readonly string[],
): GeneratedPromotion {
  const kind = random.chance(0.25) ? 'coupon' : 'promotion';
  const layer = layers.length > 0 ? random.pick(layers) : undefined;
  const earlier = layer === undefined ? [] : layers.slice(0, layers.indexOf(layer));
  const each = random.chance(0.35) ? forEach(random) : undefined;
  const withShipping = random.chance(0.06);
  const scope = scopePiece(random, withShipping, each);
  const row = each?.clause.includes('table') ?? false;
  const place = { forEach: each !== undefined, row, withShipping };
  return {
    id,
    kind,
    layer,
    pieces: [
      ...head(
        random,
        kind,
        earlier,
        ids.filter((other) => other !== id),
      ),
      ...(scope ? [scope] : []),
      ...(each ? [each] : []),
      ...settings(random, earlier, 0.05),
      ...opening(random, place, earlier),
      ...tail(random),
    ],
  };
}

function scopePiece(random: Random, withShipping: boolean, each: Piece | undefined): Piece | undefined {
  if (each?.clause === 'for each row of table')
    return piece('on lines by row', 'on lines where store is row.store');
  const where = random.chance(0.45) ? ` where ${lineCondition(random)}` : '';
  if (withShipping) return piece('on shipping and lines', `on shipping and lines${where}`);
  return where === '' ? undefined : piece('on lines', `on lines${where}`);
}

function forEach(random: Random): Piece {
  return random.pick([
    piece('for each attribute', 'for each store'),
    piece(
      'for each attribute',
      `for each ${random.pick(['brand', 'category', 'clearance', 'weight', 'sku'])}`,
    ),
    piece('for each line', 'for each line'),
    piece('for each row of table', 'for each row of tiers'),
    piece('for each column of table', 'for each store of tiers'),
  ]);
}

/** Clauses before the offers. */
function head(
  random: Random,
  kind: string,
  earlier: readonly string[],
  others: readonly string[],
): readonly Piece[] {
  const said: Piece[] = [];
  const add = (probability: number, clause: string, text: () => string): void => {
    if (random.chance(probability)) said.push(piece(clause, text()));
  };
  add(0.15, 'priority', () => `priority ${random.int(1, 3)}`);
  add(0.2, 'active', () => active(random));
  add(0.05, 'active', () => active(random));
  add(0.25, 'when', () => `when ${condition(random, earlier)}`);
  if (kind === 'coupon')
    add(0.8, 'code', () =>
      random.chance(0.3) ? 'code like "D11-*"' : `code "${random.pick(CODES)}", "${random.pick(CODES)}2"`,
    );
  add(0.12, 'tag', () => `tag ${random.pick(TAGS)}`);
  if (others.length > 0) add(0.1, 'not with', () => `not with ${random.pick(others)}`);
  add(0.04, 'alone', () => 'alone');
  add(0.08, 'stop', () => random.pick(['stop', 'stop all', 'stop on its lines']));
  return said;
}

function active(random: Random): string {
  return `active ${random.pick([
    'from 2026-11-01 through 2026-11-11',
    'from 2026-11-11 20:00 until 2026-11-12 02:00',
    'through 2026-11-10',
    'from 2026-11-11 in Europe/Berlin',
    'on mondays, wednesdays, saturdays',
    'on day 11 of each month',
    'between 20:00 and 02:00',
    'from 2026-11-01 on wednesdays between 08:00 and 21:00 in America/New_York',
  ])}`;
}

type OpeningPlace = Omit<OfferPlace, 'under'>;

/** Limits for all offers, then tiers of one kind, one `every`, or one list of offers. */
function opening(random: Random, place: OpeningPlace, earlier: readonly string[]): readonly Piece[] {
  const limits = random.chance(0.12)
    ? [piece('promotion cap', cap(random, { ...place, under: 'nothing' }, 'promotion').trim())]
    : [];
  const floors = random.chance(0.06) ? [piece('promotion floor', floor(random).trim())] : [];
  return [...limits, ...floors, ...openings(random, place, earlier)];
}

function openings(random: Random, place: OpeningPlace, earlier: readonly string[]): readonly Piece[] {
  const kind = random.int(0, 9);
  if (kind <= 2) return spendTiers(random, { ...place, under: 'spend' }, earlier);
  if (kind === 3) return buyTiers(random, { ...place, under: 'buy' });
  if (kind === 4)
    return under(`every ${money(random, 120)}${measured(random, earlier)}`, 'every amount', random, {
      ...place,
      under: 'every-amount',
    });
  if (kind <= 6)
    return under(everyUnits(random, place), 'every units', random, { ...place, under: 'every-units' });
  return offers(random, { ...place, under: 'nothing' });
}

function under(opens: string, clause: string, random: Random, place: OfferPlace): readonly Piece[] {
  const made = offers(random, place);
  return [
    piece(
      [clause, ...made.map((one) => one.clause)].join(' + '),
      `${opens} ${made.map((one) => one.text).join(' also ')}`,
    ),
  ];
}

function measured(random: Random, earlier: readonly string[]): string {
  const over = random.chance(0.12)
    ? random.pick([' over all lines', ` over lines where (${lineCondition(random, 1)})`])
    : '';
  const what = random.chance(0.2) ? ` ${counting(random, earlier).text}` : '';
  return over + what;
}

function spendTiers(random: Random, place: OfferPlace, earlier: readonly string[]): readonly Piece[] {
  if (place.row)
    return under(`spend row.spend${measured(random, earlier)}`, 'spend + spend row', random, place);
  let amount = random.int(1, 90);
  const tiers = random.pick([1, 1, 2, 3]);
  return Array.from({ length: tiers }, () => {
    amount += random.int(1, 120);
    const opens = `spend ${amount}.${random.pick(['00', '00', '50'])}${measured(random, earlier)}`;
    return under(opens, 'spend', random, { ...place, tier: tiers > 1 });
  }).flat();
}

function buyTiers(random: Random, place: OfferPlace): readonly Piece[] {
  let units = 0;
  const tiers = random.pick([1, 1, 2]);
  return Array.from({ length: tiers }, () => {
    units += random.int(1, 3);
    return under(`buy ${units}`, 'buy', random, { ...place, tier: tiers > 1 });
  }).flat();
}

function everyUnits(random: Random, place: OpeningPlace): string {
  const count = place.row && random.chance(0.5) ? 'row.units' : random.int(1, 4);
  const of = random.chance(0.25) ? ` of lines where ${lineCondition(random, 0)}` : '';
  const order = random.pick(['', '', ' cheapest first', ' cheapest of all']);
  return `every ${count} units${of}${order}`;
}

/** Clauses after the offers. */
function tail(random: Random): readonly Piece[] {
  const said: Piece[] = [];
  if (random.chance(0.15))
    said.push(
      piece(
        'limit',
        random.pick([
          'limit 1 per customer',
          'limit 2 per customer per day',
          'limit 1 per customer, 100 in total',
          'limit 7 in total',
        ]),
      ),
    );
  if (random.chance(0.15))
    said.push(piece('budget', `budget ${money(random, 80)}${random.chance(0.4) ? ' partly' : ''}`));
  if (random.chance(0.25)) said.push(piece('funded', funding(random)));
  if (random.chance(0.12))
    said.push(
      piece(
        'commission',
        `commission ${random.pick(['host', 'its store'])} ${random.int(1, 30)}% of ${random.pick(['paid', 'list', 'paid and subsidy by platform'])}`,
      ),
    );
  if (random.chance(0.1)) said.push(piece('returns', random.pick(['returns keep', 'returns retest'])));
  if (random.chance(0.1))
    said.push(piece('texts', random.pick(['note "for tests"', 'message "yours"', 'message zh "给您"'])));
  return said;
}

function funding(random: Random): string {
  const share = random.pick([10, 30, 33, 50]);
  const other = random.chance(0.3) ? 'its store' : random.pick(PARTIES.slice(0, 2));
  return random.pick([
    `funded by ${random.pick(PARTIES)} 100%`,
    `funded by ${other} ${share}%, host ${100 - share}%`,
    'funded by brand 33.3%, platform 33.3%, host 33.4%',
  ]);
}

function allows(
  random: Random,
  ids: readonly string[],
  promotions: readonly GeneratedPromotion[],
): readonly Piece[] {
  if (ids.length < 2 || !random.chance(0.35)) return [];
  const said = [piece('allow', `allow ${random.int(1, 2)} of ${random.some(ids, 2, 4).join(', ')}`)];
  const tagged = promotions.flatMap(({ pieces }) =>
    pieces.filter((one) => one.clause === 'tag').map((one) => one.text),
  );
  const [tag] = tagged;
  if (tag !== undefined && random.chance(0.5))
    said.push(piece('allow tag', `allow 1 of ${tag}, ${random.pick(ids)}`));
  return said;
}

function guarantees(random: Random): readonly Piece[] {
  const all = [
    piece('guarantee', `guarantee discount at most ${random.int(5, 80)}% of list`),
    piece('guarantee for each line', 'guarantee for each line pay at least cost'),
    piece('guarantee required', 'guarantee "no loss" for each line pay at least cost required'),
    piece('guarantee', `guarantee pay at least ${money(random, 60)}`),
  ];
  return all.filter(() => random.chance(0.12));
}
