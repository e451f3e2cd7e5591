import { grouped, isNothing } from '../words.js';

/** As printers set it: with a minus as wide as a plus. */
export function amount(decimal: string): string {
  return grouped(decimal).replace('-', '−');
}

/** With its sign; nothing has none. */
export function change(decimal: string): string {
  return isNothing(decimal) || decimal.startsWith('-') ? amount(decimal) : `+${amount(decimal)}`;
}

/** `+0.04%`, of what was there before; nothing where there was nothing. */
export function percentChange(before: string, by: string): string | undefined {
  const [from, more] = [minor(before), minor(by)];
  if (from === 0n) return undefined;
  const hundredths = rounded(more * 10_000n, from < 0n ? -from : from);
  if (hundredths === 0n && more !== 0n) return `${more < 0n ? '−' : '+'} under 0.01%`;
  const text = String(hundredths < 0n ? -hundredths : hundredths).padStart(3, '0');
  const sign = hundredths < 0n ? '−' : hundredths > 0n ? '+' : '';
  return `${sign}${grouped(`${text.slice(0, -2)}.${text.slice(-2)}`)}%`;
}

/** What part a count is of all, from 0 to 100. */
export function share(count: number, all: number): number {
  return all === 0 ? 0 : (count / all) * 100;
}

/** As a length of a chart: how large the one amount is beside the other, from 0 to 1. */
export function ratio(part: string, whole: string): number {
  const all = minor(whole);
  return all === 0n ? 0 : Number((minor(part) * 1_000_000n) / all) / 1_000_000;
}

/** The minor units of an amount, whose digits are those of its currency. */
export function minor(decimal: string): bigint {
  return BigInt(decimal.replace('.', ''));
}

function rounded(over: bigint, under: bigint): bigint {
  const half = under / 2n;
  return (over < 0n ? over - half : over + half) / under;
}
