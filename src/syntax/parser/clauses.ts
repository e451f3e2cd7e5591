import type {
  ActivePart,
  Clause,
  Expression,
  ForEachClause,
  Over,
  Text,
  ThresholdClause,
  TimeLiteral,
  Weekday,
} from '../ast.js';
import {
  AnyName,
  AttributeName,
  choices,
  ClockToken,
  LayerName,
  PlainName,
  Plus,
  NumberToken,
  Slash,
  TextToken,
  words,
} from '../tokens.js';
import { CHOICES, CLAUSE_OR_STATEMENT_WORDS, type Keyword } from '../words.js';
import { present, type Rule } from './base.js';
import { OfferParser } from './offers.js';

/** When and on what a promotion acts, and what opens its offers. */
export abstract class ClauseParser extends OfferParser {
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

  protected readonly active: Rule<Clause> = this.rule('active', () => {
    const start = this.here();
    this.word('active');
    const parts = [this.SUBRULE(this.activePart)];
    this.correct(AFTER_PART);
    this.MANY({
      GATE: () => !this.next(words.on) || this.next(choices.WeekdayWord, 2) || this.next(choices.DayWord, 2),
      DEF: () => {
        parts.push(this.SUBRULE2(this.activePart));
        this.correct(AFTER_PART);
      },
    });
    return { kind: 'active', parts, span: this.since(start) };
  });

  private readonly anyActivePart: () => ActivePart = this.anyOf<ActivePart>(() => [
    this.endpoint,
    this.inZone,
    this.onDays,
    this.between,
  ]);

  private readonly activePart: Rule<ActivePart> = this.rule('activePart', () => {
    this.oneOf(['from', 'until', 'through', 'on', 'between', 'in'], 'a part of `active`');
    return this.anyActivePart();
  });

  private readonly endpoint: Rule<ActivePart> = this.rule('endpoint', () => {
    const start = this.here();
    const kind = this.choice('EndpointWord');
    const time = this.SUBRULE(this.time);
    return { kind, time: this.ACTION(() => this.fitting(kind, time)), span: this.since(start) };
  });

  /** `until` ends at a time, `through` with a day. */
  private fitting(kind: 'from' | 'until' | 'through', { clock, ...day }: TimeLiteral): TimeLiteral {
    const { date, span } = day;
    if (kind === 'until' && clock === undefined) {
      this.mistake('RK0050', span, { through: dayBefore(date), date });
      return { ...day, clock: '00:00' };
    }
    if (kind === 'through' && clock !== undefined) {
      this.mistake('RK0051', span, { date, clock });
      return day;
    }
    return { ...day, ...present({ clock }) };
  }

  private readonly inZone: Rule<ActivePart> = this.rule('inZone', () => {
    const start = this.here();
    this.word('in');
    const zone = this.SUBRULE(this.zone);
    return { kind: 'in', zone, span: this.since(start) };
  });

  /** A time zone's name, such as `Asia/Shanghai` or `Etc/GMT-8`. */
  protected readonly zone: Rule<Text> = this.rule('zone', () => {
    const quoted = this.zoneInQuotes();
    if (quoted !== undefined) return quoted;
    const start = this.here();
    this.CONSUME(AnyName);
    this.MANY(() => {
      this.CONSUME(Slash);
      this.CONSUME2(AnyName);
    });
    this.OPTION(() => {
      this.CONSUME(Plus);
      this.whole(0, 'an offset');
    });
    const span = this.since(start);
    return { span, value: this.source.slice(span.start, span.end).replace(/\s/g, '') };
  });

  private readonly onDays: Rule<ActivePart> = this.rule('onDays', () => {
    const start = this.here();
    this.word('on');
    this.oneOf([...CHOICES.WeekdayWord, 'day', 'days'], 'a day of the week or `day`');
    return this.OR<ActivePart>([
      {
        ALT: () => {
          const days = this.list(
            0,
            (idx) => this.consume(idx, choices.WeekdayWord).image.replace(/s$/, '') as Weekday,
          );
          return { kind: 'weekdays', days, span: this.since(start) };
        },
      },
      {
        ALT: () => {
          this.choice('DayWord');
          const days = this.list(1, (idx) => this.whole(idx, 'a day of the month'));
          this.word('of');
          this.word('each');
          this.word('month');
          return { kind: 'month-days', days, span: this.since(start) };
        },
      },
    ]);
  });

  private readonly between: Rule<ActivePart> = this.rule('between', () => {
    const start = this.here();
    this.word('between');
    const from = this.clock(0);
    this.word('and');
    const to = this.clock(1);
    return { kind: 'between', from, to, span: this.since(start) };
  });

  private clock(idx: number): Text {
    const token = this.consume(idx, ClockToken);
    return { span: this.spanOf(token), value: token.image };
  }

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

  // Thresholds ---------------------------------------------------------------------------------------------------

  protected readonly spend: Rule<ThresholdClause> = this.rule('spend', () => {
    const start = this.here();
    this.word('spend');
    const amount = this.SUBRULE(this.sum);
    const measured = this.SUBRULE(this.measured);
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

  /** `every n + 1 units`: groups are counted in a number or a name. */
  private countOnly(measure: Expression): Expression {
    const fits = measure.kind === 'number' || measure.kind === 'name' || measure.kind === 'missing';
    if (fits) return measure;
    this.mistake('RK0055', measure.span, {});
    return { kind: 'missing', span: measure.span };
  }

  private zoneInQuotes(): Text | undefined {
    if (this.RECORDING_PHASE || !this.next(TextToken)) return undefined;
    const { value, span } = this.text(0);
    this.mistake('RK0007', span, { found: `\`${this.written(this.LA(0))}\``, right: `\`${value}\`` });
    return { value, span };
  }
}

/** `through` with the day before, which needs no calendar but on the first of a month. */
function dayBefore(date: string): string {
  const day = Number(date.slice(8));
  if (day === 1) return '`through` with the day before';
  return `\`through ${date.slice(0, 8)}${String(day - 1).padStart(2, '0')}\``;
}

/** What may stand after a part of `active`. */
const AFTER_PART: readonly Keyword[] = [
  ...CHOICES.EndpointWord,
  'between',
  'in',
  ...CLAUSE_OR_STATEMENT_WORDS,
];

type Measured = Partial<
  Pick<Extract<ThresholdClause, { kind: 'spend' | 'every-amount' }>, 'over' | 'counting'>
>;
type Group = Pick<Extract<ThresholdClause, { kind: 'every-units' }>, 'of' | 'first' | 'ofAll'>;
