/** The numbers of the D11 rules; amounts are whole minor units. */
export interface D11Numbers {
  readonly brand: { readonly percent: number; readonly cap: number };
  /** Lowest first. */
  readonly tiers: readonly { readonly at: number; readonly off: number }[];
  readonly platform: { readonly every: number; readonly off: number; readonly cap: number };
  readonly cat88: { readonly at: number; readonly off: number };
  readonly member: { readonly percent: number; readonly cap: number };
  readonly freeFrom: number;
}

export const D11: D11Numbers = {
  brand: { percent: 15, cap: 20_000 },
  tiers: [
    { at: 19_900, off: 2000 },
    { at: 39_900, off: 5000 },
    { at: 69_900, off: 11_000 },
  ],
  platform: { every: 30_000, off: 5000, cap: 50_000 },
  cat88: { at: 80_000, off: 8800 },
  member: { percent: 5, cap: 10_000 },
  freeFrom: 9900,
};

export const BRANDS: readonly string[] = ['B03', 'B11', 'B19', 'B27', 'B42'];
export const CATEGORIES: readonly string[] = ['C03', 'C07'];
export const POSTAGE = 1000;

/** The same rules with other numbers: those of plan 0 are D11's own. */
export function variant(plan: number): D11Numbers {
  const { brand, tiers, platform, cat88, member, freeFrom } = D11;
  return {
    brand: { percent: 5 + ((plan + 10) % 20), cap: brand.cap + plan * 10 },
    tiers: tiers.map(({ at, off }) => ({ at: at + plan * 3, off: off + plan })),
    platform: { ...platform, every: platform.every + plan * 7, off: platform.off + plan },
    cat88: { at: cat88.at - plan * 11, off: cat88.off + plan * 3 },
    member: { percent: 1 + ((plan + 4) % 9), cap: member.cap + plan },
    freeFrom: freeFrom + plan,
  };
}
