import type { PromotionStatement, Statement } from '../syntax/ast.js';
import { RULE_LIMITS } from '../limits.js';
import { warnOfOverlaps } from './codes.js';
import { constraintsOf } from './constraints.js';
import type { Context } from './context.js';
import { declarationsOf, statementsOf } from './declarations.js';
import { type Defaults, defaultsOf } from './defaults.js';
import { ExpressionChecker } from './expressions/checker.js';
import type { Host } from './files.js';
import type { Findings } from './findings.js';
import { guaranteeOf } from './guarantees.js';
import { layersCapOf, layersOf } from './layers.js';
import { Once } from './once.js';
import type { Places } from './origin.js';
import type { Program } from './program.js';
import { promotionOf, type Surroundings } from './promotion.js';
import type { Carrier, Promotion, Ruleset } from './ruleset.js';
import { checkScenarios } from './scenarios.js';

/**
 * Checks a rule file and all it imports. The ruleset is whole only where nothing but warnings was found: a part that could
 * not be lowered is replaced by something harmless, so that one run finds every mistake.
 */
export function check(program: Program, host: Host, findings: Findings): Checked {
  const checker = new ExpressionChecker(declarationsOf(program, host, findings));
  const { rules, ruleset } = rulesetOf(program.statements, checker.context);
  checkScenarios(statementsOf(program.statements, 'scenario'), ruleset, checker.context);
  checker.checkUnused();
  return { ruleset, rules, places: checker.context.places };
}

/** A ruleset, and where its parts are written. */
export interface Checked {
  readonly ruleset: Ruleset;
  /** Its promotions with the statements they came from. */
  readonly rules: readonly Rule[];
  readonly places: Places;
}

function rulesetOf(statements: readonly Statement[], context: Context): Omit<Checked, 'places'> {
  const defaults = defaultsOf(statementsOf(statements, 'default'), context);
  const layersStatement = onlyLayers(statements, context);
  const layers = layersOf(layersStatement, context);
  const layersCap = layersCapOf(layersStatement, context);
  const checked = promotionsIn(statements, context).map((statement) => ({
    statement,
    promotion: placedPromotion(statement, { layers, defaults: defaults.settings }, context),
  }));
  warnOfOverlaps(
    checked.filter(({ promotion }) => promotion.kind === 'coupon'),
    context,
  );
  const rules = inOrder(checked, context);
  const allows = statementsOf(statements, 'allow');
  const ruleset = {
    ...headOf(context, defaults),
    layers: layers.map(({ layer }) => layer),
    ...(layersCap === undefined ? {} : { layersCap }),
    promotions: rules.map(({ promotion }) => promotion),
    constraints: constraintsOf(
      allows,
      rules.map(({ statement }) => statement),
      context,
    ),
    guarantees: statementsOf(statements, 'guarantee').map((statement) => guaranteeOf(statement, context)),
    tables: context.tables.values.map(({ columns, name, rows }) => ({ name, columns: columns.values, rows })),
  };
  return { ruleset, rules };
}

function promotionsIn(
  statements: readonly Statement[],
  { findings }: Context,
): readonly PromotionStatement[] {
  const all = statementsOf(statements, 'promotion', 'coupon');
  const { promotions: most } = RULE_LIMITS;
  const extra = all[most];
  if (extra === undefined) return all;
  findings.add('RK1084', extra.name.span, { most: most.toLocaleString('en') });
  return all.slice(0, most);
}

function placedPromotion(
  statement: PromotionStatement,
  surroundings: Surroundings,
  context: Context,
): Promotion {
  const promotion = promotionOf(statement, surroundings, context);
  context.places.set(promotion, statement.name.span);
  const stop = statement.clauses.find(({ kind }) => kind === 'stop');
  if (stop !== undefined) context.places.setStop(promotion, stop.span);
  return promotion;
}

type Head = Pick<Ruleset, 'currency' | 'timezone' | 'prices' | 'attributes' | 'choose' | 'searchLimit'>;

function headOf({ attributes, currency, timezone }: Context, defaults: Defaults): Head {
  const declared = (carrier: Carrier): Ruleset['attributes'][Carrier] => attributes[carrier].values;
  return {
    currency: { code: currency.code, digits: currency.digits },
    timezone,
    ...(defaults.prices === undefined ? {} : { prices: defaults.prices }),
    attributes: {
      line: declared('line'),
      customer: declared('customer'),
      order: declared('order'),
      shipping: declared('shipping'),
    },
    choose: defaults.choose,
    searchLimit: defaults.searchLimit,
  };
}

function onlyLayers(
  statements: readonly Statement[],
  { findings }: Context,
): Extract<Statement, { kind: 'layers' }> | undefined {
  const once = new Once(findings);
  const layers = statementsOf(statements, 'layers').filter(({ span }) => once.admits('layers', span));
  return layers.at(0);
}

/** A promotion with the statement it came from. */
export interface Rule {
  readonly statement: PromotionStatement;
  readonly promotion: Promotion;
}

/** Section 4.2: by layer, then priority (higher first), then as declared. */
function inOrder(checked: readonly Rule[], { layers }: Context): readonly Rule[] {
  const position = ({ promotion }: Rule): number => layers.get(promotion.layer) ?? 0;
  return checked.toSorted((a, b) => position(a) - position(b) || b.promotion.priority - a.promotion.priority);
}
