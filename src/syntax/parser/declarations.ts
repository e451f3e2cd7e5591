import type {
  AttributeDeclaration,
  Expression,
  HasStatement,
  LayerDeclaration,
  LayersStatement,
  LayerWord,
  TableStatement,
  TypeNode,
} from '../ast.js';
import {
  AnyName,
  AttributeName,
  choices,
  Comma,
  Equals,
  Identifier,
  LayerName,
  PlainName,
  words,
} from '../tokens.js';
import { CHOICES, type Keyword, LIMIT_WORDS, SETTING_WORDS, STATEMENT_WORDS } from '../words.js';
import { present, type Rule } from './base.js';
import { PromotionParser } from './promotions.js';

/** What carts and tables carry, and the layers that promotions run in. */
export abstract class DeclarationParser extends PromotionParser {
  // Attributes ---------------------------------------------------------------------------------------------------

  protected readonly has: Rule<HasStatement> = this.rule('has', () => {
    const start = this.here();
    const carrier = this.choice('Carrier');
    this.word('has');
    const attributes = this.SUBRULE(this.attributes);
    return { kind: 'has', carrier, attributes, span: this.since(start) };
  });

  private readonly attributes: Rule<AttributeDeclaration[]> = this.rule('attributes', () => {
    const follows = (): boolean =>
      this.next(Identifier) && (!this.startsLine() || this.declarationFollows(1));
    return this.list(0, (idx) => this.attributeOrMissing(idx), { follows });
  });

  private readonly attribute: Rule<AttributeDeclaration> = this.rule('attribute', () => {
    const start = this.here();
    const name = this.name(0, AttributeName);
    const optional = this.flag('optional');
    const type = this.typeOrMissing();
    this.endElement('`,`');
    return { name, optional, type, span: this.since(start) };
  });

  private attributeOrMissing(idx: number): AttributeDeclaration {
    return this.inList(
      () => this.subrule(idx, this.attribute),
      () => {
        const span = this.nowhere();
        return { name: this.missingName(), optional: false, type: { kind: 'missing', span }, span };
      },
      () => this.next(Comma) && this.declarationFollows(2),
    );
  }

  private typeOrMissing(): TypeNode {
    return this.inList(
      () => this.SUBRULE(this.type),
      () => ({ kind: 'missing', span: this.nowhere() }),
      () => this.next(Comma) && this.declarationFollows(2),
    );
  }

  private readonly type: Rule<TypeNode> = this.rule('type', () => {
    const start = this.here();
    this.oneOf([...CHOICES.TypeWord, 'list', 'one'], 'a type');
    return this.OR<TypeNode>([
      {
        ALT: () => {
          const word = this.choice('TypeWord');
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
            follows: () => this.next(Identifier) && !this.startsLine(),
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
    const layers = this.list(0, (idx) => this.layerOrMissing(idx), { follows: () => this.layerFollows() });
    return { kind: 'layers', ...present({ cap }), layers, span: this.since(start) };
  });

  /** Whether a layer stands ahead: on a new line only if something goes on as layers do. */
  private layerFollows(): boolean {
    if (this.next(words.shipping)) return !this.next(words.has, 2);
    return this.next(Identifier) && (!this.startsLine() || LAYER_GOES_ON.some((type) => this.next(type, 2)));
  }

  private readonly layersCap: Rule<Expression> = this.rule('layersCap', () => {
    this.word('capped');
    this.word('at');
    const amount = this.SUBRULE(this.sum);
    this.CONSUME(Comma);
    return amount;
  });

  private readonly layerDeclaration: Rule<LayerDeclaration> = this.rule('layerDeclaration', () => {
    const start = this.here();
    const name = this.name(0, LayerName);
    const layerWords: LayerWord[] = [];
    this.inList(
      () => {
        this.correct(AFTER_LAYER);
        this.MANY(() => {
          layerWords.push(this.SUBRULE(this.layerWord));
          this.correct(AFTER_LAYER);
        });
        this.endElement('`,` or a word such as `best`');
      },
      () => undefined,
      () => this.next(Comma),
    );
    return { name, words: layerWords, span: this.since(start) };
  });

  private layerOrMissing(idx: number): LayerDeclaration {
    return this.inList(
      () => this.subrule(idx, this.layerDeclaration),
      () => ({ name: this.missingName(), words: [], span: this.nowhere() }),
      () => this.next(Comma),
    );
  }

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

const LAYER_GOES_ON = [Comma, words.best, words.together, words.capped, words.counting];
