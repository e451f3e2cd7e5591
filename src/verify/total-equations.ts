import { minor, sumMoney } from './amounts.js';
import type { Audit } from './audit.js';
import type { Equation } from './equation.js';
import { type Failure, same } from './failure.js';

/** What the order comes to. */
export const totalEquations: readonly Equation[] = [
  { name: 'total-list', says: "`total.list` is the sum of the lines' `list`", failures: totalList },
  {
    name: 'total-discount',
    says: "`total.discount` is the sum of the lines' adjustments, goods only",
    failures: totalDiscount,
  },
  { name: 'total-shipping', says: '`total.shipping` is what the charges pay', failures: totalShipping },
  { name: 'total-pay', says: '`total.pay` is `list` less `discount` plus `shipping`', failures: totalPay },
];

function totalList({ breakdown: { total, lines } }: Audit): Iterable<Failure> {
  return same('total.list', sumMoney(lines.map((line) => line.list)), minor(total.list));
}

function totalDiscount({ breakdown: { total, lines } }: Audit): Iterable<Failure> {
  const taken = lines.flatMap((line) => line.adjustments.map((adjustment) => adjustment.amount));
  return same('total.discount', sumMoney(taken), minor(total.discount));
}

function totalShipping({ breakdown: { total, shipping } }: Audit): Iterable<Failure> {
  return same('total.shipping', sumMoney(shipping.map((charge) => charge.pay)), minor(total.shipping));
}

function totalPay({ breakdown: { total } }: Audit): Iterable<Failure> {
  const due = minor(total.list) - minor(total.discount) + minor(total.shipping);
  return same('total.pay', due, minor(total.pay));
}
