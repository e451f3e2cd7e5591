import type { Clause, Expression, Limit, PromotionStatement, Setting } from '../syntax/ast.js';
import { codesOf } from './codes.js';
import type { Context } from './context.js';
import { conjunction } from './expressions/conjunction.js';
import { warnOfNever } from './expressions/never.js';
import { type Place, standingPlace } from './expressions/place.js';
import { fixedMoney, wholeAt } from './expressions/wanted.js';
import { floorOf } from './floors.js';
import type { CheckedLayer } from './layers.js';
import { type LimitedBy, limitsOf } from './limits.js';
import { commissionsOf, fundingOf } from './money-shares.js';
import { quoteAll } from './names.js';
import { Once } from './once.js';
import { warnOfSharedKeys } from './row-keys.js';
import type { Condition, Floor, Limits, Promotion, RedemptionLimit } from './ruleset.js';
import { eachOf, forEachOf, scopeOf, tableOf } from './scope.js';
import { isShippingOffer } from './offers.js';
import { allocationOf, checkSettings, roundingOf, type Settings, settingsOf } from './settings.js';
import { isThreshold, openingOf } from './thresholds.js';
import { windowOf } from './windows.js';

/** What a promotion takes over from the file: the layers it may name and the settings it does not say itself. */
export interface Surroundings {
  readonly layers: readonly CheckedLayer[];
  readonly defaults: Settings;
}

/** One promotion or coupon, clause by clause; every mistake in it is reported. */
export function promotionOf(
  statement: PromotionStatement,
  { defaults, layers }: Surroundings,
  context: Context,
): Promotion {
  const clauses = new Clauses(statement, context);
  const layer = layerOf(statement, clauses, layers, context);
  const forEach = forEachOf(statement);
  const table = tableOf(forEach, context);
  const place = standingPlace(layer.position, table);
  const own = settingsOf(statement.clauses.filter(isSetting), context.findings);
  checkSettings(own, place, context);
  const settings = { ...defaults, ...layer.settings, ...own };
  const onUnits = layer.eachUnitOnce || statement.clauses.some(({ kind }) => kind === 'units');
  const by = {
    place: { ...place, onUnits },
    ...limitedBy(statement),
    counting: settings.counting ?? leftOf(statement),
  };
  const opening = openingOf(statement, by, context);
  const each = eachOf(forEach, table, context);
  const scope = scopeOf(clauses.one('on'), place, context);
  warnOfSharedKeys(forEach, table, scope.lines, context);
  const when = whenOf(clauses, place, context);
  return {
    ...identity(statement, clauses, context),
    layer: layer.name,
    windows: clauses.all('active').map((clause) => windowOf(clause, context)),
    ...(when === undefined ? {} : { when }),
    codes: codesOf(statement, context),
    scope,
    ...(each === undefined ? {} : { each }),
    opens: opening.opens,
    limits: leadingLimits(statement, by, context),
    floors: [...ownFloors(clauses, place, context), ...opening.floors],
    rounding: roundingOf(settings),
    allocation: allocationOf(settings, place, context),
    ...redemptionOf(clauses, place, context),
    funding: fundingOf(clauses.one('funded'), place, context),
    commission: commissionsOf(statement, place, context),
    ...endingOf(clauses),
  };
}

/** Groups a promotion's clauses by kind; what may stand once and stands again is reported. */
class Clauses {
  readonly #statement: PromotionStatement;

  constructor(statement: PromotionStatement, { findings }: Context) {
    this.#statement = statement;
    const once = new Once(findings);
    for (const clause of statement.clauses) {
      const word = ONCE.get(clause.kind);
      if (word !== undefined) once.admits(word, clause.span);
    }
  }

  all<K extends Clause['kind']>(kind: K): readonly Extract<Clause, { kind: K }>[] {
    return this.#statement.clauses.filter(
      (clause): clause is Extract<Clause, { kind: K }> => clause.kind === kind,
    );
  }

  one<K extends Clause['kind']>(kind: K): Extract<Clause, { kind: K }> | undefined {
    return this.all(kind)[0];
  }
}

const ONCE: ReadonlyMap<Clause['kind'], string> = new Map([
  ['layer', 'layer'],
  ['priority', 'priority'],
  ['on', 'on lines'],
  ['for-each', 'for each'],
  ['budget', 'budget'],
  ['funded', 'funded by'],
  ['returns', 'returns'],
  ['alone', 'alone'],
  ['stop', 'stop'],
]);

const SETTINGS: ReadonlySet<Clause['kind']> = new Set([
  'counting',
  'rounding',
  'share',
  'shares',
  'to',
  'rest',
  'overflow',
]);

function isSetting(clause: Clause): clause is Setting {
  return SETTINGS.has(clause.kind);
}

function leftOf({ span }: PromotionStatement): Expression {
  return { kind: 'amount', what: 'left', span };
}

interface LayerOf {
  readonly name: string;
  readonly position: number;
  readonly settings: Settings;
  readonly eachUnitOnce: boolean;
}

/** The layer a promotion runs in: the one it names, or the only one of a file without `layers`. */
function layerOf(
  statement: PromotionStatement,
  clauses: Clauses,
  layers: readonly CheckedLayer[],
  context: Context,
): LayerOf {
  const names = context.layers.names;
  const clause = clauses.one('layer');
  if (clause === undefined && names.length > 0 && statement.damaged !== true) {
    context.findings.add('RK1060', statement.name.span, {
      name: statement.name.text,
      layers: quoteAll(names),
    });
  }
  const position =
    clause && context.layers.find(clause.name, `declare it: \`layers ${clause.name.text}, …\``);
  const layer = layers[position ?? 0];
  // Where the layer is not known, every layer counts as earlier, so that one mistake is not reported twice.
  const unknown = names.length > 0 && position === undefined;
  return {
    name: layer?.layer.name ?? '',
    position: unknown ? Infinity : (position ?? 0),
    settings: layer?.settings ?? {},
    eachUnitOnce: layer?.layer.eachUnitOnce ?? false,
  };
}

type Identity = Pick<Promotion, 'id' | 'kind' | 'title' | 'priority' | 'tags' | 'texts' | 'source'>;

function identity(statement: PromotionStatement, clauses: Clauses, context: Context): Identity {
  const { kind, name, span, title } = statement;
  const priority = clauses.one('priority')?.value;
  return {
    id: name.text,
    kind,
    ...(title === undefined ? {} : { title: title.value }),
    priority: (priority && wholeAt(priority, 0, '`priority`', context)) ?? 0,
    tags: [...new Set(clauses.all('tag').map((clause) => clause.name.text))],
    texts: textsOf(statement),
    source: { file: span.file, line: context.findings.lineOf(span) },
  };
}

function textsOf({ clauses }: PromotionStatement): Promotion['texts'] {
  return clauses.flatMap((clause) => {
    if (clause.kind !== 'note' && clause.kind !== 'message' && clause.kind !== 'title') return [];
    const language = clause.language === undefined ? {} : { language: clause.language.text };
    return [{ kind: clause.kind, ...language, text: clause.text.value }];
  });
}

/** Several `when` clauses must all hold. */
function whenOf(clauses: Clauses, place: Place, context: Context): Condition | undefined {
  const conditions = clauses.all('when').map((clause) => {
    const condition = context.expressions.condition(clause.condition, place);
    warnOfNever(condition, clause.span, context.findings);
    return condition;
  });
  return conditions.reduce<Condition | undefined>(conjunction, undefined);
}

/** What a limit before the first offer can bind: all the promotion's offers together. */
function limitedBy(statement: PromotionStatement): Omit<LimitedBy, 'place'> {
  const thresholds = statement.clauses.filter(isThreshold);
  const offers = thresholds.flatMap((clause) => clause.offers);
  const repeats = thresholds.some(
    (clause) => clause.kind === 'every-amount' || clause.kind === 'every-units',
  );
  return {
    forEach: forEachOf(statement) !== undefined,
    repeats: repeats || offers.length === 0 || offers.some((offer) => offer.kind === 'bundle'),
    shipping: offers.length > 0 && offers.every(isShippingOffer),
  };
}

/** Limits before the first offer hold for all; after it they stand directly behind theirs or are lost. */
function leadingLimits({ clauses }: PromotionStatement, by: LimitedBy, context: Context): Limits {
  const first = clauses.findIndex(isThreshold);
  const leading: Limit[] = [];
  for (const [index, clause] of clauses.entries()) {
    if (clause.kind !== 'capped' && clause.kind !== 'times' && clause.kind !== 'units') continue;
    if (first >= 0 && index > first) context.findings.add('RK1065', clause.span, {});
    else leading.push(clause);
  }
  return limitsOf(leading, by, context);
}

/** A floor binds the whole promotion wherever it stands. */
function ownFloors(clauses: Clauses, place: Place, context: Context): readonly Floor[] {
  return clauses.all('leave').map((clause) => floorOf(clause, place, context));
}

function redemptionOf(
  clauses: Clauses,
  place: Place,
  context: Context,
): Pick<Promotion, 'redemption' | 'budget'> {
  const redemption = redemptionLimits(clauses, context);
  const budget = clauses.one('budget');
  if (budget === undefined) return { redemption };
  const amount = fixedMoney(budget.amount, place, '`budget`', context);
  return { redemption, budget: { amount, partly: budget.partly } };
}

const PER_WORDS = {
  customer: 'per customer',
  'customer-day': 'per customer per day',
  total: 'in total',
} as const;

function redemptionLimits(clauses: Clauses, context: Context): readonly RedemptionLimit[] {
  const once = new Once(context.findings);
  return clauses.all('limit').flatMap((clause) =>
    clause.limits.flatMap(({ count, per, span }) => {
      const found = wholeAt(count, 1, '`limit`', context);
      return once.admits(`limit … ${PER_WORDS[per]}`, span) && found !== undefined
        ? [{ per, count: found }]
        : [];
    }),
  );
}

function endingOf(clauses: Clauses): Pick<Promotion, 'stop' | 'returns'> {
  const stop = clauses.one('stop');
  const returns = clauses.one('returns')?.policy ?? 'keep';
  return stop === undefined ? { returns } : { stop: stop.what, returns };
}
