import type { Clause, PromotionStatement, Text } from '../syntax/ast.js';
import type { Context } from './context.js';
import type { Code, Promotion, Window } from './ruleset.js';

/** The codes that open a coupon; its own name when it says none. Codes are compared as they are written. */
export function codesOf(statement: PromotionStatement, context: Context): readonly Code[] {
  const clauses = statement.clauses.filter((clause) => clause.kind === 'code');
  if (statement.kind === 'promotion') {
    for (const { span } of clauses) context.findings.add('RK1073', span, { name: statement.name.text });
    return [];
  }
  const codes = clauses.flatMap((clause) => clause.codes.flatMap((text) => codeOf(clause, text, context)));
  return clauses.length > 0 ? codes : [{ kind: 'exact', code: statement.name.text }];
}

function codeOf(
  clause: Extract<Clause, { kind: 'code' }>,
  text: Text,
  { findings }: Context,
): readonly Code[] {
  if (text.value === '') {
    findings.add('RK1092', text.span, {});
    return [];
  }
  return [clause.like ? { kind: 'like', pattern: text.value } : { kind: 'exact', code: text.value }];
}

/** A coupon with the statement it came from. */
export interface CheckedCoupon {
  readonly statement: PromotionStatement;
  readonly promotion: Promotion;
}

interface Entry {
  readonly code: Code;
  /** What every code it matches begins and ends with. */
  readonly head: string;
  readonly tail: string;
  readonly coupon: CheckedCoupon;
  /** The coupon's place among those of the file. */
  readonly position: number;
}

/** Two coupons that one code opens at one time: the customer means one of them, and gets both. */
export function warnOfOverlaps(coupons: readonly CheckedCoupon[], { findings }: Context): void {
  const entries = coupons.flatMap((coupon, position) =>
    coupon.promotion.codes.map((code) => ({ code, coupon, position, ...endsOf(code) })),
  );
  const sorted = entries.toSorted((a, b) => (a.head < b.head ? -1 : Number(a.head > b.head)));
  for (const [index, entry] of sorted.entries()) {
    const other = firstOverlap(entry, sorted, index);
    if (other === undefined) continue;
    const [earlier, later] =
      entry.position < other.position ? [entry.coupon, other.coupon] : [other.coupon, entry.coupon];
    const where = findings.whereIs(earlier.statement.name.span, later.statement.name.span);
    const names = { name: later.promotion.id, other: earlier.promotion.id };
    findings.add('RK1072', later.statement.name.span, { ...names, where });
  }
}

function endsOf(code: Code): Pick<Entry, 'head' | 'tail'> {
  if (code.kind === 'exact') return { head: code.code, tail: code.code };
  const { pattern } = code;
  const star = pattern.indexOf('*');
  return {
    head: star < 0 ? pattern : pattern.slice(0, star),
    tail: pattern.slice(pattern.lastIndexOf('*') + 1),
  };
}

/** Sorted by how they begin, all that may match what an entry matches stand right after it. */
function firstOverlap(entry: Entry, sorted: readonly Entry[], index: number): Entry | undefined {
  for (let next = index + 1; next < sorted.length; next += 1) {
    const other = sorted[next];
    const begins =
      entry.code.kind === 'like' ? other?.head.startsWith(entry.head) : other?.head === entry.head;
    if (other === undefined || begins !== true) return undefined;
    const ends = other.tail.endsWith(entry.tail) || entry.tail.endsWith(other.tail);
    if (ends && other.coupon !== entry.coupon && meet(entry.coupon.promotion, other.coupon.promotion))
      return other;
  }
  return undefined;
}

/** Whether there may be an instant at which both are active; what recurs is taken to recur always. */
function meet(a: Promotion, b: Promotion): boolean {
  if (a.windows.length === 0 || b.windows.length === 0) return true;
  return a.windows.some((one) => b.windows.some((other) => together(one, other)));
}

function together(a: Window, b: Window): boolean {
  return (a.from ?? -Infinity) < (b.until ?? Infinity) && (b.from ?? -Infinity) < (a.until ?? Infinity);
}
