import { head, tail } from './clauses.js';
import { lineCondition, money } from './expressions.js';
import { type GeneratedPromotion, type GeneratedRules, type Piece, piece } from './model.js';
import { opening, type OpeningPlace } from './openings.js';
import type { Draw } from './draw.js';
import { counting, layerWords, led, settings } from './settings.js';

const LAYERS: readonly string[] = ['item', 'shop', 'platform', 'last'];

/** A mostly well-typed rule file that holds any clause of the language. */
export function generateRules(draw: Draw): GeneratedRules {
  const names = draw.chance(0.25) ? [] : draw.some(LAYERS, 1, 4);
  const layers = names.map((name, index) => ({ name, words: layerWords(draw, names.slice(0, index)) }));
  const ids = Array.from({ length: draw.int(1, 6) }, (_, index) => `p${index + 1}`);
  const promotions = ids.map((id) => promotion(draw, id, names, ids)).map(keepKnownTags);
  return {
    world: draw.world,
    defaults: defaults(draw),
    layers,
    layersCap:
      names.length > 0 && draw.chance(0.1)
        ? piece('layers capped', `capped at ${draw.chance(0.5) ? money(draw, 100) : '40% of list'}`)
        : undefined,
    promotions,
    statements: [...allows(draw, ids, promotions), ...guarantees(draw)],
  };
}

/** The promotion without what it says of tags that nobody carries. */
function keepKnownTags(
  one: GeneratedPromotion,
  _: number,
  all: readonly GeneratedPromotion[],
): GeneratedPromotion {
  const tags = new Set(all.flatMap(({ pieces }) => pieces.map(({ text }) => text)));
  const isKnown = ({ clause, text }: Piece): boolean =>
    clause !== 'not with tag' || tags.has(text.replace('not with ', ''));
  return { ...one, pieces: one.pieces.filter(isKnown) };
}

function defaults(draw: Draw): readonly Piece[] {
  const said: Piece[] = [];
  if (draw.chance(0.15)) said.push(piece('default choose first', 'default choose first'));
  if (draw.chance(0.12))
    said.push(piece('default search limit', `default search limit ${draw.pick([1, 1, 2, 3])}`));
  if (draw.chance(0.1)) {
    const per = draw.pick(['line', 'unit']);
    const mode = draw.pick(['half-up', 'half-even', 'half-down', 'up', 'down']);
    said.push(piece(`default prices per ${per}`, `default prices rounded ${mode} per ${per}`));
  }
  if (draw.chance(0.06)) said.push(piece('default counting', `default ${counting(draw, []).text}`));
  for (const setting of settings(draw, [], 0.08)) said.push(led('default', setting, 'default '));
  return said;
}

function promotion(
  draw: Draw,
  id: string,
  layers: readonly string[],
  ids: readonly string[],
): GeneratedPromotion {
  const kind = draw.chance(0.25) ? 'coupon' : 'promotion';
  const layer = layers.length > 0 ? draw.pick(layers) : undefined;
  const earlier = layer === undefined ? [] : layers.slice(0, layers.indexOf(layer));
  const each = draw.chance(0.35) ? forEach(draw) : undefined;
  const withShipping = draw.chance(0.06);
  const scope = scopePiece(draw, withShipping, each);
  const row = /of (tiers|bands)$/.exec(each?.text ?? '')?.[1] as OpeningPlace['row'];
  const place = { forEach: each !== undefined, row, withShipping };
  return {
    id,
    kind,
    layer,
    pieces: [
      ...head(draw, { kind, earlier, others: ids.filter((other) => other !== id) }),
      ...(scope ? [scope] : []),
      ...(each ? [each] : []),
      ...settings(draw, earlier, 0.07),
      ...opening(draw, place, earlier),
      ...tail(draw),
    ],
  };
}

function scopePiece(draw: Draw, withShipping: boolean, each: Piece | undefined): Piece | undefined {
  if (each?.clause === 'for each row of table')
    return piece(
      'on lines by row',
      each.text.endsWith('tiers')
        ? 'on lines where store is row.store'
        : `on lines where brand is row.brand and price ${draw.pick(['>=', '<'])} row.low`,
    );
  const where = draw.chance(0.45) ? ` where ${lineCondition(draw)}` : '';
  if (withShipping) return piece('on shipping and lines', `on shipping and lines${where}`);
  return where === '' ? undefined : piece('on lines', `on lines${where}`);
}

const GROUPING: readonly string[] =
  'store store brand category clearance weight sku price quantity cost grade released'.split(' ');

function forEach(draw: Draw): Piece {
  return draw.pick([
    piece('for each attribute', `for each ${draw.pick(GROUPING)}`),
    piece('for each attribute', `for each ${draw.pick(GROUPING)}`),
    piece('for each line', 'for each line'),
    piece('for each row of table', `for each row of ${draw.pick(['tiers', 'bands'])}`),
    piece('for each column of table', draw.pick(['for each store of tiers', 'for each brand of bands'])),
  ]);
}

function allows(
  draw: Draw,
  ids: readonly string[],
  promotions: readonly GeneratedPromotion[],
): readonly Piece[] {
  if (ids.length < 2 || !draw.chance(0.35)) return [];
  const said = [piece('allow', `allow ${draw.pick([1, 1, 2, 3])} of ${draw.some(ids, 2, 4).join(', ')}`)];
  const tagged = promotions.flatMap(({ pieces }) =>
    pieces.filter((one) => one.clause === 'tag').map((one) => one.text),
  );
  const [tag] = tagged;
  if (tag !== undefined && draw.chance(0.5))
    said.push(piece('allow tag', `allow 1 of ${tag}, ${draw.pick(ids)}`));
  return said;
}

function guarantees(draw: Draw): readonly Piece[] {
  const all = [
    piece('guarantee', `guarantee discount at most ${draw.int(5, 80)}% of list`),
    piece('guarantee', `guarantee pay at least ${money(draw, 60)}`),
    piece(
      'guarantee',
      `guarantee pay of lines where (${lineCondition(draw, 1)}) > 0 or list < ${money(draw, 300)}`,
    ),
    piece('guarantee', `guarantee list / total of cost > 1.2 and count at most ${draw.int(1, 4)}`),
    piece('guarantee for each line', 'guarantee for each line pay at least cost'),
    piece('guarantee for each line', 'guarantee for each line pay - cost >= 10% of pay or clearance'),
    piece(
      'guarantee for each line',
      `guarantee for each line discount / list < ${draw.pick(['0.2', '0.5'])}`,
    ),
    piece('guarantee required', 'guarantee "no loss" for each line pay at least cost required'),
  ];
  return all.filter(() => draw.chance(0.08));
}
