import { money, scopeAmount } from './expressions.js';
import { joined, type Piece, piece } from './model.js';
import type { Draw } from './draw.js';

/** Settings that may stand as a default, after a layer's name or in a promotion. */
export function settings(draw: Draw, earlier: readonly string[], probability: number): readonly Piece[] {
  const all = [[rounding(draw)], [share(draw, earlier)], sharesAndRest(draw)];
  return all.flatMap((some) => some.filter(() => draw.chance(probability)));
}

function rounding(draw: Draw): Piece {
  const of = draw.chance(0.3) ? ' of price' : '';
  return piece('rounding', `rounding ${draw.pick(['half-up', 'half-even', 'half-down', 'up', 'down'])}${of}`);
}

/** Lines overflow mostly where shares do not follow what is left on them. */
function share(draw: Draw, earlier: readonly string[]): Piece {
  if (draw.chance(0.35))
    return joined([piece('share', 'share equally'), piece('overflow', 'overflow dropped')]);
  if (earlier.length > 0 && draw.chance(0.5))
    return piece('share by value after', `share by value after ${draw.pick(earlier)}`);
  return piece('share', draw.pick(['share by value', 'share by list', 'share by quantity', 'share equally']));
}

/** A surplus, which only rounded shares leave, is taken back by the rest: so they stand together now and then. */
function sharesAndRest(draw: Draw): readonly Piece[] {
  const shares = piece('shares', `shares ${draw.pick(['half-up', 'half-even', 'half-down', 'in turn'])}`);
  const rest = piece('rest to', `rest to ${draw.pick(['first', 'last'])}`);
  if (draw.chance(0.4)) return [joined([piece('shares', 'shares half-up'), rest])];
  const to = piece('to', `to ${draw.pick(['largest fraction', 'largest line', 'first', 'last'])}`);
  return [shares, draw.chance(0.6) ? to : rest];
}

export function counting(draw: Draw, earlier: readonly string[]): Piece {
  return piece('counting', `counting ${scopeAmount(draw, earlier)}`);
}

export function layerWords(draw: Draw, earlier: readonly string[]): readonly Piece[] {
  const words: Piece[] = [...combination(draw)];
  if (draw.chance(0.12))
    words.push(piece('layer cap', `capped at ${draw.chance(0.5) ? money(draw, 60) : '30% of list'}`));
  if (draw.chance(0.12)) words.push(layerFloor(draw));
  if (draw.chance(0.15)) words.push(piece('layer counting', counting(draw, earlier).text));
  const said = settings(draw, earlier, 0.06).map((one) => led('layer', one));
  return [...words, ...said];
}

/** A setting whose clauses say where it stands. */
export function led(where: string, { clause, parts, text }: Piece, words = ''): Piece {
  if (parts) return joined(parts.map((part) => led(where, part, words)));
  return piece(`${where} ${clause}`, words + text);
}

/** How the promotions of a layer combine. */
function combination(draw: Draw): readonly Piece[] {
  const per = draw.pick(['store', 'store', 'brand', 'category', 'clearance']);
  const together = piece('together', 'together');
  const once = piece('each unit once', 'each unit once');
  const ways = [
    [together],
    [piece('best', 'best')],
    [piece('best per line', 'best per line')],
    [piece('best per attribute', `best per ${per}`)],
    [once],
    draw.chance(0.5) ? [together, once] : [],
  ];
  return ways[draw.int(0, 9)] ?? [];
}

function layerFloor(draw: Draw): Piece {
  const floor = draw.pick([
    `${money(draw, 120)} per line`,
    `${money(draw, 120)} in all`,
    `${money(draw, 9)} per unit`,
    'cost',
    `${draw.int(20, 90)}% of list in all`,
  ]);
  return piece('layer floor', `leave at least ${floor}`);
}
