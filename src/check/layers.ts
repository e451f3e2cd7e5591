import type { LayerDeclaration, LayersStatement, LayerWord, Setting } from '../syntax/ast.js';
import { builtIn } from './built-ins.js';
import type { Context } from './context.js';
import { layerPlace, type Place } from './expressions/place.js';
import { moneyAt } from './expressions/wanted.js';
import { floorOf } from './floors.js';
import { Once } from './once.js';
import type { Layer, Scalar } from './ruleset.js';
import { checkSettings, type Settings, settingsOf } from './settings.js';

/** A declared layer with the settings that are defaults for its promotions. */
export interface CheckedLayer {
  readonly layer: Layer;
  readonly settings: Settings;
}

/** What a file without `layers` has. */
const ONLY_LAYER: CheckedLayer = {
  layer: { name: '', combine: 'in-turn', eachUnitOnce: false, caps: [], floors: [] },
  settings: {},
};

export function layersOf(statement: LayersStatement | undefined, context: Context): readonly CheckedLayer[] {
  if (statement === undefined) return [ONLY_LAYER];
  return statement.layers.map((declaration) => checkedLayer(declaration, context));
}

/** `layers capped at A`: before any layer has run. */
export function layersCapOf(statement: LayersStatement | undefined, context: Context): Scalar | undefined {
  if (statement?.cap === undefined) return undefined;
  const cap = moneyAt(statement.cap, layerPlace(0), '`layers capped at`', context);
  context.places.set(cap, statement.cap.span);
  return cap;
}

function checkedLayer(declaration: LayerDeclaration, context: Context): CheckedLayer {
  const { name, words } = declaration;
  const place = layerPlace(context.layers.get(name.text) ?? 0);
  const settings = settingsOf(words.filter(isSetting), context.findings);
  checkSettings(settings, place, context);
  return { layer: layerOf(name.text, words, place, context), settings };
}

function layerOf(name: string, words: readonly LayerWord[], place: Place, context: Context): Layer {
  return {
    name,
    ...combinationOf(words, context),
    eachUnitOnce: words.some((word) => word.kind === 'each-unit-once'),
    caps: words.flatMap((word) => (word.kind === 'capped' ? [layerCap(word, place, context)] : [])),
    floors: words.flatMap((word) => (word.kind === 'leave' ? [floorOf(word, place, context)] : [])),
  };
}

function isSetting(word: LayerWord): word is Setting {
  return !LAYER_ONLY.has(word.kind);
}

const LAYER_ONLY: ReadonlySet<LayerWord['kind']> = new Set([
  'together',
  'best',
  'each-unit-once',
  'capped',
  'leave',
]);

/** A layer's promotions combine in one way. */
function combinationOf(words: readonly LayerWord[], context: Context): Pick<Layer, 'combine' | 'per'> {
  const once = new Once(context.findings);
  let combination: Pick<Layer, 'combine' | 'per'> = { combine: 'in-turn' };
  for (const word of words) {
    if (word.kind !== 'together' && word.kind !== 'best') continue;
    const found = word.kind === 'together' ? { combine: 'together' as const } : bestOf(word, context);
    if (once.admits('together` or `best', word.span)) combination = found;
  }
  return combination;
}

function bestOf(
  { per }: Extract<LayerWord, { kind: 'best' }>,
  context: Context,
): Pick<Layer, 'combine' | 'per'> {
  if (per === undefined) return { combine: 'best' };
  if (per.text === 'line' && !per.quoted) return { combine: 'best-per', per: { kind: 'line' } };
  if (builtIn('line', per.text) === undefined) {
    context.attributes.line.find(per, `declare it: \`line has ${per.text} text\``);
  }
  return { combine: 'best-per', per: { kind: 'attribute', name: per.text } };
}

function layerCap(word: Extract<LayerWord, { kind: 'capped' }>, place: Place, context: Context): Scalar {
  if (word.standing !== undefined || word.per !== undefined) context.findings.add('RK1087', word.span, {});
  const cap = moneyAt(word.amount, place, '`capped at`', context);
  context.places.set(cap, word.span);
  return cap;
}
