/**
 * The tree that `parse` builds: what was written, nothing resolved.
 *
 * Every node has a span. A part that recovery had to invent is a `missing` expression or a name with an empty text;
 * its mistake has been reported, so later floors pass over it in silence.
 */
export type * from './ast/nodes.js';
export type * from './ast/expressions.js';
export type * from './ast/limits.js';
export type * from './ast/settings.js';
export type * from './ast/offers.js';
export type * from './ast/clauses.js';
export type * from './ast/scenarios.js';
export type * from './ast/statements.js';
