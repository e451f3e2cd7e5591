import { RULE_LIMITS } from '../../limits.js';
import type { BinaryExpression, BinaryOperator, Expression, NameExpression } from '../../syntax/ast.js';
import type { Context, Declarations, Expressions, Let, ListItem } from '../context.js';
import type { Condition } from '../ruleset.js';
import { amount } from './amounts.js';
import { arithmetic, call, percentOf } from './arithmetic.js';
import { condition } from './conditions.js';
import { numberLiteral, percentLiteral, timeLiteral } from './literals.js';
import { anywhere, type Place } from './place.js';
import { bareAttribute, bareRead, dottedName, reportUnknown } from './reads.js';
import { shortText } from './text.js';
import { textConstant, unknownCondition, unknownValue, type Value, value } from './value.js';

/** How deep an expression may nest, its `let` names expanded: far beyond what people write, far below what a stack holds. */
const DEEPEST = RULE_LIMITS.depth;

/** How many levels an expanded `let` name counts for, beside its own: it takes more of the stack than an operator does. */
const LEVELS_OF_NAME = 4;

/** How many parts an expression may have, its `let` names expanded; names that double one another would never end. */
const LARGEST = RULE_LIMITS.parts;

/** How many items a list may have, its `let` lists expanded. */
const LONGEST_LIST = RULE_LIMITS.items;

/** How many parts and items all uses of `let` names in a file may come to. */
const MOST_EXPANDED = RULE_LIMITS.expanded;

/** Types and lowers expressions; expands `let` names where they are used, within bounds. */
export class ExpressionChecker implements Expressions {
  readonly #context: Context;
  readonly #expanding = new Set<Let>();
  readonly #used = new Set<Let>();
  readonly #lists = new Map<Let, readonly ListItem[]>();
  /** Definitions found too large: what uses them is passed over, or finding that out again would take forever. */
  readonly #refused = new Set<Let>();
  #root: Expression | undefined;
  #depth = 0;
  #size = 0;
  #expanded = 0;
  #isFull = false;

  constructor(declarations: Declarations) {
    this.#context = { ...declarations, expressions: this };
  }

  get context(): Context {
    return this.#context;
  }

  /** A definition that nothing uses is checked for itself, so that its mistakes are found too. */
  checkUnused(): void {
    for (const definition of this.#context.lets.values) {
      const { value: meaning } = definition.statement;
      if (this.#used.has(definition) || meaning.kind === 'values-from') continue;
      this.#through(definition, undefined, () => this.#checkAlone(meaning));
    }
  }

  #checkAlone(meaning: Expression): undefined {
    if (meaning.kind === 'list') for (const item of meaning.items) this.#checkAlone(item);
    else if (isCondition(meaning)) this.condition(meaning, anywhere());
    else this.value(meaning, anywhere());
  }

  value(expression: Expression, place: Place): Value {
    return this.#bounded(expression, unknownValue, () => this.#value(expression, place));
  }

  condition(expression: Expression, place: Place): Condition {
    return this.#bounded(expression, unknownCondition, () => {
      const definition = this.#letOf(expression, place);
      if (definition === undefined) return this.#placed(expression, place);
      return this.#through(definition, unknownCondition, (meaning) => this.condition(meaning, place));
    });
  }

  #placed(expression: Expression, place: Place): Condition {
    const found = condition(expression, place, this.#context);
    this.#context.places.set(found, expression.span);
    return found;
  }

  expand(expression: Expression): Expression {
    const seen = new Set<Expression>();
    let meaning = expression;
    for (;;) {
      const definition = this.#letOf(meaning, undefined);
      const next = definition?.statement.value;
      if (next === undefined || next.kind === 'values-from' || seen.has(next)) return meaning;
      seen.add(next);
      meaning = next;
    }
  }

  items(expression: Expression): readonly ListItem[] {
    return this.#bounded(expression, [missingItem(expression)], () => {
      if (expression.kind === 'list') return this.#allItems(expression, expression.items);
      const definition = this.#letOf(expression, undefined);
      return definition === undefined ? [{ written: expression }] : this.#letItems(expression, definition);
    });
  }

  #letItems(written: Expression, definition: Let): readonly ListItem[] {
    const items = this.#lists.get(definition) ?? this.#newItems(written, definition);
    this.#expanded += lengthOf(items);
    return items;
  }

  #newItems(written: Expression, definition: Let): readonly ListItem[] {
    this.#used.add(definition);
    const items = isFileList(definition)
      ? [fileItem(written, definition)]
      : this.#through(definition, [missingItem(written)], (meaning) => this.#meaningItems(written, meaning));
    this.#lists.set(definition, items);
    return items;
  }

  /** A name for a single value stays a name: what it means depends on its place. */
  #meaningItems(written: Expression, meaning: Expression): readonly ListItem[] {
    return this.expand(meaning).kind === 'list' || this.#isFileList(meaning)
      ? this.items(meaning)
      : [{ written }];
  }

  #isFileList(meaning: Expression): boolean {
    return this.#letOf(this.expand(meaning), undefined)?.values !== undefined;
  }

  #allItems(list: Expression, parts: readonly Expression[]): readonly ListItem[] {
    const items: ListItem[] = [];
    let length = 0;
    for (const part of parts) {
      const found = this.items(part);
      if (found.some(({ written }) => written.kind === 'missing')) return [missingItem(list)];
      length += lengthOf(found);
      if (length > LONGEST_LIST) {
        this.#tooLarge(list);
        return [missingItem(list)];
      }
      for (const item of found) items.push(item);
    }
    return items;
  }

  #value(expression: Expression, place: Place): Value {
    const context = this.#context;
    switch (expression.kind) {
      case 'text':
        return value('text', textConstant(expression.value));
      case 'number':
        return numberLiteral(expression, context);
      case 'percent':
        return percentLiteral(expression);
      case 'time':
        return timeLiteral(expression, context);
      case 'flag':
        return value('flag', { op: 'constant', type: 'flag', value: expression.value });
      case 'name':
        return this.#named(expression, place);
      case 'amount':
        return amount(expression, place, context);
      case 'call':
        return call(expression, place, context);
      case 'percent-of':
        return percentOf(expression, place, context);
      case 'binary':
        if (isArithmetic(expression)) return arithmetic(expression, place, context);
        return this.#notAValue(expression);
      case 'in':
      case 'not':
        return this.#notAValue(expression);
      case 'list':
        return this.#listAsValue(expression);
      case 'missing':
        return unknownValue;
    }
  }

  #named(expression: NameExpression, place: Place): Value {
    const [name] = expression.parts;
    if (name === undefined || name.text === '') return unknownValue;
    if (expression.parts.length > 1) return dottedName(expression, place, this.#context);
    const attribute = bareAttribute(name.text, place, this.#context);
    if (attribute !== undefined) return bareRead(attribute, place);
    const definition = this.#letOf(expression, place);
    if (definition === undefined) {
      reportUnknown(name, place, undefined, this.#context);
      return unknownValue;
    }
    if (isFileList(definition)) return this.#listAsValue(expression);
    return this.#through(definition, unknownValue, (meaning) => {
      if (meaning.kind === 'list') return this.#listAsValue(expression);
      return isCondition(meaning) ? this.#notAValue(expression) : this.value(meaning, place);
    });
  }

  /** The definition a bare name stands for; an attribute of what is in hand wins. */
  #letOf(expression: Expression, place: Place | undefined): Let | undefined {
    const name =
      expression.kind === 'name' && expression.parts.length === 1 ? expression.parts[0]?.text : undefined;
    if (name === undefined) return undefined;
    if (place !== undefined && bareAttribute(name, place, this.#context) !== undefined) return undefined;
    return this.#context.lets.get(name);
  }

  #through<T>(definition: Let, otherwise: T, use: (meaning: Expression) => T): T {
    const { name, value: meaning } = definition.statement;
    this.#used.add(definition);
    if (meaning.kind === 'values-from') return otherwise;
    if (this.#refused.has(definition)) {
      this.#refuseExpanding();
      return otherwise;
    }
    if (this.#expanding.has(definition)) {
      this.#context.findings.add('RK1009', name.span, { name: name.text });
      return otherwise;
    }
    this.#expanding.add(definition);
    const result = use(meaning);
    this.#expanding.delete(definition);
    return result;
  }

  #notAValue(expression: Expression): Value {
    this.#context.findings.add('RK1027', expression.span, { text: shortText(expression) });
    return unknownValue;
  }

  #listAsValue(expression: Expression): Value {
    this.#context.findings.add('RK1038', expression.span, { text: shortText(expression) });
    return unknownValue;
  }

  #bounded<T>(expression: Expression, otherwise: T, use: () => T): T {
    if (this.#depth === 0) [this.#root, this.#size] = [expression, 0];
    // A long text counts for more, because its canonical text is repeated wherever the expression is expanded.
    const size = expression.kind === 'text' ? 1 + expression.value.length / 64 : 1;
    this.#size += size;
    if (this.#expanding.size > 0) this.#expanded += size;
    const levels = this.#depth + LEVELS_OF_NAME * this.#expanding.size;
    if (levels >= DEEPEST || this.#size > LARGEST || this.#expanded > MOST_EXPANDED) {
      this.#tooLarge(this.#root ?? expression);
      return otherwise;
    }
    this.#depth += 1;
    const result = use();
    this.#depth -= 1;
    return result;
  }

  /** Where the whole file has grown too large, one report is enough. */
  #tooLarge({ span }: Expression): void {
    this.#refuseExpanding();
    if (!this.#isFull) this.#context.findings.add('RK1017', span, {});
    this.#isFull ||= this.#expanded > MOST_EXPANDED;
  }

  #refuseExpanding(): void {
    for (const definition of this.#expanding) this.#refused.add(definition);
  }
}

function isFileList({ statement }: Let): boolean {
  return statement.value.kind === 'values-from';
}

function lengthOf(items: readonly ListItem[]): number {
  return items.reduce((length, { values }) => length + (values?.length ?? 1), 0);
}

/** The values of a file; one that could not be read has been reported. */
function fileItem(written: Expression, { values }: Let): ListItem {
  return values === undefined ? missingItem(written) : { written, values };
}

/** Stands for items that could not be found, so that a list without them is not taken for an empty one. */
function missingItem({ span }: Expression): ListItem {
  return { written: { kind: 'missing', span } };
}

/** Whether an expression can only be a condition; anything else is taken for a value. */
function isCondition(expression: Expression): boolean {
  if (expression.kind === 'binary') return !isArithmetic(expression);
  return expression.kind === 'in' || expression.kind === 'not';
}

function isArithmetic(
  expression: BinaryExpression,
): expression is BinaryExpression & { readonly operator: '+' | '-' | '*' | '/' } {
  return ARITHMETIC.has(expression.operator);
}

const ARITHMETIC: ReadonlySet<BinaryOperator> = new Set(['+', '-', '*', '/']);
