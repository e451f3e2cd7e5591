import type { Lang } from '../../src/breakdown/lang.js';
import type { Promotion, Ruleset } from '../../src/check/ruleset.js';
import { voiceOf } from '../../src/explain/explain.js';
import { fileTexts } from '../../src/explain/file.js';
import { promotionTexts } from '../../src/explain/promotion.js';

/** All sentences about a ruleset, without the places in the file. */
export function sentencesOf(ruleset: Ruleset, lang: Lang): readonly string[] {
  const voice = voiceOf(ruleset, lang);
  return [
    ...fileTexts(voice).flat(),
    ...ruleset.promotions.flatMap((promotion) => [
      `${promotion.kind} ${promotion.id} ${promotion.title ?? ''}`,
      ...promotionSentences(promotion, ruleset, lang),
    ]),
  ];
}

/** All sentences about a promotion. */
export function promotionSentences(promotion: Promotion, ruleset: Ruleset, lang: Lang): readonly string[] {
  return promotionTexts(promotion, voiceOf(ruleset, lang)).flatMap(({ part, sentences }) => [
    part,
    ...sentences,
  ]);
}

/** What a checked ruleset means, as JSON: without places, and without what it keeps of the source for audits. */
export function meaningOf(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    const { source: _source, text, ...rest } = inner as Record<string, unknown>;
    // Who takes the first compares no sets, whatever their limit.
    if (rest['choose'] === 'first') delete rest['searchLimit'];
    // Groups are counted apart from what is picked only where something is picked of them.
    if (rest['kind'] === 'every-units' && !picksOfGroups(inner)) delete rest['ofAll'];
    const isSaid = rest['kind'] === 'note' || rest['kind'] === 'message' || rest['kind'] === 'title';
    return isSaid ? { ...rest, text } : rest;
  });
}

function picksOfGroups(every: object): boolean {
  const { offers } = every as { readonly offers: readonly { readonly pick?: { readonly of?: unknown } }[] };
  return offers.some(({ pick }) => pick !== undefined && pick.of === undefined);
}
