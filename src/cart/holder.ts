import { asElements, asMembers, memberOf, type Members, namesOf } from './data.js';
import { type Fault, fault, Faults, type Kind, wrongType } from './fault.js';
import { sentenceOf } from './messages.js';
import { quote, show, showName } from './show.js';
import type { CartError } from './types.js';
import { didYouMean, text } from './values.js';

/** Where an object stands within the cart: as a member of another, or as an element of a member. */
interface Place {
  readonly parent: Holder;
  readonly name: string;
  readonly index?: number;
  /** What an element is called before its id in a message: `line`. */
  readonly noun?: string;
}

/** One object of a cart: reads its members and notes what is wrong with them. Paths are spelt out only for an error. */
export class Holder {
  readonly #members: Members;
  readonly #place: Place | undefined;
  readonly #errors: CartError[];

  /** The cart itself has no place. */
  constructor(members: Members, errors: CartError[], place?: Place) {
    this.#members = members;
    this.#errors = errors;
    this.#place = place;
  }

  /** A member's value as it stands; `undefined` where there is none. */
  raw(name: string): unknown {
    return memberOf(this.#members, name);
  }

  /** The names of all members. */
  names(): readonly string[] {
    return namesOf(this.#members);
  }

  /** A member that may be missing; `undefined` also where something is wrong with it. */
  optional<T>(name: string, kind: Kind<T>): T | undefined {
    const value = this.raw(name);
    return value === undefined ? undefined : this.#read(name, value, kind, LEAVE_OUT);
  }

  /** A member that must be there; `advice` says what to do where it is not. */
  required<T>(name: string, kind: Kind<T>, advice = ''): T | undefined {
    const value = this.raw(name);
    if (value !== undefined) return this.#read(name, value, kind, advice);
    const others = this.names().filter((each) => each !== name);
    const mistyped = didYouMean(name, others);
    this.fail(name, fault('RC0002', undefined, kind.expected, mistyped === '' ? advice : mistyped));
    return undefined;
  }

  /** An object among the members, without members where it is left out; `undefined` where it is something else. */
  object(name: string): Holder | undefined {
    const value = this.raw(name);
    if (value === undefined) return this.bare(name);
    const members = asMembers(value);
    if (members === undefined) this.fail(name, notAnObject(value));
    return members === undefined ? undefined : this.#within(members, name);
  }

  /** An object without members in the place of a member, for what a plain value cannot carry. */
  bare(name: string): Holder {
    return this.#within({}, name);
  }

  /** An object of a list among the members, called `noun` in messages; `undefined` where it is something else. */
  element(name: string, value: unknown, index: number, noun: string): Holder | undefined {
    const members = asMembers(value);
    if (members === undefined) {
      this.fail(name, new Faults([elementFault(value, index, 'an object')]));
      return undefined;
    }
    return new Holder(members, this.#errors, { parent: this, name, index, noun });
  }

  /** Notes what is wrong with a member, or with this object itself (`''`). */
  fail(name: string, faults: Faults): void {
    for (const { code, within, found, words, expected, advice } of faults.all) {
      const path = this.pathTo(name) + within;
      const place = path === '' ? 'the cart' : `\`${path}\`${this.#owner()}`;
      const sentence = sentenceOf(code, { place, found: words ?? quote(found), expected });
      const message = advice === '' ? sentence : `${sentence}; ${advice}`;
      this.#errors.push({ code, path, found: words ?? show(found), expected, message });
    }
  }

  /** A member's path: `lines[2].price`. */
  pathTo(name: string): string {
    const here = this.#path();
    if (name === '') return here;
    if (!IDENTIFIER.test(name)) return `${here}["${showName(name)}"]`;
    return here === '' ? showName(name) : `${here}.${showName(name)}`;
  }

  #path(): string {
    if (this.#place === undefined) return '';
    const { parent, name, index } = this.#place;
    return parent.pathTo(name) + (index === undefined ? '' : `[${index}]`);
  }

  #within(members: Members, name: string): Holder {
    return new Holder(members, this.#errors, { parent: this, name });
  }

  /** Reads a value that is there; `ifNull` says what to do about a `null`. */
  #read<T>(name: string, value: unknown, kind: Kind<T>, ifNull: string): T | undefined {
    const read = value === null ? fault('RC0001', null, kind.expected, ifNull) : kind.read(value);
    if (!(read instanceof Faults)) return read;
    this.fail(name, read);
    return undefined;
  }

  /** ` (line \`3\`)`: a reader of the message knows the id, not the index. */
  #owner(): string {
    const noun = this.#place?.noun;
    const id = noun === undefined ? undefined : this.raw('id');
    return typeof id === 'string' && id !== '' ? ` (${noun} \`${showName(id)}\`)` : '';
  }
}

const LEAVE_OUT = 'leave it out where there is none';

function notAnObject(found: unknown): Faults {
  return fault('RC0001', found, 'an object', found === null ? LEAVE_OUT : '');
}

const IDENTIFIER = /^[\p{L}_][\p{L}\p{M}\p{N}_-]*$/u;

/** A list of texts; every element that is none is a fault of its own. */
export const texts: Kind<readonly string[]> = {
  expected: 'a list of texts',
  read(value) {
    const elements = asElements(value);
    if (elements === undefined) return wrongType(value, 'a list of texts');
    const faults = elements.flatMap((element, index) =>
      typeof element === 'string' ? [] : [elementFault(element, index, text.expected)],
    );
    return faults.length === 0 ? (elements as readonly string[]) : new Faults(faults);
  },
};

function elementFault(found: unknown, index: number, expected: string): Fault {
  const place = { within: `[${index}]`, found, expected };
  if (found === undefined) return { code: 'RC0002', ...place, advice: 'close the gap in the list' };
  return { code: 'RC0001', ...place, advice: found === null ? 'leave it out' : '' };
}
