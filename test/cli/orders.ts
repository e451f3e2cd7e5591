/** A shop whose carts have attributes of every type, for the tests of mappings. */
export const RULES: string = `currency GBP
timezone Europe/London

line has brand optional text, weight optional number, gift optional flag, tags optional list of text, cost optional money
customer has tier optional one of gold, none, since optional time
order has channel optional text

promotion tenth
  take 10% off
`;

/** A mapping, or an order, as JSON has it. */
export type Members = Readonly<Record<string, unknown>>;
