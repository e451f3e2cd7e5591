/** Numbers that a breakdown alone cannot vouch for: which, and why. Anything else that is changed must be found. */
export const unseen: readonly { readonly member: RegExp; readonly why: string }[] = [
  {
    member: /^(promotions\[\]|(promotions|refused|hints)\[\]\.row)\.line$/,
    why: 'where a promotion or a row stands in its file: the rules tell',
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
    member: /^promotions\[\]\.steps\[\]\.base$/,
    why: 'seen only where it is told on which lines and charges an offer was formed, and what earlier offers took there',
  },
  {
    member: /^promotions\[\]\.steps\[\]\.(percent|parts\[\]\.of)$/,
    why: 'roundings on every unit may hide a small difference; off a sum or a line it is seen',
  },
  {
    member: /^promotions\[\]\.steps\[\]\.(parts\[\]\.)?exact$/,
    why: 'of a calculated amount, and of a share in a group, only that the amount is near is seen',
  },
  {
    member: /^promotions\[\]\.steps\[\]\.groups\[\]\.((qualifiers|units)\[\]\.(count|left)|times)$/,
    why: 'units that save nothing are in no sum; only that there are not too many is seen',
  },
  {
    member: /^promotions\[\]\.(steps\[\]\.)?cuts\[\]\.limit$/,
    why: 'of a floor, a budget, or a cap that others used up, only that it was kept is seen',
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
