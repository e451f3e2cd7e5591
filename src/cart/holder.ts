import { CART_LIMITS } from '../limits.js';
import { isList, type Members, namesOf, NOTHING, openMembers, type Shape } from './data.js';
import { type Fault, fault, Faults, type Kind, wrongType } from './fault.js';
import { sentenceOf } from './messages.js';
import { quote, show, showName } from './show.js';
import type { CartError } from './types.js';
import { didYouMean, isText, text, tooLong } from './values.js';

/** One reading of a cart. */
export interface Reading {
  readonly errors: CartError[];
  /** Whether every object is copied before it is read, as a cart needs that is no plain data. */
  readonly carefully: boolean;
}

/** Where an object stands within the cart: as a member of another, or as an element of a member. */
interface Place {
  readonly parent: Holder;
  readonly name: string;
  readonly index?: number;
  /** What an element is called before its id in a message: `line`. */
  readonly noun?: string;
}

/** What the elements of a list are. */
export interface ElementShape extends Shape {
  /** What one is called in messages. */
  readonly noun: string;
}

/**
 * One object of a cart: gives its members to be read, and notes what is wrong with them. Paths are spelt out only for an
 * error.
 */
export class Holder {
  readonly members: Members;
  readonly #reading: Reading;
  readonly #place: Place | undefined;

  /** The cart itself has no place. */
  constructor(members: Members, reading: Reading, place?: Place) {
    this.members = members;
    this.#reading = reading;
    this.#place = place;
  }

  /** The names of all members. */
  names(): readonly string[] {
    return namesOf(this.members);
  }

  /** A member's value that may be missing; `undefined` also where something is wrong with it. */
  optional<T>(name: string, value: unknown, kind: Kind<T>): T | undefined {
    return value === undefined ? undefined : (kind.read(value) ?? this.refuse(name, value, kind, LEAVE_OUT));
  }

  /** Notes why a member that must be there was not read; `advice` says what to do where it is missing or `null`. */
  refuse(name: string, value: unknown, kind: Kind<unknown>, advice = ''): undefined {
    if (value === undefined) this.#miss(name, kind.expected, advice);
    else this.fail(name, value === null ? fault('RC0001', null, kind.expected, advice) : kind.faults(value));
  }

  /** An object among the members, without members where it is left out; `undefined` where it is something else. */
  object(name: string, value: unknown, shape: Shape): Holder | undefined {
    if (value === undefined) return this.bare(name);
    const members = openMembers(value, shape, this.#reading.carefully);
    if (members === undefined) this.fail(name, notAnObject(value));
    return members && new Holder(members, this.#reading, { parent: this, name });
  }

  /** An object without members in the place of a member, for what a plain value cannot carry. */
  bare(name: string): Holder {
    return new Holder(NOTHING, this.#reading, { parent: this, name });
  }

  /** An object of a list among the members; `undefined` where it is something else. */
  element(name: string, value: unknown, index: number, shape: ElementShape): Holder | undefined {
    const members = openMembers(value, shape, this.#reading.carefully);
    if (members !== undefined) {
      return new Holder(members, this.#reading, { parent: this, name, index, noun: shape.noun });
    }
    this.fail(name, new Faults([elementFault(value, index, 'an object')]));
    return undefined;
  }

  /** Notes what is wrong with a member, or with this object itself (`''`). */
  fail(name: string, faults: Faults): void {
    for (const { code, within, found, words, expected, advice } of faults.all) {
      const path = this.pathTo(name) + within;
      const place = path === '' ? 'the cart' : `\`${path}\`${this.#owner()}`;
      const sentence = sentenceOf(code, { place, found: words ?? quote(found), expected });
      const message = advice === '' ? sentence : `${sentence}; ${advice}`;
      this.#add({ code, path, found: words ?? show(found), expected, message });
    }
  }

  /** Nobody mends more than so many mistakes at once: the last one says that there are more. */
  #add(error: CartError): void {
    const { errors } = this.#reading;
    const most = CART_LIMITS.errors;
    if (errors.length < most) errors.push(error);
    else if (errors.length === most) errors.push(moreThan(most));
  }

  /** A member's path: `lines[2].price`. */
  pathTo(name: string): string {
    const here = this.#path();
    if (name === '') return here;
    if (!IDENTIFIER.test(name)) return `${here}["${showName(name)}"]`;
    return here === '' ? showName(name) : `${here}.${showName(name)}`;
  }

  /** The path of another element of the list that this object stands in. */
  sibling(index: number): string {
    return this.#place === undefined ? '' : `${this.#place.parent.pathTo(this.#place.name)}[${index}]`;
  }

  #path(): string {
    if (this.#place === undefined) return '';
    const { parent, name, index } = this.#place;
    return parent.pathTo(name) + (index === undefined ? '' : `[${index}]`);
  }

  #miss(name: string, expected: string, advice: string): void {
    const others = this.names().filter((each) => each !== name);
    const mistyped = didYouMean(name, others);
    this.fail(name, fault('RC0002', undefined, expected, mistyped === '' ? advice : mistyped));
  }

  /** ` (line \`3\`)`: a reader of the message knows the id, not the index. */
  #owner(): string {
    const noun = this.#place?.noun;
    const id = noun === undefined ? undefined : this.members['id'];
    return typeof id === 'string' && id !== '' ? ` (${noun} \`${showName(id)}\`)` : '';
  }
}

const LEAVE_OUT = 'leave it out where there is none';

function notAnObject(found: unknown): Faults {
  return fault('RC0001', found, 'an object', found === null ? LEAVE_OUT : '');
}

function moreThan(most: number): CartError {
  const expected = `at most ${most.toLocaleString('en')} mistakes`;
  const sentence = sentenceOf('RC0018', { place: 'the cart', found: 'more', expected });
  return {
    code: 'RC0018',
    path: '',
    found: 'more',
    expected,
    message: `${sentence}; mend those before, then send it again`,
  };
}

const IDENTIFIER = /^[\p{L}_][\p{L}\p{M}\p{N}_-]*$/u;

/** Why a list is longer than one may be; nothing of it is read. */
export function tooMany({ length }: readonly unknown[], most: number, what: string): Faults {
  const words = length.toLocaleString('en');
  const expected = `at most ${most.toLocaleString('en')} ${what}`;
  return new Faults([
    { code: 'RC0016', within: '', found: undefined, words, expected, advice: 'send fewer' },
  ]);
}

/** A list of texts; every element that is none is a fault of its own. */
export const texts: Kind<readonly string[]> = {
  expected: 'a list of texts',
  read: (value) => (isList(value) ? copyOfTexts(value) : undefined),
  faults: (value) => (isList(value) ? faultsOfTexts(value) : wrongType(value, 'a list of texts')),
};

function copyOfTexts(list: readonly unknown[]): readonly string[] | undefined {
  const copy: string[] = [];
  if (list.length > CART_LIMITS.texts) return undefined;
  for (let index = 0; index < list.length; index += 1) {
    const element = list[index];
    if (!isText(element)) return undefined;
    copy.push(element);
  }
  return copy;
}

/** What is wrong with the elements up to the first gap. */
function faultsOfTexts(list: readonly unknown[]): Faults {
  if (list.length > CART_LIMITS.texts) return tooMany(list, CART_LIMITS.texts, 'texts');
  const faults: Fault[] = [];
  for (let index = 0; index < list.length; index += 1) {
    const element = list[index];
    if (typeof element !== 'string') faults.push(elementFault(element, index, text.expected));
    else if (!isText(element))
      faults.push(...tooLong(element).all.map((one) => ({ ...one, within: `[${index}]` })));
    if (element === undefined) break;
  }
  return new Faults(faults);
}

function elementFault(found: unknown, index: number, expected: string): Fault {
  const place = { within: `[${index}]`, found, expected };
  if (found === undefined) return { code: 'RC0002', ...place, advice: 'close the gap in the list' };
  return { code: 'RC0001', ...place, advice: found === null ? 'leave it out' : '' };
}
