import { readFileSync } from 'node:fs';
import { type CartInput, compile, load, type Plan, planOf, type Pricer } from '../../../src/index.js';
import { findingsAgainst } from '../../../src/cli/mapping/against-rules.js';
import { cartMapper } from '../../../src/cli/mapping/mapper.js';
import { readMapping } from '../../../src/cli/mapping/read.js';
import type { Io } from '../../../src/cli/io.js';
import { Stop } from '../../../src/cli/stop.js';
import { type Door, expectFit, expectThat } from './door.js';
import { mutatedJson } from './json.js';

const FOLDER = 'examples/gift-wholesaler';
const [MAPPING = '', ORDERS = '', RULES = ''] = ['mapping.json', 'orders.ndjson', 'rules.reckon'].map(
  (name) => readFileSync(`${FOLDER}/${name}`, 'utf8'),
);
const SOME_ORDERS = ORDERS.split('\n').slice(0, 3);

interface Shop {
  readonly plan: Plan;
  readonly pricer: Pricer;
}

let opened: Shop | undefined;

function shop(): Shop {
  const compiled = compile(RULES);
  const plan = compiled.ok ? planOf(compiled.ruleset) : undefined;
  const loaded = plan && load(plan);
  if (!loaded?.ok || !plan) throw new Error('the example does not compile');
  return { plan, pricer: loaded.pricer };
}

/** On the first line the JSON of a mapping, on the others orders to read by it. */
export const mappings: Door = {
  name: 'mappings',
  extension: 'ndjson',
  draw(random) {
    const mapping = mutatedJson(JSON.parse(MAPPING), random).replaceAll(/\n\s*/g, '');
    const orders = SOME_ORDERS.map((order) =>
      mutatedJson(JSON.parse(order), random).replaceAll(/\n\s*/g, ''),
    );
    return [mapping, ...orders].join('\n');
  },
  take(text) {
    const [mapping = '', ...orders] = text.split('\n');
    let told = '';
    const err = { write: (said: string) => void (told += said), isTerminal: false };
    const io = { readFile: () => Buffer.from(mapping), err, out: err, env: {} } as unknown as Io;
    const read = readOrStop(io);
    expectFit('what is told of a mapping', told);
    if (!read) return;
    opened ??= shop();
    const { plan, pricer } = opened;
    read.report(findingsAgainst(read.mapping, plan.rules), io);
    const mapper = cartMapper(read.mapping, plan.rules);
    for (const order of orders) expectRead(order, mapper, pricer);
    expectFit('what is told of a mapping', told);
  },
};

function readOrStop(io: Io): ReturnType<typeof readMapping> {
  try {
    return readMapping('map.json', io);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    expectFit('why a mapping is not read', error.message);
    return undefined;
  }
}

/** An order is priced, or each of its mistakes is told with where it comes from. */
function expectRead(text: string, mapper: ReturnType<typeof cartMapper>, pricer: Pricer): void {
  let order: unknown;
  try {
    order = JSON.parse(text);
  } catch {
    return;
  }
  mapper.idOf(order);
  const result = pricer.price(mapper.cart(order) as CartInput);
  if (!result.ok)
    for (const mistake of result.errors) expectThat(mapper.told(mistake) !== '', 'a mistake without words');
}
