import { type Figures, leastAgreed, measure, type Measuring, ratio } from '../measure/rounds.js';
import { count, type Report, rounded, table, whole } from '../report.js';
import { countsOf } from './agreement.js';
import { byHand } from './by-hand.js';
import { d11Carts } from './carts.js';
import { D11_CARTS, D11_ENTRIES } from './entries.js';

/** Prices D11 in every way there is, and compares each with the rules by hand. */
export async function runD11(how: Measuring): Promise<Report> {
  const entries = D11_ENTRIES.filter(({ fullOnly }) => how.full || fullOnly === undefined);
  const measured = await measure(entries, how);
  const baseline = measured.get('by-hand')!;
  const counts = countsOf(d11Carts(D11_CARTS).map(byHand));
  const applied = Object.entries(counts).map(([rule, times]) => `${rule} ${count(times)}`);
  return {
    figures: {
      counts,
      ...Object.fromEntries([...measured].map(([name, figures]) => [name, told(figures, baseline)])),
    },
    lines: [
      `D11: every entry agrees on ${count(leastAgreed(measured))} carts, with ${applied.join(', ')}`,
      ...table(
        ['', 'us/cart', 'ratio', 'p50 us', 'p99 us', 'kept B', 'allocated B'],
        [...measured.values()].map((figures) => cells(figures, baseline)),
      ),
    ],
  };
}

function told(figures: Figures, baseline: Figures): object {
  const { title, agreed, cpu, p50, p99, retained, allocated } = figures;
  return { title, agreed, cpu, ratio: ratio(figures, baseline), p50, p99, retained, allocated };
}

function cells(figures: Figures, baseline: Figures): readonly string[] {
  const { title, cpu, p50, p99, retained, allocated } = figures;
  const times = [cpu, ratio(figures, baseline), p50, p99].map(rounded);
  const bytes = [retained, allocated].map((each) => (each === undefined ? '' : whole(each)));
  return [title, ...times, ...bytes];
}
