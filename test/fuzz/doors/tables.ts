import { compile } from '../../../src/index.js';
import { type Door, expectSame } from './door.js';
import { HOST, TABLE_TEXTS } from './examples.js';
import { expectRuleset, expectShown } from './rules.js';
import { Ruleset } from '../../../src/ruleset.js';
import { mutatedText, tokensOf } from './text.js';

const WORDS: readonly string[] = [
  ...new Set(TABLE_TEXTS.flatMap(tokensOf)),
  ',',
  ',,',
  '"',
  '\n',
  ',"a,b"',
  '\r\n',
];

const HEAD = 'currency CNY\nline has store optional text, brand optional text\n';

/** Rules that read the file under test as `x.csv`, in each way a file can be read. */
const READERS: readonly string[] = [
  `${HEAD}table t = "x.csv" with store text, spend money, off money
promotion a for each row of t spend row.spend take row.off off
promotion b for each store of t spend row.spend take row.off off`,
  `${HEAD}table t = "x.csv" with store optional text, units optional number, spend optional text, off optional money
promotion a for each row of t on lines where store is row.store and row.units > 1 take row.off off`,
  `${HEAD}let core = values from "x.csv"\npromotion a on lines where sku in core or brand in core take 5% off`,
];

/** A table in CSV. */
export const tables: Door = {
  name: 'tables',
  extension: 'csv',
  draw: (random) => mutatedText(random.pick(TABLE_TEXTS), WORDS, random),
  take(text) {
    const host = { read: (path: string) => (path === 'x.csv' ? text : HOST.read(path)) };
    for (const rules of READERS) {
      const result = compile(rules, { host, lints: true });
      expectShown(result.diagnostics, rules);
      if (!result.ok) continue;
      expectSameCells(Ruleset.checked(result.ruleset).tables, text);
      expectRuleset(result.ruleset);
    }
  },
};

/** The texts of a table's `store` column are those that a reading of its own finds. */
function expectSameCells(read: ReturnType<typeof Ruleset.checked>['tables'], text: string): void {
  for (const { rows } of read) {
    const [header = [], ...records] = recordsOf(text);
    const place = header.map((cell) => cell.trim()).lastIndexOf('store');
    const found = rows.map(({ values }) => (Object.hasOwn(values, 'store') ? values['store'] : ''));
    const wanted = records.map((cells) => cells[place] ?? '');
    expectSame('the cells of a table', JSON.stringify(found), JSON.stringify(wanted));
  }
}

/** CSV by RFC 4180, character by character. */
function recordsOf(text: string): readonly (readonly string[])[] {
  const records: string[][] = [];
  let record: string[] = [];
  let cell = '';
  let isQuoted = false;
  const plain = text.replace(/^\uFEFF/, '').replaceAll(/\p{Cs}/gu, '\uFFFD');
  const end = (): void => {
    record.push(cell);
    cell = '';
  };
  for (let at = 0; at < plain.length; at += 1) {
    const sign = plain[at] as string;
    if (isQuoted && sign === '"' && plain[at + 1] === '"') cell += plain[at++];
    else if (sign === '"') isQuoted = !isQuoted;
    else if (isQuoted) cell += sign;
    else if (sign === ',') end();
    else if (sign === '\n' || sign === '\r') {
      end();
      if (record.length > 1 || record[0] !== '') records.push(record);
      record = [];
      if (sign === '\r' && plain[at + 1] === '\n') at += 1;
    } else cell += sign;
  }
  end();
  return record.length > 1 || record[0] !== '' ? [...records, record] : records;
}
