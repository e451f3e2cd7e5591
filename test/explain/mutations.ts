/** A value of a checked ruleset with one leaf changed, and where. */
export interface Mutation {
  readonly path: string;
  readonly changed: unknown;
}

/** Words that may stand for each other, by the member they stand in. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  mode: ['half-up', 'half-even', 'half-down', 'up', 'down'],
  weights: ['value', 'list', 'quantity', 'equally'],
  share: ['down', 'half-up', 'half-even', 'half-down', 'in-turn'],
  remainder: ['largest-fraction', 'largest-line', 'first', 'last', 'rest-to-first', 'rest-to-last'],
  overflow: ['to-others', 'dropped'],
  stop: ['layer', 'all', 'lines'],
  returns: ['keep', 'retest'],
  which: ['cheapest', 'dearest'],
  first: ['cheapest', 'dearest'],
  off: ['scope', 'line', 'unit'],
  choose: ['best', 'first'],
  combine: ['in-turn', 'together', 'best'],
  after: ['another layer'],
  attribute: ['another-attribute'],
  subsidyBy: ['another party'],
  sku: ['another SKU'],
  code: ['XTS'],
  pattern: ['another*'],
  name: ['another-name'],
  table: ['another table'],
  percent: ['12.5'],
};

/** What audits keep of the source, what names a thing itself, and what goes with another member. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'source',
  'text',
  'id',
  'op',
  'kind',
  'type',
  'layer',
  'timezone',
]);

/** Every way to change one leaf of a value. */
export function* mutationsOf(value: unknown, path = ''): Generator<Mutation> {
  if (typeof value !== 'object' || value === null) {
    for (const changed of leavesFor(value, path)) yield { path, changed };
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    if (LEFT_OUT.has(key) || isUnsaid(key, path, value)) continue;
    for (const { path: at, changed } of mutationsOf(inner, `${path}/${key}`)) {
      const copy = Array.isArray(value)
        ? value.map((each: unknown, index) => (String(index) === key ? changed : each))
        : { ...value, [key]: changed };
      yield { path: at, changed: copy };
    }
  }
}

/** Members that mean nothing where they stand. */
function isUnsaid(key: string, path: string, value: object): boolean {
  // A percentage of units in groups is formed unit by unit, whether that is said or not.
  if (key === 'off' && JSON.stringify(value).includes('"kind":"percent"')) return true;
  if (key === 'weights' && 'after' in value) return true;
  if (path.endsWith('/constraints') || path.includes('/constraints/'))
    return key === 'count' && 'kind' in value && value.kind !== 'allow';
  return false;
}

function leavesFor(leaf: unknown, path: string): readonly unknown[] {
  const key = path.split('/').at(-1) ?? '';
  if (typeof leaf === 'number') return [key === 'from' || key === 'until' ? leaf + 1 : leaf + 1];
  if (typeof leaf === 'boolean') return [!leaf];
  if (typeof leaf !== 'string') return [];
  const words = WORDS[key];
  if (words !== undefined) return words.filter((word) => word !== leaf);
  if (key === 'value') return [/^-?\d+(\.\d+)?$/.test(leaf) ? String(Number(leaf) + 1) : `${leaf}x`];
  return [];
}
