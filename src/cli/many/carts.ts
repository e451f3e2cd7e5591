import { shown } from '../../shown.js';
import type { CartRules } from '../../cart/validate.js';
import type { Io } from '../io.js';
import { findingsAgainst } from '../mapping/against-rules.js';
import { readMapping } from '../mapping/read.js';
import type { Mapping } from '../mapping/shape.js';
import { Stop } from '../stop.js';
import type { Batch } from './batch.js';
import { csvBatches } from './csv.js';
import { ndjsonBatches } from './ndjson.js';
import { openSource, type Source } from './source.js';

/** Many carts, or the orders that are read as carts, about to be read. */
export interface ManyCarts {
  readonly source: Source;
  readonly batches: AsyncIterator<Batch>;
  /** With the format that the file has. */
  readonly mapping?: Mapping;
}

/**
 * Reads a mapping and holds it against the rules that carts are read for, one or several; nothing, once it is told, where they do not
 * go together.
 */
export function mappingFor(path: string, rules: readonly CartRules[], io: Io): Mapping | undefined {
  const file = readMapping(path, io);
  if (file === undefined) return undefined;
  const findings = rules.flatMap((each) => findingsAgainst(file.mapping, each));
  const once = [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
  file.report(once, io);
  return once.some(({ severity }) => severity === 'error') ? undefined : file.mapping;
}

/** Opens a file of carts, or for `-` standard input: NDJSON, or CSV with a mapping. Stops where it cannot be opened. */
export function openCarts(path: string, mapping: Mapping | undefined, io: Io): ManyCarts {
  const isCsv = /\.csv(\.gz)?$/i.test(path) || mapping?.format === 'csv';
  if (isCsv) refuseCsv(path, mapping);
  const source = openSource(path, io);
  if (mapping === undefined) return { source, batches: ndjsonBatches(source.pieces) };
  return isCsv
    ? {
        source,
        batches: csvBatches(source.pieces, mapping, source.name),
        mapping: { ...mapping, format: 'csv' },
      }
    : { source, batches: ndjsonBatches(source.pieces), mapping };
}

function refuseCsv(path: string, mapping: Mapping | undefined): void {
  if (mapping === undefined)
    throw new Stop(`\`${shown(path)}\` is CSV: say with \`--map\` which column is what`);
  if (mapping.id === undefined)
    throw new Stop('for CSV the mapping must have `id`, the column whose rows are one order');
}
