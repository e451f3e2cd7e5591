import type { Place } from '../check/origin.js';

/** Which parts of rule files their scenarios reach, in the order the parts stand in each file. */
export interface Coverage {
  readonly points: readonly CoveragePoint[];
}

/** One thing that a scenario can bring about, at the place of the part it is about. */
export interface CoveragePoint extends Place {
  readonly kind: PointKind;
  readonly wanted: Wanted;
  /** The part as it is written, on one line; of a long one its beginning. */
  readonly text: string;
  /** The promotion that the part belongs to. */
  readonly promotion?: string;
  readonly reached: boolean;
}

export type PointKind = 'promotion' | 'tier' | 'condition' | 'limit' | 'exclusion';

/**
 * What a scenario must bring about: a promotion applied; a tier was the highest reached; a test of a condition came out true,
 * and another time false; without a limit, or an exclusion, a price would have been another one.
 */
export type Wanted = 'applied' | 'reached' | 'true' | 'false' | 'bound' | 'kept-out';

/** How many of the points are reached, and that in whole percent, rounded down. No points at all are 100 %. */
export interface CoverageShare {
  readonly reached: number;
  readonly points: number;
  readonly percent: number;
}

export function coverageShare({ points }: Coverage): CoverageShare {
  const reached = points.filter((point) => point.reached).length;
  const percent = points.length === 0 ? 100 : Math.floor((reached * 100) / points.length);
  return { reached, points: points.length, percent };
}

/** One coverage of several rule files: what several of them import is reached where the scenarios of any reach it. */
export function mergeCoverage(coverages: readonly Coverage[]): Coverage {
  const merged = new Map<string, CoveragePoint>();
  for (const point of coverages.flatMap(({ points }) => points)) {
    const key = pointKey(point);
    const known = merged.get(key);
    merged.set(key, known === undefined || point.reached ? point : known);
  }
  return { points: inOrder([...merged.values()]) };
}

function pointKey({ file, line, column, endLine, endColumn, kind, wanted }: CoveragePoint): string {
  return [kind, wanted, line, column, endLine, endColumn, file].join(' ');
}

/** By file as first met, then by place; of one place as wanted. */
export function inOrder(points: readonly CoveragePoint[]): readonly CoveragePoint[] {
  const files = [...new Set(points.map(({ file }) => file))];
  const position = new Map(files.map((file, index) => [file, index]));
  return points.toSorted(
    (a, b) =>
      (position.get(a.file) ?? 0) - (position.get(b.file) ?? 0) || a.line - b.line || a.column - b.column,
  );
}
