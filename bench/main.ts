import { parseArgs } from 'node:util';
import { runD11 } from './d11/report.js';
import { FULL, QUICK } from './measure/thoroughness.js';
import { circumstances, circumstancesText, type Report } from './report.js';
import { runScale } from './scale/report.js';
import { Disagreement } from './yardstick/priced.js';

const USAGE = `usage: npm run -s bench -- [--quick] [--only d11|scale] [--json]
  --quick  a first look: without the peers, fewer rounds
  --only   one of the two workloads
  --json   one JSON object instead of tables
`;

/** Enough for every cart of D11 in every entry; what is slow over a million promotions is checked for as long. */
const CHECK_MILLISECONDS = 30_000;

interface Options {
  readonly quick: boolean;
  readonly json: boolean;
  readonly only: string | undefined;
}

/** Nothing when the command line is not one of ours. */
function readOptions(args: readonly string[]): Options | undefined {
  const flag = { type: 'boolean', default: false } as const;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { quick: flag, json: flag, only: { type: 'string' } },
    });
    const { quick, json, only } = values;
    return only === undefined || only === 'd11' || only === 'scale' ? { quick, json, only } : undefined;
  } catch {
    return undefined;
  }
}

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options === undefined) {
    process.stderr.write(USAGE);
    return 2;
  }
  try {
    await run(options);
    return 0;
  } catch (error) {
    if (!(error instanceof Disagreement)) throw error;
    process.stderr.write(`not timed, for a cart came out differently\n${error.message}\n`);
    return 1;
  }
}

async function run({ quick, json, only }: Options): Promise<void> {
  const where = circumstances(new Date());
  const print = (lines: readonly string[]): unknown => json || process.stdout.write(`${lines.join('\n')}\n`);
  const tell = (progress: string): void => void process.stderr.write(`${progress}\n`);
  const how = { ...(quick ? QUICK : FULL), full: !quick, checkMilliseconds: CHECK_MILLISECONDS, tell };
  print([circumstancesText(where), '']);
  const figures: Record<string, Report['figures']> = {};
  for (const [name, workload] of [['d11', runD11] as const, ['scale', runScale] as const]) {
    if (only !== undefined && only !== name) continue;
    const report = await workload(how);
    figures[name] = report.figures;
    print([...report.lines, '']);
  }
  if (json) process.stdout.write(`${JSON.stringify({ ...where, quick, ...figures })}\n`);
}

process.exitCode = await main(process.argv.slice(2));
