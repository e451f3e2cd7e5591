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
  Identifier,
  LayerName,
  OperandName,
  PlainName,
  words,
} from '../tokens.js';
import { OPERAND_STARTS } from '../starts.js';
import { type Keyword, LIMIT_WORDS, SETTING_WORDS, STATEMENT_WORDS, wordsOf } from '../words.js';
import { present, type Rule } from './base.js';
import { PromotionParser } from './promotions.js';

/** The statements that set a file up: its currency, attributes, layers, names, defaults and guarantees. */
export abstract class StatementParser extends PromotionParser {
  protected readonly currency: Rule<CurrencyStatement> = this.rule('currency', () => {
    const start = this.here();
    this.word('currency');
    const code = this.attempt(
      () => this.name(0, PlainName),
      () => this.missingName(),
    );
    return { kind: 'currency', code, span: this.since(start) };
  });

  protected readonly timezone: Rule<TimezoneStatement> = this.rule('timezone', () => {
    const start = this.here();
    this.word('timezone');
    const zone = this.SUBRULE(this.zone);
    return { kind: 'timezone', zone, span: this.since(start) };
  });

  // Attributes ---------------------------------------------------------------------------------------------------

  protected readonly has: Rule<HasStatement> = this.rule('has', () => {
    const start = this.here();
    const carrier = this.choice<Carrier>('Carrier');
    this.word('has');
    const attributes = this.SUBRULE(this.attributes);
    return { kind: 'has', carrier, attributes, span: this.since(start) };
  });

  private readonly attributes: Rule<AttributeDeclaration[]> = this.rule('attributes', () => {
    const follows = (): boolean => this.next(Identifier);
    return this.list(0, (idx) => this.attributeOrMissing(idx), { follows });
  });

  private readonly attribute: Rule<AttributeDeclaration> = this.rule('attribute', () => {
    const start = this.here();
    const name = this.name(0, AttributeName);
    const optional = this.flag('optional');
    const type = this.typeOrMissing();
    return { name, optional, type, span: this.since(start) };
  });

  private attributeOrMissing(idx: number): AttributeDeclaration {
    return this.inList(
      () => this.subrule(idx, this.attribute),
      () => {
        const span = this.nowhere();
        return { name: this.missingName(), optional: false, type: { kind: 'missing', span }, span };
      },
    );
  }

  private typeOrMissing(): TypeNode {
    return this.inList(
      () => this.SUBRULE(this.type),
      () => ({ kind: 'missing', span: this.nowhere() }),
    );
  }

  private readonly type: Rule<TypeNode> = this.rule('type', () => {
    const start = this.here();
    this.oneOf([...wordsOf('TypeWord'), 'list', 'one'], 'a type');
    return this.OR<TypeNode>([
      {
        ALT: () => {
          const word = this.choice<TypeWord>('TypeWord');
          return { kind: 'word', word, span: this.since(start) };
        },
      },
      {
        ALT: () => {
          this.word('list');
          this.word('of');
          this.word('text');
          return { kind: 'word', word: 'list', span: this.since(start) };
        },
      },
      {
        ALT: () => {
          this.word('one');
          this.word('of', 2);
          const members = this.list(0, (idx) => this.name(idx, AttributeName), {
            goesOn: () => !this.declarationFollows(2),
            follows: () => this.next(Identifier) && !this.declarationFollows(1),
          });
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
    this.word('table');
    const name = this.name(0, PlainName);
    this.CONSUME(Equals);
    const path = this.text(0);
    this.word('with');
    const columns = this.SUBRULE(this.attributes);
    return { kind: 'table', name, path, columns, span: this.since(start) };
  });

  // Layers -------------------------------------------------------------------------------------------------------

  protected readonly layers: Rule<LayersStatement> = this.rule('layers', () => {
    const start = this.here();
    this.word('layers');
    const cap = this.OPTION(() => this.SUBRULE(this.layersCap));
    const follows = (): boolean =>
      this.next(Identifier) || (this.next(words.shipping) && !this.next(words.has, 2));
    const layers = this.list(0, (idx) => this.subrule(idx, this.layerDeclaration), { follows });
    return { kind: 'layers', ...present({ cap }), layers, span: this.since(start) };
  });

  private readonly layersCap: Rule<Expression> = this.rule('layersCap', () => {
    this.word('capped');
    this.word('at');
    const amount = this.SUBRULE(this.sum);
    this.CONSUME(Comma);
    return amount;
  });

  private readonly layerDeclaration: Rule<LayerDeclaration> = this.rule('layerDeclaration', () => {
    const start = this.here();
    const layerWords: LayerWord[] = [];
    const name = this.inList(
      () => this.name(0, LayerName),
      () => this.missingName(),
    );
    this.inList(
      () => {
        this.correct(AFTER_LAYER);
        this.MANY(() => {
          layerWords.push(this.SUBRULE(this.layerWord));
          this.correct(AFTER_LAYER);
        });
      },
      () => undefined,
    );
    return { name, words: layerWords, span: this.since(start) };
  });

  private readonly layerWord: Rule<LayerWord> = this.rule('layerWord', () => {
    const start = this.here();
    return this.OR<LayerWord>([
      {
        ALT: () => {
          this.word('together');
          return { kind: 'together', span: this.since(start) };
        },
      },
      {
        ALT: () => {
          this.word('best');
          const per = this.OPTION(() => {
            this.word('per');
            return this.name(0, AttributeName);
          });
          return { kind: 'best', ...present({ per }), span: this.since(start) };
        },
      },
      {
        ALT: () => {
          this.word('each');
          this.word('unit');
          this.word('once');
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
    this.word('let');
    const name = this.name(0, OperandName);
    const value = this.attempt(
      () => this.SUBRULE(this.letBody),
      () => this.missing(),
    );
    return { kind: 'let', name, value, span: this.since(start) };
  });

  private readonly letBody: Rule<Expression | ValuesFrom> = this.rule('letBody', () => {
    this.CONSUME(Equals);
    if (!this.next(words.values)) this.need(OPERAND_STARTS, 'a value');
    return this.OR<Expression | ValuesFrom>([
      { ALT: () => this.SUBRULE(this.valuesFrom) },
      { ALT: () => this.SUBRULE(this.letValue) },
    ]);
  });

  private readonly valuesFrom: Rule<ValuesFrom> = this.rule('valuesFrom', () => {
    const start = this.here();
    this.word('values');
    this.word('from');
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
    this.word('import');
    const path = this.attempt(
      () => this.text(0),
      () => this.missingText(),
    );
    return { kind: 'import', path, span: this.since(start) };
  });

  protected readonly default: Rule<DefaultStatement> = this.rule('default', () => {
    const start = this.here();
    this.word('default');
    const setting = this.attempt(
      () => this.SUBRULE(this.defaultSetting),
      () => ({ kind: 'missing' as const, span: this.nowhere() }),
    );
    return { kind: 'default', setting, span: this.since(start) };
  });

  private readonly defaultSetting: Rule<DefaultStatement['setting']> = this.rule('defaultSetting', () => {
    this.oneOf([...SETTING_WORDS, 'choose', 'search', 'prices'], 'a setting');
    return this.OR<DefaultStatement['setting']>([
      { ALT: () => this.SUBRULE(this.setting) },
      { ALT: () => this.SUBRULE(this.choose) },
      { ALT: () => this.SUBRULE(this.searchLimit) },
      { ALT: () => this.SUBRULE(this.prices) },
    ]);
  });

  private readonly choose: Rule<DefaultStatement['setting']> = this.rule('choose', () => {
    const start = this.here();
    this.word('choose');
    const how = this.choice<'best' | 'first'>('ChooseWord');
    return { kind: 'choose', how, span: this.since(start) };
  });

  private readonly searchLimit: Rule<DefaultStatement['setting']> = this.rule('searchLimit', () => {
    const start = this.here();
    this.word('search');
    this.word('limit');
    const count = this.whole(0, 'a search limit');
    return { kind: 'search-limit', count, span: this.since(start) };
  });

  /** `prices rounded half-up per line` or `per unit`. */
  private readonly prices: Rule<DefaultStatement['setting']> = this.rule('prices', () => {
    const start = this.here();
    this.word('prices');
    this.word('rounded');
    const mode = this.choice<RoundingWord>('RoundingMode');
    this.word('per');
    const per = this.choice<'line' | 'unit'>('LineOrUnit');
    return { kind: 'prices', mode, per, span: this.since(start) };
  });

  // What may stand together, and what must hold --------------------------------------------------------------------

  protected readonly allow: Rule<AllowStatement> = this.rule('allow', () => {
    const start = this.here();
    this.word('allow');
    const count = this.whole(0, 'how many may stand together');
    this.word('of');
    const follows = (): boolean => this.next(Identifier);
    const members = this.list(0, (idx) => this.subrule(idx, this.member), { follows });
    return { kind: 'allow', count, members, span: this.since(start) };
  });

  protected readonly guarantee: Rule<GuaranteeStatement> = this.rule('guarantee', () => {
    const start = this.here();
    this.word('guarantee');
    const title = this.OPTION(() => this.text(0));
    const eachLine = this.OPTION2(() => {
      this.word('for');
      this.word('each');
      return this.word('line');
    });
    const condition = this.SUBRULE(this.expression);
    const required = this.flag('required', 3);
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

/** What may stand after a layer's name or after one of its words. */
const AFTER_LAYER: readonly Keyword[] = [
  'together',
  'best',
  'per',
  'each',
  ...LIMIT_WORDS,
  ...SETTING_WORDS,
  ...STATEMENT_WORDS,
];
