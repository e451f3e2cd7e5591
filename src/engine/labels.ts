import type { Value } from '../cart/types.js';
import { compare, decimal, type Exact, exactText } from './exact.js';
import type { Printer } from './printer.js';

/** The value that a line's attribute has, as the engine reads it. */
export type Labelled = Value | Exact | undefined;

/** How a value of some type names a standing. */
export interface Labels {
  /** What alike values share; nothing where a value belongs to no standing. */
  key(value: Labelled): string | undefined;
  /** As a breakdown shows it. */
  shown(key: string, printer: Printer): string | number | boolean;
  /** Flags and numbers stand by their value, texts by UTF-16 code unit. */
  isBefore(a: string, b: string): boolean;
}

const byText = (a: string, b: string): boolean => a < b;
const byNumber = (a: string, b: string): boolean => compare(decimal(a), decimal(b)) < 0;

const TEXT: Labels = {
  key: (value) => (typeof value === 'string' ? value : undefined),
  shown: (key) => key,
  isBefore: byText,
};

const NUMBER: Labels = { key: numberKey, shown: (key) => key, isBefore: byNumber };

const LABELS: Readonly<Record<string, Labels>> = {
  number: NUMBER,
  money: { ...NUMBER, shown: (key, printer) => printer.seen(decimal(key)) },
  time: {
    key: (value) => (typeof value === 'number' ? String(value) : undefined),
    shown: Number,
    isBefore: byText,
  },
  flag: { key: (value) => String(value === true), shown: (key) => key === 'true', isBefore: byText },
};

export function labelsOf(type: string | undefined): Labels {
  return LABELS[type ?? ''] ?? TEXT;
}

function numberKey(value: Labelled): string | undefined {
  if (typeof value === 'string') return exactText(decimal(value));
  return typeof value === 'number' || (typeof value === 'object' && 'd' in value)
    ? exactText(value)
    : undefined;
}
