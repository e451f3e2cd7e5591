import {
  Choice,
  Diagram,
  type Item,
  NonTerminal,
  OneOrMore,
  Optional,
  Sequence,
  Stack,
  Terminal,
  ZeroOrMore,
} from '@prantlf/railroad-diagrams';
import { imageOf, part, type Production } from '../../../src/syntax/grammar.js';

/** Wider sequences are set on several rows. */
const WIDEST = 860;

/** A rule as an SVG, with links to the rules it is made of. */
export function diagramOf({ definition = [] }: Production): string {
  return svg(rows(items(definition)));
}

/** A choice of words as an SVG. */
export function wordsDiagram(images: readonly string[]): string {
  return svg(either(images.map((image) => new Terminal(image))));
}

/** Links by `href` alone: `xlink` is for files of their own. */
function svg(item: Item): string {
  return new Diagram(item).toString().replaceAll('xlink:href', 'href');
}

function draw(given: Production): Item {
  const { definition = [], name = '', type } = given;
  switch (type) {
    case 'Terminal': {
      const image = imageOf(given);
      return image === undefined ? reference(name) : new Terminal(image);
    }
    case 'Alternation':
      return either(definition.map(draw));
    case 'Option':
      return new Optional(row(definition));
    case 'Repetition':
      return new ZeroOrMore(row(definition));
    case 'Alternative':
      return row(definition);
    default:
      return reference(name);
  }
}

function reference(name: string): Item {
  return new NonTerminal(name, { href: `#${name}` });
}

/** The line goes straight to the middle one. */
function either(each: readonly Item[]): Item {
  return each.length === 1 && each[0] !== undefined
    ? each[0]
    : new Choice(Math.floor((each.length - 1) / 2), ...each);
}

function row(definition: readonly Production[]): Item {
  const each = items(definition);
  return each.length === 1 && each[0] !== undefined ? each[0] : new Sequence(...each);
}

/** A sequence's parts; what is repeated after itself, with something between or not, is one loop. */
function items(definition: readonly Production[]): readonly Item[] {
  const each: Item[] = [];
  for (let index = 0; index < definition.length; index += 1) {
    const [given, next] = [definition[index], definition[index + 1]];
    if (given === undefined) continue;
    const repeated = next?.type === 'Repetition' ? (next.definition ?? []) : [];
    const last = repeated.at(-1);
    const loops = last !== undefined && repeated.length <= 2 && part(last) === part(given);
    const [separator] = repeated.length === 2 ? repeated : [];
    each.push(loops ? new OneOrMore(draw(given), separator && draw(separator)) : draw(given));
    if (loops) index += 1;
  }
  return each;
}

/** Sets parts in rows that are not too wide. */
function rows(each: readonly Item[]): Item {
  const sets: Item[][] = [[]];
  let width = 0;
  for (const item of each) {
    if (width + item.width > WIDEST && width > 0) {
      sets.push([]);
      width = 0;
    }
    sets.at(-1)?.push(item);
    width += item.width + 20;
  }
  const sequences = sets.map((set) => new Sequence(...set));
  return sequences.length === 1 && sequences[0] !== undefined ? sequences[0] : new Stack(...sequences);
}
