const MINUS = 45;
const POINT = 46;
const ZERO = 48;

/**
 * An exact decimal, `^-?(0|[1-9]\d*)(\.\d+)?$` with at most so many digits before its point and after it, in its shortest
 * writing: `1.50` is `1.5`, and `-0.0` is `0`. Nothing for any other text.
 */
export function shortestDecimal(text: string, digits: number): string | undefined {
  const start = text.charCodeAt(0) === MINUS ? 1 : 0;
  const point = digitsEnd(text, start);
  const whole = point - start;
  if (whole < 1 || whole > digits || (whole > 1 && text.charCodeAt(start) === ZERO)) return undefined;
  if (point === text.length) return text === '-0' ? '0' : text;
  const end = digitsEnd(text, point + 1);
  const fraction = end - point - 1;
  if (text.charCodeAt(point) !== POINT || end !== text.length || fraction < 1 || fraction > digits) {
    return undefined;
  }
  const shortest = text.slice(0, significantEnd(text, point));
  return shortest === '-0' ? '0' : shortest;
}

/** Where the digits that begin at a place end. */
function digitsEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && isDigit(text.charCodeAt(end))) end += 1;
  return end;
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= ZERO + 9;
}

/** Where a decimal ends without its last zeros, and without its point where nothing else stands behind it. */
function significantEnd(text: string, point: number): number {
  let end = text.length;
  while (text.charCodeAt(end - 1) === ZERO) end -= 1;
  return end - 1 === point ? point : end;
}
