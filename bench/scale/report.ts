import { type Figures, leastAgreed, measure, type Measuring, ratio } from '../measure/rounds.js';
import { count, type Report, rounded, table } from '../report.js';
import { QUICK_SCALES, SCALES, scaleEntries } from './entries.js';

/** Prices carts by ever more promotions, few of which are about any one cart. */
export async function runScale(how: Measuring): Promise<Report> {
  const entries = (how.full ? SCALES : QUICK_SCALES).flatMap((promotions) => scaleEntries(promotions));
  const measured = await measure(entries, how);
  return {
    figures: byEvaluator(measured),
    lines: [
      `Scale: every entry agrees on ${count(leastAgreed(measured))} carts`,
      ...table(
        ['', 'us/cart', 'to by hand', 'to 10', 'p50 us', 'p99 us', 'made ready'],
        [...measured].map(([name, figures]) => cells(figures, comparisons(name, measured))),
      ),
    ],
  };
}

/** To the yardstick with as many promotions, and to itself with 10. */
interface Comparisons {
  readonly toByHand: number;
  readonly toTen: number;
}

function comparisons(name: string, measured: ReadonlyMap<string, Figures>): Comparisons {
  const [who, promotions] = name.split(':');
  const figures = measured.get(name)!;
  return {
    toByHand: ratio(figures, measured.get(`by-hand:${promotions}`)!),
    toTen: ratio(figures, measured.get(`${who}:10`)!),
  };
}

/** `{"engine":{"1000":{…}}}`. */
function byEvaluator(measured: ReadonlyMap<string, Figures>): Readonly<Record<string, object>> {
  const told: Record<string, Record<string, object>> = {};
  for (const [name, { agreed, cpu, p50, p99, steps }] of measured) {
    const [who, promotions] = name.split(':') as [string, string];
    told[who] = {
      ...told[who],
      [promotions]: { agreed, cpu, ...comparisons(name, measured), p50, p99, ...steps },
    };
  }
  return told;
}

function cells({ title, cpu, p50, p99, steps }: Figures, compared: Comparisons): readonly string[] {
  const made = Object.entries(steps).map(([step, milliseconds]) => `${step} ${rounded(milliseconds)} ms`);
  return [title, ...[cpu, compared.toByHand, compared.toTen, p50, p99].map(rounded), made.join(', ')];
}
