import type { Clause, Expression, ForEachClause, Over, ThresholdClause } from '../ast.js';
import { AttributeName, LayerName, PlainName, NumberToken, TextToken, words } from '../tokens.js';
import { present, type Rule } from './base.js';
import { WindowParser } from './windows.js';

/** When and on what a promotion acts, and what opens its offers. */
export abstract class ClauseParser extends WindowParser {
  protected readonly layer: Rule<Clause> = this.rule('layer', () => {
    const start = this.here();
    this.word('layer');
    const name = this.name(0, LayerName);
    return { kind: 'layer', name, span: this.since(start) };
  });

  protected readonly priority: Rule<Clause> = this.rule('priority', () => {
    const start = this.here();
    this.word('priority');
    const value = this.whole(0, 'a priority');
    return { kind: 'priority', value, span: this.since(start) };
  });

  protected readonly when: Rule<Clause> = this.rule('when', () => {
    const start = this.here();
    this.word('when');
    const condition = this.SUBRULE(this.expression);
    return { kind: 'when', condition, span: this.since(start) };
  });

  protected readonly code: Rule<Clause> = this.rule('code', () => {
    const start = this.here();
    this.word('code');
    this.correct(['like']);
    const like = this.flag('like');
    const codes = this.list(0, (idx) => this.text(idx), { follows: () => this.next(TextToken) });
    return { kind: 'code', like, codes, span: this.since(start) };
  });

  protected readonly on: Rule<Clause> = this.rule('on', () => {
    const start = this.here();
    this.word('on');
    const shipping = this.OPTION(() => {
      this.word('shipping');
      return this.word('and');
    });
    this.word('lines');
    const where = this.OPTION2(() => this.SUBRULE(this.where));
    return { kind: 'on', shipping: shipping !== undefined, ...present({ where }), span: this.since(start) };
  });

  /** `for each store` | `for each line` | `for each row of T` | `for each store of T`. */
  protected readonly forEach: Rule<ForEachClause> = this.rule('forEach', () => {
    const start = this.here();
    this.word('for');
    this.word('each');
    const attribute = this.name(0, AttributeName);
    const table = this.OPTION(() => {
      this.word('of');
      return this.name(0, PlainName);
    });
    const span = this.since(start);
    if (!attribute.quoted && attribute.text === 'line' && table === undefined)
      return { kind: 'for-each', by: 'line', span };
    if (!attribute.quoted && attribute.text === 'row' && table !== undefined)
      return { kind: 'for-each', by: 'row', table, span };
    return { kind: 'for-each', by: 'attribute', attribute, ...present({ table }), span };
  });

  /** The clause before the one that is read, if there is one. */
  protected before: Clause | undefined;

  // Thresholds ---------------------------------------------------------------------------------------------------

  protected readonly spend: Rule<ThresholdClause> = this.rule('spend', () => {
    const start = this.here();
    this.word('spend');
    const amount = this.SUBRULE(this.sum);
    const measured = this.SUBRULE(this.measured);
    this.behindOffer(start);
    const offers = this.SUBRULE(this.offers);
    return { kind: 'spend', amount, ...measured, offers, span: this.since(start) };
  });

  /** On what an amount is measured, when that is not what is left in scope. */
  private readonly measured: Rule<Measured> = this.rule('measured', () => {
    const over = this.OPTION(() => this.SUBRULE(this.over));
    const counting = this.OPTION2(() => this.SUBRULE(this.countingAmount));
    return present({ over, counting });
  });

  private readonly countingAmount: Rule<Expression> = this.rule('countingAmount', () => {
    this.word('counting');
    return this.SUBRULE(this.sum);
  });

  /** `over all lines` or `over lines where …`. */
  private readonly over: Rule<Over> = this.rule('over', () => {
    const start = this.here();
    this.word('over');
    this.oneOf(['all', 'lines'], '`all lines` or `lines where`');
    const where = this.OR<Expression | undefined>([
      {
        ALT: () => {
          this.word('all');
          this.word('lines');
          return undefined;
        },
      },
      { ALT: () => this.SUBRULE(this.linesWhere) },
    ]);
    return { ...present({ where }), span: this.since(start) };
  });

  protected readonly buy: Rule<ThresholdClause> = this.rule('buy', () => {
    const start = this.here();
    this.word('buy');
    const units = this.SUBRULE(this.count);
    this.needlessUnits();
    const over = this.OPTION(() => this.SUBRULE(this.over));
    this.behindOffer(start);
    const offers = this.SUBRULE(this.offers);
    return { kind: 'buy', units, ...present({ over }), offers, span: this.since(start) };
  });

  /** `every AMOUNT …` and `every N units …`: the word `units` tells them apart. */
  protected readonly every: Rule<ThresholdClause> = this.rule('every', () => {
    const start = this.here();
    this.word('every');
    const measure = this.SUBRULE(this.sum);
    const rest = this.OR<Group | Measured>([
      { GATE: () => this.unitsOfGroup(), ALT: () => this.SUBRULE(this.group) },
      { ALT: () => this.SUBRULE(this.measured) },
    ]);
    this.behindOffer(start);
    const offers = this.SUBRULE(this.offers);
    const span = this.since(start);
    return this.ACTION(() =>
      'first' in rest
        ? { kind: 'every-units', units: this.countOnly(measure), ...rest, offers, span }
        : { kind: 'every-amount', amount: measure, ...rest, offers, span },
    );
  });

  /** `units [of lines where …] [cheapest first | cheapest of all]`. */
  private readonly group: Rule<Group> = this.rule('group', () => {
    this.word('units');
    const of = this.OPTION(() => {
      this.word('of');
      return this.SUBRULE(this.linesWhere);
    });
    const first = this.OPTION2({
      GATE: () => this.next(words.first, 2),
      DEF: () => {
        const end = this.choice('PickWord');
        this.word('first');
        return end;
      },
    });
    const ofAll = this.OPTION3(() => {
      this.word('cheapest');
      this.word('of', 2);
      return this.word('all');
    });
    return { ...present({ of }), first: first ?? 'dearest', ofAll: ofAll !== undefined };
  });

  protected readonly bareOffers: Rule<ThresholdClause> = this.rule('bareOffers', () => {
    const start = this.here();
    const offers = this.SUBRULE(this.offers);
    return { kind: 'offers', offers, span: this.since(start) };
  });

  // What people write instead ------------------------------------------------------------------------------------

  /** Whether `units` here belongs to the group before it rather than beginning a unit position. */
  private unitsOfGroup(): boolean {
    return !this.next(NumberToken, 2) && !this.next(words.row, 2);
  }

  /** `buy 3 units …` */
  private needlessUnits(): void {
    if (this.RECORDING_PHASE || !this.next(words.units) || !this.unitsOfGroup()) return;
    this.mistake('RK0028', this.spanOf(this.LA(1)), {
      found: 'units',
      help: 'write `buy` and the number alone',
    });
    this.SKIP_TOKEN();
  }

  /** `take 50.00 off spend 300`: the offer that is missing stands before its threshold. */
  private behindOffer(start: number): void {
    if (this.RECORDING_PHASE || this.before?.kind !== 'offers' || this.offerAhead()) return;
    const { span } = this.before;
    const [threshold, offer] = [this.since(start), span].map((part) =>
      this.source.slice(part.start, part.end),
    );
    this.mistake('RK0058', this.since(start), { threshold: threshold ?? '', offer: offer ?? '' });
    this.blame(this.LA(1));
  }

  /** `every n + 1 units`: groups are counted in a number or a name. */
  private countOnly(measure: Expression): Expression {
    const fits = measure.kind === 'number' || measure.kind === 'name' || measure.kind === 'missing';
    if (fits) return measure;
    this.mistake('RK0055', measure.span, {});
    return { kind: 'missing', span: measure.span };
  }
}

type Measured = Partial<
  Pick<Extract<ThresholdClause, { kind: 'spend' | 'every-amount' }>, 'over' | 'counting'>
>;
type Group = Pick<Extract<ThresholdClause, { kind: 'every-units' }>, 'of' | 'first' | 'ofAll'>;
