import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** A constant, as a cart would have it. */
export type Constant = string | number | boolean | readonly string[];

/** Where a value stands in an order: `buyer.country`; a list takes each name whole, whatever characters it has. */
export type Path = string | readonly string[];

/** How one value of a cart comes about. INVARIANT: it has `from` or `value`, not both. */
export interface Field {
  readonly from?: Path;
  readonly value?: Constant;
  /** Stands where the order has nothing. */
  readonly default?: Constant;
  /** The cart's words for those of the order. */
  readonly words?: Readonly<Record<string, Constant>>;
  /** What stands between the texts of a list that the order has as one text. */
  readonly split?: string;
  /** Where a whole number stands that an amount is multiplied by. */
  readonly times?: Path;
  /** The time zone of a time without offset. */
  readonly zone?: string;
  /** How the numbers of a date such as 3/11/2026 follow each other. */
  readonly date?: 'day-month-year' | 'month-day-year';
  /** What a time counts since 1970, where it is a number. */
  readonly epoch?: 'seconds' | 'milliseconds';
}

export type Fields = Readonly<Record<string, Field>>;

/** What an object of the cart is made of. */
export interface Part {
  /** Where what it is made of stands; the order itself unless given. */
  readonly from?: Path;
  readonly fields?: Fields;
  /** `keep`: attributes that the rules declare and no field names are those of the same name. */
  readonly others?: 'keep' | 'ignore';
}

/** How the orders of a shop are read as carts: what a mapping file holds. */
export interface Mapping {
  /** Where the order's own id stands; in CSV, rows with the same id in it are one order. */
  readonly id?: Path;
  /** What the file holds: NDJSON unless given, or unless its name ends in `.csv`. */
  readonly format?: 'csv' | 'ndjson';
  /** What stands between the cells of a CSV file: a comma unless given. */
  readonly delimiter?: string;
  /** `minor`: amounts are whole numbers of minor units. */
  readonly amounts?: 'minor' | 'major';
  readonly currency: Field;
  readonly at: Field;
  readonly customer?: Part;
  readonly order?: Part;
  readonly codes?: Field;
  readonly lines: Part;
  readonly shipping?: Field | Part;
}

/** Every name that a mapping knows, to say which was meant. */
export const NAMES: readonly string[] = (
  'id format delimiter amounts currency at customer order codes lines shipping ' +
  'from value default words split times zone date epoch fields others'
).split(' ');

/** Each schema says what it expects, for the sentence about a value that is not. */
const name = z.string('a text').min(1, 'a text that is not empty');
const path = z.union(
  [name, z.array(name).min(1, 'a list of at least one name')],
  'where a value stands, such as "buyer.country"',
);
const constant = z.union(
  [z.string(), z.number(), z.boolean(), z.array(z.string())],
  'a text, a number, true, false or a list of texts',
);

const fieldObject = z
  .strictObject(
    {
      from: path.optional(),
      value: constant.optional(),
      default: constant.optional(),
      words: z.record(z.string(), constant, 'an object of words').optional(),
      split: name.optional(),
      times: path.optional(),
      zone: z.string('a text').refine(isZone, 'a time zone such as "Europe/London" or "+08:00"').optional(),
      date: z.enum(['day-month-year', 'month-day-year'], '"day-month-year" or "month-day-year"').optional(),
      epoch: z.enum(['seconds', 'milliseconds'], '"seconds" or "milliseconds"').optional(),
    },
    'where the value stands, or an object with `from` or `value`',
  )
  .refine(
    ({ from, value }) => (from === undefined) !== (value === undefined),
    'an object with either `from`, where the value stands, or `value`, a constant',
  );

/** A path alone is short for its object. */
const field = z.preprocess(
  (value) => (typeof value === 'string' || Array.isArray(value) ? { from: value } : value),
  fieldObject,
);

const part = z.strictObject(
  {
    from: path.optional(),
    fields: z.record(z.string(), field, 'an object of fields').optional(),
    others: z.enum(['keep', 'ignore'], '"keep" or "ignore"').optional(),
  },
  'an object with `fields`',
);

/** One amount, or charges: told apart by what they have, so that a mistake is told of the one that was meant. */
function isPart(value: unknown): boolean {
  return typeof value === 'object' && value !== null && ('fields' in value || 'others' in value);
}

/** The schema of a mapping; which of the two ways its shipping has is seen from the mapping itself. */
export function schemaFor(mapping: unknown): z.ZodType<Mapping> {
  const { shipping } = typeof mapping === 'object' && mapping !== null ? (mapping as Mapping) : {};
  const schema = z.strictObject(
    {
      id: path.optional(),
      format: z.enum(['csv', 'ndjson'], '"csv" or "ndjson"').optional(),
      delimiter: z.string('one character').length(1, 'one character').optional(),
      amounts: z.enum(['minor', 'major'], '"minor" or "major"').optional(),
      currency: field,
      at: field,
      customer: part.optional(),
      order: part.optional(),
      codes: field.optional(),
      lines: part,
      shipping: (isPart(shipping) ? part : field).optional(),
    },
    'an object',
  );
  return schema as unknown as z.ZodType<Mapping>;
}

function isZone(text: string): boolean {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text).timeZoneId !== '';
  } catch {
    return false;
  }
}
