import type { ActivePart, Clause, Text, TimeLiteral, Weekday } from '../ast.js';
import { AnyName, choices, ClockToken, Plus, Slash, TextToken, words } from '../tokens.js';
import { CHOICES, CLAUSE_OR_STATEMENT_WORDS, type Keyword } from '../words.js';
import { present, type Rule } from './base.js';
import { OfferParser } from './offers.js';

/** When a promotion acts: endpoints, days, hours and the time zone they are in. */
export abstract class WindowParser extends OfferParser {
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
    const parts = [this.CONSUME(AnyName).image];
    this.MANY(() => {
      parts.push(this.CONSUME(Slash).image, this.CONSUME2(AnyName).image);
    });
    this.OPTION(() => {
      parts.push(this.CONSUME(Plus).image);
      this.whole(0, 'an offset');
      parts.push(this.LA(0).image);
    });
    return { span: this.since(start), value: parts.join('') };
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
