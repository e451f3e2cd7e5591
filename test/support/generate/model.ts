/** A piece of rule text, and the clauses of the language it is an instance of, joined by ` + `. */
export interface Piece {
  readonly clause: string;
  readonly text: string;
}

export interface GeneratedPromotion {
  readonly id: string;
  readonly kind: 'promotion' | 'coupon';
  readonly layer: string | undefined;
  readonly pieces: readonly Piece[];
}

/** A rule file as its pieces, so that a failing one can be cut down piece by piece. */
export interface GeneratedRules {
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

/** Every piece of a rule file. */
export function piecesOf(rules: GeneratedRules): readonly Piece[] {
  return [
    ...rules.defaults,
    ...rules.layers.flatMap((layer) => layer.words),
    ...(rules.layersCap ? [rules.layersCap] : []),
    ...rules.promotions.flatMap((promotion) => promotion.pieces),
    ...rules.statements,
  ];
}
