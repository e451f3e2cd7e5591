import type { Audit } from './audit.js';
import type { Failures } from './failure.js';

/** One thing that must hold in every breakdown, or in every document of another kind. */
export interface Equation<Document = Audit> {
  readonly name: string;
  /** The rule as a message and the documentation state it. */
  readonly says: string;
  readonly failures: (document: Document) => Failures;
}
