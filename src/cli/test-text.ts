import type { TextOptions } from '../breakdown/text.js';
import { accountText } from '../breakdown/text.js';
import { shown } from '../shown.js';
import { counted } from '../breakdown/text-page.js';
import type { Breakdown } from '../breakdown/types.js';
import { excerpt } from '../diagnostics/frame.js';
import { SourceText } from '../diagnostics/source.js';
import type { ScenarioFailure, ScenarioResult } from '../scenario/types.js';
import type { Tested, TestedFile } from './test-run.js';

type Drawing = Required<TextOptions>;

/** Every scenario with what came of it, file by file; then each that failed, with the steps that led to its price. */
export function testText(tested: Tested, drawing: Drawing): string {
  const lists = tested.files.filter(isWorthALine).map((file) => listText(file, drawing));
  const failed = tested.files.flatMap(({ results }) => results.filter(({ holds }) => !holds));
  return [...lists, ...failed.map((result) => failedText(result, tested, drawing))].join('');
}

function isWorthALine({ isBroken, results }: TestedFile): boolean {
  return isBroken || results.length > 0;
}

function listText({ isBroken, path, results }: TestedFile, { paint }: Drawing): string {
  const scenarios = results.map(
    ({ holds, title }) => `  ${holds ? paint.green('ok  ') : paint.red('FAIL')}  ${shown(title)}\n`,
  );
  const broken = isBroken ? [`  ${paint.red('FAIL')}  the file has errors\n`] : [];
  return [`${paint.bold(shown(path))}\n`, ...broken, ...scenarios, '\n'].join('');
}

function failedText(result: ScenarioResult, tested: Tested, drawing: Drawing): string {
  const { paint } = drawing;
  const head = `${paint.red('FAIL')} ${paint.bold(shown(result.title))}`;
  const failures = result.failures.map((failure) => `${failureText(failure, tested)}\n`);
  const account = result.breakdown === undefined ? [] : [accountOf(result, result.breakdown, drawing)];
  return `${[head, ...failures, ...account].join('\n')}\n`;
}

function failureText(failure: ScenarioFailure, { sources }: Tested): string {
  const source = sources.get(failure.file) ?? new SourceText(failure.file, '');
  return [`failed: ${shown(failure.message)}`, ...excerpt(failure, source)].join('\n');
}

/** How the price came about: where every failure is about a promotion, what came of these; else of all. */
export function accountOf({ failures }: ScenarioResult, breakdown: Breakdown, drawing: TextOptions): string {
  const named = new Set(failures.map(({ promotion }) => promotion));
  if (named.has(undefined)) return accountText(breakdown, drawing);
  const isNamed = ({ promotion }: { readonly promotion?: string }): boolean => named.has(promotion);
  const { gifts, promotions, refused } = breakdown;
  return accountText(
    {
      ...breakdown,
      promotions: promotions.filter(isNamed),
      refused: refused.filter(isNamed),
      gifts: gifts.filter(isNamed),
    },
    drawing,
  );
}

/** `13 scenarios in 3 files: 12 passed, 1 failed`. */
export function summaryLine({ files }: Tested, { paint }: Drawing): string {
  const results = files.flatMap((file) => file.results);
  const failed = results.filter(({ holds }) => !holds).length;
  const broken = files.filter(({ isBroken }) => isBroken).length;
  const counts = [
    `${results.length - failed} passed`,
    `${failed} failed`,
    ...(broken === 0 ? [] : [`${counted(broken, 'file')} with errors`]),
  ];
  const where = counted(files.filter(isWorthALine).length, 'file');
  const line = `${counted(results.length, 'scenario')} in ${where}: ${counts.join(', ')}`;
  return failed + broken === 0 ? paint.bold(paint.green(line)) : paint.bold(paint.red(line));
}
