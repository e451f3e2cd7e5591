import type {
  AllowStatement,
  AttributeDeclaration,
  Carrier,
  CurrencyStatement,
  DefaultStatement,
  Expression,
  GuaranteeStatement,
  HasStatement,
  ImportStatement,
  LayerDeclaration,
  LayersStatement,
  LayerWord,
  LetStatement,
  RoundingWord,
  TableStatement,
  TimezoneStatement,
  TypeNode,
  TypeWord,
  ValuesFrom,
} from '../ast.js';
import {
  AnyName,
  AttributeName,
  choices,
  Comma,
  Equals,
  LayerName,
  OperandName,
  PlainName,
  words,
} from '../tokens.js';
import { present, type Rule } from './base.js';
import { PromotionParser } from './promotions.js';

/** The statements that set a file up: its currency, attributes, layers, names, defaults and guarantees. */
export abstract class StatementParser extends PromotionParser {
  protected readonly currency: Rule<CurrencyStatement> = this.rule('currency', () => {
    const start = this.here();
    this.CONSUME(words.currency);
    const code = this.name(0, PlainName);
    return { kind: 'currency', code, span: this.since(start) };
  });

  protected readonly timezone: Rule<TimezoneStatement> = this.rule('timezone', () => {
    const start = this.here();
    this.CONSUME(words.timezone);
    const zone = this.SUBRULE(this.zone);
    return { kind: 'timezone', zone, span: this.since(start) };
  });

  // Attributes ---------------------------------------------------------------------------------------------------

  protected readonly has: Rule<HasStatement> = this.rule('has', () => {
    const start = this.here();
    const carrier = this.CONSUME(choices.Carrier).image as Carrier;
    this.CONSUME(words.has);
    const attributes = this.list(0, (idx) => this.subrule(idx, this.attribute));
    return { kind: 'has', carrier, attributes, span: this.since(start) };
  });

  protected readonly attribute: Rule<AttributeDeclaration> = this.rule('attribute', () => {
    const start = this.here();
    const name = this.name(0, AttributeName);
    const optional = this.flag(0, words.optional);
    const type = this.SUBRULE(this.type);
    return { name, optional, type, span: this.since(start) };
  });

  private readonly type: Rule<TypeNode> = this.rule('type', () => {
    const start = this.here();
    return this.OR<TypeNode>([
      {
        ALT: () => {
          const word = this.CONSUME(choices.TypeWord).image as TypeWord;
          return { kind: 'word', word, span: this.since(start) };
        },
      },
      {
        ALT: () => {
          this.CONSUME(words.list);
          this.CONSUME(words.of);
          this.CONSUME(words.text);
          return { kind: 'word', word: 'list', span: this.since(start) };
        },
      },
      {
        ALT: () => {
          this.CONSUME(words.one);
          this.CONSUME2(words.of);
          const members = this.list(
            0,
            (idx) => this.name(idx, AttributeName),
            () => !this.declarationFollows(2),
          );
          return { kind: 'one-of', members, span: this.since(start) };
        },
      },
    ]);
  });

  /** Whether a name and a type are ahead: then a comma ends a `one of` list. */
  private declarationFollows(ahead: number): boolean {
    const types = [choices.TypeWord, words.optional, words.list, words.one];
    return this.next(AnyName, ahead) && types.some((type) => this.next(type, ahead + 1));
  }

  protected readonly table: Rule<TableStatement> = this.rule('table', () => {
    const start = this.here();
    this.CONSUME(words.table);
    const name = this.name(0, PlainName);
    this.CONSUME(Equals);
    const path = this.text(0);
    this.CONSUME(words.with);
    const columns = this.list(0, (idx) => this.subrule(idx, this.attribute));
    return { kind: 'table', name, path, columns, span: this.since(start) };
  });

  // Layers -------------------------------------------------------------------------------------------------------

  protected readonly layers: Rule<LayersStatement> = this.rule('layers', () => {
    const start = this.here();
    this.CONSUME(words.layers);
    const cap = this.OPTION(() => this.SUBRULE(this.layersCap));
    const layers = this.list(0, (idx) => this.subrule(idx, this.layerDeclaration));
    return { kind: 'layers', ...present({ cap }), layers, span: this.since(start) };
  });

  private readonly layersCap: Rule<Expression> = this.rule('layersCap', () => {
    this.CONSUME(words.capped);
    this.CONSUME(words.at);
    const amount = this.SUBRULE(this.sum);
    this.CONSUME(Comma);
    return amount;
  });

  private readonly layerDeclaration: Rule<LayerDeclaration> = this.rule('layerDeclaration', () => {
    const start = this.here();
    const name = this.name(0, LayerName);
    const layerWords: LayerWord[] = [];
    this.MANY(() => {
      layerWords.push(this.SUBRULE(this.layerWord));
    });
    return { name, words: layerWords, span: this.since(start) };
  });

  private readonly layerWord: Rule<LayerWord> = this.rule('layerWord', () => {
    const start = this.here();
    return this.OR<LayerWord>([
      {
        ALT: () => {
          this.CONSUME(words.together);
          return { kind: 'together', span: this.since(start) };
        },
      },
      {
        ALT: () => {
          this.CONSUME(words.best);
          const per = this.OPTION(() => {
            this.CONSUME(words.per);
            return this.name(0, AttributeName);
          });
          return { kind: 'best', ...present({ per }), span: this.since(start) };
        },
      },
      {
        ALT: () => {
          this.CONSUME(words.each);
          this.CONSUME(words.unit);
          this.CONSUME(words.once);
          return { kind: 'each-unit-once', span: this.since(start) };
        },
      },
      { ALT: () => this.SUBRULE(this.cap) },
      { ALT: () => this.SUBRULE(this.leave) },
      { ALT: () => this.SUBRULE(this.setting) },
    ]);
  });

  // Names, files and defaults ------------------------------------------------------------------------------------

  protected readonly let: Rule<LetStatement> = this.rule('let', () => {
    const start = this.here();
    this.CONSUME(words.let);
    const name = this.name(0, OperandName);
    this.CONSUME(Equals);
    const value = this.OR<Expression | ValuesFrom>([
      { ALT: () => this.SUBRULE(this.valuesFrom) },
      { ALT: () => this.SUBRULE(this.letValue) },
    ]);
    return { kind: 'let', name, value, span: this.since(start) };
  });

  private readonly valuesFrom: Rule<ValuesFrom> = this.rule('valuesFrom', () => {
    const start = this.here();
    this.CONSUME(words.values);
    this.CONSUME(words.from);
    const path = this.text(0);
    return { kind: 'values-from', path, span: this.since(start) };
  });

  /** An expression, or a list of values. */
  private readonly letValue: Rule<Expression> = this.rule('letValue', () => {
    const start = this.here();
    const items = this.list(0, (idx) => this.subrule(idx, this.expression));
    return this.ACTION(() =>
      items.length === 1 ? items[0]! : { kind: 'list', items, span: this.since(start) },
    );
  });

  protected readonly import: Rule<ImportStatement> = this.rule('import', () => {
    const start = this.here();
    this.CONSUME(words.import);
    const path = this.text(0);
    return { kind: 'import', path, span: this.since(start) };
  });

  protected readonly default: Rule<DefaultStatement> = this.rule('default', () => {
    const start = this.here();
    this.CONSUME(words.default);
    const setting = this.OR<DefaultStatement['setting']>([
      { ALT: () => this.SUBRULE(this.setting) },
      { ALT: () => this.SUBRULE(this.choose) },
      { ALT: () => this.SUBRULE(this.searchLimit) },
      { ALT: () => this.SUBRULE(this.prices) },
    ]);
    return { kind: 'default', setting, span: this.since(start) };
  });

  private readonly choose: Rule<DefaultStatement['setting']> = this.rule('choose', () => {
    const start = this.here();
    this.CONSUME(words.choose);
    const how = this.CONSUME(choices.ChooseWord).image as 'best' | 'first';
    return { kind: 'choose', how, span: this.since(start) };
  });

  private readonly searchLimit: Rule<DefaultStatement['setting']> = this.rule('searchLimit', () => {
    const start = this.here();
    this.CONSUME(words.search);
    this.CONSUME(words.limit);
    const count = this.whole(0);
    return { kind: 'search-limit', count, span: this.since(start) };
  });

  /** `prices rounded half-up per line` or `per unit`. */
  private readonly prices: Rule<DefaultStatement['setting']> = this.rule('prices', () => {
    const start = this.here();
    this.CONSUME(words.prices);
    this.CONSUME(words.rounded);
    const mode = this.CONSUME(choices.RoundingMode).image as RoundingWord;
    this.CONSUME(words.per);
    const per = this.CONSUME(choices.LineOrUnit).image as 'line' | 'unit';
    return { kind: 'prices', mode, per, span: this.since(start) };
  });

  // What may stand together, and what must hold --------------------------------------------------------------------

  protected readonly allow: Rule<AllowStatement> = this.rule('allow', () => {
    const start = this.here();
    this.CONSUME(words.allow);
    const count = this.whole(0);
    this.CONSUME(words.of);
    const members = this.list(0, (idx) => this.subrule(idx, this.member));
    return { kind: 'allow', count, members, span: this.since(start) };
  });

  protected readonly guarantee: Rule<GuaranteeStatement> = this.rule('guarantee', () => {
    const start = this.here();
    this.CONSUME(words.guarantee);
    const title = this.OPTION(() => this.text(0));
    const eachLine = this.OPTION2(() => {
      this.CONSUME(words.for);
      this.CONSUME(words.each);
      return this.CONSUME(words.line);
    });
    const condition = this.SUBRULE(this.expression);
    const required = this.flag(3, words.required);
    const span = this.since(start);
    return {
      kind: 'guarantee',
      ...present({ title }),
      forEachLine: eachLine !== undefined,
      condition,
      required,
      span,
    };
  });
}
