import type { Breakdown } from '../breakdown/types.js';
import type { Cart } from '../cart/types.js';
import { type Origin, placeOf } from '../check/origin.js';
import type { Ruleset as Checked } from '../check/ruleset.js';
import { evaluate } from '../reference/evaluate.js';
import type { Observer } from '../reference/observer.js';
import { Ruleset } from '../ruleset.js';
import type { ScenarioStatement, Span } from '../syntax/ast.js';
import { cartOf } from './cart.js';
import { type Coverage, type CoveragePoint, inOrder, type PointKind, type Wanted } from './coverage.js';
import { explained, expectationsOf } from './expectations.js';
import {
  keptOut,
  type LimitPart,
  limitsIn,
  testsIn,
  tiersOf,
  withoutLimit,
  withoutStop,
} from './parts-of-rules.js';

/** Prices scenarios under the eyes of an observer and keeps book of which parts of the rules they reach. */
export class Explorer {
  readonly #ruleset: Ruleset;
  readonly #rules: Checked;
  readonly #origin: Origin;
  readonly #limits: readonly LimitPart[];
  readonly #points = new Map<string, CoveragePoint>();

  constructor(ruleset: Ruleset) {
    this.#ruleset = ruleset;
    this.#rules = Ruleset.checked(ruleset);
    this.#origin = Ruleset.origin(ruleset);
    this.#limits = limitsIn(this.#rules);
    this.#list();
  }

  get coverage(): Coverage {
    return { points: inOrder([...this.#points.values()]) };
  }

  /** A scenario whose cart cannot be priced reaches nothing. */
  explore(scenario: ScenarioStatement): void {
    const checked = Ruleset.pricer(this.#ruleset).validate(cartOf(scenario, this.#rules));
    if (!checked.ok) return;
    const opened = new Set<object>();
    const observer: Observer = {
      tested: (test, held) => this.#reach(test, held ? 'true' : 'false'),
      reached: (tier) => opened.add(tier),
    };
    const explain = explained(expectationsOf(scenario));
    const breakdown = evaluate(this.#rules, '', checked.cart, { explain, observer });
    this.#reachApplied(breakdown, opened);
    this.#reachWhatMatters(breakdown, checked.cart);
  }

  #list(): void {
    const { constraints, layers, layersCap, promotions } = this.#rules;
    for (const promotion of promotions) {
      const { id } = promotion;
      const { places } = this.#origin;
      this.#add('promotion', 'applied', places.get(promotion), id);
      for (const tier of tiersOf(promotion)) this.#add('tier', 'reached', places.get(tier), id);
      this.#addTests(promotion, id);
      this.#add('exclusion', 'kept-out', places.stopOf(promotion), id);
    }
    this.#addTests([layers, layersCap]);
    for (const { part, owner } of this.#limits)
      this.#add(
        'limit',
        'bound',
        this.#origin.places.get(part),
        owner && 'id' in owner ? owner.id : undefined,
      );
    for (const constraint of constraints)
      this.#add('exclusion', 'kept-out', this.#origin.places.get(constraint));
  }

  #addTests(part: unknown, promotion?: string): void {
    for (const test of testsIn(part)) {
      const span = this.#origin.places.get(test);
      this.#add('condition', 'true', span, promotion);
      this.#add('condition', 'false', span, promotion);
    }
  }

  #add(kind: PointKind, wanted: Wanted, span: Span | undefined, promotion?: string): void {
    if (span === undefined) return;
    const key = keyOf(span, wanted);
    if (this.#points.has(key)) return;
    const text = excerpt(span, this.#origin);
    const place = placeOf(span, this.#origin);
    const whose = promotion === undefined ? {} : { promotion };
    this.#points.set(key, { kind, wanted, text, ...whose, ...place, reached: false });
  }

  #reach(part: object, wanted: Wanted): void {
    this.#reachAt(this.#origin.places.get(part), wanted);
  }

  #reachAt(span: Span | undefined, wanted: Wanted): void {
    const key = span && keyOf(span, wanted);
    const point = key === undefined ? undefined : this.#points.get(key);
    if (key !== undefined && point?.reached === false) this.#points.set(key, { ...point, reached: true });
  }

  #reachApplied(breakdown: Breakdown, opened: ReadonlySet<object>): void {
    const applied = appliedIn(breakdown);
    for (const promotion of this.#rules.promotions) {
      if (!applied.has(promotion.id)) continue;
      this.#reach(promotion, 'applied');
      for (const tier of tiersOf(promotion)) if (opened.has(tier)) this.#reach(tier, 'reached');
    }
  }

  /** Limits and exclusions are reached where the price would be another one without them. */
  #reachWhatMatters(breakdown: Breakdown, cart: Cart): void {
    const price = priceIn(breakdown);
    for (const { span, wanted, without } of this.#concerned(breakdown)) {
      if (span === undefined || this.#points.get(keyOf(span, wanted))?.reached !== false) continue;
      if (priceIn(evaluate(without(), '', cart)) !== price) this.#reachAt(span, wanted);
    }
  }

  /** Limits of what applied, its `stop`, and the constraints that a refusal names: nothing else can have mattered. */
  #concerned(breakdown: Breakdown): readonly Part[] {
    const rules = this.#rules;
    const { places } = this.#origin;
    const applied = appliedIn(breakdown);
    const limits = this.#limits.filter(
      ({ owner }) => owner === undefined || !('id' in owner) || applied.has(owner.id),
    );
    const stopping = rules.promotions.filter(({ id }) => applied.has(id));
    const constraints = rules.constraints.filter((constraint) => keptOut(constraint, breakdown));
    return [
      ...limits.map((limit): Part => {
        return { span: places.get(limit.part), wanted: 'bound', without: () => withoutLimit(rules, limit) };
      }),
      ...stopping.map((each): Part => {
        return { span: places.stopOf(each), wanted: 'kept-out', without: () => withoutStop(rules, each) };
      }),
      ...constraints.map((each): Part => {
        const others = rules.constraints.filter((other) => other !== each);
        return {
          span: places.get(each),
          wanted: 'kept-out',
          without: () => ({ ...rules, constraints: others }),
        };
      }),
    ];
  }
}

/** A part that may have mattered, and the rules without it. */
interface Part {
  readonly span: Span | undefined;
  readonly wanted: Wanted;
  readonly without: () => Checked;
}

function keyOf({ file, start, end }: Span, wanted: Wanted): string {
  return `${wanted} ${start} ${end} ${file}`;
}

function appliedIn({ promotions }: Breakdown): ReadonlySet<string> {
  return new Set(promotions.map(({ promotion }) => promotion));
}

/** Everything that is paid, taken and given. */
function priceIn({ total, lines, shipping, promotions, gifts, addOns }: Breakdown): string {
  const amounts = promotions.map(({ promotion, amount }) => [promotion, amount]);
  return JSON.stringify({ total, lines, shipping, amounts, gifts, addOns });
}

/** How much of a part is repeated. */
const LONGEST = 60;

function excerpt({ file, start, end }: Span, { sources }: Origin): string {
  const text = (sources.get(file)?.text.slice(start, end) ?? '').replaceAll(/\s+/g, ' ');
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).trimEnd()}…`;
}
