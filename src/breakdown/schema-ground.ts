import { z } from 'zod';

/** The names of the parts in the JSON Schema's `$defs`. */
export const named: z.core.$ZodRegistry<{ id: string }> = z.registry<{ id: string }>();

// Ground: numbers, and amounts as text or as minor units ---------------------------------------------------------------

export const count: z.ZodType<number> = z.int().min(0);
export const position: z.ZodType<number> = z.int().min(1);
export const texts: z.ZodType<string[]> = z.array(z.string());
export const whole: z.ZodType<string> = z.string().regex(/^(0|[1-9][0-9]*)$/);
export const digest: z.ZodType<string> = z.string().regex(/^sha256:[0-9a-f]{64}$/);
export const money: z.ZodType<string | number> = z
  .union([z.string().regex(/^(0|[1-9][0-9]*)(\.[0-9]+)?$/), count])
  .register(named, { id: 'Money' });
export const signedMoney: z.ZodType<string | number> = z.union([
  z.string().regex(/^-?(0|[1-9][0-9]*)(\.[0-9]+)?$/),
  z.int(),
]);
export const exact: z.ZodType<string> = z
  .string()
  .regex(/^-?(0|[1-9][0-9]*)(\.[0-9]+|\/[1-9][0-9]*)?$/)
  .register(named, { id: 'Exact' });
export const byParty: z.ZodType<Record<string, string | number>> = z.record(z.string(), money);

/** How a standing is named. */
export const standing: {
  readonly for: z.ZodExactOptional<z.ZodType<Record<string, string | number | boolean>>>;
  readonly row: z.ZodExactOptional<z.ZodType<{ table: string; line: number }>>;
} = {
  for: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).exactOptional(),
  row: z.strictObject({ table: z.string(), line: position }).exactOptional(),
};

/**
 * Names a part in `$defs`. Takes a schema only if it allows exactly what the type does, so that a member added to one alone
 * does not compile. Every part is checked by itself: the compiler takes deep nests of one generic type for alike.
 */
export function part<Type>(id: string) {
  return <Schema extends z.ZodType<Type>>(
    schema: Schema & InStep<Marked<Type>, Marked<z.output<Schema>>>,
  ): z.ZodType<Type> => {
    named.add(schema, { id });
    return schema;
  };
}

type InStep<A, B> = [A, B] extends [B, A] ? unknown : never;

/** The type with its optional members required but marked, so that none can be left out unseen. */
type Marked<T> = T extends string | number | boolean
  ? T
  : T extends readonly (infer Element)[]
    ? readonly Marked<Element>[]
    : {
        readonly [Member in keyof T]-?: Partial<Pick<T, Member>> extends Pick<T, Member>
          ? readonly ['optional', Marked<T[Member]>]
          : Marked<T[Member]>;
      };
