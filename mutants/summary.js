import { readFileSync } from 'node:fs';
import { LEFT_OUT } from './tests.js';

/** Two standard errors of a share that a sample of `n` showed, in percent. */
function margin(share, n, all) {
  return 196 * Math.sqrt(((share * (1 - share)) / n) * (1 - n / all));
}

/** One line: how many mutants of a folder were tried, and how many of them the tests found. */
export function summary(folder, report) {
  const mutants = Object.values(JSON.parse(readFileSync(report, 'utf8')).files).flatMap(
    (file) => file.mutants,
  );
  const count = (status) => mutants.filter((mutant) => mutant.status === status).length;
  const leftOut = mutants.filter(({ statusReason }) => statusReason?.includes(LEFT_OUT)).length;
  const all = mutants.length - count('Ignored');
  const reached = all - count('NoCoverage');
  const tried = reached - leftOut;
  const found = count('Killed') + count('Timeout');
  // What no test reaches is known of all mutants, not of the sample alone.
  const score = (reached / all) * (found / tried);
  const about = leftOut === 0 ? '' : ` ± ${margin(found / tried, tried, reached).toFixed(1)}`;
  return `src/${folder}: ${all} mutants, ${all - reached} that no test reaches; of ${tried} that were tried ${found} found: ${(100 * score).toFixed(1)} %${about}`;
}
