import { counted } from '../breakdown/text-page.js';
import type { Plan } from '../plan/types.js';
import { type Overrides, refuseInstant } from './cart.js';
import type { Io } from './io.js';
import { mappingFor, openCarts } from './many/carts.js';
import { grouped } from './many/progress.js';
import type { PriceSetup } from './many/price-job.js';
import { brokenBy, runMany, type Summary } from './many/run.js';
import type { Mapping } from './mapping/shape.js';
import { complain } from './output.js';
import { EXIT, type ExitCode } from './stop.js';

/** Many carts as `reckon price` is given them. */
export interface ManyOptions extends Overrides {
  readonly carts: string;
  readonly map?: string;
  readonly numbered?: true;
  readonly jobs?: number;
  readonly totals?: true;
  readonly explain?: readonly string[];
  readonly hints?: true;
  readonly digest?: true;
}

/** Prices many carts: a line of JSON for each on standard output, and on standard error what is wrong with which. */
export async function priceMany(options: ManyOptions, plan: Plan, io: Io): Promise<ExitCode> {
  const { carts, map, jobs = io.processors } = options;
  refuseInstant(options.at);
  const read = map === undefined ? undefined : mappingFor(map, [plan.rules], io);
  if (map !== undefined && read === undefined) return EXIT.refused;
  const { source, batches, mapping } = openCarts(carts, read, io);
  const summary = await runMany({ source, batches, setup: setupOf(options, plan, mapping), jobs }, io);
  return concluded(summary, source.name, mapping, io);
}

function setupOf(options: ManyOptions, plan: Plan, mapping: Mapping | undefined): PriceSetup {
  const {
    at,
    code = [],
    explain = [],
    hints = false,
    digest = false,
    totals = false,
    numbered = false,
  } = options;
  return {
    kind: 'price',
    plan: JSON.stringify(plan),
    ...(mapping !== undefined && { mapping }),
    totals,
    numbered,
    options: { explain, hints, cartDigest: digest },
    overrides: { ...(at !== undefined && { at }), code },
  };
}

/** Says how far the run came, and gives the exit code for it. */
function concluded(summary: Summary, name: string, mapping: Mapping | undefined, io: Io): ExitCode {
  const { carts, bad, complaints, last, ended } = summary;
  const broken = brokenBy(summary);
  if (broken !== undefined) complain(broken.message, io);
  if (broken !== undefined && last === 0) return EXIT.usage;
  io.err.write(
    `priced ${cartsOf(carts)}, ${grouped(bad)} bad${brokenOf(complaints)}${ENDED[ended](last)} (${name})\n`,
  );
  if (carts === 0 && bad > 0) io.err.write(adviceFor(mapping));
  if (ended === 'interrupted') return EXIT.interrupted;
  if (broken !== undefined) return EXIT.usage;
  return bad === 0 && complaints === 0 ? EXIT.well : EXIT.refused;
}

/** What may help where no cart is good: nothing for CSV, whose columns were found. */
function adviceFor(mapping: Mapping | undefined): string {
  if (mapping?.format === 'csv') return '';
  return mapping === undefined
    ? 'help: carts stand one a line, as JSON; orders of another form, and CSV, need `--map`, a cart over several lines `--cart`\n'
    : 'help: orders stand one a line, as JSON; CSV of another name needs `"format": "csv"` in the mapping, an order over several lines `--cart`\n';
}

function cartsOf(count: number): string {
  return count === 1 ? counted(count, 'cart') : `${grouped(count)} carts`;
}

function brokenOf(count: number): string {
  return count === 0 ? '' : `, ${grouped(count)} that ${count === 1 ? 'breaks' : 'break'} a guarantee`;
}

const ENDED: Readonly<Record<Summary['ended'], (last: number) => string>> = {
  all: () => '',
  broken: () => '',
  interrupted: (last) => `; interrupted behind line ${last}`,
  unread: (last) => `; standard output was closed behind line ${last}`,
};
