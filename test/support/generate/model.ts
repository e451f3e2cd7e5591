import type { World } from './world.js';

/** A piece of rule text, and the clauses of the language it is an instance of, joined by ` + `. */
export interface Piece {
  readonly clause: string;
  readonly text: string;
  /** What it is made of, where some of it could be left out. */
  readonly parts?: readonly Piece[];
}

export interface GeneratedPromotion {
  readonly id: string;
  readonly kind: 'promotion' | 'coupon';
  readonly layer: string | undefined;
  readonly pieces: readonly Piece[];
}

/** A rule file as its pieces, so that a failing one can be cut down piece by piece. */
export interface GeneratedRules {
  readonly world: World;
  readonly defaults: readonly Piece[];
  /** None: a file without layers. */
  readonly layers: readonly { readonly name: string; readonly words: readonly Piece[] }[];
  readonly layersCap: Piece | undefined;
  readonly promotions: readonly GeneratedPromotion[];
  /** `allow` statements and guarantees. */
  readonly statements: readonly Piece[];
}

/** The files that a rule file names. */
export type GeneratedFiles = Readonly<Record<string, string>>;

export function piece(clause: string, text: string): Piece {
  return { clause, text };
}

/** A piece made of others, whose texts follow each other. */
export function joined(pieces: readonly Piece[]): Piece {
  const parts = pieces.flatMap((one) => one.parts ?? [one]);
  const clauses = new Set(parts.flatMap(clausesOf));
  return { ...piece([...clauses].join(' + '), parts.map(({ text }) => text).join(' ')), parts };
}

/** The clauses that a piece is an instance of. */
export function clausesOf({ clause }: Piece): readonly string[] {
  return clause.split(' + ');
}

/** Every piece of a rule file. */
function piecesOf(rules: GeneratedRules): readonly Piece[] {
  return [
    ...rules.defaults,
    ...rules.layers.flatMap((layer) => layer.words),
    ...(rules.layersCap ? [rules.layersCap] : []),
    ...rules.promotions.flatMap((promotion) => promotion.pieces),
    ...rules.statements,
  ];
}

/** Every piece of a rule file, and every part of one. */
export function partsOf(rules: GeneratedRules): readonly Piece[] {
  return piecesOf(rules).flatMap((one) => (one.parts ? [one, ...one.parts] : [one]));
}

/** The rules without a piece or a part of one. */
export function without(rules: GeneratedRules, gone: Piece): GeneratedRules {
  const keep = (pieces: readonly Piece[]): readonly Piece[] => pieces.flatMap((one) => cut(one, gone));
  return {
    ...rules,
    defaults: keep(rules.defaults),
    layers: rules.layers.map((layer) => ({ ...layer, words: keep(layer.words) })),
    layersCap: rules.layersCap === gone ? undefined : rules.layersCap,
    promotions: rules.promotions.map((promotion) => ({ ...promotion, pieces: keep(promotion.pieces) })),
    statements: keep(rules.statements),
  };
}

function cut(whole: Piece, gone: Piece): readonly Piece[] {
  if (whole === gone) return [];
  const { parts } = whole;
  return parts?.includes(gone) ? [joined(parts.filter((part) => part !== gone))] : [whole];
}
