import { shown } from '../shown.js';
import type { Totals } from '../breakdown/types.js';

/** A sentence for each guarantee that a price breaks. */
export function brokenGuarantees({ violations }: Pick<Totals, 'violations'>): readonly string[] {
  return violations.map(({ guarantee, line }) => {
    const where = line === undefined ? '' : ` on line \`${shown(line)}\``;
    return `the price breaks the guarantee \`${shown(guarantee)}\`${where}: do not charge it`;
  });
}
