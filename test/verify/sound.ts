import { readFileSync } from 'node:fs';
import type { Breakdown } from '../../src/breakdown/types.js';

/** The blocks of a page with this word after the fence's language: ```` ```json breakdown ````. */
export function blocksOf(page: string, fence: string): readonly string[] {
  const text = readFileSync(new URL(`../../docs/${page}`, import.meta.url), 'utf8');
  return [...text.matchAll(/^```(.+)\n([\s\S]*?)^```$/gm)]
    .filter(([, info]) => info === fence)
    .map(([, , block = '']) => block);
}

function example(): Breakdown {
  const [block = ''] = blocksOf('breakdown.md', 'json breakdown');
  return JSON.parse(block) as Breakdown;
}

function file(name: string): Breakdown {
  return JSON.parse(readFileSync(new URL(`sound/${name}.json`, import.meta.url), 'utf8')) as Breakdown;
}

/** Breakdowns gone through by hand, in which everything adds up; together they have every member there is. */
export const sound: Readonly<Record<'example' | 'parcels' | 'units' | 'leftovers', Breakdown>> = {
  example: example(),
  parcels: file('parcels'),
  units: file('units'),
  leftovers: file('leftovers'),
};
