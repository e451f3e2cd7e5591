import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isActive } from '../../src/engine/clock.js';
import { instantText } from '../../src/engine/instant.js';
import type { Promotion, Window } from '../../src/check/ruleset.js';
import { isActive as isActiveByReference } from '../../src/reference/windows.js';
import { Temporal } from 'temporal-polyfill';
import { RUNS } from '../support/runs.js';

const ZONES = [
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'Pacific/Apia',
  'UTC',
];

const SECONDS = fc.integer({ min: 0, max: 86_400 / 60 - 1 }).map((minute) => minute * 60);

const WINDOW: fc.Arbitrary<Window> = fc.record({
  recurring: fc.record(
    {
      timezone: fc.constantFrom(...ZONES),
      weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 4 }),
      monthDays: fc.uniqueArray(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 20 }),
      between: fc.record({ from: SECONDS, to: SECONDS }),
    },
    { requiredKeys: ['timezone'] },
  ),
  text: fc.constant(''),
});

/** From 1900 to 2100, and close to where clocks change. */
const INSTANT = fc.oneof(
  fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2100, 0, 1) }),
  fc
    .tuple(
      fc.constantFrom(
        Date.UTC(2026, 2, 29, 1),
        Date.UTC(2026, 9, 25, 1),
        Date.UTC(2026, 2, 8, 7),
        Date.UTC(2026, 10, 1, 6),
        Date.UTC(2026, 3, 4, 15),
        Date.UTC(2011, 11, 30, 10),
      ),
      fc.integer({ min: -90_000_000, max: 90_000_000 }),
    )
    .map(([change, by]) => change + by),
);

it('recurring windows are open when the reference evaluator says so', () => {
  fc.assert(
    fc.property(fc.array(WINDOW, { minLength: 1, maxLength: 3 }), INSTANT, (windows, instant) => {
      const expected = isActiveByReference({ windows } as unknown as Promotion, instant);
      expect(isActive(windows, instant)).toBe(expected);
    }),
    { numRuns: RUNS },
  );
});

it('instants are written as Temporal writes them', () => {
  fc.assert(
    fc.property(fc.integer({ min: -377_705_116_800_000, max: 253_402_300_799_999 }), (instant) => {
      expect(instantText(instant)).toBe(Temporal.Instant.fromEpochMilliseconds(instant).toString());
    }),
    { numRuns: RUNS },
  );
});
