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

type Packages = Readonly<Record<string, string>>;

const manifest = JSON.parse(read('package.json')) as Readonly<
  Record<'dependencies' | 'devDependencies', Packages>
>;

/** The benchmark's peers have a manifest of their own: the project does not depend on them. */
const peers = JSON.parse(read('bench/package.json')) as { readonly dependencies: Packages };

/** What plants mutants has one too. */
const planters = JSON.parse(read('mutants/package.json')) as { readonly dependencies: Packages };

test.each([
  ['At run time', manifest.dependencies],
  ['For development', manifest.devDependencies],
  ['For the benchmark', peers.dependencies],
  ['For the mutants', planters.dependencies],
])('%s: docs/dependencies.md names what is listed, with a reason', (heading, dependencies) => {
  expect(documented(heading)).toEqual(Object.keys(dependencies).toSorted());
});

test('every version is exact', () => {
  const packages = {
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...peers.dependencies,
    ...planters.dependencies,
  };
  const versions = Object.values(packages);
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});
