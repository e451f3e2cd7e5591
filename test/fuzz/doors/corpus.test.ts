import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Door, faultOf } from './door.js';
import { DOORS } from './doors.js';

const CORPUS = new URL('corpus/', import.meta.url);

function inputs({ name }: Door): readonly string[] {
  return readdirSync(new URL(`${name}/`, CORPUS)).toSorted();
}

/** A door that has seen nothing yet has no folder. */
const SEEN = DOORS.filter(({ name }) => existsSync(new URL(`${name}/`, CORPUS)));

/** Each once did at its door what none may, or is of the kind that does in other houses; its name says which. */
describe.each(SEEN)('at the door of $name', (door) => {
  it.each(inputs(door))('%s is taken in or refused', (name) => {
    const bytes = readFileSync(new URL(`${door.name}/${name}`, CORPUS));
    expect(name.endsWith(`.${door.extension}`)).toBe(true);
    expect(faultOf(door, bytes.toString(door.extension === 'bin' ? 'latin1' : 'utf8'))).toBeUndefined();
  });
});
