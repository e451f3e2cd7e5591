import type { Name, Statement } from '../../syntax/ast.js';

/** The names that a program uses, wherever it does; not those it only declares. */
export interface Uses {
  /** Bare names: attributes of lines and charges, values, members. */
  readonly names: ReadonlySet<string>;
  /** `customer.tier`, `order.channel`, `row.off`. */
  readonly dotted: ReadonlySet<string>;
  readonly tags: ReadonlySet<string>;
  readonly tables: ReadonlySet<string>;
  readonly layers: ReadonlySet<string>;
}

export function usesIn(statements: readonly Statement[]): Uses {
  const walk = new Walk();
  for (const statement of statements) walk.into(statement);
  return walk;
}

/** Any node: what is not met by name below is walked through part by part. */
type AnyNode = Readonly<Record<string, unknown>>;

class Walk implements Uses {
  readonly names = new Set<string>();
  readonly dotted = new Set<string>();
  readonly tags = new Set<string>();
  readonly tables = new Set<string>();
  readonly layers = new Set<string>();

  into(part: unknown, owner?: string): void {
    if (typeof part !== 'object' || part === null) return;
    if (Array.isArray(part)) for (const each of part as readonly unknown[]) this.into(each, owner);
    else this.#node(part as AnyNode, owner);
  }

  #node(node: AnyNode, owner: string | undefined): void {
    if ('quoted' in node) this.#use(node as unknown as Name, owner);
    else if ('tag' in node) this.#reference(node);
    else if ('its' in node) this.#party(node);
    else if ('words' in node) this.into(node['words']);
    else if (node['kind'] === 'name') this.#read(node['parts'] as readonly Name[]);
    else this.#parts(node, SKIPPED.get(String(node['kind'])) ?? NO_NAMES, ownerOf(node) ?? owner);
  }

  #use({ text }: Name, owner: string | undefined): void {
    if (owner === undefined) this.names.add(text);
    else this.dotted.add(`${owner}.${text}`);
  }

  #reference({ name, tag }: AnyNode): void {
    if (tag === true) this.tags.add((name as Name).text);
  }

  #party({ its, party, percent }: AnyNode): void {
    if (its === true) this.names.add((party as Name).text);
    this.into(percent);
  }

  #read(parts: readonly Name[]): void {
    if (parts.length === 1) this.names.add(parts[0]?.text ?? '');
    else this.dotted.add(parts.map(({ text }) => text).join('.'));
  }

  #parts(node: AnyNode, skipped: readonly string[], owner: string | undefined): void {
    for (const key of Object.keys(node)) {
      const value = node[key];
      if (typeof value !== 'object' || key === 'span' || skipped.includes(key)) continue;
      if (key === 'after') this.#add(this.layers, value);
      else if (key === 'table') this.#add(this.tables, value);
      else if (key === 'name' && node['kind'] === 'layer') this.#add(this.layers, value);
      else this.into(value, owner);
    }
  }

  #add(names: Set<string>, name: unknown): void {
    if (typeof name === 'object' && name !== null && 'text' in name) names.add(String(name.text));
  }
}

/** In a scenario the attributes of a customer or an order stand bare after its word. */
function ownerOf({ attributes, kind }: AnyNode): string | undefined {
  return attributes !== undefined && (kind === 'customer' || kind === 'order') ? kind : undefined;
}

const NO_NAMES: readonly string[] = [];

/** By kind of node, the parts that declare names or name promotions. */
const SKIPPED: ReadonlyMap<string, readonly string[]> = new Map([
  ['currency', ['code']],
  ['has', ['attributes']],
  ['table', ['name', 'columns']],
  ['let', ['name']],
  ['promotion', ['name']],
  ['coupon', ['name']],
  ['tag', ['name']],
  ['usage', ['promotion']],
  ['takes', ['promotion']],
  ['refused', ['promotion', 'reason']],
  ['commission', ['subsidyBy']],
  ['note', ['language']],
  ['message', ['language']],
  ['title', ['language']],
]);
