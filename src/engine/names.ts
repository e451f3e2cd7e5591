import type { Carrier, PlanRules, Read, Table } from '../plan/types.js';
import { decimal } from './exact.js';
import type { Row } from './moment.js';

/** A table ready to be read: columns by name, rows with their values by column. */
export interface LoadedTable {
  readonly name: string;
  readonly columns: ReadonlyMap<string, number>;
  readonly types: ReadonlyMap<string, string>;
  readonly rows: readonly Row[];
}

/** What names stand for: attributes by their slot in a cart's values, layers by index, tables. */
export class Names {
  readonly slots: Readonly<Record<Carrier, ReadonlyMap<string, number>>>;
  readonly lineTypes: ReadonlyMap<string, string>;
  readonly layers: ReadonlyMap<string, number>;
  readonly layerNames: readonly string[];
  readonly files: readonly string[];
  readonly #oneOfs: ReadonlySet<string>;
  readonly #tables: ReadonlyMap<string, LoadedTable>;

  constructor(rules: PlanRules) {
    const { attributes } = rules;
    const slots = (carrier: Carrier): ReadonlyMap<string, number> =>
      new Map(attributes[carrier].map(({ name }, slot) => [name, slot]));
    this.slots = {
      line: slots('line'),
      customer: slots('customer'),
      order: slots('order'),
      shipping: slots('shipping'),
    };
    this.lineTypes = new Map([
      ...attributes.line.map(({ name, type }) => [name, type] as const),
      ...Object.entries(BUILT_IN),
    ]);
    this.layers = new Map(rules.layers.map(({ name }, index) => [name, index]));
    this.#oneOfs = new Set(
      (['customer', 'order'] as const).flatMap((carrier) =>
        attributes[carrier].filter(({ type }) => type === 'one-of').map(({ name }) => `${carrier}.${name}`),
      ),
    );
    this.layerNames = rules.layers.map(({ name }) => name);
    this.files = rules.files;
    this.#tables = new Map(rules.tables.map((table) => [table.name, loadTable(table)]));
  }

  /** Whether an attribute of the customer or the order has a few declared values. */
  isOneOf({ of, name }: Read): boolean {
    return (of === 'customer' || of === 'order') && this.#oneOfs.has(`${of}.${name}`);
  }

  /** Where lines have a declared text (not a number, money, flag or list) of this name. */
  textSlotOf(name: string): number | undefined {
    const type = this.lineTypes.get(name);
    return type === 'text' || type === 'one-of' ? this.slots.line.get(name) : undefined;
  }

  table(name: string): LoadedTable {
    const table = this.#tables.get(name);
    if (!table) throw new Error(`the plan has no table ${name}`);
    return table;
  }
}

/** A line's built-in attributes by which standings may be named. */
const BUILT_IN = { id: 'text', sku: 'text', quantity: 'number', price: 'money' };

function loadTable({ name, columns, rows }: Table): LoadedTable {
  const load = (value: unknown, type: string): Row['values'][number] => {
    const isNumeric = type === 'number' || type === 'money' || type === 'time';
    return isNumeric && value !== undefined
      ? decimal(`${value as string | number}`)
      : (value as Row['values'][number]);
  };
  return {
    name,
    columns: new Map(columns.map((column, index) => [column.name, index])),
    types: new Map(columns.map((column) => [column.name, column.type])),
    rows: rows.map(({ line, values }) => ({
      line,
      values: columns.map((column) =>
        load(Object.hasOwn(values, column.name) ? values[column.name] : undefined, column.type),
      ),
    })),
  };
}
