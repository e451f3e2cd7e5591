/** Numbers that a breakdown alone cannot vouch for: which, and why. Anything else that is changed must be found. */
export const unseen: readonly { readonly member: RegExp; readonly why: string }[] = [
  {
    member: /^promotions\[\]\.line$/,
    why: 'where a promotion stands in its file: the rules tell',
  },
  {
    member: /^promotions\[\]\.threshold\.(measured|reached|tier)$/,
    why: 'what is counted, over which lines, and the tiers stand in the rules; only that the threshold was met is seen',
  },
  {
    member: /^promotions\[\]\.(threshold|steps\[\])\.times$/,
    why: '`up to N times` stands in the rules; only that it is not too often is seen',
  },
  {
    member: /^promotions\[\]\.steps\[\]\.exact$/,
    why: 'an amount calculated from attributes of the cart is seen to within a minor unit',
  },
  {
    member: /^promotions\[\]\.steps\[\]\.groups\[\]\.qualifiers\[\]\.left$/,
    why: 'units of one line may differ by a minor unit, and those that only open a group are in no sum',
  },
  {
    member: /^refused\[\]\.(by|used|needed)$/,
    why: 'what did not happen leaves no other trace',
  },
  {
    member: /^(refused|violations)\[\]\.failed\[\]\.seen\./,
    why: 'attributes of the cart and amounts of the moment a condition was tested',
  },
  {
    member: /^(gifts|addOns)\[\]\.(count|value|price)$/,
    why: 'how many are given, and prices of what is not in the cart, stand in the rules',
  },
  { member: /^commission\./, why: 'its rates and lines stand in the rules' },
  {
    member: /^hints\[\]\.(units|saving|cost)$/,
    why: 'what further units would cost is not in the breakdown; for `spend` it is seen',
  },
];
