import { zhLimits, zhOffers } from './zh-offers.js';
import { zhFiles, zhPromotions } from './zh-rules.js';
import { zhExpressions, zhValues, zhWindows } from './zh-values.js';
import type { Words } from './words.js';

export const zh: Words = {
  values: zhValues,
  expressions: zhExpressions,
  windows: zhWindows,
  offers: zhOffers,
  limits: zhLimits,
  promotions: zhPromotions,
  files: zhFiles,
};
