import type { TextOptions } from '../breakdown/text.js';
import { shown } from '../shown.js';
import { counted } from '../breakdown/text-page.js';
import { type Coverage, type CoveragePoint, coverageShare } from '../scenario/coverage.js';

/** What each point lacks, in a word. */
const LACKING: Readonly<Record<CoveragePoint['wanted'], string>> = {
  applied: 'never applied',
  reached: 'never reached',
  true: 'never true',
  false: 'never false',
  bound: 'never bound',
  'kept-out': 'never kept anything out',
};

/** What no scenario reaches, by file and line, and how much is reached. Ends with an empty line. */
export function coverageText(coverage: Coverage, { paint }: Required<TextOptions>): string {
  const files = byFile(coverage);
  const lines = files.flatMap(([file, points]) => {
    const share = shareText({ points });
    const missed = points.filter(({ reached }) => !reached).map((point) => `  ${missedText(point)}`);
    return [`${paint.bold(shown(file))}  ${share}`, ...missed];
  });
  const whole = files.length === 1 ? [] : [`${paint.bold('all')}  ${shareText(coverage)}`];
  return `${['coverage', ...lines, ...whole].join('\n')}\n\n`;
}

/** The points of each file; they stand together already. */
export function byFile({ points }: Coverage): readonly (readonly [string, readonly CoveragePoint[]])[] {
  const files = new Set(points.map(({ file }) => file));
  return [...files].map((name) => [name, points.filter(({ file }) => file === name)]);
}

function shareText(coverage: Coverage): string {
  const { percent, points, reached } = coverageShare(coverage);
  return `${percent}%, ${reached} of ${counted(points, 'point')}`;
}

function missedText({ column, kind, line, text, wanted }: CoveragePoint): string {
  return `${line}:${column}  ${kind} \`${shown(text)}\` ${LACKING[wanted]}`;
}

/** Compared without rounding. */
export function isBelow(coverage: Coverage, percent: number): boolean {
  const { points, reached } = coverageShare(coverage);
  return points > 0 && reached * 100 < percent * points;
}
