import { cpus, totalmem } from 'node:os';

/** Where and when figures were made: without it they mean nothing. */
export interface Circumstances {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly node: string;
  readonly v8: string;
  readonly system: string;
  readonly date: string;
}

export function circumstances(now: Date): Circumstances {
  const processors = cpus();
  return {
    processor: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    v8: process.versions.v8,
    system: `${process.platform} ${process.arch}`,
    date: now.toISOString().slice(0, 10),
  };
}

export function circumstancesText({
  processor,
  cores,
  memoryGiB,
  node,
  system,
  date,
}: Circumstances): string {
  return `${processor}, ${cores} cores, ${memoryGiB} GiB, ${system}, Node ${node}, ${date}`;
}

/** What a workload came to: as data, and as lines to read. */
export interface Report {
  readonly figures: Readonly<Record<string, unknown>>;
  readonly lines: readonly string[];
}

/** The first column is words, the others are numbers. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const all = [headings, ...rows];
  const widths = headings.map((_, column) => Math.max(...all.map((row) => row[column]!.length)));
  return all.map((row) => {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!),
    );
    return cells.join('  ');
  });
}

/** Three digits: more would be noise. */
export const rounded = (value: number): string =>
  value >= 100 ? whole(value) : value.toFixed(value >= 10 ? 1 : 2);

export const whole = (value: number): string => count(Math.round(value));

export const count = (value: number): string => value.toLocaleString('en');
