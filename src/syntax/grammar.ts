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

const LEXICAL = `/* Names and literals. Letter, Digit and Mark are the Unicode general categories L, N and M. White space separates
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

/** What a production may hold; which of it, its type says. */
interface Production {
  readonly type: string;
  readonly name?: string;
  readonly label?: string;
  readonly definition?: readonly Production[];
}

/** The grammar as a page of EBNF, from the parser itself. What the parser takes only to report it is not grammar. */
export function grammar(): string {
  const rules = new ReckonParser().getSerializedGastProductions();
  return [
    HEADER,
    ...topDown(rules).map(({ definition = [], name = '' }) => production(name, body(definition))),
    '\n/* Choices of words, and kinds of names. */\n',
    ...choiceLines(),
    ...nameLines(),
    `\n${LEXICAL}`,
  ].join('\n');
}

/** The rules in the order in which a reader who begins with a file meets them. */
function topDown(rules: readonly Production[]): readonly Production[] {
  const byName = new Map(rules.map((rule) => [rule.name ?? '', rule]));
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
  for (const rule of rules.filter(({ name }) => name === 'file')) meetRule(rule);
  return [...met];
}

function production(name: string, text: string): string {
  return `${name} ::= ${text}`;
}

function choiceLines(): string[] {
  const signs = [Additive, Multiplicative, Comparator].map((category) => {
    const images = [...signTypes]
      .filter(([, type]) => type.CATEGORIES?.includes(category))
      .map(([sign]) => sign);
    return production(category.name, eitherOf(images));
  });
  return [...CHOICE_NAMES.map((name) => production(name, eitherOf(CHOICES[name]))), ...signs];
}

function nameLines(): string[] {
  return [...NOT_NAMES].map(([{ name }, excluded]) =>
    production(name, excluded.size === 0 ? 'Name' : `Name - ( ${eitherOf([...excluded])} )`),
  );
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

function part(given: Production): string {
  const { definition = [], label, name = '', type } = given;
  switch (type) {
    case 'Terminal':
      return terminal(name, label);
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
function terminal(name: string, label = ''): string {
  if (name in choices) return name;
  const image = /^`([^`]+)`$/.exec(label)?.[1];
  return image === undefined ? name : `"${image}"`;
}
