import { currencyOf } from '../money/index.js';
import type {
  CurrencyStatement,
  LayersStatement,
  LetStatement,
  Name,
  PromotionStatement,
  Statement,
  TimezoneStatement,
} from '../syntax/ast.js';
import { attributesOf } from './attributes.js';
import type { Declarations, Let, TableInfo } from './context.js';
import type { Host } from './files.js';
import type { Findings } from './findings.js';
import { Declared } from './names.js';
import { Places } from './origin.js';
import type { Program } from './program.js';
import { isReserved, type Reserving } from './reserved.js';
import { tableOf } from './tables.js';
import { knownZone } from './time.js';
import { valuesOf } from './values.js';

/** Statements of one kind, in order. */
export function statementsOf<K extends Statement['kind']>(
  statements: readonly Statement[],
  ...kinds: readonly K[]
): readonly Extract<Statement, { kind: K }>[] {
  return statements.filter((statement): statement is Extract<Statement, { kind: K }> =>
    (kinds as readonly string[]).includes(statement.kind),
  );
}

/** Everything a name can mean, and the currency and time zone in which literals are read. */
export function declarationsOf(program: Program, host: Host, findings: Findings): Declarations {
  const { statements } = program;
  const currency = currencyIn(program, findings);
  const timezone = timezoneIn(statementsOf(statements, 'timezone'), findings);
  const attributes = attributesOf(statementsOf(statements, 'has'), findings);
  const promotions = statementsOf(statements, 'promotion', 'coupon');
  const declared = {
    findings,
    places: new Places(),
    currency,
    timezone,
    attributes,
    lets: new Declared<Let>('name', findings),
    tables: new Declared<TableInfo>('table', findings),
    layers: new Declared<number>('layer', findings),
    promotions: new Declared<PromotionStatement>('promotion', findings),
    tags: tagsOf(promotions, findings),
  };
  for (const statement of statementsOf(statements, 'let')) declareLet(statement, host, declared);
  for (const table of statementsOf(statements, 'table'))
    declared.tables.declare(table.name, tableOf(table, host, declared));
  for (const layers of statementsOf(statements, 'layers').slice(0, 1)) declareLayers(layers, declared);
  for (const promotion of promotions) {
    refuseReserved(promotion.name, 'promotion', findings);
    declared.promotions.declare(promotion.name, promotion);
  }
  return declared;
}

/** Stands in for a currency that is missing or unknown: no literal has too many decimals for it. */
const NO_CURRENCY = { code: '', digits: 4 };

function currencyIn({ root, statements }: Program, findings: Findings): Declarations['currency'] {
  const said = statementsOf(statements, 'currency');
  refuseOthers(said, ({ code }) => code.text, findings);
  const [first] = said;
  if (first === undefined) findings.add('RK1007', { ...root.span, end: root.span.start }, {});
  return (first && knownCurrency(first, findings)) ?? NO_CURRENCY;
}

function knownCurrency(
  { code }: CurrencyStatement,
  findings: Findings,
): Declarations['currency'] | undefined {
  const currency = currencyOf(code.text);
  if (currency === undefined && code.text !== '') {
    const meant = meantCurrency(code.text);
    const help =
      meant === undefined ? 'write an ISO 4217 code, such as `CNY` or `EUR`' : `did you mean \`${meant}\`?`;
    findings.add('RK1005', code.span, { code: code.text, help });
  }
  return currency;
}

/** Codes differ in single letters, so the nearest one would mislead: only other spellings of the same one are named. */
function meantCurrency(code: string): string | undefined {
  const capitals = code.toUpperCase();
  if (capitals === 'RMB') return 'CNY';
  return currencyOf(capitals)?.code;
}

function timezoneIn(said: readonly TimezoneStatement[], findings: Findings): string {
  refuseOthers(said, ({ zone }) => zone.value, findings);
  const [first] = said;
  return first === undefined ? 'UTC' : knownZone(first.zone.value, first.zone.span, findings);
}

/** A file and those it imports may each say the same; a second answer is a mistake. */
function refuseOthers<T extends Statement>(
  said: readonly T[],
  answer: (statement: T) => string,
  findings: Findings,
): void {
  const [first, ...others] = said;
  for (const statement of others) {
    if (first === undefined || answer(statement) === answer(first)) continue;
    const where = findings.whereIs(first.span, statement.span);
    findings.add('RK1008', statement.span, { what: statement.kind, first: where });
  }
}

function tagsOf(
  promotions: readonly PromotionStatement[],
  findings: Findings,
): ReadonlyMap<string, readonly Name[]> {
  const tags = new Map<string, Name[]>();
  for (const { clauses, name } of promotions) {
    const own = clauses.flatMap((clause) =>
      clause.kind === 'tag' && clause.name.text !== '' ? [clause.name] : [],
    );
    for (const tag of own) {
      refuseReserved(tag, 'tag', findings);
      const carriers = tags.get(tag.text) ?? [];
      if (!carriers.includes(name)) carriers.push(name);
      tags.set(tag.text, carriers);
    }
  }
  return tags;
}

/** A bare name in a line's condition could mean either, so a definition does not take an attribute's name. */
function declareLet(statement: LetStatement, host: Host, { attributes, findings, lets }: Declarations): void {
  const { name, value } = statement;
  if (attributes.line.get(name.text) !== undefined || attributes.shipping.get(name.text) !== undefined) {
    findings.add('RK1091', name.span, { name: name.text });
  }
  const values = value.kind === 'values-from' ? valuesOf(value, host, findings) : undefined;
  lets.declare(name, values === undefined ? { statement } : { statement, values });
}

function declareLayers({ layers }: LayersStatement, { findings, layers: declared }: Declarations): void {
  for (const [position, { name }] of layers.entries()) {
    refuseReserved(name, 'layer', findings);
    declared.declare(name, position);
  }
}

function refuseReserved(name: Name, kind: Reserving, findings: Findings): void {
  if (isReserved(name, kind)) findings.add('RK1003', name.span, { kind, name: name.text });
}
