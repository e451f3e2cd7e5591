import type { Audit } from './audit.js';
import type { Failures } from './failure.js';

/** One thing that must hold in every breakdown. */
export interface Equation {
  readonly name: string;
  /** The rule as a message and the documentation state it. */
  readonly says: string;
  readonly failures: (audit: Audit) => Failures;
}
