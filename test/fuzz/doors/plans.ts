import { compile, load, type Plan, planOf } from '../../../src/index.js';
import { checksumOf } from '../../../src/plan/checksum.js';
import type { PlanRules } from '../../../src/plan/types.js';
import { compiled } from '../../support/generate/priced.js';
import type { Random } from '../../support/generate/random.js';
import { rulesOf } from '../pair.js';
import { cartsFor } from './carts.js';
import { parsed } from './carts-door.js';
import { type Door, expectFit, expectSame } from './door.js';
import { EXAMPLES, HOST } from './examples.js';
import { mutatedJson } from './json.js';
import { expectFaces } from './priced.js';

const PLANS: readonly Plan[] = EXAMPLES.flatMap(({ rules }) => {
  const result = compile(rules, { host: HOST });
  return result.ok ? [planOf(result.ruleset)] : [];
});

/** The JSON of a plan; most are damaged by somebody who knows how its checksum is made. */
export const plans: Door = {
  name: 'plans',
  extension: 'json',
  draw(random) {
    const plan = drawPlan(random);
    if (random.chance(0.1)) return mutatedJson(plan, random);
    return sealed(mutatedJson(plan.rules, random), plan);
  },
  take(text) {
    const loaded = load(text);
    const again = load(parsed(text) as Plan);
    const codeOf = (result: typeof loaded): string => (result.ok ? 'taken' : result.error.code);
    expectSame('read as a value, the plan is', codeOf(again), codeOf(loaded));
    if (!loaded.ok) return expectFit('the error of a plan', loaded.error.message);
    const { rules } = parsed(text) as Plan;
    for (const cart of cartsFor(rules)) {
      const said = expectFaces(loaded.pricer, cart);
      if (again.ok) expectSame('the other reading says', expectFaces(again.pricer, cart), said);
    }
  },
};

function drawPlan(random: Random): Plan {
  const ruleset = random.chance(0.5) ? compiled(rulesOf(random.int(1, 100_000))) : undefined;
  return ruleset ? planOf(ruleset) : random.pick(PLANS);
}

/** A plan of these rules whose checksum holds, as far as they can have one. */
function sealed(text: string, { reckonPlan }: Plan): string {
  const rules = parsed(text);
  let checksum = 'sha256:';
  try {
    checksum = checksumOf(rules as PlanRules);
  } catch {
    // Rules without promotions, or nested too deep to be written, have none.
  }
  return `{"reckonPlan":${reckonPlan},"checksum":${JSON.stringify(checksum)},"rules":${text}}`;
}
