import type { Attribute, Table } from '../check/ruleset.js';
import { moneyText, type Voice } from './expressions.js';
import { momentOf } from './moments.js';
import { decimalText } from './numbers.js';

/** The rows of a table, a sentence each. */
export function tableRows({ columns, rows }: Table, voice: Voice): readonly string[] {
  const { promotions } = voice.words;
  return rows.map(({ line, values }) =>
    promotions.row(
      line,
      columns.map((column) => {
        const value = values[column.name];
        const text = value === undefined ? promotions.emptyCell : cellText(column, value, voice);
        return promotions.cell(promotions.column(column.name), text);
      }),
    ),
  );
}

function cellText({ type }: Attribute, value: string | boolean | readonly string[], voice: Voice): string {
  const { values } = voice.words;
  if (typeof value === 'boolean') return values.flag(value);
  if (typeof value === 'object') return values.and(value.map(values.quoted));
  switch (type) {
    case 'money':
      return moneyText(value, voice);
    case 'number':
      return decimalText(value);
    case 'time': {
      const zone = voice.ruleset.timezone;
      return values.moment(momentOf(Number(value), zone), values.zone(zone));
    }
    default:
      return values.quoted(value);
  }
}
