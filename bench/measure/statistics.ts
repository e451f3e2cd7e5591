/** The value below which a share of the values lie; of an even number the lower middle one. */
export function quantile(values: Iterable<number>, share: number): number {
  const sorted = Float64Array.from(values).sort();
  if (sorted.length === 0) throw new RangeError('no values');
  return sorted[Math.floor((sorted.length - 1) * share)]!;
}

export const median = (values: Iterable<number>): number => quantile(values, 0.5);
