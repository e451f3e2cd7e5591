import type { Name } from '../../syntax/ast.js';
import type { Context } from '../context.js';
import type { Place } from './place.js';

/** The layer of `after LAYER`, which must have run before the place's own begins. */
export function earlierLayer(
  name: Name | undefined,
  place: Place,
  { findings, layers }: Context,
): string | undefined {
  if (name === undefined) return undefined;
  const position = layers.find(name, `declare it: \`layers ${name.text}, …\``);
  if (position !== undefined && position >= place.layer) {
    findings.add('RK1080', name.span, { layer: name.text, help: earlierNames(place, layers.names) });
  }
  return name.text;
}

function earlierNames(place: Place, names: readonly string[]): string {
  const earlier = names.slice(0, place.layer).map((name) => `\`${name}\``);
  return earlier.length === 0
    ? 'no layer runs earlier: leave `after …` out'
    : `earlier layers: ${earlier.join(', ')}`;
}
