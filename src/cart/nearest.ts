import { distance } from 'fastest-levenshtein';

/** The name that was probably meant: it differs in a third of its letters at most, capitals set aside; the first of equals. */
export function nearest(name: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of candidates) {
    // Names of very different lengths are not compared: one as long as a book would take as long as one.
    if (Math.abs(candidate.length - name.length) >= least) continue;
    const steps = distance(name.toLowerCase(), candidate.toLowerCase());
    if (steps < least) [best, least] = [candidate, steps];
  }
  return best;
}
