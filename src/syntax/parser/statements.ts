import type {
  AllowStatement,
  CurrencyStatement,
  DefaultStatement,
  Expression,
  GuaranteeStatement,
  ImportStatement,
  LetStatement,
  TimezoneStatement,
  ValuesFrom,
} from '../ast.js';
import { Equals, Identifier, OperandName, PlainName, words } from '../tokens.js';
import { OPERAND_STARTS } from '../starts.js';
import { SETTING_WORDS } from '../words.js';
import { present, type Rule } from './base.js';
import { DeclarationParser } from './declarations.js';

/** The statements that set a file up: its currency, names, defaults, and what must hold in it. */
export abstract class StatementParser extends DeclarationParser {
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
    if (!this.next(words.values) && !this.next(words.not)) this.need(OPERAND_STARTS, 'a value');
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

  private readonly anyDefault: () => DefaultStatement['setting'] = this.anyOf<DefaultStatement['setting']>(
    () => [this.setting, this.choose, this.searchLimit, this.prices],
  );

  private readonly defaultSetting: Rule<DefaultStatement['setting']> = this.rule('defaultSetting', () => {
    this.oneOf([...SETTING_WORDS, 'choose', 'search', 'prices'], 'a setting');
    return this.anyDefault();
  });

  private readonly choose: Rule<DefaultStatement['setting']> = this.rule('choose', () => {
    const start = this.here();
    this.word('choose');
    const how = this.choice('ChooseWord');
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
    const mode = this.choice('RoundingMode');
    this.word('per');
    const per = this.choice('LineOrUnit');
    return { kind: 'prices', mode, per, span: this.since(start) };
  });

  // What may stand together, and what must hold --------------------------------------------------------------------

  protected readonly allow: Rule<AllowStatement> = this.rule('allow', () => {
    const start = this.here();
    this.word('allow');
    const count = this.whole(0, 'how many may stand together');
    this.word('of');
    const follows = (): boolean => this.next(Identifier) && !this.startsLine();
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
