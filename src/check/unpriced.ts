import type {
  ActivePart,
  Clause,
  DefaultStatement,
  LayerWord,
  Limit,
  Offer,
  PromotionStatement,
  Statement,
  ThresholdClause,
} from '../syntax/ast.js';
import type { Findings } from './findings.js';
import { isThreshold } from './thresholds.js';

/** A form that is understood but that the evaluator has no rule for; `is` tells it from the others of its kind. */
interface Feature<T> {
  readonly feature: string;
  readonly is: (node: T) => boolean;
}

const SETTINGS: readonly Feature<DefaultStatement['setting']>[] = [
  { feature: '`default prices`', is: ({ kind }) => kind === 'prices' },
];

const LAYER_WORDS: readonly Feature<LayerWord>[] = [
  { feature: '`each unit once`', is: ({ kind }) => kind === 'each-unit-once' },
];

const CLAUSES: readonly Feature<Clause>[] = [
  { feature: '`alone`', is: ({ kind }) => kind === 'alone' },
  { feature: '`stop`', is: ({ kind }) => kind === 'stop' },
  { feature: '`commission`', is: ({ kind }) => kind === 'commission' },
  { feature: '`budget … partly`', is: (clause) => clause.kind === 'budget' && clause.partly },
  { feature: '`on shipping and lines`', is: (clause) => clause.kind === 'on' && clause.shipping },
  {
    feature: '`for each … of` a table',
    is: (clause) => clause.kind === 'for-each' && clause.table !== undefined,
  },
  {
    feature: 'a text for one language',
    is: (clause) =>
      (clause.kind === 'note' || clause.kind === 'message' || clause.kind === 'title') &&
      clause.language !== undefined,
  },
];

const ACTIVE_PARTS: readonly Feature<ActivePart>[] = [
  { feature: '`on …days`', is: ({ kind }) => kind === 'weekdays' },
  { feature: '`on day … of each month`', is: ({ kind }) => kind === 'month-days' },
  { feature: '`between … and …`', is: ({ kind }) => kind === 'between' },
];

const THRESHOLDS: readonly Feature<ThresholdClause>[] = [
  { feature: '`every … units`', is: ({ kind }) => kind === 'every-units' },
];

const OFFERS: readonly Feature<Offer>[] = [
  { feature: '`bundle`', is: ({ kind }) => kind === 'bundle' },
  { feature: '`give`', is: ({ kind }) => kind === 'give' },
  { feature: '`offer … for …`', is: ({ kind }) => kind === 'add-on' },
  { feature: '`the cheapest` or `the dearest`', is: (offer) => 'pick' in offer && offer.pick !== undefined },
  { feature: '`unit` or `units` before an offer', is: ({ units }) => units !== undefined },
];

const LIMITS: readonly Feature<Limit>[] = [
  { feature: '`for at most … units`', is: ({ kind }) => kind === 'units' },
];

const STATEMENTS: readonly Feature<Statement>[] = [
  { feature: '`table`', is: ({ kind }) => kind === 'table' },
];

/** Refuses what cannot be priced yet: a rule is never ignored in silence. */
export function refuseUnpriced(statements: readonly Statement[], findings: Findings): void {
  refuse(statements, STATEMENTS, findings);
  for (const statement of statements) {
    if (statement.kind === 'default') refuse([statement.setting], SETTINGS, findings);
    if (statement.kind === 'layers')
      refuse(
        statement.layers.flatMap(({ words }) => words),
        LAYER_WORDS,
        findings,
      );
    if (statement.kind === 'promotion' || statement.kind === 'coupon') refuseIn(statement, findings);
  }
}

function refuseIn({ clauses }: PromotionStatement, findings: Findings): void {
  const thresholds = clauses.filter(isThreshold);
  const offers = thresholds.flatMap((threshold) => threshold.offers);
  const limits = clauses.filter((clause) => clause.kind === 'units');
  refuse(clauses, CLAUSES, findings);
  refuse(
    clauses.flatMap((clause) => (clause.kind === 'active' ? clause.parts : [])),
    ACTIVE_PARTS,
    findings,
  );
  refuse(thresholds, THRESHOLDS, findings);
  refuse(offers, OFFERS, findings);
  refuse([...limits, ...offers.flatMap((offer) => offer.limits)], LIMITS, findings);
}

function refuse<T extends Pick<Statement, 'span'>>(
  nodes: readonly T[],
  features: readonly Feature<T>[],
  findings: Findings,
): void {
  for (const node of nodes) {
    for (const { feature, is } of features) if (is(node)) findings.add('RK1900', node.span, { feature });
  }
}
