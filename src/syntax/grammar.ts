import { ReckonParser } from './parser/parser.js';
import { Additive, choices, Comparator, Multiplicative, NOT_NAMES, signTypes } from './tokens.js';
import { CHOICES, CHOICE_NAMES } from './words.js';

const HEADER = `/*
 * The grammar of Reckon rule files, in the notation of the XML specification. Written from the parser: do not edit.
 *
 * Words are contextual: a keyword may be a name wherever it is not excluded from that kind of name below.
 * Where two readings are possible, what follows decides:
 * - a comma goes on with the values after "in", unless a count and "of" follow;
 * - a comma goes on with the members of "one of", unless a name and a type follow;
 * - after "every" and an amount, "units" belongs to the group, unless a number or "row" follows;
 * - "not" goes on with an expression only before "in", and "in" does so unless "all" follows;
 * - "for" begins a limit before "at" and a clause before "each";
 * - "on" belongs to "active" before a day, and to "stop" before "its";
 * - "line", "customer", "order" and "shipping" begin a statement before "has";
 * - "count of sku" counts SKUs, while "of lines where" may follow any amount.
 */
`;

/** How names and literals are written. */
export const LEXICAL: string = `/* Names and literals. Letter, Digit and Mark are the Unicode general categories L, N and M. White space separates
   tokens and means nothing else; a comment counts as white space. */

Name ::= Word | QuotedName
Word ::= ( Letter | "_" ) WordPart* ( "-" WordPart+ )*
WordPart ::= Letter | Digit | Mark | "_"
QuotedName ::= "\`" [^\`#xA#xD]+ "\`"
Text ::= '"' ( [^"\\#xA#xD] | Escape )* '"'
Escape ::= "\\" ( '"' | "\\" | "n" | "t" | "u{" [0-9A-Fa-f]+ "}" )
Number ::= ( "0" | [1-9] [0-9]* ) ( "." [0-9]+ )?
Percent ::= Number "%"
Date ::= [0-9] [0-9] [0-9] [0-9] "-" [0-9] [0-9] "-" [0-9] [0-9]
Clock ::= [0-9] [0-9] ":" [0-9] [0-9] ( ":" [0-9] [0-9] )?
Comment ::= "#" [^#xA#xD]*
`;

/** A rule of the grammar or a part of one; which members it has, its type says. */
export interface Production {
  readonly type: string;
  readonly name?: string;
  readonly label?: string;
  readonly definition?: readonly Production[];
}

/** The grammar as a page of EBNF, from the parser itself. What the parser takes only to report it is not grammar. */
export function grammar(): string {
  return [
    HEADER,
    ...rules().map(ruleText),
    '\n/* Choices of words, and kinds of names. */\n',
    ...choiceTable().map(([name, images]) => production(name, eitherOf(images))),
    ...nameTable().map(([name, excluded]) => production(name, anyNameBut(excluded))),
    `\n${LEXICAL}`,
  ].join('\n');
}

/** The rules of the parser, in the order in which a reader who begins with a file meets them. */
export function rules(): readonly Production[] {
  return topDown(new ReckonParser().getSerializedGastProductions());
}

/** A rule as a line of EBNF. */
export function ruleText({ definition = [], name = '' }: Production): string {
  return production(name, body(definition));
}

function topDown(all: readonly Production[]): readonly Production[] {
  const byName = new Map(all.map((rule) => [rule.name ?? '', rule]));
  const met = new Set<Production>();
  const meet = ({ definition = [], name = '', type }: Production): void => {
    const rule = type === 'NonTerminal' ? byName.get(name) : undefined;
    if (rule !== undefined && !met.has(rule)) meetRule(rule);
    definition.forEach(meet);
  };
  const meetRule = (rule: Production): void => {
    met.add(rule);
    rule.definition?.forEach(meet);
  };
  for (const rule of all.filter(({ name }) => name === 'file')) meetRule(rule);
  return [...met];
}

function production(name: string, text: string): string {
  return `${name} ::= ${text}`;
}

/** The choices of words and signs, each with those it is a choice of. */
export function choiceTable(): readonly (readonly [name: string, images: readonly string[]])[] {
  const signs = [Additive, Multiplicative, Comparator].map((category) => {
    const images = [...signTypes]
      .filter(([, type]) => type.CATEGORIES?.includes(category))
      .map(([sign]) => sign);
    return [category.name, images] as const;
  });
  return [...CHOICE_NAMES.map((name) => [name, CHOICES[name]] as const), ...signs];
}

/** The kinds of names, each with the words that are none of it. */
export function nameTable(): readonly (readonly [name: string, excluded: readonly string[]])[] {
  return [...NOT_NAMES].map(([{ name }, excluded]) => [name, [...excluded]] as const);
}

function anyNameBut(excluded: readonly string[]): string {
  return excluded.length === 0 ? 'Name' : `Name - ( ${eitherOf(excluded)} )`;
}

function eitherOf(images: readonly string[]): string {
  return images.map((image) => `"${image}"`).join(' | ');
}

/** A rule's own text: an alternation that is all of it needs no brackets. */
function body(definition: readonly Production[]): string {
  const [only] = definition;
  return definition.length === 1 && only?.type === 'Alternation' ? alternatives(only) : sequence(definition);
}

/** The parts one after the other; a part that repeats what stands before it makes that stand once or more. */
function sequence(definition: readonly Production[]): string {
  return definition
    .map(part)
    .join(' ')
    .replace(/(?<=^| )(\w+) \1\*/g, '$1+');
}

/** A part of a rule as EBNF. */
export function part(given: Production): string {
  const { definition = [], name = '', type } = given;
  switch (type) {
    case 'Terminal':
      return terminal(given);
    case 'Alternation':
      return `( ${alternatives(given)} )`;
    case 'Option':
      return `${grouped(definition)}?`;
    case 'Repetition':
      return `${grouped(definition)}*`;
    case 'Alternative':
      return sequence(definition);
    default:
      return name;
  }
}

function alternatives({ definition = [] }: Production): string {
  return definition.map(part).join(' | ');
}

/** Brackets what is optional or repeated, unless it is one thing or has brackets of its own. */
function grouped(definition: readonly Production[]): string {
  const text = sequence(definition);
  return definition.length === 1 && (text.startsWith('( ') || !text.includes(' ')) ? text : `( ${text} )`;
}

/** A keyword or a sign as it is written, any other token by its name. */
function terminal(given: Production): string {
  const image = imageOf(given);
  return image === undefined ? (given.name ?? '') : `"${image}"`;
}

/** How a keyword or a sign is written; nothing for other tokens. */
export function imageOf({ label = '', name = '' }: Production): string | undefined {
  return name in choices ? undefined : /^`([^`]+)`$/.exec(label)?.[1];
}
