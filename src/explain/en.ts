import { enLimits, enOffers } from './en-offers.js';
import { enFiles, enPromotions } from './en-rules.js';
import { enExpressions, enValues, enWindows } from './en-values.js';
import type { Words } from './words.js';

export const en: Words = {
  values: enValues,
  expressions: enExpressions,
  windows: enWindows,
  offers: enOffers,
  limits: enLimits,
  promotions: enPromotions,
  files: enFiles,
};
