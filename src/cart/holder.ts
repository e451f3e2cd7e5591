import { asElements, asMembers, memberOf, type Members, namesOf } from './data.js';
import { type Fault, fault, Faults, type Kind, wrongType } from './fault.js';
import { cartMessages } from './messages.js';
import { quote, show, showName } from './show.js';
import type { CartError } from './types.js';
import { didYouMean, text } from './values.js';

/** Where an object stands: the cart itself (`''`), a member (`customer`), or a member's element. */
export interface Place {
  readonly path: string;
  readonly index?: number;
  /** What an element is called before its id in a message: `line`. */
  readonly noun?: string;
}

/** One object of a cart: reads its members and notes what is wrong with them. Paths are spelt out only for an error. */
export class Holder {
  readonly #members: Members;
  readonly #place: Place;
  readonly #errors: CartError[];

  constructor(members: Members, place: Place, errors: CartError[]) {
    this.#members = members;
    this.#place = place;
    this.#errors = errors;
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
    return value === undefined ? undefined : this.#read(name, value, kind);
  }

  /** A member that must be there; `advice` says what to do where it is not. */
  required<T>(name: string, kind: Kind<T>, advice = ''): T | undefined {
    const value = this.raw(name);
    if (value !== undefined) return this.#read(name, value, kind);
    const mistyped = didYouMean(name, this.names());
    this.fail(name, fault('RC0002', undefined, kind.expected, mistyped === '' ? advice : mistyped));
    return undefined;
  }

  /** An object among the members, without members where it is left out; `undefined` where it is something else. */
  object(name: string): Holder | undefined {
    const value = this.raw(name);
    const members = value === undefined ? {} : asMembers(value);
    if (members !== undefined) return this.#within(members, name);
    this.fail(name, wrongType(value, 'an object'));
    return undefined;
  }

  /** An object without members in the place of a member, for what a plain value cannot carry. */
  bare(name: string): Holder {
    return this.#within({}, name);
  }

  /** The objects of a list among the members, each called `noun` in messages; what is no object is noted and left out. */
  objects(name: string, elements: readonly unknown[], noun: string): readonly Holder[] {
    const path = this.pathTo(name);
    return elements.flatMap((value, index) => {
      const members = asMembers(value);
      if (members !== undefined) return [new Holder(members, { path, index, noun }, this.#errors)];
      this.fail(name, new Faults([elementFault(value, index, 'an object')]));
      return [];
    });
  }

  /** Notes what is wrong with a member, or with this object itself (`''`). */
  fail(name: string, faults: Faults): void {
    for (const { code, within, found, expected, advice } of faults.all) {
      const path = this.pathTo(name) + within;
      const place = path === '' ? 'the cart' : `\`${path}\`${this.#owner()}`;
      const sentence = cartMessages[code]({ place, found: quote(found), expected });
      const message = advice === '' ? sentence : `${sentence}; ${advice}`;
      this.#errors.push({ code, path, found: show(found), expected, message });
    }
  }

  /** A member's path: `lines[2].price`. */
  pathTo(name: string): string {
    const { path, index } = this.#place;
    const here = index === undefined ? path : `${path}[${index}]`;
    if (name === '') return here;
    if (!IDENTIFIER.test(name)) return `${here}["${showName(name)}"]`;
    return here === '' ? showName(name) : `${here}.${showName(name)}`;
  }

  #within(members: Members, name: string): Holder {
    return new Holder(members, { path: this.pathTo(name) }, this.#errors);
  }

  #read<T>(name: string, value: unknown, kind: Kind<T>): T | undefined {
    const read = kind.read(value);
    if (!(read instanceof Faults)) return read;
    this.fail(name, read);
    return undefined;
  }

  /** ` of line \`3\``: a reader of the message knows the id, not the index. */
  #owner(): string {
    const { noun } = this.#place;
    const id = noun === undefined ? undefined : this.raw('id');
    return typeof id === 'string' && id !== '' ? ` of ${noun} \`${showName(id)}\`` : '';
  }
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
  const within = `[${index}]`;
  if (found === undefined)
    return { code: 'RC0002', within, found, expected, advice: 'close the gap in the list' };
  const advice = found === null ? 'leave it out' : '';
  return { code: 'RC0001', within, found, expected, advice };
}
