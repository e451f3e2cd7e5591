import type { Failure } from '../verify/failure.js';
import { describe, isRecord, memberPath } from '../verify/shape.js';

/**
 * Every member in which a value of JSON differs from what is expected, in the order of what is expected. Lists are compared
 * place by place, objects by the names of their members, in whatever order these stand.
 */
export function* differences(expected: unknown, found: unknown, path = ''): Generator<Failure> {
  if (Array.isArray(expected) && Array.isArray(found)) yield* differentItems(expected, found, path);
  else if (isRecord(expected) && isRecord(found)) yield* differentMembers(expected, found, path);
  else if (expected !== found) yield { path, expected: describe(expected), found: describe(found) };
}

function* differentItems(
  expected: readonly unknown[],
  found: readonly unknown[],
  path: string,
): Generator<Failure> {
  if (expected.length !== found.length)
    yield { path, expected: entries(expected.length), found: entries(found.length) };
  const shared = Math.min(expected.length, found.length);
  for (let index = 0; index < shared; index += 1)
    yield* differences(expected[index], found[index], `${path}[${index}]`);
}

function entries(count: number): string {
  return count === 1 ? '1 entry' : `${count} entries`;
}

function* differentMembers(
  expected: Readonly<Record<string, unknown>>,
  found: Readonly<Record<string, unknown>>,
  path: string,
): Generator<Failure> {
  for (const name of new Set([...Object.keys(expected), ...Object.keys(found)])) {
    yield* differences(own(expected, name), own(found, name), memberPath(path, name));
  }
}

/** A member that is not there, or is one of every object's, is nothing. */
function own(record: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
