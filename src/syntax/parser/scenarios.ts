import type {
  AttributeValue,
  Expectation,
  Expression,
  ScenarioLine,
  ScenarioPart,
  ScenarioStatement,
  UsageEntry,
} from '../ast.js';
import { beginsStatement, SCENARIO_STARTS, SCENARIO_VALUE_STARTS } from '../starts.js';
import {
  choices,
  Identifier,
  NumberToken,
  PromotionName,
  ScenarioName,
  TextToken,
  words,
} from '../tokens.js';
import { CLAUSE_OR_STATEMENT_WORDS, type Keyword, SCENARIO_WORDS } from '../words.js';
import { present, type Rule } from './base.js';
import { SCENARIO_PARTS } from './expected.js';
import { StatementParser } from './statements.js';

/** Scenarios: a cart and what it is expected to cost. */
export abstract class ScenarioParser extends StatementParser {
  protected readonly scenario: Rule<ScenarioStatement> = this.rule('scenario', () => {
    const start = this.here();
    this.word('scenario');
    const title = this.attempt(
      () => this.text(0),
      () => this.missingText(),
    );
    const parts: ScenarioPart[] = [];
    this.toPart();
    this.MANY({
      GATE: () => !this.next(choices.Carrier) || !this.next(words.has, 2),
      DEF: () => {
        const part = this.attempt(
          () => this.SUBRULE(this.scenarioPart),
          () => undefined,
        );
        if (part !== undefined) parts.push(part);
        this.toPart();
      },
    });
    return { kind: 'scenario', title, parts, span: this.since(start) };
  });

  /** Goes to the next part or statement; what is passed over is reported. */
  private toPart(): void {
    this.passOver(
      () => SCENARIO_STARTS.has(this.LA(1).tokenType) || beginsStatement(this.LA(1), this.LA(2)),
      PART_OR_STATEMENT_WORDS,
      'part of a scenario',
      SCENARIO_PARTS,
    );
  }

  private readonly anyPart: () => ScenarioPart = this.anyOf<ScenarioPart>(() => [
    this.at,
    this.carrier,
    this.cart,
    this.shipping,
    this.enteredCodes,
    this.usage,
    this.expect,
  ]);

  private readonly scenarioPart: Rule<ScenarioPart> = this.rule('scenarioPart', () => this.anyPart());

  private readonly at: Rule<ScenarioPart> = this.rule('at', () => {
    const start = this.here();
    this.word('at');
    const time = this.SUBRULE(this.time);
    const zone = this.OPTION(() => {
      this.word('in');
      return this.SUBRULE(this.zone);
    });
    return { kind: 'at', time, ...present({ zone }), span: this.since(start) };
  });

  private readonly carrier: Rule<ScenarioPart> = this.rule('carrier', () => {
    const start = this.here();
    const kind = this.choice('CustomerOrOrder');
    const attributes = this.SUBRULE(this.attributeValues);
    return { kind, attributes, span: this.since(start) };
  });

  private readonly attributeValues: Rule<AttributeValue[]> = this.rule('attributeValues', () => {
    const attributes: AttributeValue[] = [];
    this.partMisspelt();
    this.MANY(() => {
      attributes.push(this.SUBRULE(this.attributeValue));
      this.partMisspelt();
    });
    return attributes;
  });

  private readonly anyAttributeValue: () => Expression = this.anyOf<Expression>(() => [
    this.texts,
    this.amountLiteral,
    this.percentage,
    this.time,
    this.flagLiteral,
    this.bareWord,
  ]);

  private readonly attributeValue: Rule<AttributeValue> = this.rule('attributeValue', () => {
    const start = this.here();
    const name = this.name(0, ScenarioName);
    this.need(SCENARIO_VALUE_STARTS, 'the value of the attribute');
    const value = this.anyAttributeValue();
    return { name, value, span: this.since(start) };
  });

  /** One text, or several of them for a list. */
  private readonly texts: Rule<Expression> = this.rule('texts', () => {
    const start = this.here();
    const follows = (): boolean => this.next(TextToken);
    const items = this.list(0, (idx) => this.subrule(idx, this.textLiteral), { follows });
    return this.ACTION(() =>
      items.length === 1 ? items[0]! : { kind: 'list', items, span: this.since(start) },
    );
  });

  private readonly bareWord: Rule<Expression> = this.rule('bareWord', () => {
    const name = this.name(0, ScenarioName);
    return { kind: 'name', parts: [name], span: name.span };
  });

  private readonly cart: Rule<ScenarioPart> = this.rule('cart', () => {
    const start = this.here();
    this.word('cart');
    const lines: ScenarioLine[] = [];
    this.MANY(() => {
      const line = this.inList(
        () => this.SUBRULE(this.cartLine),
        () => undefined,
        () => this.next(NumberToken) && this.next(words.of, 2),
      );
      if (line !== undefined) lines.push(line);
    });
    return { kind: 'cart', lines, span: this.since(start) };
  });

  /** `2 of "SHIRT" at 129.00 store "S1"`. */
  private readonly cartLine: Rule<ScenarioLine> = this.rule('cartLine', () => {
    const start = this.here();
    const quantity = this.whole(0, 'a quantity');
    this.word('of');
    const sku = this.text(0);
    this.word('at');
    const price = this.SUBRULE(this.amountLiteral);
    const values = this.SUBRULE(this.attributeValues);
    return { quantity, sku, price, ...this.ACTION(() => withId(values)), span: this.since(start) };
  });

  private readonly shipping: Rule<ScenarioPart> = this.rule('shipping', () => {
    const start = this.here();
    this.word('shipping');
    const amount = this.SUBRULE(this.amountLiteral);
    const values = this.SUBRULE(this.attributeValues);
    return { kind: 'shipping', amount, ...this.ACTION(() => withId(values)), span: this.since(start) };
  });

  private readonly enteredCodes: Rule<ScenarioPart> = this.rule('enteredCodes', () => {
    const start = this.here();
    this.word('code');
    const codes = this.list(0, (idx) => this.text(idx), { follows: () => this.next(TextToken) });
    return { kind: 'code', codes, span: this.since(start) };
  });

  private readonly usage: Rule<ScenarioPart> = this.rule('usage', () => {
    const start = this.here();
    this.word('usage');
    const promotion = this.name(0, PromotionName);
    const entries: UsageEntry[] = [];
    this.MANY(() => {
      entries.push(this.SUBRULE(this.usageEntry));
    });
    return { kind: 'usage', promotion, entries, span: this.since(start) };
  });

  private readonly usageEntry: Rule<UsageEntry> = this.rule('usageEntry', () => {
    const start = this.here();
    const key = this.choice('UsageKey');
    const value = this.SUBRULE(this.amountLiteral);
    return { key, value, span: this.since(start) };
  });

  private readonly expect: Rule<ScenarioPart> = this.rule('expect', () => {
    const start = this.here();
    this.word('expect');
    const expectation = this.SUBRULE(this.expectation);
    return { kind: 'expect', expectation, span: this.since(start) };
  });

  private readonly expectation: Rule<Expectation> = this.rule('expectation', () => {
    const start = this.here();
    if (this.unclear()) this.fail('an expectation');
    return this.OR<Expectation>([
      {
        ALT: () => {
          const kind = this.choice('ClosingAmount');
          const amount = this.SUBRULE(this.amountLiteral);
          return { kind, amount, span: this.since(start) };
        },
      },
      {
        ALT: () => {
          this.word('gift');
          const count = this.whole(0, 'a quantity');
          this.word('of');
          const sku = this.text(0);
          return { kind: 'gift', count, sku, span: this.since(start) };
        },
      },
      {
        ALT: () => {
          this.word('line');
          const id = this.text(1);
          this.word('pays');
          const amount = this.SUBRULE2(this.amountLiteral);
          return { kind: 'line', id, amount, span: this.since(start) };
        },
      },
      {
        ALT: () => {
          this.word('violation');
          const title = this.text(2);
          return { kind: 'violation', title, span: this.since(start) };
        },
      },
      {
        ALT: () => {
          const promotion = this.name(0, PromotionName);
          this.word('takes');
          const amount = this.SUBRULE3(this.amountLiteral);
          return { kind: 'takes', promotion, amount, span: this.since(start) };
        },
      },
      {
        ALT: () => {
          const promotion = this.name(1, PromotionName);
          this.word('refused');
          const reason = this.OPTION(() => this.name(2, ScenarioName));
          return { kind: 'refused', promotion, ...present({ reason }), span: this.since(start) };
        },
      },
    ]);
  });

  // What people write instead ------------------------------------------------------------------------------------

  /** Whether what follows `expect` is none of the expectations: then no alternative has to be tried. */
  private unclear(): boolean {
    if (this.RECORDING_PHASE) return false;
    const known = [words.line, words.violation].some((type) => this.next(type));
    const amount =
      [words.pay, words.discount, words.gift].some((type) => this.next(type)) && this.next(NumberToken, 2);
    if (known || amount || !this.next(PromotionName)) return !known && !amount;
    this.correct(['takes', 'refused'], 2);
    return !this.next(words.takes, 2) && !this.next(words.refused, 2);
  }

  /** On a new line a word that is nearly `expect` or `cart` is that, if what follows is no value of an attribute. */
  private partMisspelt(): void {
    const token = this.LA(1);
    if (this.RECORDING_PHASE || token.tokenType !== Identifier || !this.startsLine()) return;
    if (this.next(NumberToken, 2) && this.next(words.of, 3)) this.correct(['cart']);
    else if (this.expectationFollows()) this.correct(['expect']);
  }

  private expectationFollows(): boolean {
    if (this.next(words.takes, 3) || this.next(words.refused, 3)) return true;
    if (this.next(words.line, 2) || this.next(words.violation, 2)) return this.next(TextToken, 3);
    const amount = [words.pay, words.discount, words.gift].some((type) => this.next(type, 2));
    return amount && this.next(NumberToken, 3) && (this.next(words.gift, 2) || !this.next(words.of, 4));
  }
}

const PART_OR_STATEMENT_WORDS: readonly Keyword[] = [
  ...SCENARIO_WORDS.filter((word) => word === 'cart' || word === 'usage' || word === 'expect'),
  ...CLAUSE_OR_STATEMENT_WORDS,
];

/** Takes `id "a"` out of a list of attributes. */
function withId(attributes: readonly AttributeValue[]): Pick<ScenarioLine, 'id' | 'attributes'> {
  const found = attributes.find(
    ({ name, value }) => name.text === 'id' && !name.quoted && value.kind === 'text',
  );
  if (found?.value.kind !== 'text') return { attributes };
  const id = { value: found.value.value, span: found.value.span };
  return { id, attributes: attributes.filter((each) => each !== found) };
}
