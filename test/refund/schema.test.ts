import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { type Refund, refundJsonSchema } from '../../src/index.js';
import { forAll } from '../support/generate/for-all.js';
import { priced } from '../support/generate/priced.js';
import { RUNS } from '../support/runs.js';
import { drawnReturns, refundsOf } from './returns.js';

const accepts = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(refundJsonSchema());

function expectAccepted(refund: Refund): void {
  accepts(JSON.parse(JSON.stringify(refund)));
  expect(accepts.errors).toBeNull();
}

describe('the schema of a refund', () => {
  it('accepts every refund, by every policy', () => {
    forAll(
      (ruleset, { cart }, seed) => {
        const breakdown = priced(ruleset, cart);
        if (breakdown.lines.length === 0) return;
        const policy = (['keep', 'retest', 'rules'] as const)[seed % 3] ?? 'keep';
        const options = { breakdown, origin: { ruleset, cart }, policy };
        for (const refund of refundsOf(options, drawnReturns(breakdown, seed))) expectAccepted(refund);
      },
      Math.ceil(RUNS / 5),
    );
  });

  it('refuses a member more, one that is missing, and one that is null', () => {
    forAll((ruleset, { cart }, seed) => {
      const breakdown = priced(ruleset, cart);
      if (breakdown.lines.length === 0) return;
      const [refund] = refundsOf({ breakdown, origin: { ruleset, cart } }, drawnReturns(breakdown, seed));
      const told = JSON.parse(JSON.stringify(refund)) as Record<string, unknown>;
      const line = (told['lines'] as object[])[0];
      expect(accepts({ ...told, mood: 'good' })).toBe(false);
      expect(accepts({ ...told, total: { ...(told['total'] as object), mood: 'good' } })).toBe(false);
      expect(accepts({ ...told, lines: [{ ...line, mood: 'good' }] })).toBe(false);
      for (const name of Object.keys(told)) {
        const { [name]: _, ...rest } = told;
        if (name !== 'amounts' && name !== 'rest' && name !== 'after') expect(accepts(rest)).toBe(false);
        expect(accepts({ ...told, [name]: null })).toBe(false);
      }
    }, 20);
  });
});
