import { Decimal } from 'decimal.js';
import type { Layer, Offer, Promotion, Ruleset, Scalar } from '../ruleset.js';
import { type Case, numberOf } from './amounts.js';
import type { Lint, Subject } from './lint.js';
import { takesOffGoods } from './reach.js';
import type { Rule } from './rule.js';

/** How many pairs are compared at most: far more than rules that people write come to. */
const MOST_PAIRS = 200_000;

/** RK2103: a promotion that never gets its turn, because an earlier one always stops or always takes as much. */
export const shadowed: Lint = (subject) => {
  const plain = subject.rules.filter((rule) => !subject.twins.has(rule));
  for (const layer of subject.ruleset.layers) {
    const own = plain.filter(({ promotion }) => promotion.layer === layer.name);
    if (layer.combine === 'best' || layer.combine === 'best-per') tellBeaten(own, layer, subject);
  }
  tellStopped(plain, subject);
};

function tell(rule: Rule, by: Rule, why: string, { findings }: Subject): void {
  const [name, other] = [rule.statement.name, by.statement.name];
  const where = findings.whereIs(other.span, name.span);
  findings.add('RK2103', name.span, { name: name.text, why, where });
}

// Stopped ---------------------------------------------------------------------------------------------------------

/** Below a promotion that takes from every cart and then says `stop` nothing of its layer runs, or nothing at all. */
function tellStopped(rules: readonly Rule[], subject: Subject): void {
  const layers = new Map(subject.ruleset.layers.map((layer) => [layer.name, layer]));
  const constrained = constrainedIn(subject.ruleset);
  let stopper: Rule | undefined;
  for (const rule of rules) {
    if (stopper !== undefined && isStopped(rule, stopper)) {
      tell(rule, stopper, `\`${stopper.promotion.id}\` takes from every cart and then stops`, subject);
    } else if (stopper?.promotion.stop !== 'all') {
      const layer = layers.get(rule.promotion.layer);
      stopper = layer !== undefined && stopsAll(rule, layer, constrained) ? rule : sameLayer(stopper, rule);
    }
  }
}

function sameLayer(stopper: Rule | undefined, { promotion }: Rule): Rule | undefined {
  return stopper?.promotion.layer === promotion.layer ? stopper : undefined;
}

function isStopped(rule: Rule, { promotion: stopper }: Rule): boolean {
  const { promotion } = rule;
  if (stopper.stop === 'lines' && !takesOffGoods(rule)) return false;
  if (stopper.stop !== 'all' && promotion.layer !== stopper.layer) return false;
  return covers(stopper, promotion);
}

function stopsAll(
  { promotion }: Rule,
  { combine, caps, floors }: Layer,
  constrained: ReadonlySet<string>,
): boolean {
  const bound = caps.length + floors.length > 0;
  if (promotion.stop === undefined || combine === 'best' || combine === 'best-per' || bound) return false;
  const isForAll = promotion.scope.lines === undefined && promotion.when === undefined;
  const takes = promotion.opens.kind === 'always' && promotion.opens.offers.some(isPlain);
  return isForAll && takes && isUnbounded(promotion) && !constrained.has(promotion.id);
}

// Beaten ----------------------------------------------------------------------------------------------------------

/** A promotion of a `best` layer with what decides whether it can ever win. */
interface Runner {
  readonly rule: Rule;
  /** What it takes: of one kind, by thresholds. */
  readonly kind: string;
  readonly rungs: readonly Rung[];
  /** The parts that must be alike, as text. */
  readonly scope: string;
  readonly when: string;
  readonly rest: string;
}

interface Rung {
  readonly threshold: Decimal;
  readonly counting: string;
  readonly much: Decimal;
}

/** In a `best` layer, a promotion that never takes more than an earlier one for the same lines, or for all. */
function tellBeaten(rules: readonly Rule[], layer: Layer, subject: Subject): void {
  const constrained = constrainedIn(subject.ruleset);
  const stronger = new Map<string, Runner[]>();
  let pairs = 0;
  for (const runner of rules.flatMap((rule) => runnerOf(rule, layer) ?? [])) {
    const rivals = [...new Set(['', runner.scope])].flatMap((scope) => stronger.get(scope) ?? []);
    pairs += rivals.length;
    if (pairs > MOST_PAIRS) return;
    const by = rivals.find((rival) => beats(rival, runner));
    const { promotion } = runner.rule;
    if (by !== undefined)
      tell(runner.rule, by.rule, `\`${by.rule.promotion.id}\` always takes as much or more`, subject);
    else if (isUnbounded(promotion) && !constrained.has(promotion.id))
      stronger.set(runner.scope, [...(stronger.get(runner.scope) ?? []), runner]);
  }
}

function beats(winner: Runner, loser: Runner): boolean {
  if (winner.kind !== loser.kind || winner.rest !== loser.rest) return false;
  if (winner.when !== '' && winner.when !== loser.when) return false;
  return (
    covers(winner.rule.promotion, loser.rule.promotion) &&
    loser.rungs.every((rung) => winner.rungs.some(above(rung)))
  );
}

function above({ counting, much, threshold }: Rung): (other: Rung) => boolean {
  return (other) =>
    other.much.gte(much) &&
    (other.threshold.isZero() || (other.counting === counting && other.threshold.lte(threshold)));
}

function runnerOf(rule: Rule, layer: Layer): Runner | undefined {
  const { each, rounding, scope, when } = rule.promotion;
  const steps = stepsOf(rule.promotion);
  const [kind] = steps?.map(({ offer }) => kindOf(offer)) ?? [];
  if (steps === undefined || kind === undefined || scope.shipping) return undefined;
  // Lines are won one by one, and only what is worked out line by line is known for each.
  if (layer.combine === 'best-per' && kind !== 'percent line') return undefined;
  const rungs = steps.flatMap((step) => rungOf(step) ?? []);
  if (rungs.length < steps.length || steps.some(({ offer }) => kindOf(offer) !== kind)) return undefined;
  const text = (part: unknown): string => (part === undefined ? '' : JSON.stringify(part));
  return { rule, kind, rungs, scope: text(scope.lines), when: text(when), rest: text([each, rounding]) };
}

interface Step {
  readonly amount?: Scalar;
  readonly counting?: Scalar;
  readonly offer: Offer;
}

/** Each threshold with its only offer; no threshold is one of nothing. */
function stepsOf({ opens }: Promotion): readonly Step[] | undefined {
  if (opens.kind !== 'always' && opens.kind !== 'spend') return undefined;
  const tiers: readonly (Omit<Step, 'offer'> & { readonly offers: readonly Offer[] })[] =
    opens.kind === 'always' ? [opens] : opens.tiers;
  const steps = tiers.flatMap(({ amount, counting, offers: [offer, ...others] }) =>
    offer === undefined || others.length > 0
      ? []
      : [{ ...(amount && { amount }), ...(counting && { counting }), offer }],
  );
  return steps.length === tiers.length ? steps : undefined;
}

const NOWHERE: Case = { where: '' };

function rungOf({ amount, counting, offer }: Step): Rung | undefined {
  if (offer.kind !== 'take') return undefined;
  const threshold = amount === undefined ? new Decimal(0) : numberOf(amount, NOWHERE);
  const much = numberOf(
    offer.amount.kind === 'percent' ? offer.amount.percent : offer.amount.amount,
    NOWHERE,
  );
  if (threshold === undefined || much === undefined) return undefined;
  return { threshold, much, counting: JSON.stringify(counting) ?? '' };
}

function kindOf(offer: Offer): string | undefined {
  if (!isPlain(offer) || offer.kind !== 'take') return undefined;
  return `${offer.amount.kind} ${offer.off}`;
}

// What both ask of an earlier promotion ---------------------------------------------------------------------------

/** A percentage or a sum off all lines or each line, without a limit. */
function isPlain(offer: Offer): boolean {
  if (offer.kind !== 'take' || offer.off === 'unit') return false;
  const { caps, times, units } = offer.limits;
  const limited = caps.length > 0 || times !== undefined || units !== undefined;
  const isWhole = offer.pick === undefined && offer.units === undefined;
  return isWhole && !limited && (offer.amount.kind === 'money' || offer.amount.base === undefined);
}

/** No code, no limit of redemptions, no cap and no floor ever keeps it from taking all it says. */
function isUnbounded({ budget, codes, floors, limits, redemption }: Promotion): boolean {
  const { caps, times, units } = limits;
  const limited = caps.length > 0 || times !== undefined || units !== undefined;
  return (
    codes.length === 0 && budget === undefined && redemption.length === 0 && floors.length === 0 && !limited
  );
}

/** Whether one promotion is active whenever the other is. */
function covers(one: Promotion, other: Promotion): boolean {
  if (one.windows.length === 0) return true;
  return (
    other.windows.length > 0 &&
    other.windows.every((inner) =>
      one.windows.some(
        (outer) =>
          outer.recurring === undefined &&
          (outer.from ?? -Infinity) <= (inner.from ?? -Infinity) &&
          (outer.until ?? Infinity) >= (inner.until ?? Infinity),
      ),
    )
  );
}

/** What a constraint may keep out leaves its place to others. */
function constrainedIn({ constraints }: Ruleset): ReadonlySet<string> {
  return new Set(constraints.flatMap(({ members }) => members));
}
