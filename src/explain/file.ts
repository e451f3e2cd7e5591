import type { Attribute, Carrier, Ruleset } from '../check/ruleset.js';
import { conditionText, moneyText, scalarText, type Voice } from './expressions.js';
import { layerSentences } from './promotion.js';

type Section = (voice: Voice) => readonly string[];

/**
 * What each member of a ruleset adds to what is said of the file as a whole. A member that is not here does not compile;
 * promotions are said one by one, and tables with the promotions that stand on their rows.
 */
const SECTIONS: { readonly [Member in keyof Required<Ruleset>]: Section } = {
  currency: (voice) => [voice.words.files.currency(voice.ruleset.currency.code, moneyText('1', voice))],
  timezone: ({ ruleset, words }) => [words.files.timezone(words.values.zone(ruleset.timezone))],
  prices: ({ ruleset: { prices }, words }) =>
    prices === undefined ? [] : [words.files.finePrices(prices.mode, prices.per)],
  attributes: (voice) => CARRIERS.flatMap((carrier) => declared(carrier, voice)),
  layers: layersText,
  layersCap: (voice) => {
    const cap = voice.ruleset.layersCap;
    return cap === undefined ? [] : [voice.words.promotions.layersCap(scalarText(cap, voice))];
  },
  constraints: ({ ruleset: { constraints }, words }) =>
    constraints.map(({ kind, count, members }) =>
      words.files.constraint(kind, count, members.map(words.values.name)),
    ),
  choose: ({ ruleset, words }) => [words.promotions.chosen(ruleset.choose, ruleset.searchLimit)],
  searchLimit: () => [],
  guarantees: guaranteesText,
  tables: () => [],
  promotions: () => [],
};

const CARRIERS: readonly Carrier[] = ['line', 'customer', 'order', 'shipping'];

/** What holds for the whole file, section by section. */
export function fileTexts(voice: Voice): readonly (readonly string[])[] {
  return Object.values(SECTIONS)
    .map((section) => section(voice))
    .filter((sentences) => sentences.length > 0);
}

function declared(carrier: Carrier, { ruleset, words }: Voice): readonly string[] {
  const attributes = ruleset.attributes[carrier];
  if (attributes.length === 0) return [];
  return [
    words.files.declared(
      carrier,
      attributes.map((each) => attributeText(each, carrier, words)),
    ),
  ];
}

function attributeText(
  { name, type, optional, members = [] }: Attribute,
  carrier: Carrier,
  { values, files }: Voice['words'],
): string {
  const kind = type === 'money' && carrier === 'line' ? 'money-of-unit' : type;
  const said = kind === 'one-of' ? files.members(members.map(values.quoted)) : files.types[kind];
  return files.attribute(values.name(name), said, optional);
}

function layersText(voice: Voice): readonly string[] {
  const { layers } = voice.ruleset;
  const { files, values } = voice.words;
  if (layers.length === 1 && layers[0]?.name === '') return [];
  return [
    files.layers(layers.map(({ name }) => values.name(name))),
    ...layers.map((layer) =>
      files.inLayer(values.name(layer.name), values.joined(layerSentences(layer, voice))),
    ),
  ];
}

function guaranteesText(voice: Voice): readonly string[] {
  const { files, values } = voice.words;
  const { guarantees } = voice.ruleset;
  if (guarantees.length === 0) return [];
  return [
    files.guarantees,
    ...guarantees.map(({ title, condition, forEachLine, required }) =>
      files.guarantee(values.quoted(title), conditionText(condition, voice), forEachLine, required),
    ),
  ];
}
