import { breakdowns } from './breakdowns.js';
import { bytes } from './bytes.js';
import { carts } from './carts-door.js';
import type { Door } from './door.js';
import { mappings } from './mappings.js';
import { plans } from './plans.js';
import { refunds } from './refunds.js';
import { rules } from './rules.js';
import { tables } from './tables.js';

/** Every way in which others' data comes into the house. */
export const DOORS: readonly Door[] = [rules, tables, plans, carts, breakdowns, refunds, mappings, bytes];
