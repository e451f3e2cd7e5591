import { Decimal } from 'decimal.js';
import type { Clause, Name, PartyShare as PartyShareNode, PromotionStatement } from '../syntax/ast.js';
import { builtIn } from './built-ins.js';
import type { Context } from './context.js';
import type { Place } from './expressions/place.js';
import { isText, typeOfAttribute } from './expressions/value.js';
import { fixedPercent } from './expressions/wanted.js';
import { Declared } from './names.js';
import { isReserved } from './reserved.js';
import type { Commission, PartyShare } from './ruleset.js';

/** `funded by brand 70%, platform 30%`: every party once, 100 % in all. */
export function fundingOf(
  clause: Extract<Clause, { kind: 'funded' }> | undefined,
  place: Place,
  context: Context,
): readonly PartyShare[] {
  if (clause === undefined) return [];
  const parties = new Declared<true>('party', context.findings);
  const shares = clause.shares.map((share) => {
    if (!share.its) parties.declare(share.party, true);
    return shareOf(share, place, '`funded by`', context);
  });
  if (shares.some((share) => share.percent === undefined)) return [];
  const total = shares.reduce((sum, share) => sum.add(share.percent ?? 0), new Decimal(0));
  if (!total.eq(100)) context.findings.add('RK1069', clause.span, { total: total.toFixed() });
  return shares.map(({ party, percent = '0' }) => ({ party, percent }));
}

/** `commission host 20% of paid`. */
export function commissionsOf(
  { clauses }: PromotionStatement,
  place: Place,
  context: Context,
): readonly Commission[] {
  return clauses.flatMap((clause) => {
    if (clause.kind !== 'commission') return [];
    const { party, percent } = shareOf(clause.share, place, '`commission`', context);
    if (clause.subsidyBy !== undefined) checkParty(clause.subsidyBy, context);
    const subsidy = clause.subsidyBy === undefined ? {} : { subsidyBy: clause.subsidyBy.text };
    return [{ party, percent: percent ?? '0', of: clause.of, ...subsidy }];
  });
}

function shareOf(
  share: PartyShareNode,
  place: Place,
  what: string,
  context: Context,
): { readonly party: PartyShare['party']; readonly percent: string | undefined } {
  const percent = fixedPercent(share.percent, place, what, context);
  if (share.its) checkIts(share.party, context);
  else checkParty(share.party, context);
  return { party: { kind: share.its ? 'attribute' : 'name', name: share.party.text }, percent };
}

function checkParty(name: Name, { findings }: Context): void {
  if (isReserved(name, 'party')) findings.add('RK1003', name.span, { kind: 'party', name: name.text });
}

/** The value of the attribute is a party's name, so it has to be text. */
function checkIts(name: Name, { attributes, findings }: Context): void {
  const otherwise = `declare it: \`line has ${name.text} text\``;
  const attribute = builtIn('line', name.text) ?? attributes.line.find(name, otherwise);
  if (attribute === undefined) return;
  const type = typeOfAttribute(attribute);
  if (!isText(type) && type.kind !== 'unknown') findings.add('RK1093', name.span, { name: name.text });
}
