import type {
  AddOnOffer,
  BundleOffer,
  BundlePart,
  Expression,
  FreeOffer,
  GiveOffer,
  Limit,
  Offer,
  PayOffer,
  Pick as UnitPick,
  PriceOffer,
  ShipOffer,
  TakeOffer,
  UnitPositions,
} from '../ast.js';
import { OFFER_STARTS, onlyBegins } from '../starts.js';
import { NumberToken, words } from '../tokens.js';
import { CLAUSE_WORDS, type Keyword, OFFER_WORDS, STATEMENT_WORDS } from '../words.js';
import { present, type Rule } from './base.js';
import { payInstead } from './expected.js';
import { SettingParser } from './settings.js';

/** An offer without its unit position and its limits. */
type BareOffer =
  | TakeOffer
  | PayOffer
  | PriceOffer
  | FreeOffer
  | GiveOffer
  | AddOnOffer
  | ShipOffer
  | BundleOffer;

/** What a promotion gives: offers joined by `also`, each with its limits. */
export abstract class OfferParser extends SettingParser {
  protected readonly offers: Rule<Offer[]> = this.rule('offers', () => {
    const early = this.earlyLimits();
    const first = this.SUBRULE(this.offer);
    const offers = [early.length === 0 ? first : { ...first, limits: [...early, ...first.limits] }];
    this.MANY(() => {
      this.word('also');
      offers.push(this.SUBRULE2(this.offer));
    });
    this.sideBySide(offers);
    return offers;
  });

  private readonly offer: Rule<Offer> = this.rule('offer', () => {
    const start = this.here();
    this.oneOf(OFFER_WORDS, 'an offer');
    const units = this.OPTION(() => this.SUBRULE(this.unitPositions));
    this.oneOf(BARE_OFFER_WORDS, 'an offer');
    const bare = this.SUBRULE(this.bareOffer);
    this.ACTION(() => this.freeOfWhat(bare, units));
    const limits: Limit[] = [];
    this.correct(AFTER_OFFER);
    this.MANY({
      GATE: () => this.limitAhead(),
      DEF: () => {
        limits.push(this.SUBRULE(this.limit));
        this.correct(AFTER_OFFER);
      },
    });
    return { ...bare, ...present({ units }), limits, span: this.since(start) };
  });

  private readonly anyOffer: () => BareOffer = this.anyOf<BareOffer>(() => [
    this.take,
    this.pay,
    this.price,
    this.make,
    this.give,
    this.addOn,
    this.ship,
    this.bundle,
  ]);

  private readonly bareOffer: Rule<BareOffer> = this.rule('bareOffer', () => this.anyOffer());

  /** `unit 1`, `units 2 to 5`, or `units 2` for the second and all after it. */
  private readonly unitPositions: Rule<UnitPositions> = this.rule('unitPositions', () => {
    const start = this.here();
    return this.OR<UnitPositions>([
      {
        ALT: () => {
          this.word('unit');
          const from = this.SUBRULE(this.count);
          return { from, plural: false, span: this.since(start) };
        },
      },
      {
        ALT: () => {
          this.word('units');
          const from = this.SUBRULE2(this.count);
          const to = this.OPTION(() => {
            this.word('to');
            return this.SUBRULE3(this.count);
          });
          return { from, plural: true, ...present({ to }), span: this.since(start) };
        },
      },
    ]);
  });

  private readonly take: Rule<TakeOffer> = this.rule('take', () => {
    const start = this.here();
    this.word('take');
    const amount = this.SUBRULE(this.sum);
    this.word('off');
    const off = this.OPTION({ GATE: () => this.offGoesOn(), DEF: () => this.SUBRULE(this.offWhat) });
    const pick = this.OPTION2(() => this.SUBRULE(this.pick));
    return {
      kind: 'take',
      amount,
      ...(off ?? { off: 'scope' }),
      ...present({ pick }),
      span: this.since(start),
    };
  });

  /** `each line`, `each unit`, `shipping` or `shipping where …` after `off`. */
  private readonly offWhat: Rule<Pick<TakeOffer, 'off' | 'where'>> = this.rule('offWhat', () =>
    this.OR<Pick<TakeOffer, 'off' | 'where'>>([
      {
        ALT: () => {
          this.word('each');
          return { off: this.choice('LineOrUnit') };
        },
      },
      {
        ALT: () => {
          this.word('shipping');
          const where = this.OPTION(() => this.SUBRULE(this.where));
          return { off: 'shipping', ...present({ where }) };
        },
      },
    ]),
  );

  /** `off` ends before `shipping has`; a broken `off each` before `line has` and before `unit 3 make free`. */
  private offGoesOn(): boolean {
    if (this.next(words.shipping)) return !this.next(words.has, 2);
    if (this.next(words.line, 2)) return !this.next(words.has, 3);
    return !this.next(NumberToken, 3);
  }

  private readonly pay: Rule<PayOffer> = this.rule('pay', () => {
    const start = this.here();
    this.word('pay');
    const amount = this.SUBRULE(this.sum);
    this.payOff(amount);
    const pick = this.OPTION(() => this.SUBRULE(this.pick));
    return { kind: 'pay', amount, ...present({ pick }), span: this.since(start) };
  });

  private readonly price: Rule<PriceOffer> = this.rule('price', () => {
    const start = this.here();
    this.word('price');
    const amount = this.SUBRULE(this.sum);
    this.word('each');
    const pick = this.OPTION(() => this.SUBRULE(this.pick));
    return { kind: 'price', amount, ...present({ pick }), span: this.since(start) };
  });

  private readonly make: Rule<FreeOffer> = this.rule('make', () => {
    const start = this.here();
    this.word('make');
    this.correct(['the', 'free']);
    const picked = this.OPTION(() => this.SUBRULE(this.pick));
    this.word('free');
    const allOrNone = this.OPTION2({
      GATE: () => picked !== undefined,
      DEF: () => this.SUBRULE(this.allOrNone),
    });
    const pick = picked && { ...picked, allOrNone: picked.allOrNone || allOrNone !== undefined };
    return { kind: 'free', ...present({ pick }), span: this.since(start) };
  });

  private readonly allOrNone: Rule<true> = this.rule('allOrNone', () => {
    this.word('all');
    this.word('or');
    this.word('none');
    return true;
  });

  /** `the cheapest K [of lines where …] [all or none]`. */
  private readonly pick: Rule<UnitPick> = this.rule('pick', () => {
    const start = this.here();
    this.word('the');
    const which = this.choice('PickWord');
    const count = this.lacksCount() ? this.howManyOf(which) : this.SUBRULE(this.count);
    const of = this.OPTION(() => {
      this.word('of');
      return this.SUBRULE(this.linesWhere);
    });
    const allOrNone = this.OPTION2(() => this.SUBRULE(this.allOrNone));
    return { which, count, ...present({ of }), allOrNone: allOrNone !== undefined, span: this.since(start) };
  });

  private readonly give: Rule<GiveOffer> = this.rule('give', () => {
    const start = this.here();
    this.word('give');
    const count = this.SUBRULE(this.count);
    this.word('of');
    const skus = [this.text(0)];
    this.MANY(() => {
      this.word('or');
      skus.push(this.text(1));
    });
    return { kind: 'give', count, skus, span: this.since(start) };
  });

  private readonly addOn: Rule<AddOnOffer> = this.rule('addOn', () => {
    const start = this.here();
    this.word('offer');
    const count = this.SUBRULE(this.count);
    this.word('of');
    const sku = this.text(0);
    this.word('for');
    const price = this.SUBRULE(this.sum);
    return { kind: 'add-on', count, sku, price, span: this.since(start) };
  });

  private readonly ship: Rule<ShipOffer> = this.rule('ship', () => {
    const start = this.here();
    this.word('ship');
    this.oneOf(['free', 'for'], '`free` or `for`');
    const price = this.OR<Expression | undefined>([
      {
        ALT: () => {
          this.word('free');
          return undefined;
        },
      },
      {
        ALT: () => {
          this.word('for');
          return this.SUBRULE(this.sum);
        },
      },
    ]);
    const where = this.OPTION(() => this.SUBRULE(this.where));
    return { kind: 'ship', ...present({ price, where }), span: this.since(start) };
  });

  private readonly bundle: Rule<BundleOffer> = this.rule('bundle', () => {
    const start = this.here();
    this.word('bundle');
    const parts = this.list(0, (idx) => this.subrule(idx, this.bundlePart));
    this.oneOf(['take', 'pay'], '`take` or `pay`');
    const offer = this.OR<TakeOffer | PayOffer>([
      { ALT: () => this.SUBRULE(this.take) },
      { ALT: () => this.SUBRULE(this.pay) },
    ]);
    return { kind: 'bundle', parts, offer, span: this.since(start) };
  });

  private readonly bundlePart: Rule<BundlePart> = this.rule('bundlePart', () => {
    const start = this.here();
    const count = this.SUBRULE(this.count);
    this.word('of');
    this.oneOf(['sku', 'lines'], '`sku` or `lines where`');
    return this.OR<BundlePart>([
      {
        ALT: () => {
          this.word('sku');
          const sku = this.text(0);
          return { count, sku, span: this.since(start) };
        },
      },
      {
        ALT: () => {
          const where = this.SUBRULE(this.linesWhere);
          return { count, where, span: this.since(start) };
        },
      },
    ]);
  });

  // What people write instead ------------------------------------------------------------------------------------

  /** Whether offers, or limits that belong behind one, are what comes next. */
  protected offerAhead(): boolean {
    this.correct(OFFER_WORDS);
    return this.limitAhead() || OFFER_STARTS.has(this.LA(1).tokenType);
  }

  /** `spend 99.00 capped at 10.00 take …`: limits that stand before their offer. */
  private earlyLimits(): Limit[] {
    const limits: Limit[] = [];
    while (!this.RECORDING_PHASE && this.limitAhead()) {
      const limit = `${this.written(this.LA(1))} ${this.written(this.LA(2))}`;
      this.mistake('RK0052', this.spanOf(this.LA(1)), { limit });
      limits.push(this.SUBRULE(this.limit));
    }
    return limits;
  }

  /** `take 5.00 off ship free`: offers without `also` between them. */
  private sideBySide(offers: Offer[]): void {
    while (!this.RECORDING_PHASE && (OFFER_STARTS.has(this.LA(1).tokenType) || this.next(words.also))) {
      if (this.next(words.also)) this.SKIP_TOKEN();
      else this.mistake('RK0056', this.spanOf(this.LA(1)), {});
      offers.push(this.SUBRULE2(this.offer));
    }
  }

  /** `pay 20% off` for `take 20% off`, or for `pay 80%`: nobody but the writer knows which. */
  private payOff({ span }: Expression): void {
    if (this.RECORDING_PHASE || !this.next(words.off)) return;
    const amount = this.source.slice(span.start, span.end);
    this.SKIP_TOKEN();
    this.mistake('RK0057', this.since(span.start), { amount, instead: payInstead(amount) });
  }

  /** `make free` alone does not say which units. */
  private freeOfWhat(offer: BareOffer, units: UnitPositions | undefined): void {
    if (offer.kind === 'free' && offer.pick === undefined && units === undefined)
      this.mistake('RK0053', offer.span, {});
  }

  /** `the cheapest free`: the number is missing. */
  private lacksCount(): boolean {
    if (this.RECORDING_PHASE) return false;
    const goesOn = AFTER_PICK.some((word) => this.next(words[word]));
    const isName = AFTER_PICK.some((word) => this.next(words[word], 2));
    return goesOn ? !isName : onlyBegins(this.LA(1), this.LA(2));
  }

  private howManyOf(which: 'cheapest' | 'dearest'): Expression {
    const count = this.missing();
    this.mistake('RK0054', this.spanOf(this.LA(0)), { which });
    return count;
  }
}

const BARE_OFFER_WORDS = OFFER_WORDS.filter((word) => word !== 'unit' && word !== 'units');
const AFTER_OFFER: readonly Keyword[] = ['also', 'the', 'each', ...CLAUSE_WORDS, ...STATEMENT_WORDS];
const AFTER_PICK: readonly Keyword[] = ['free', 'of', 'all', 'also'];
