/** The decision graph of D11 in the JSON Decision Model that zen-engine runs. Amounts are whole minor units. */
export function zenGraph(): object {
  const steps = [
    promoted(),
    brandDay(),
    storeTotals(),
    storeTiers(),
    storeShares(),
    platformShares(),
    coupon(),
    member(),
    lastShares(),
    postage(),
  ];
  const nodes = [
    { id: 'in', name: 'in', type: 'inputNode' },
    ...steps,
    { id: 'out', name: 'out', type: 'outputNode' },
  ];
  const edges = nodes.slice(1).map(({ id }, index) => {
    return { id: `to-${id}`, type: 'edge', sourceId: nodes[index]!.id, targetId: id };
  });
  return { contentType: 'application/vnd.gorules.decision', nodes, edges };
}

interface Node {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly content: object;
}

type Expressions = Readonly<Record<string, string>>;

/** A node of expressions; each may use those before it as `$.name`. */
function expressions(id: string, values: Expressions): Node {
  const list = Object.entries(values).map(([key, value]) => ({ id: key, key, value }));
  return { id, name: id, type: 'expressionNode', content: { expressions: list, passThrough: true } };
}

/** A decision table: what it looks at, what it gives, and rows of which the first that matches decides. */
function table(
  id: string,
  inputs: readonly string[],
  outputs: readonly string[],
  rows: readonly (readonly string[])[],
  settings: object = {},
): Node {
  const columns = (fields: readonly string[], kind: string): readonly { readonly id: string }[] =>
    fields.map((field) => ({ id: `${kind} ${field}`, name: field, field }));
  const [read, written] = [columns(inputs, 'if'), columns(outputs, 'then')];
  const cells = [...read, ...written];
  const rules = rows.map((row, index) => {
    return { _id: String(index), ...Object.fromEntries(row.map((cell, at) => [cells[at]!.id, cell])) };
  });
  const content = {
    hitPolicy: 'first',
    inputs: read,
    outputs: written,
    rules,
    passThrough: true,
    ...settings,
  };
  return { id, name: id, type: 'decisionTableNode', content };
}

/** Runs a table once for each element of a list, and puts what it gives at a path. */
const eachOf = (inputField: string, outputPath: string): object => ({
  executionMode: 'loop',
  inputField,
  outputPath,
  passThrough: true,
});

/** How an amount is spread over lines: expressions of the line `l`, and whether the line `m` shares with it. */
interface Spread {
  readonly amount: string;
  readonly weight: string;
  readonly total: string;
  readonly together: string;
}

/** Largest remainder first, ties to the earlier line: a line's rank is the number of lines that come before it. */
function spread({ amount, weight, total, together }: Spread): Expressions {
  const before = '$.rest[m.i] > $.rest[l.i] or ($.rest[m.i] == $.rest[l.i] and m.i < l.i)';
  const rank = `len(filter(lines as m, ${together} and (${before})))`;
  const given = `sum(map(filter(lines as m, ${together}) as m, $.whole[m.i]))`;
  return {
    whole: `map(lines as l, ${total} > 0 ? floor(${amount} * ${weight} / ${total}) : 0)`,
    rest: `map(lines as l, ${amount} * ${weight} - $.whole[l.i] * ${total})`,
    shares: `map(lines as l, $.whole[l.i] + (${rank} < ${amount} - ${given} ? 1 : 0))`,
  };
}

/** Spreads over the whole order an amount that was worked out before. */
const spreadOver = (amount: string, weight: string, total: string): Expressions =>
  onlyWhen(`${amount} > 0`, 'map(lines, 0)', spread({ amount, weight, total, together: 'true' }));

const onlyWhen = (condition: string, otherwise: string, values: Expressions): Expressions =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, `${condition} ? ${value} : ${otherwise}`]),
  );

const promoted = (): Node =>
  table(
    'promoted',
    ['brand'],
    ['percent'],
    [
      ['"B03", "B11", "B19", "B27", "B42"', '15'],
      ['', '0'],
    ],
    eachOf('lines', 'promoted'),
  );

function brandDay(): Node {
  const weight = '(promoted[l.i].percent > 0 ? l.list : 0)';
  const capped = spread({ amount: '20000', weight, total: '$.base', together: 'true' });
  return expressions('brand-day', {
    formed: 'map(lines as l, floor((l.list * promoted[l.i].percent + 50) / 100))',
    base: `sum(map(lines as l, ${weight}))`,
    ...onlyWhen('sum($.formed) > 20000', '$.formed', capped),
    'brand.shares': '$.shares',
    'brand.total': 'min([sum($.formed), 20000])',
    left: 'map(lines as l, l.list - $.shares[l.i])',
  });
}

const storeTotals = (): Node =>
  expressions('store-totals', {
    stores:
      'map(stores as s, { store: s.store, left: sum(map(filter(lines as l, l.store == s.store) as l, left[l.i])) })',
  });

const storeTiers = (): Node =>
  table(
    'store-tiers',
    ['left'],
    ['store', 'left', 'off'],
    [
      ['>= 69900', 'store', 'left', '11000'],
      ['>= 39900', 'store', 'left', '5000'],
      ['>= 19900', 'store', 'left', '2000'],
      ['', 'store', 'left', '0'],
    ],
    eachOf('stores', 'stores'),
  );

const storeShares = (): Node =>
  expressions('store-shares', {
    ...spread({
      amount: 'stores[l.s].off',
      weight: 'left[l.i]',
      total: 'stores[l.s].left',
      together: 'm.s == l.s',
    }),
    'store.shares': '$.shares',
    left: 'map(lines as l, left[l.i] - $.shares[l.i])',
    'platform.left': 'sum($.left)',
    'platform.amount': 'min([floor($.platform.left / 30000) * 5000, 50000])',
  });

const platformShares = (): Node =>
  expressions('platform-shares', {
    ...spreadOver('platform.amount', 'left[l.i]', 'platform.left'),
    'platform.shares': '$.shares',
    left: 'map(lines as l, left[l.i] - $.shares[l.i])',
    goods: 'sum($.left)',
    coded: 'contains(codes, "CAT88")',
    inCategory: 'map(lines as l, $.coded and l.category in ["C03", "C07"] ? $.left[l.i] : 0)',
    category: 'sum($.inCategory)',
  });

const coupon = (): Node =>
  table(
    'coupon',
    ['category'],
    ['cat88'],
    [
      ['>= 80000', '8800'],
      ['', '0'],
    ],
  );

const member = (): Node =>
  table(
    'member',
    ['tier'],
    ['member'],
    [
      ['"vip"', 'min([floor((goods * 5 + 50) / 100), 10000])'],
      ['', '0'],
    ],
  );

const lastShares = (): Node =>
  expressions('last-shares', {
    wins: 'cat88 > 0 and cat88 >= member',
    amount: '$.wins ? cat88 : member',
    ...spreadOver('$.amount', '($.wins ? inCategory[l.i] : left[l.i])', '($.wins ? category : goods)'),
    'last.shares': '$.shares',
    left: 'map(lines as l, left[l.i] - $.shares[l.i])',
    goods: 'goods - $.amount',
  });

const postage = (): Node =>
  table(
    'postage',
    ['goods'],
    ['shipping'],
    [
      ['>= 9900', '0'],
      ['', '1000'],
    ],
  );
