import columnsOf from 'fast-string-width';
import { INDENT } from './breaks.js';
import type { Piece } from './pieces.js';

/** How many columns a line has before it is broken; characters of Chinese, Japanese and Korean count two. */
const WIDTH = 110;

/**
 * Sets pieces on one line if they fit, and otherwise on several: broken at the places of the lowest level, then each part
 * again at its own. The first line is indented by `indent`, the others by `hang`.
 */
export function wrap(pieces: readonly Piece[], indent: number, hang: number): readonly string[] {
  const parts = fits(pieces, indent) ? [pieces] : broken(pieces, indent, hang);
  if (parts.length === 1) return [onOneLine(pieces, indent)];
  return parts.flatMap((part, index) => {
    const at = index === 0 ? indent : hang;
    const remarks = index === 0 ? [] : (part[0]?.before ?? []);
    return [...remarks.map(({ text }) => margin(at) + text), ...wrap(part, at, hang + INDENT)];
  });
}

export function margin(indent: number): string {
  return ' '.repeat(indent);
}

function fits(pieces: readonly Piece[], indent: number): boolean {
  if (hasInnerComment(pieces) || pieces.slice(1).some(({ soft }) => soft?.how === 'always')) return false;
  return indent + columnsOf(spaced(pieces)) <= WIDTH;
}

function spaced(pieces: readonly Piece[]): string {
  return pieces.map(({ close, text }, index) => (index === 0 || close ? text : ` ${text}`)).join('');
}

function onOneLine(pieces: readonly Piece[], indent: number): string {
  const comment = pieces.at(-1)?.behind;
  return `${margin(indent)}${spaced(pieces)}${comment === undefined ? '' : `  ${comment}`}`;
}

/** Whether a comment forces a line break before a piece. */
function isCommented(pieces: readonly Piece[], index: number): boolean {
  return (pieces[index]?.before.length ?? 0) > 0 || pieces[index - 1]?.behind !== undefined;
}

function hasInnerComment(pieces: readonly Piece[]): boolean {
  return pieces.some((_, index) => index > 0 && isCommented(pieces, index));
}

/** The parts of a line that is broken; where places may be filled, a part goes on the line before it if that has room. */
function broken(pieces: readonly Piece[], indent: number, hang: number): readonly (readonly Piece[])[] {
  const commented = hasInnerComment(pieces);
  const parts: (readonly Piece[])[] = [];
  for (const part of cutAtPlaces(pieces)) {
    const filled =
      part[0]?.soft?.how === 'fill' && !commented ? [...(parts.at(-1) ?? []), ...part] : undefined;
    const at = parts.length > 1 ? hang : indent;
    if (filled !== undefined && fits(filled, at)) parts[parts.length - 1] = filled;
    else parts.push(part);
  }
  return parts;
}

/** Cuts a line at its places of the lowest level, or where comments force a break when it has none. */
function cutAtPlaces(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const levels = pieces.slice(1).flatMap(({ soft }) => (soft === undefined ? [] : [soft.level]));
  const lowest = levels.reduce((least, level) => Math.min(least, level), Infinity);
  const isPlace = ({ soft }: Piece, index: number): boolean =>
    levels.length > 0 ? soft?.level === lowest : isCommented(pieces, index);
  const starts = pieces.flatMap((piece, index) => (index === 0 || isPlace(piece, index) ? [index] : []));
  return starts.map((start, index) => pieces.slice(start, starts[index + 1]));
}
