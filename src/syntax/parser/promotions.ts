import type {
  Clause,
  Expression,
  PartyShare,
  PromotionStatement,
  RedemptionLimit,
  Reference,
} from '../ast.js';
import {
  AnyName,
  AttributeName,
  Identifier,
  NumberToken,
  PartyName,
  PercentToken,
  PlainName,
  PromotionName,
  words,
} from '../tokens.js';
import { beginsStatement, CLAUSE_STARTS, PERCENT_STARTS } from '../starts.js';
import { CLAUSE_OR_STATEMENT_WORDS } from '../words.js';
import { present, type Rule } from './base.js';
import { CLAUSES } from './expected.js';
import { ClauseParser } from './clauses.js';

/** A promotion as a whole, and its clauses on redemption, settlement, text and standing together. */
export abstract class PromotionParser extends ClauseParser {
  protected readonly promotion: Rule<PromotionStatement> = this.rule('promotion', () => {
    const start = this.here();
    const kind = this.choice('PromotionWord');
    const name = this.attempt(
      () => this.name(0, PromotionName),
      () => this.missingName(),
    );
    const title = this.OPTION(() => this.text(0));
    const clauses: Clause[] = [];
    this.before = undefined;
    let whole = this.toClause();
    this.MANY(() => {
      const clause = this.clauseOrNothing();
      if (clause !== undefined) clauses.push(clause);
      this.before = clause;
      whole = this.toClause() && clause !== undefined && whole;
    });
    return {
      kind,
      name,
      ...present({ title, damaged: whole ? undefined : true }),
      clauses,
      span: this.since(start),
    };
  });

  protected clauseOrNothing(): Clause | undefined {
    return this.attempt(
      () => this.SUBRULE(this.clause),
      () => undefined,
    );
  }

  /** Goes to the next clause or statement; what is passed over is reported. Gives whether nothing was. */
  private toClause(): boolean {
    return this.passOver(
      () => CLAUSE_STARTS.has(this.LA(1).tokenType) || beginsStatement(this.LA(1), this.LA(2)),
      CLAUSE_OR_STATEMENT_WORDS,
      'clause',
      CLAUSES,
    );
  }

  private readonly anyClause: () => Clause = this.anyOf<Clause>(() => [
    this.layer,
    this.priority,
    this.active,
    this.when,
    this.code,
    this.on,
    this.forEach,
    this.setting,
    this.spend,
    this.buy,
    this.every,
    this.bareOffers,
    this.limit,
    this.redemption,
    this.budget,
    this.funded,
    this.commission,
    this.returns,
    this.wording,
    this.tag,
    this.notWith,
    this.alone,
    this.stop,
  ]);

  protected readonly clause: Rule<Clause> = this.rule('clause', () => {
    this.forWhat();
    return this.anyClause();
  });

  /** `for` begins two clauses: the word behind it has to say which. */
  private forWhat(): void {
    if (this.RECORDING_PHASE || !this.next(words.for)) return;
    this.correct(['each', 'at'], 2);
    if (this.next(words.each, 2) || this.next(words.at, 2)) return;
    this.SKIP_TOKEN();
    this.fail('`each` or `at most`');
  }

  private readonly redemption: Rule<Clause> = this.rule('redemption', () => {
    const start = this.here();
    this.word('limit');
    const limits = this.list(0, (idx) => this.subrule(idx, this.redemptionLimit));
    return { kind: 'limit', limits, span: this.since(start) };
  });

  private readonly redemptionLimit: Rule<RedemptionLimit> = this.rule('redemptionLimit', () => {
    const start = this.here();
    const count = this.whole(0, 'a limit');
    this.oneOf(['in', 'per'], '`per customer` or `in total`');
    const per = this.OR<RedemptionLimit['per']>([
      {
        ALT: () => {
          this.word('in');
          this.word('total');
          return 'total';
        },
      },
      {
        ALT: () => {
          this.word('per');
          this.word('customer');
          const daily = this.OPTION(() => {
            this.word('per', 2);
            return this.word('day');
          });
          return daily === undefined ? 'customer' : 'customer-day';
        },
      },
    ]);
    return { count, per, span: this.since(start) };
  });

  private readonly budget: Rule<Clause> = this.rule('budget', () => {
    const start = this.here();
    this.word('budget');
    const amount = this.SUBRULE(this.sum);
    const partly = this.flag('partly');
    return { kind: 'budget', amount, partly, span: this.since(start) };
  });

  private readonly funded: Rule<Clause> = this.rule('funded', () => {
    const start = this.here();
    this.word('funded');
    this.word('by');
    const follows = (): boolean => this.next(Identifier) && this.next(PercentToken, 2);
    const shares = this.list(0, (idx) => this.subrule(idx, this.partyShare), { follows });
    return { kind: 'funded', shares, span: this.since(start) };
  });

  /** `brand 70%`, or `its store 70%` for the party that each line names. */
  private readonly partyShare: Rule<PartyShare> = this.rule('partyShare', () => {
    const start = this.here();
    let its = false;
    const slip = this.next(words.its) ? undefined : this.slip(PartyName);
    const party =
      slip ??
      this.OR([
        {
          ALT: () => {
            its = this.word('its').image === 'its';
            return this.name(0, AttributeName);
          },
        },
        { ALT: () => this.name(0, PartyName) },
      ]);
    const bare = this.bareNumber();
    if (bare === undefined) this.need(PERCENT_STARTS, 'a percentage');
    const percent =
      bare ??
      this.OR2<Expression>([
        { ALT: () => this.SUBRULE(this.percentage) },
        { ALT: () => this.SUBRULE(this.reference) },
      ]);
    return { party, its, percent, span: this.since(start) };
  });

  /** `brand 70` for `brand 70%`. */
  private bareNumber(): Expression | undefined {
    if (this.RECORDING_PHASE || !this.next(NumberToken)) return undefined;
    const { image: digits } = this.LA(1);
    const span = this.spanOf(this.LA(1));
    this.mistake('RK0035', span, { found: digits, right: `${digits}%` });
    this.SKIP_TOKEN();
    return { kind: 'percent', digits, span };
  }

  /** `commission host 20% of paid`, `of paid and subsidy by platform`, or `of list`. */
  private readonly commission: Rule<Clause> = this.rule('commission', () => {
    const start = this.here();
    this.word('commission');
    const share = this.SUBRULE(this.partyShare);
    this.word('of');
    this.oneOf(['paid', 'list'], '`paid` or `list`');
    return this.OR<Clause>([
      {
        ALT: () => {
          this.word('list');
          return { kind: 'commission', share, of: 'list', span: this.since(start) };
        },
      },
      {
        ALT: () => {
          this.word('paid');
          const subsidyBy = this.OPTION(() => {
            this.word('and');
            this.word('subsidy');
            this.word('by');
            return this.name(0, PartyName);
          });
          return {
            kind: 'commission',
            share,
            of: 'paid',
            ...present({ subsidyBy }),
            span: this.since(start),
          };
        },
      },
    ]);
  });

  private readonly returns: Rule<Clause> = this.rule('returns', () => {
    const start = this.here();
    this.word('returns');
    const policy = this.choice('ReturnsWord');
    return { kind: 'returns', policy, span: this.since(start) };
  });

  /** `note "…"`, `message zh "…"`, `title zh "…"`. */
  private readonly wording: Rule<Clause> = this.rule('wording', () => {
    const start = this.here();
    const kind = this.choice('TextWord');
    const language = this.OPTION(() => this.name(0, AnyName));
    const text = this.text(0);
    return { kind, ...present({ language }), text, span: this.since(start) };
  });

  private readonly tag: Rule<Clause> = this.rule('tag', () => {
    const start = this.here();
    this.word('tag');
    const name = this.name(0, PlainName);
    return { kind: 'tag', name, span: this.since(start) };
  });

  private readonly notWith: Rule<Clause> = this.rule('notWith', () => {
    const start = this.here();
    this.word('not');
    this.word('with');
    const follows = (): boolean => this.next(Identifier) && !this.startsLine();
    const members = this.list(0, (idx) => this.subrule(idx, this.member), { follows });
    return { kind: 'not-with', members, span: this.since(start) };
  });

  /** A promotion's name, or `tag NAME`. */
  protected readonly member: Rule<Reference> = this.rule('member', () => {
    const start = this.here();
    const slip = this.next(words.tag) ? undefined : this.slip(PromotionName);
    if (slip !== undefined) return { tag: false, name: slip, span: this.since(start) };
    return this.OR<Reference>([
      {
        ALT: () => {
          this.word('tag');
          const name = this.name(0, PlainName);
          return { tag: true, name, span: this.since(start) };
        },
      },
      {
        ALT: () => {
          const name = this.name(0, PromotionName);
          return { tag: false, name, span: this.since(start) };
        },
      },
    ]);
  });

  private readonly alone: Rule<Clause> = this.rule('alone', () => {
    const start = this.here();
    this.word('alone');
    return { kind: 'alone', span: this.since(start) };
  });

  private readonly stop: Rule<Clause> = this.rule('stop', () => {
    const start = this.here();
    this.word('stop');
    const what = this.OPTION({
      GATE: () => this.next(words.all) || this.next(words.its, 2),
      DEF: () => this.SUBRULE(this.stopWhat),
    });
    return { kind: 'stop', what: what ?? 'layer', span: this.since(start) };
  });

  /** What `stop` stops, other than the rest of the layer. */
  private readonly stopWhat: Rule<'all' | 'lines'> = this.rule('stopWhat', () =>
    this.OR<'all' | 'lines'>([
      {
        ALT: () => {
          this.word('all');
          return 'all';
        },
      },
      {
        ALT: () => {
          this.word('on');
          this.word('its');
          this.word('lines');
          return 'lines';
        },
      },
    ]),
  );
}
