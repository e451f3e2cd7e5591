import { expect, it } from 'vitest';
import type { Breakdown, CartInput, Ruleset } from '../../src/index.js';
import { forAll } from '../support/generate/for-all.js';
import type { GeneratedRules } from '../support/generate/index.js';
import type { GeneratedPromotion } from '../support/generate/model.js';
import { compiled, priced } from '../support/generate/priced.js';

/** A constraint as the rule file says it: at most `count` of `members`; `alone`: nothing at all beside a member. */
interface Constraint {
  readonly members: readonly string[];
  readonly count: number;
  readonly alone: boolean;
}

const saying = (promotion: GeneratedPromotion, clause: string): readonly string[] =>
  promotion.pieces.filter((one) => one.clause === clause).map(({ text }) => text);

function constraintsOf({ promotions, statements }: GeneratedRules): readonly Constraint[] {
  const tagged = (tag: string): readonly string[] =>
    promotions.filter((promotion) => saying(promotion, 'tag').includes(tag)).map(({ id }) => id);
  const members = (list: string): readonly string[] => [
    ...new Set(list.split(', ').flatMap((name) => (name.startsWith('tag ') ? tagged(name) : [name]))),
  ];
  const allowed = statements.flatMap(({ text }) => {
    const [, count, list] = /^allow (\d) of (.*)$/.exec(text) ?? [];
    return count === undefined || list === undefined
      ? []
      : [{ members: members(list), count: Number(count), alone: false }];
  });
  const kept = (one: GeneratedPromotion): readonly string[] =>
    ['not with', 'not with several', 'not with tag'].flatMap((clause) => saying(one, clause));
  const pairs = promotions.flatMap((one) =>
    kept(one)
      .flatMap((text) => members(text.replace('not with ', '')))
      .filter((id) => id !== one.id)
      .map((id) => ({ members: [one.id, id], count: 1, alone: false })),
  );
  const alone = promotions.flatMap((one) =>
    saying(one, 'alone').map(() => ({ members: [one.id], count: 1, alone: true })),
  );
  return [...allowed, ...pairs, ...alone];
}

function permitted(set: readonly string[], constraints: readonly Constraint[]): boolean {
  return constraints.every(({ members, count, alone }) => {
    const inside = members.filter((id) => set.includes(id)).length;
    return alone ? inside === 0 || set.length === 1 : inside <= count;
  });
}

const CLOSED: ReadonlySet<string> = new Set(['code-missing', 'inactive', 'no-lines', 'spent']);

/** Whether window, code, condition and scope hold: the promotion alone, with the plainest of offers. */
function isCandidate(promotion: GeneratedPromotion, rules: GeneratedRules, cart: CartInput): boolean {
  const eligibility = /^(active|when|code|on |for each|limit|priority)/;
  const pieces = promotion.pieces.filter(({ clause }) => eligibility.test(clause));
  const budget = promotion.pieces.filter(({ clause }) => clause === 'budget');
  const probe = { ...promotion, pieces: [...pieces, { clause: 'probe', text: 'take 0.01 off' }, ...budget] };
  const ruleset = compiled({ ...rules, promotions: [probe], statements: [] });
  if (!ruleset) throw new Error('the probe does not compile');
  const { promotions, refused } = priced(ruleset, cart, { explain: [promotion.id] });
  if (promotions.length > 0) return true;
  const moves = saying(promotion, 'when').some((text) => text.includes('left'));
  const own = refused.filter((one) => one.promotion === promotion.id);
  return own.some(({ reason, ...more }) => {
    if (reason === 'spent') return 'needed' in more;
    return !CLOSED.has(reason) && (reason !== 'condition-false' || moves);
  });
}

/** All sets that no further promotion fits into, each promotion first in, then out. */
function largestSets(
  ids: readonly string[],
  constraints: readonly Constraint[],
): readonly (readonly string[])[] {
  const all = Array.from({ length: 2 ** ids.length }, (_, mask) =>
    ids.filter((__, index) => ((mask >> (ids.length - 1 - index)) & 1) === 0),
  );
  const allowed = all.filter((set) => permitted(set, constraints));
  const grows = (set: readonly string[]): boolean =>
    ids.some((id) => !set.includes(id) && permitted([...set, id], constraints));
  return allowed.filter((set) => !grows(set));
}

/** The price with just these of the promotions under a constraint, and no constraint left. */
function priceOf(out: ReadonlySet<string>, rules: GeneratedRules, cart: CartInput): Breakdown {
  const free = rules.promotions
    .filter(({ id }) => !out.has(id))
    .map((promotion) => ({
      ...promotion,
      pieces: promotion.pieces.filter(({ clause }) => !clause.startsWith('not with') && clause !== 'alone'),
    }));
  const ruleset = compiled({
    ...rules,
    promotions: free,
    statements: rules.statements.filter(({ clause }) => !clause.startsWith('allow')),
  });
  if (!ruleset) throw new Error('the rules without constraints do not compile');
  return priced(ruleset, cart);
}

const cents = (amount: string | number): number => Number(String(amount).replace('.', ''));

function bruteForce(ruleset: Ruleset, rules: GeneratedRules, cart: CartInput): Breakdown {
  const constraints = constraintsOf(rules);
  const byId = new Map(rules.promotions.map((promotion) => [promotion.id, promotion]));
  const candidates = ruleset.promotions.filter((id) => {
    const promotion = byId.get(id);
    return promotion !== undefined && isCandidate(promotion, rules, cart);
  });
  const someAlone = constraints.some(
    ({ alone, members }) => alone && members.some((id) => candidates.includes(id)),
  );
  const under = candidates.filter(
    (id) => someAlone || constraints.some(({ members }) => members.includes(id)),
  );
  const sets = largestSets(under, constraints).map((set) => {
    const out = new Set(under.filter((id) => !set.includes(id)));
    const breakdown = priceOf(out, rules, cart);
    return { breakdown, pay: cents(breakdown.total.pay), size: set.length };
  });
  const [first, ...others] = sets;
  if (!first) throw new Error('no set is allowed');
  const better = (a: typeof first, b: typeof first): boolean =>
    a.pay < b.pay || (a.pay === b.pay && a.size < b.size);
  return others.reduce((best, next) => (better(next, best) ? next : best), first).breakdown;
}

it('the chosen set costs no more than any other allowed one, and ties fall as the manual says', () => {
  let chosen = 0;
  forAll((ruleset, { rules, cart: whole }) => {
    const isChoosing = !rules.defaults.some(
      ({ clause }) => clause.startsWith('default choose') || clause.startsWith('default search'),
    );
    if (!isChoosing || constraintsOf(rules).length === 0) return;
    const cart = { ...whole, lines: whole.lines.slice(0, 4) };
    if (cart.lines.length === 0) return;
    const found = priced(ruleset, cart);
    const best = bruteForce(ruleset, rules, cart);
    expect(found.total).toEqual(best.total);
    expect(found.promotions.map(({ promotion }) => promotion)).toEqual(
      best.promotions.map(({ promotion }) => promotion),
    );
    chosen++;
  });
  expect(chosen).toBeGreaterThan(0);
});
