import { type CartInput } from '../../../src/index.js';
import { price } from '../price.js';
import { generate } from './index.js';
import { type GeneratedPromotion, type GeneratedRules, type Piece, piecesOf } from './model.js';
import { compiled } from './priced.js';

/**
 * The clauses of generated rule files that never made a difference: for each rule file, every clause not yet seen to change
 * a price is taken out, and the cart priced again. `silent` ones are passed over.
 */
export function clausesWithoutEffect(seeds: number, silent: ReadonlySet<string>): readonly string[] {
  const open = new Map<string, boolean>();
  for (let seed = 1; seed <= seeds; seed++) {
    const { rules, cart } = generate(seed);
    const whole = priceOf(rules, cart);
    if (whole === undefined) continue;
    for (const one of piecesOf(rules)) {
      const clauses = one.clause.split(' + ').filter((clause) => !silent.has(clause));
      const unproven = clauses.filter((clause) => open.get(clause) !== false);
      if (unproven.length === 0) continue;
      const changed = priceOf(without(rules, one), cart) !== whole;
      for (const clause of unproven) open.set(clause, !changed);
    }
  }
  return [...open].filter(([, isOpen]) => isOpen).map(([clause]) => clause);
}

/** All that a breakdown says but the digest and places of the rules; nothing where the rules do not compile. */
function priceOf(rules: GeneratedRules, cart: CartInput): string | undefined {
  const ruleset = compiled(rules);
  if (!ruleset) return undefined;
  const result = price(ruleset, cart);
  if (!result.ok) return 'refused';
  const { ruleset: _, promotions, ...rest } = result.breakdown;
  return JSON.stringify({ ...rest, promotions: promotions.map(({ line: __, ...applied }) => applied) });
}

/** The rules without a piece; a promotion that means nothing without it goes as a whole. */
function without(rules: GeneratedRules, gone: Piece): GeneratedRules {
  const keep = (pieces: readonly Piece[]): readonly Piece[] => pieces.filter((one) => one !== gone);
  const rest = {
    defaults: keep(rules.defaults),
    layers: rules.layers.map((layer) => ({ ...layer, words: keep(layer.words) })),
    layersCap: rules.layersCap === gone ? undefined : rules.layersCap,
    promotions: rules.promotions.map((promotion) => ({ ...promotion, pieces: keep(promotion.pieces) })),
    statements: keep(rules.statements),
  };
  if (compiled(rest)) return rest;
  const holds = ({ pieces }: GeneratedPromotion): boolean => pieces.includes(gone);
  return { ...rest, promotions: rules.promotions.filter((promotion) => !holds(promotion)) };
}
