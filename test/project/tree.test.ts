import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const NOT_OURS = new Set(['.git', 'node_modules', 'dist', 'coverage']);

/** A path that exists on one person's machine only: a home, a temporary folder, a checkout. */
const MACHINE_PATH =
  /(?<![\w.:/-])(?:\/(?:home|Users|root|tmp|work|workspace|mnt|private)\/|[A-Z]:\\Users\\)\w/;

const REGISTRY = /\bregistry\.[a-z0-9-]+\.[a-z]+/;

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (file) =>
        !relative(ROOT, file)
          .split(sep)
          .some((part) => NOT_OURS.has(part)),
    );
}

function ours(): readonly string[] {
  const top = readdirSync(ROOT, { withFileTypes: true }).filter(({ name }) => !NOT_OURS.has(name));
  const files = top.filter((entry) => entry.isFile()).map(({ name }) => join(ROOT, name));
  const folders = top
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => filesUnder(join(ROOT, name)));
  return [...files, ...folders];
}

/** `file: what was found` for every file of the project that matches. */
function matches(pattern: RegExp): readonly string[] {
  return ours().flatMap((file) => {
    const found = pattern.exec(readFileSync(file, 'utf8'));
    return found === null ? [] : [`${file.slice(ROOT.length)}: ${found[0]}`];
  });
}

test('the patterns see what they are made for', () => {
  const slash = '/';
  expect(`see ${slash}home${slash}someone/reckon`).toMatch(MACHINE_PATH);
  expect(`"${slash}tmp${slash}cart.json"`).toMatch(MACHINE_PATH);
  expect('C:\\Users\\someone').toMatch(MACHINE_PATH);
  expect('src/home/page and a framework/work/x').not.toMatch(MACHINE_PATH);
  expect(`https://${['registry', 'example', 'org'].join('.')}/zod`).toMatch(REGISTRY);
});

test('the walk reaches the files of the project', () => {
  expect(ours()).toContain(join(ROOT, 'package.json'));
  expect(ours()).toContain(fileURLToPath(import.meta.url));
});

test('the lock file says what to install, not where it was fetched', () => {
  expect(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).not.toContain('"resolved"');
});

test('no file names a package registry', () => {
  expect(matches(REGISTRY)).toEqual([]);
});

test('no file holds a path of somebody’s machine', () => {
  expect(matches(MACHINE_PATH)).toEqual([]);
});
