import type { Breakdown } from '../../src/breakdown/types.js';

/** A breakdown in which one number was changed. */
export interface Mutation {
  /** `promotions[2].steps[0].face`. */
  readonly path: string;
  /** The same for every element of a list: `promotions[].steps[].face`. */
  readonly member: string;
  readonly from: string | number;
  readonly to: string | number;
  readonly mutant: unknown;
}

/** Members that hold texts, even where a text looks like a number. */
const TEXTS = /(^|\.)(id|sku|at|promotion|line|shipping|offer|skus\[\]|for\.\w+)$/;

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** Every number in a breakdown one minor unit (or one) more and one less, one number at a time. */
export function mutationsOf(breakdown: Breakdown): readonly Mutation[] {
  const whole = JSON.parse(JSON.stringify(breakdown)) as Json;
  const digits = String(breakdown.total.pay).split('.')[1]?.length ?? 0;
  return numbersIn(whole, '').flatMap(({ path, value }) => {
    const member = path.replaceAll(/\[\d+\]/g, '[]');
    return neighbours(value, placeOf(member, value, digits)).map((to) => ({
      path,
      member,
      from: value,
      to,
      mutant: replaced(whole, path, to),
    }));
  });
}

/** A value before rounding moves by a whole minor unit, whatever its decimals; other numbers move in their last place. */
function placeOf(member: string, value: string | number, digits: number): number {
  return /\.(exact|of)$/.test(member) ? digits : (String(value).split('.')[1]?.length ?? 0);
}

interface NumberAt {
  readonly path: string;
  readonly value: string | number;
}

function numbersIn(json: Json, path: string): readonly NumberAt[] {
  if (Array.isArray(json)) return json.flatMap((item: Json, index) => numbersIn(item, `${path}[${index}]`));
  if (typeof json === 'object' && json !== null) {
    return Object.entries(json).flatMap(([name, item]) => numbersIn(item, path ? `${path}.${name}` : name));
  }
  // A number in a standing's name is an instant, which names it as a text would.
  if (typeof json === 'number') return /\.for\.\w+$/.test(path) ? [] : [{ path, value: json }];
  const isNumber = typeof json === 'string' && /^-?\d+([./]\d+)?$/.test(json);
  return isNumber && !TEXTS.test(path.replaceAll(/\[\d+\]/g, '[]')) ? [{ path, value: json }] : [];
}

function neighbours(value: string | number, place: number): readonly (string | number)[] {
  if (typeof value === 'number') return [value + 1, value - 1];
  return [1n, -1n].map((step) => stepped(value, step, place));
}

/** A decimal or `n/d`, more or less by one in a decimal place. */
function stepped(text: string, step: bigint, place: number): string {
  const [numerator = '', denominator] = text.split('/');
  if (denominator !== undefined) {
    const scale = 10n ** BigInt(place);
    return `${BigInt(numerator) * scale + step * BigInt(denominator)}/${BigInt(denominator) * scale}`;
  }
  const decimals = Math.max(place, text.split('.')[1]?.length ?? 0);
  const moved = BigInt(widened(text, decimals)) + step * 10n ** BigInt(decimals - place);
  const digits = (moved < 0n ? -moved : moved).toString().padStart(decimals + 1, '0');
  const point = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return moved < 0n ? `-${point}` : point;
}

/** `"38.7"` with two decimals is `"3870"`. */
function widened(text: string, decimals: number): string {
  const [whole = '', fraction = ''] = text.split('.');
  return `${whole}${fraction.padEnd(decimals, '0')}`;
}

/** A copy in which one number is another; `path` is one of `numbersIn`. */
function replaced(json: Json, path: string, to: string | number, at = ''): Json {
  if (path === at) return to;
  if (!path.startsWith(at)) return json;
  if (Array.isArray(json))
    return json.map((item: Json, index) => replaced(item, path, to, `${at}[${index}]`));
  if (typeof json !== 'object' || json === null) return json;
  const members = Object.entries(json).map(([name, item]) => [
    name,
    replaced(item, path, to, at ? `${at}.${name}` : name),
  ]);
  return Object.fromEntries(members) as Json;
}
