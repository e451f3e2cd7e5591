import { resolve } from 'node:path';
import { reportLines } from './report.js';
import { judgeFile, UnreadableRows } from './rows.js';

/** Judges every row of the files named on the command line, and says what failed. */
function main(paths: readonly string[]): number {
  if (paths.length === 0) {
    process.stderr.write('name the files to judge: npm run -s conformance -- cases.jsonl …\n');
    return 2;
  }
  try {
    // npm runs a script in the package's folder, wherever it was called.
    const from = process.env['INIT_CWD'] ?? '.';
    const verdicts = paths.flatMap((path) => judgeFile(resolve(from, path)));
    for (const line of reportLines(verdicts)) process.stdout.write(`${line}\n`);
    return verdicts.some(({ outcome }) => outcome === 'failed' || outcome === 'faulty') ? 1 : 0;
  } catch (error) {
    if (!(error instanceof UnreadableRows)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

process.exitCode = main(process.argv.slice(2));
