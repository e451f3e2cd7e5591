import type { SayRule } from '../breakdown/words.js';
import type { Condition, Floor, Guarantee, Layer, Promotion, Scalar, Window } from '../check/ruleset.js';
import { conditionText, scalarText, type Voice } from './expressions.js';
import { spanOf } from './moments.js';
import { placeOf, offersOf, offerText } from './offers.js';

type Glossary = Map<string, string>;

/** Attributes that every line has. */
const BUILT_IN: readonly string[] = ['id', 'sku', 'quantity', 'price'];

/** Before the names of values, which conditions may share. */
const VALUE = 'value ';

/** Says the texts of a rule file that breakdowns quote, as the voice says what they stand for. */
export function glossaryOf(voice: Voice): SayRule {
  const { promotions, layers, guarantees, attributes, constraints } = voice.ruleset;
  const { expressions, files, values } = voice.words;
  const byPromotion = new Map(promotions.map((each) => [each.id, promotionGlossary(each, voice)]));
  const shared: Glossary = new Map();
  for (const name of [...BUILT_IN, ...attributes.line.map((each) => each.name)])
    shared.set(name, expressions.attribute('line', name));
  shared.set('line', expressions.lineInHand).set('a division by zero', expressions.divisionByZero);
  for (const layer of layers) addLayer(layer, shared, voice);
  for (const guarantee of guarantees) addGuarantee(guarantee, shared, voice);
  for (const { kind, count, members, text } of constraints)
    shared.set(text, bare(files.constraint(kind, count, members.map(values.name))));
  return (text, promotion, what) => {
    const own = promotion === undefined ? undefined : byPromotion.get(promotion);
    const asValue = what === undefined ? undefined : (own?.get(VALUE + text) ?? shared.get(VALUE + text));
    return asValue ?? own?.get(text) ?? shared.get(text) ?? text;
  };
}

/** What a condition says comes first: where two things have one text, it is a condition's that breakdowns quote. */
function promotionGlossary(promotion: Promotion, voice: Voice): Glossary {
  const glossary: Glossary = new Map();
  if (promotion.when !== undefined) addCondition(promotion.when, glossary, voice);
  for (const window of promotion.windows) add(glossary, window.text, windowText(window, voice));
  const place = placeOf(promotion, voice);
  for (const offer of offersOf(promotion.opens)) add(glossary, offer.text, offerText(offer, place, voice));
  for (const floor of promotion.floors) addFloor(floor, glossary, voice);
  addScalars(promotion, glossary, voice);
  return glossary;
}

function windowText(window: Window, { words, ruleset }: Voice): string {
  return bare(words.windows.span(spanOf(window, ruleset.timezone, words)));
}

function addLayer({ caps, floors }: Layer, glossary: Glossary, voice: Voice): void {
  for (const cap of caps) addScalars(cap, glossary, voice);
  for (const floor of floors) addFloor(floor, glossary, voice);
}

function addGuarantee({ condition }: Guarantee, glossary: Glossary, voice: Voice): void {
  addCondition(condition, glossary, voice);
  addScalars(condition, glossary, voice);
}

function addFloor({ amount, per, text }: Floor, glossary: Glossary, voice: Voice): void {
  add(glossary, text, bare(voice.words.limits.floor(scalarText(amount, voice), per)));
  addScalars(amount, glossary, voice);
}

function addCondition(condition: Condition, glossary: Glossary, voice: Voice): void {
  if ('parts' in condition) {
    for (const part of condition.parts) addCondition(part, glossary, voice);
    return;
  }
  add(glossary, condition.text, conditionText(condition, voice));
  addScalars(condition, glossary, voice);
}

/** Whatever is read or measured in a part of the ruleset. */
function addScalars(part: unknown, glossary: Glossary, voice: Voice): void {
  if (typeof part !== 'object' || part === null) return;
  if (isLeaf(part)) add(glossary, VALUE + part.text, scalarText(part, voice));
  if (isLeaf(part)) add(glossary, part.text, scalarText(part, voice));
  for (const inner of Object.values(part)) addScalars(inner, glossary, voice);
}

function isLeaf(part: object): part is Extract<Scalar, { op: 'read' | 'measure' }> {
  return 'op' in part && (part.op === 'read' || part.op === 'measure');
}

function add(glossary: Glossary, text: string, said: string): void {
  if (!glossary.has(text)) glossary.set(text, said);
}

/** A sentence without its end. */
function bare(sentence: string): string {
  return sentence.replace(/[.。]$/, '');
}
