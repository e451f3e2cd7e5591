import { tokensOf } from './text.js';

/** Whether an input still shows the fault that is looked for. */
type Shows = (input: string) => Promise<boolean>;

/** A smaller input that shows the same: members and elements are left out of JSON, then lines, tokens and characters of any text. */
export async function shrunk(input: string, shows: Shows, attempts: number): Promise<string> {
  let left = attempts;
  const tried: Shows = async (smaller) => left-- > 0 && (await shows(smaller));
  let smallest = await withoutSpots(input, tried);
  for (const pieces of [linesOf, tokensOf, charactersOf])
    smallest = await withoutPieces(smallest, pieces, tried);
  return smallest;
}

function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** The characters of a short text; a long one stays whole. */
function charactersOf(text: string): readonly string[] {
  return text.length > 500 ? [text] : Array.from(text);
}

/** Leaves out halves of the pieces, then quarters, down to single ones. */
async function withoutPieces(
  text: string,
  cut: (text: string) => readonly string[],
  shows: Shows,
): Promise<string> {
  let pieces = cut(text);
  for (let size = Math.ceil(pieces.length / 2); size >= 1 && pieces.length > 1; size = Math.floor(size / 2)) {
    for (let from = pieces.length - size; from > -size; from -= size) {
      const rest = pieces.toSpliced(Math.max(0, from), from < 0 ? size + from : size);
      if (rest.length < pieces.length && (await shows(rest.join('')))) pieces = rest;
    }
  }
  return pieces.join('');
}

/** Leaves members and elements out of JSON, the outermost first; other texts stay. */
async function withoutSpots(text: string, shows: Shows): Promise<string> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return text;
  }
  if (!(await shows(JSON.stringify(value)))) return text;
  for (let place = 0; ; ) {
    const smaller = withoutSpot(value, place);
    if (smaller === undefined) return JSON.stringify(value);
    if (await shows(JSON.stringify(smaller))) value = smaller;
    else place += 1;
  }
}

/** A copy without the member or element with this number, counted from outside in; nothing where there is none. */
function withoutSpot(value: unknown, place: number): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(value));
  const level: unknown[] = [copy];
  let left = place;
  for (let holder = level.shift(); holder !== undefined; holder = level.shift()) {
    if (typeof holder !== 'object' || holder === null) continue;
    const names = Object.keys(holder);
    const name = names[left];
    if (name !== undefined) {
      if (Array.isArray(holder)) holder.splice(Number(name), 1);
      else Reflect.deleteProperty(holder, name);
      return copy;
    }
    left -= names.length;
    level.push(...(Object.values(holder) as unknown[]));
  }
  return undefined;
}
