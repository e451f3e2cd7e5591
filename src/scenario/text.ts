import { Temporal } from 'temporal-polyfill';
import type { Value } from '../cart/types.js';
import type { Attribute } from '../check/ruleset.js';
import { formatAmount } from '../money/index.js';
import { printText } from '../syntax/print.js';
import { isNameIn } from '../syntax/names.js';

/** What the values of a cart are written by. */
export interface Writing {
  readonly timezone: string;
  /** Of the currency. */
  readonly digits: number;
  /** What a scenario has no words for; it is left out of the text and told here. */
  readonly leaveOut: (what: string) => void;
}

/** ` brand "mijia" clearance true`: the attributes that have a value, as names and values. */
export function attributesText(
  values: readonly (Value | undefined)[],
  declared: readonly Attribute[],
  whose: string,
  writing: Writing,
): string {
  const texts = declared.map((attribute, index) => {
    const value = values[index];
    const text = value === undefined ? undefined : valueText(value, attribute, whose, writing);
    return text === undefined ? '' : ` ${nameText(attribute.name, 'ScenarioName')} ${text}`;
  });
  return texts.join('');
}

/** A flag that is not set is left out, as it may be in a cart. */
function valueText(value: Value, attribute: Attribute, whose: string, writing: Writing): string | undefined {
  const text = saidText(value, attribute, writing);
  if (text === undefined) writing.leaveOut(`\`${attribute.name}\` of ${whose}`);
  return text === '' ? undefined : text;
}

/** Nothing where the language has no words for it; an empty text for what goes without saying. */
function saidText(value: Value, { type }: Attribute, writing: Writing): string | undefined {
  switch (type) {
    case 'text':
      return printText(String(value));
    case 'one-of':
      return isNameIn(String(value), 'ScenarioName') ? String(value) : printText(String(value));
    case 'number':
      return String(value).startsWith('-') ? undefined : String(value);
    case 'money':
      return formatAmount(Number(value), writing.digits);
    case 'flag':
      return value === true ? 'true' : '';
    case 'time':
      return localText(Number(value), writing.timezone);
    case 'list':
      return listText(value as readonly string[]);
  }
}

function listText(items: readonly string[]): string | undefined {
  return items.length === 0 ? undefined : items.map(printText).join(', ');
}

/** A name, in backticks where it would be a word of the language. */
export function nameText(text: string, kind: 'ScenarioName' | 'PromotionName'): string {
  return isNameIn(text, kind) ? text : `\`${text}\``;
}

/** An instant as a time of day in a zone, to the second; nothing where the zone's clock shows it twice or it is finer. */
export function localText(instant: number, timezone: string): string | undefined {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timezone);
  const local = zoned.toPlainDateTime();
  if (zoned.year < 1 || zoned.year > 9999) return undefined;
  if (zoned.millisecond > 0 || !local.toZonedDateTime(timezone).equals(zoned)) return undefined;
  const date = local.toPlainDate().toString();
  const clock = local.toPlainTime().toString({ smallestUnit: zoned.second === 0 ? 'minute' : 'second' });
  return clock === '00:00' ? date : `${date} ${clock}`;
}
