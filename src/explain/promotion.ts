import type { Constraint, Layer, PartyShare, Promotion, Ruleset, Table } from '../check/ruleset.js';
import { moneyText, scalarText, type Voice } from './expressions.js';
import { limitTexts, offersOf, openingText, standingText, whereText } from './offers.js';
import { spanOf } from './moments.js';
import { tableRows } from './tables.js';
import { decimalText } from './numbers.js';
import type { Part } from './words.js';

/** What an explanation says in one of its parts: a sentence each. */
export interface Said {
  readonly part: Part;
  readonly sentences: readonly string[];
}

type Clause = (promotion: Promotion, voice: Voice) => Said | readonly Said[];

/**
 * What each member of a promotion adds. A member that is not here does not compile, so that no clause goes unsaid; what is
 * said with another one says nothing here.
 */
const CLAUSES: { readonly [Member in keyof Required<Promotion>]: Clause } = {
  id: nothing,
  title: nothing,
  kind: nothing,
  source: nothing,
  windows: ({ windows }, { words, ruleset }) => {
    const spans = windows.map((window) => words.windows.span(spanOf(window, ruleset.timezone, words)));
    if (spans.length === 0) return said('when', words.windows.always);
    return said('when', ...(spans.length > 1 ? [words.windows.anyOf] : []), ...spans);
  },
  codes: ({ codes }, { words }) => {
    if (codes.length === 0) return [];
    const { quoted } = words.values;
    const exact = codes.flatMap((code) => (code.kind === 'exact' ? [quoted(code.code)] : []));
    const patterns = codes.flatMap((code) => (code.kind === 'like' ? [quoted(code.pattern)] : []));
    return said('who', words.promotions.codes(exact, patterns));
  },
  when: ({ when, codes }, voice) => {
    const { promotions } = voice.words;
    if (when === undefined) return codes.length === 0 ? said('who', promotions.everybody) : [];
    return said('who', promotions.when(whereText(when, voice) ?? ''));
  },
  scope: ({ scope }, voice) => {
    const { promotions } = voice.words;
    const where = whereText(scope.lines, voice);
    const goods = where === undefined ? promotions.allGoods : promotions.goodsWhere(where);
    return said('goods', goods, ...(scope.shipping ? [promotions.withShipping] : []));
  },
  each: (promotion, voice) => [...eachText(promotion, voice), ...chargesText(promotion, voice)],
  opens: (promotion, voice) => said('offer', ...openingText(promotion, voice)),
  limits: ({ limits, each }, voice) => {
    const { ofAll } = voice.words.limits;
    return said('limits', ...limitTexts(limits, standingText(each, voice), voice).map(ofAll));
  },
  floors: ({ floors }, voice) => {
    const { limits } = voice.words;
    return said('limits', ...floors.map(({ amount, per }) => limits.floor(scalarText(amount, voice), per)));
  },
  layer: (promotion, { words, ruleset }) =>
    said('turn', turnText(promotion, ruleset, words.promotions.turn, words.values.name)),
  priority: nothing,
  stop: ({ stop }, { words }) =>
    said('together', ...(stop === undefined ? [] : [words.promotions.stop[stop]])),
  tags: ({ tags }, { words }) =>
    said('together', ...(tags.length === 0 ? [] : [words.promotions.tags(tags.map(words.values.name))])),
  rounding: ({ rounding }, voice) =>
    said('arithmetic', voice.words.promotions.rounding(rounding, moneyText('1', voice))),
  allocation: ({ allocation }, { words }) => {
    const { promotions, values } = words;
    const after = allocation.after === undefined ? undefined : values.name(allocation.after);
    return said(
      'arithmetic',
      promotions.weights(allocation.weights, after),
      promotions.shares[allocation.share],
      promotions.remainder[allocation.remainder],
      promotions.overflow[allocation.overflow],
    );
  },
  redemption: ({ redemption, budget }, { words }) => {
    if (redemption.length > 0) return said('uses', words.promotions.redemption(redemption));
    return said('uses', ...(budget === undefined ? [words.promotions.unlimited] : []));
  },
  budget: ({ budget }, voice) =>
    said(
      'uses',
      ...(budget === undefined
        ? []
        : [voice.words.promotions.budget(scalarText(budget.amount, voice), budget.partly)]),
    ),
  funding: ({ funding }, voice) => {
    const { promotions } = voice.words;
    const shares = funding.map((share) =>
      promotions.share(partyText(share, voice), `${decimalText(share.percent)}%`),
    );
    return said('settlement', ...(shares.length === 0 ? [] : [promotions.funding(shares)]));
  },
  commission: ({ commission }, voice) => {
    const { promotions, values } = voice.words;
    return said(
      'settlement',
      ...commission.map((each) =>
        promotions.commission(
          partyText(each, voice),
          `${decimalText(each.percent)}%`,
          each.of,
          each.subsidyBy === undefined ? undefined : values.name(each.subsidyBy),
        ),
      ),
    );
  },
  returns: ({ returns }, { words }) => said('settlement', words.promotions.returns[returns]),
  texts: ({ texts }, { words }) =>
    said(
      'texts',
      ...texts.map(({ kind, language, text }) =>
        words.promotions.text(
          kind,
          language === undefined ? undefined : words.values.quoted(language),
          words.values.quoted(text),
        ),
      ),
    ),
};

function nothing(): readonly Said[] {
  return [];
}

function said(part: Part, ...sentences: readonly string[]): Said {
  return { part, sentences };
}

function eachText({ each }: Promotion, voice: Voice): readonly Said[] {
  if (each === undefined) return [];
  const { promotions, expressions, values } = voice.words;
  switch (each.kind) {
    case 'line':
      return [said('goods', promotions.eachLine)];
    case 'attribute':
      return [
        said(
          'goods',
          promotions.eachAttribute(expressions.attribute('line', each.name), isOptional(each.name, voice)),
        ),
      ];
    case 'row':
      return [said('goods', promotions.eachRow(values.name(each.table))), rowsOf(each.table, voice)];
    case 'column': {
      const column = expressions.attribute('line', each.name);
      return [
        said('goods', promotions.eachColumn(column, values.name(each.table))),
        rowsOf(each.table, voice),
      ];
    }
  }
}

/** Shipping charges that carry the attribute belong to the standing of their value, others to every one. */
function chargesText(promotion: Promotion, { ruleset, words }: Voice): readonly Said[] {
  const { each, opens, scope } = promotion;
  const isForShipping = scope.shipping || offersOf(opens).some(({ kind }) => kind === 'ship');
  if (each === undefined || !isForShipping) return [];
  const isSplit = 'name' in each && ruleset.attributes.shipping.some(({ name }) => name === each.name);
  return [said('goods', words.promotions.eachCharges[isSplit ? 'own' : 'all'])];
}

/** A missing flag is false, which is a value too. */
function isOptional(name: string, { ruleset }: Voice): boolean {
  return ruleset.attributes.line.some((each) => each.name === name && each.optional && each.type !== 'flag');
}

/** What stands in a table is part of what a promotion says. */
function rowsOf(name: string, voice: Voice): Said {
  const table = voice.ruleset.tables.find((each: Table) => each.name === name);
  return said('table', ...(table === undefined ? [] : tableRows(table, voice)));
}

/** A party that is named outright, or by the line. */
function partyText({ party }: PartyShare, { words }: Voice): string {
  return party.kind === 'name'
    ? words.values.name(party.name)
    : words.promotions.partyOf(words.expressions.attribute('line', party.name));
}

function turnText(
  { id, layer, priority }: Promotion,
  { layers, promotions }: Ruleset,
  turn: Voice['words']['promotions']['turn'],
  name: Voice['words']['values']['name'],
): string {
  const mates = promotions.filter((each) => each.layer === layer);
  const place = mates.findIndex((each) => each.id === id);
  const before = mates[place - 1];
  return turn({
    layer:
      layer === ''
        ? undefined
        : {
            name: name(layer),
            place: layers.findIndex((each) => each.name === layer) + 1,
            of: layers.length,
          },
    priority,
    place: place + 1,
    of: mates.length,
    after: before === undefined ? undefined : name(before.id),
  });
}

/** All that is to be said of a promotion, part by part. */
export function promotionTexts(promotion: Promotion, voice: Voice): readonly Said[] {
  const clauses = Object.values(CLAUSES).flatMap((clause) => clause(promotion, voice));
  return [...clauses, ...layerTexts(promotion, voice), ...togetherTexts(promotion, voice)];
}

function layerTexts(promotion: Promotion, voice: Voice): readonly Said[] {
  const { ruleset, words } = voice;
  const layer = ruleset.layers.find(({ name }) => name === promotion.layer);
  const cap = ruleset.layersCap;
  return [
    ...(layer === undefined ? [] : [said('turn', ...layerSentences(layer, voice))]),
    ...(cap === undefined ? [] : [said('turn', words.promotions.layersCap(scalarText(cap, voice)))]),
  ];
}

/** How the promotions of a layer combine, and what binds them all. */
export function layerSentences(layer: Layer, voice: Voice): readonly string[] {
  const { promotions, expressions } = voice.words;
  const per = layer.per?.kind === 'attribute' ? expressions.attribute('line', layer.per.name) : '';
  return [
    promotions.combine(layer, per),
    ...(layer.eachUnitOnce ? [promotions.eachUnitOnce] : []),
    ...layer.caps.map((cap) => promotions.layerCap(scalarText(cap, voice))),
    ...layer.floors.map(({ amount, per: of }) => promotions.layerFloor(scalarText(amount, voice), of)),
  ];
}

/** What it may stand together with. */
function togetherTexts({ id }: Promotion, { words, ruleset }: Voice): readonly Said[] {
  const { promotions, values } = words;
  const othersIn = ({ members }: Constraint): readonly string[] =>
    members.filter((member) => member !== id).map(values.name);
  const own = ruleset.constraints.filter(({ members }) => members.includes(id));
  const excluded = own.filter(({ kind }) => kind === 'not-with').flatMap(othersIn);
  const alone = ruleset.constraints.filter(({ kind }) => kind === 'alone');
  const keptOut = alone
    .filter((each) => !each.members.includes(id))
    .flatMap(({ members }) => members.map(values.name));
  const sentences = [
    ...own.filter(({ kind }) => kind === 'allow').map((each) => promotions.allow(each.count, othersIn(each))),
    ...(excluded.length === 0 ? [] : [promotions.notWith(excluded)]),
    ...(own.some(({ kind }) => kind === 'alone') ? [promotions.alone] : []),
    ...(keptOut.length === 0 ? [] : [promotions.keptOutBy(keptOut)]),
  ];
  const stopped = stoppers(id, ruleset).map(values.name);
  const stop = stopped.length === 0 ? [] : [promotions.stoppedBy(stopped)];
  if (sentences.length === 0) return [said('together', promotions.stacks, ...stop)];
  return [said('together', ...sentences, promotions.chosen(ruleset.choose, ruleset.searchLimit), ...stop)];
}

/** Promotions that run before this one and may end what runs after them. */
function stoppers(id: string, { promotions }: Ruleset): readonly string[] {
  const at = promotions.findIndex((each) => each.id === id);
  const layer = promotions[at]?.layer;
  return promotions
    .slice(0, at)
    .filter(({ stop, layer: of }) => stop === 'all' || (stop !== undefined && of === layer))
    .map((each) => each.id);
}
