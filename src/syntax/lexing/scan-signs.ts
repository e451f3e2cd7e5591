import type { IToken } from 'chevrotain';
import { nearestKeyword } from '../nearest.js';
import { Equals, Identifier, NumberToken, PercentToken, signTypes, words } from '../tokens.js';
import { RawNumber } from './lexer.js';
import { halfWidth } from './numbers.js';
import { endOf, type TokenOutput } from './output.js';
import { BRACKETS, CLOSING, FOREIGN_SIGNS, NEEDLESS_SIGNS } from './signs.js';

/** Signs: those of the language, and what stands for them on other keyboards and in other languages. */
export class SignScanner {
  readonly #out: TokenOutput;
  /** How many of each opening sign have been reported and wait for the sign that closes them. */
  readonly #open = new Map<string, number>();

  constructor(out: TokenOutput) {
    this.#out = out;
  }

  /** A sign of the language; `=` is one only in `let` and `table`. */
  sign(stretch: IToken): void {
    const type = signTypes.get(stretch.image);
    if (type === undefined || (type === Equals && !this.#defines())) this.#foreign(stretch, stretch.image);
    else this.#out.put(stretch, type);
  }

  /** Any other sign; `after` is the stretch behind it. */
  foreign(stretch: IToken, after: IToken | undefined): void {
    const half = halfWidth(stretch.image);
    const type = signTypes.get(half);
    if (/^\p{Sc}$/u.test(stretch.image)) this.#currency(stretch, after);
    else if (half === '%') this.#percent(stretch);
    else if (type !== undefined && (type !== Equals || this.#defines())) {
      this.#out.wrong('RK0026', stretch, { found: stretch.image, right: half });
      this.#out.put(stretch, type, half);
    } else this.#foreign(stretch, half);
  }

  /** Whether the last tokens are `let NAME` or `table NAME`, perhaps misspelt, which `=` follows. */
  #defines(): boolean {
    const keyword = this.#out.last(2);
    if (keyword?.tokenType === Identifier)
      return nearestKeyword(keyword.image, ['let', 'table']) !== undefined;
    return keyword?.tokenType === words.let || keyword?.tokenType === words.table;
  }

  #foreign(stretch: IToken, sign: string): void {
    const meant = FOREIGN_SIGNS.get(sign);
    if (meant === undefined) {
      this.#needless(stretch, sign);
    } else if (sign.startsWith('==') && this.#defines()) {
      this.#out.wrong('RK0027', stretch, { found: stretch.image, right: '=' });
      this.#out.put(stretch, Equals, '=');
    } else {
      this.#out.wrong('RK0027', stretch, { found: stretch.image, right: meant.right });
      if (sign === '!') this.#out.wound(stretch);
      const images = meant.right.split(' ');
      for (const [index, type] of meant.types.entries()) {
        this.#out.add(type, images[index] ?? '', stretch.startOffset, endOf(stretch));
      }
    }
  }

  /** Braces, brackets and what else ends or wraps things elsewhere; what closes a reported sign is passed over. */
  #needless(stretch: IToken, sign: string): void {
    const opening = CLOSING.get(sign) ?? '';
    const open = this.#open.get(opening) ?? 0;
    if (open > 0) {
      this.#open.set(opening, open - 1);
      return;
    }
    this.#open.set(sign, (this.#open.get(sign) ?? 0) + 1);
    const help = NEEDLESS_SIGNS.get(sign);
    if (BRACKETS.has(sign)) this.#out.wrong('RK0044', stretch, { signs: 'brackets' });
    else if (help === undefined) this.stray(stretch);
    else this.#out.wrong('RK0028', stretch, { found: stretch.image, help });
  }

  /** What has no meaning at all. */
  stray(stretch: IToken): void {
    this.#out.wrong('RK0025', stretch, { found: `\`${stretch.image}\`` });
    this.#out.wound(stretch);
  }

  /** `¥300`, `300 €` */
  #currency(stretch: IToken, after: IToken | undefined): void {
    const before = this.#out.last();
    const [first, last] = after?.tokenType === RawNumber ? [stretch, after] : [before, stretch];
    const fits = first !== undefined && (first === stretch || first.tokenType === NumberToken);
    const [start, end] = fits ? [first.startOffset, endOf(last)] : [stretch.startOffset, endOf(stretch)];
    this.#out.mistake('RK0032', start, end, { found: this.#out.source.slice(start, end) });
  }

  /** `15 %`: goes to the number before it. */
  #percent(stretch: IToken): void {
    const number = this.#out.last();
    if (number?.tokenType !== NumberToken) {
      this.stray(stretch);
      return;
    }
    this.#out.mistake('RK0034', number.startOffset, endOf(stretch), { right: `${number.image}%` });
    this.#out.tokens.pop();
    this.#out.add(PercentToken, number.image, number.startOffset, endOf(stretch));
  }
}
