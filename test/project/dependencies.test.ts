import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** The packages of a section's table in docs/dependencies.md; a row without a reason names none. */
function documented(heading: string): readonly string[] {
  const section = read('docs/dependencies.md')
    .split(/^## /m)
    .find((part) => part.startsWith(`${heading}\n`));
  return [...(section ?? '').matchAll(/^\| `([^`]+)` \| \S.* \|$/gm)].map(([, name]) => name ?? '');
}

const manifest = JSON.parse(read('package.json')) as Readonly<
  Record<'dependencies' | 'devDependencies', Readonly<Record<string, string>>>
>;

test.each([
  ['At run time', manifest.dependencies],
  ['For development', manifest.devDependencies],
])('%s: docs/dependencies.md names what package.json lists, with a reason', (heading, dependencies) => {
  expect(documented(heading)).toEqual(Object.keys(dependencies).toSorted());
});

test('every version is exact', () => {
  const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});
