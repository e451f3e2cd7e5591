import type { CapLimit, LeaveLimit, Limit, Setting, TimesLimit, UnitsLimit } from '../ast.js';
import { choices, LayerName, NumberToken, words } from '../tokens.js';
import { present, type Rule } from './base.js';
import { CHOICES, LIMIT_WORDS } from '../words.js';
import { ExpressionParser } from './expressions.js';

/** Settings and limits: they stand after a layer's name, in a promotion, after an offer, or after `default`. */
export abstract class SettingParser extends ExpressionParser {
  private readonly anySetting: () => Setting = this.anyOf<Setting>(() => [
    this.counting,
    this.rounding,
    this.share,
    this.shares,
    this.remainder,
    this.rest,
    this.overflow,
  ]);

  protected readonly setting: Rule<Setting> = this.rule('setting', () => this.anySetting());

  private readonly counting: Rule<Setting> = this.rule('counting', () => {
    const start = this.here();
    this.word('counting');
    const amount = this.SUBRULE(this.sum);
    return { kind: 'counting', amount, span: this.since(start) };
  });

  private readonly rounding: Rule<Setting> = this.rule('rounding', () => {
    const start = this.here();
    this.word('rounding');
    const mode = this.choice('RoundingMode');
    const part = this.OPTION(() => {
      this.word('of');
      return this.choice('RoundedPart');
    });
    return { kind: 'rounding', mode, of: part ?? 'discount', span: this.since(start) };
  });

  private readonly share: Rule<Setting> = this.rule('share', () => {
    const start = this.here();
    this.word('share');
    this.oneOf(['by', 'equally'], '`by` or `equally`');
    const weights = this.OR<Weights>([
      {
        ALT: () => {
          this.word('by');
          return this.SUBRULE(this.weights);
        },
      },
      {
        ALT: () => {
          this.word('equally');
          return { by: 'equally' };
        },
      },
    ]);
    return { kind: 'share', ...weights, span: this.since(start) };
  });

  private readonly weights: Rule<Weights> = this.rule('weights', () => {
    this.oneOf(['value', 'list', 'quantity'], '`value`, `list` or `quantity`');
    return this.OR<Weights>([
      { ALT: () => ({ by: this.choice('PlainWeight') }) },
      {
        ALT: () => {
          this.word('value');
          const after = this.OPTION(() => {
            this.word('after');
            return this.name(0, LayerName);
          });
          return { by: 'value', ...present({ after }) };
        },
      },
    ]);
  });

  private readonly shares: Rule<Setting> = this.rule('shares', () => {
    const start = this.here();
    this.word('shares');
    this.oneOf([...CHOICES.ShareRounding, 'in'], '`half-up`, `half-even`, `half-down`, `down` or `in turn`');
    const how = this.OR<ShareRounding>([
      { ALT: () => this.choice('ShareRounding') },
      {
        ALT: () => {
          this.word('in');
          this.word('turn');
          return 'in-turn';
        },
      },
    ]);
    return { kind: 'shares', how, span: this.since(start) };
  });

  private readonly remainder: Rule<Setting> = this.rule('remainder', () => {
    const start = this.here();
    this.word('to');
    this.oneOf(['largest', 'first', 'last'], '`largest fraction`, `largest line`, `first` or `last`');
    const who = this.OR<Receiver>([
      { ALT: () => this.choice('EndWord') },
      {
        ALT: () => {
          this.word('largest');
          return `largest-${this.choice('LargestWord')}`;
        },
      },
    ]);
    return { kind: 'to', who, span: this.since(start) };
  });

  private readonly rest: Rule<Setting> = this.rule('rest', () => {
    const start = this.here();
    this.word('rest');
    this.word('to');
    const who = this.choice('EndWord');
    return { kind: 'rest', who, span: this.since(start) };
  });

  private readonly overflow: Rule<Setting> = this.rule('overflow', () => {
    const start = this.here();
    this.word('overflow');
    this.oneOf(['to', 'dropped'], '`to others` or `dropped`');
    const how = this.OR<'to-others' | 'dropped'>([
      {
        ALT: () => {
          this.word('to');
          this.word('others');
          return 'to-others';
        },
      },
      {
        ALT: () => {
          this.word('dropped');
          return 'dropped';
        },
      },
    ]);
    return { kind: 'overflow', how, span: this.since(start) };
  });

  // Limits -------------------------------------------------------------------------------------------------------

  private readonly anyLimit: () => Limit = this.anyOf<Limit>(() => [
    this.cap,
    this.times,
    this.unitsLimit,
    this.leave,
  ]);

  /** Whether a limit is what comes next. */
  protected limitAhead(): boolean {
    return this.next(words.for) ? this.next(words.at, 2) : LIMIT_WORDS.some((word) => this.next(words[word]));
  }

  protected readonly limit: Rule<Limit> = this.rule('limit', () => this.anyLimit());

  /** `capped at AMOUNT [each | in all] [per unit | per line]`. */
  protected readonly cap: Rule<CapLimit> = this.rule('cap', () => {
    const start = this.here();
    this.word('capped');
    this.word('at');
    const amount = this.SUBRULE(this.sum);
    const standing = this.OPTION({
      // `each unit` is a slip for `per unit`; `each` before `unit 2 …` is not.
      GATE: () => !this.next(words.unit, 2) || this.next(NumberToken, 3),
      DEF: () => this.SUBRULE(this.standing),
    });
    const per = this.OPTION2({
      GATE: () => this.next(choices.LineOrUnit, 2),
      DEF: () => this.SUBRULE(this.perLineOrUnit),
    });
    return { kind: 'capped', amount, ...present({ standing, per }), span: this.since(start) };
  });

  private readonly standing: Rule<'each' | 'in-all'> = this.rule('standing', () =>
    this.OR<'each' | 'in-all'>([
      {
        ALT: () => {
          this.word('each');
          return 'each';
        },
      },
      {
        ALT: () => {
          this.word('in');
          this.word('all');
          return 'in-all';
        },
      },
    ]),
  );

  private readonly perLineOrUnit: Rule<'line' | 'unit'> = this.rule('perLineOrUnit', () => {
    this.word('per');
    return this.choice('LineOrUnit');
  });

  private readonly times: Rule<TimesLimit> = this.rule('times', () => {
    const start = this.here();
    this.word('up');
    this.word('to');
    const count = this.SUBRULE(this.count);
    this.word('times');
    return { kind: 'times', count, span: this.since(start) };
  });

  /** `for at most N units [the cheapest | the dearest] [per line | per customer]`. */
  private readonly unitsLimit: Rule<UnitsLimit> = this.rule('unitsLimit', () => {
    const start = this.here();
    this.word('for');
    this.word('at');
    this.word('most');
    const count = this.SUBRULE(this.count);
    this.word('units');
    const which = this.OPTION(() => {
      this.word('the');
      return this.choice('PickWord');
    });
    const per = this.OPTION2(() => {
      this.word('per');
      return this.choice('LineOrCustomer');
    });
    return { kind: 'units', count, which: which ?? 'dearest', ...present({ per }), span: this.since(start) };
  });

  /** `leave at least AMOUNT [per unit | per line | in all]`. */
  protected readonly leave: Rule<LeaveLimit> = this.rule('leave', () => {
    const start = this.here();
    this.word('leave');
    this.word('at');
    this.word('least');
    const amount = this.SUBRULE(this.sum);
    const per = this.OPTION(() =>
      this.OR<LeavePer>([
        { ALT: () => this.SUBRULE(this.perLineOrUnit) },
        {
          ALT: () => {
            this.word('in');
            this.word('all');
            return 'in-all';
          },
        },
      ]),
    );
    return { kind: 'leave', amount, ...present({ per }), span: this.since(start) };
  });
}

type Weights = Pick<Extract<Setting, { kind: 'share' }>, 'by' | 'after'>;
type ShareRounding = Extract<Setting, { kind: 'shares' }>['how'];
type Receiver = Extract<Setting, { kind: 'to' }>['who'];
type LeavePer = NonNullable<LeaveLimit['per']>;
