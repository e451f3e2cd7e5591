import type {
  Expectation,
  Name,
  ScenarioLine,
  ScenarioPart,
  ScenarioStatement,
  Text,
} from '../syntax/ast.js';
import { CART_LIMITS } from '../limits.js';
import type { Context } from './context.js';
import { standingPlace } from './expressions/place.js';
import { moneyAt, wholeAt } from './expressions/wanted.js';
import { Declared, suggest } from './names.js';
import { Once } from './once.js';
import type { Ruleset } from './ruleset.js';
import { checkAttributes } from './scenario-values.js';
import { instantOf, knownZone } from './time.js';

/** Why a promotion may be refused, as breakdowns name it and `expect NAME refused REASON` does. */
const REASONS = [
  'condition-false',
  'short',
  'lost',
  'excluded',
  'stopped',
  'spent',
  'nothing-left',
  'code-missing',
  'inactive',
  'no-lines',
] as const;

/** A cart has at most this many units on a line. */
const MOST_UNITS = CART_LIMITS.quantity;

/** Scenarios are checked like rules: every name known, every value of its attribute's type. */
export function checkScenarios(
  statements: readonly ScenarioStatement[],
  ruleset: Ruleset,
  context: Context,
): void {
  const titles = new Declared<true>('scenario', context.findings);
  for (const statement of statements) {
    titles.declare(nameOf(statement.title), true);
    new ScenarioChecker(ruleset, context).check(statement);
  }
}

function nameOf({ span, value }: Text): Name {
  return { text: value, quoted: true, span };
}

class ScenarioChecker {
  readonly #context: Context;
  readonly #ruleset: Ruleset;
  readonly #once: Once;
  readonly #lines: Declared<true>;

  constructor(ruleset: Ruleset, context: Context) {
    this.#context = context;
    this.#ruleset = ruleset;
    this.#once = new Once(context.findings);
    this.#lines = new Declared('line', context.findings);
  }

  check({ parts, span }: ScenarioStatement): void {
    const lines = parts.flatMap((part) => (part.kind === 'cart' ? part.lines : []));
    for (const [index, line] of lines.entries()) this.#line(line, index);
    for (const part of parts) this.#part(part);
    for (const carrier of ['customer', 'order'] as const) {
      const attributes = parts.flatMap((part) => (part.kind === carrier ? part.attributes : []));
      checkAttributes(carrier, attributes, span, this.#context);
    }
  }

  #part(part: ScenarioPart): void {
    const { findings, timezone } = this.#context;
    if (ONCE.has(part.kind)) this.#once.admits(part.kind, part.span);
    if (part.kind === 'at') {
      const zone = part.zone === undefined ? timezone : knownZone(part.zone.value, part.zone.span, findings);
      instantOf(part.time, zone, findings);
    }
    if (part.kind === 'shipping') {
      this.#money(part.amount, '`shipping`');
      checkAttributes('shipping', part.attributes, part.span, this.#context);
    }
    if (part.kind === 'usage') this.#usage(part);
    if (part.kind === 'expect') this.#expectation(part.expectation);
  }

  /** A line that says no id is named by its number, counted from 1. */
  #line(line: ScenarioLine, index: number): void {
    const { id, quantity, sku } = line;
    this.#lines.declare(
      id === undefined ? { text: String(index + 1), quoted: true, span: sku.span } : nameOf(id),
      true,
    );
    const units = wholeAt(quantity, 1, "a line's quantity", this.#context);
    if (units !== undefined && units > MOST_UNITS) {
      const params = {
        what: "a line's quantity",
        count: units,
        least: 1,
        greatest: MOST_UNITS.toLocaleString('en'),
      };
      this.#context.findings.add('RK1036', quantity.span, params);
    }
    if (this.#ruleset.prices === undefined) this.#money(line.price, "a line's price");
    checkAttributes('line', line.attributes, line.sku.span, this.#context);
  }

  #money(amount: ScenarioLine['price'], what: string): void {
    moneyAt(amount, standingPlace(0, undefined), what, this.#context);
  }

  #usage({ entries, promotion }: Extract<ScenarioPart, { kind: 'usage' }>): void {
    this.#promotion(promotion);
    const once = new Once(this.#context.findings);
    for (const { key, span, value } of entries) {
      once.admits(key, span);
      if (key === 'spent') this.#money(value, '`spent`');
      else if (value.kind === 'number') {
        wholeAt({ value: Number(value.digits), span: value.span }, 0, `\`${key}\``, this.#context);
      }
    }
  }

  #promotion(name: Name): void {
    this.#context.promotions.find(name, 'name a promotion or coupon of this file');
  }

  #expectation(expected: Expectation): void {
    switch (expected.kind) {
      case 'pay':
      case 'discount':
        return this.#money(expected.amount, `\`expect ${expected.kind}\``);
      case 'takes':
        this.#promotion(expected.promotion);
        return this.#money(expected.amount, '`takes`');
      case 'refused':
        this.#promotion(expected.promotion);
        return expected.reason && this.#known('reason', expected.reason, REASONS);
      case 'line':
        this.#lines.find(nameOf(expected.id), 'give a line of the cart this `id`');
        return this.#money(expected.amount, '`pays`');
      case 'violation': {
        const titles = this.#ruleset.guarantees.map((guarantee) => guarantee.title);
        return this.#known('guarantee', nameOf(expected.title), titles);
      }
      case 'gift':
        wholeAt(expected.count, 1, '`expect gift`', this.#context);
        return undefined;
      case 'missing':
        return undefined;
    }
  }

  #known(kind: string, name: Name, known: readonly string[]): void {
    if (name.text === '' || known.includes(name.text)) return;
    const help = suggest(name.text, known, `known: ${known.map((word) => `\`${word}\``).join(', ')}`);
    this.#context.findings.add('RK1001', name.span, { kind, name: name.text, help });
  }
}

const ONCE: ReadonlySet<ScenarioPart['kind']> = new Set(['at', 'customer', 'order', 'cart']);
