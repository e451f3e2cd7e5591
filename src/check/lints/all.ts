import type { Checked } from '../check.js';
import type { Findings } from '../findings.js';
import type { Program } from '../program.js';
import { budgetTooSmall } from './budget-too-small.js';
import { codeTwice } from './code-twice.js';
import { couponFace } from './coupon-face.js';
import { idleConstraint } from './idle-constraint.js';
import { largeShare } from './large-share.js';
import type { Lint } from './lint.js';
import { nearThreshold } from './near-threshold.js';
import { neverApplies } from './never-applies.js';
import { neverOpens } from './never-opens.js';
import { noEnd } from './no-end.js';
import { noTimezone } from './no-timezone.js';
import { openCoupon } from './open-coupon.js';
import { paidOrOff } from './paid-or-off.js';
import { shadowed } from './shadowed.js';
import { subjectOf } from './subject.js';
import { tierGivesLess } from './tier-gives-less.js';
import { tierGivesNoMore } from './tier-gives-no-more.js';
import { twin } from './twin.js';
import { unfunded } from './unfunded.js';
import { unfundedSubsidy } from './unfunded-subsidy.js';
import { unitsMeant } from './units-meant.js';
import { unsaidStacking } from './unsaid-stacking.js';
import { unusedAttribute } from './unused-attribute.js';
import { unusedLayer } from './unused-layer.js';
import { unusedTable } from './unused-table.js';
import { unusedTag } from './unused-tag.js';
import { unusedValue } from './unused-value.js';

const LINTS: readonly Lint[] = [
  openCoupon,
  nearThreshold,
  couponFace,
  largeShare,
  tierGivesNoMore,
  tierGivesLess,
  budgetTooSmall,
  paidOrOff,
  unfundedSubsidy,
  unfunded,
  unitsMeant,
  unsaidStacking,
  twin,
  shadowed,
  neverOpens,
  idleConstraint,
  neverApplies,
  noEnd,
  noTimezone,
  unusedAttribute,
  unusedValue,
  unusedTable,
  unusedTag,
  unusedLayer,
  codeTwice,
];

/** Looks for all that is allowed and probably not meant. */
export function lint(checked: Checked, program: Program, findings: Findings): void {
  const subject = subjectOf(checked, program, findings);
  for (const look of LINTS) look(subject);
}
