import { distance } from 'fastest-levenshtein';

/** The name that was probably meant: at most a third of its letters away, capitals set aside; the first of equals. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const far = farness(name, candidate);
    if (far < least && far * 3 <= candidate.length) [best, least] = [candidate, far];
  }
  return best;
}

/** Names of very different lengths are not compared: a name as long as a book would take as long as one. */
function farness(name: string, candidate: string): number {
  if (Math.abs(name.length - candidate.length) * 3 > candidate.length) return Number.POSITIVE_INFINITY;
  return distance(name.toLowerCase(), candidate.toLowerCase());
}
