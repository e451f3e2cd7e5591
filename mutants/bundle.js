import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readFileSync } from 'node:fs';
import { compileFunction } from 'node:vm';
import { build } from 'esbuild';

/** `vitest` is the stand-in, fast-check draws the same in every run, and a file knows its own address. */
const plugin = {
  name: 'mutants',
  setup(bundler) {
    bundler.onResolve({ filter: /^vitest$/ }, () => ({ path: resolve('mutants/stand-in.js') }));
    bundler.onResolve({ filter: /\/price\.js$/ }, ({ importer, path, resolveDir }) => {
      const isPrice = resolve(resolveDir, path) === resolve('test/support/price.js');
      return isPrice && !importer.endsWith('/recording.ts')
        ? { path: resolve('mutants/tests/recording.ts') }
        : undefined;
    });
    bundler.onLoad({ filter: /\/(src|test|mutants)\/.*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll(
        'import.meta.url',
        JSON.stringify(pathToFileURL(path).href),
      ),
      loader: 'ts',
    }));
  },
};

function entryOf(files) {
  const loaders = files.map(
    (file) => `${JSON.stringify(file)}: () => import(${JSON.stringify(`./${file}`)})`,
  );
  return `import fc from 'fast-check';
    import { collected } from 'vitest';
    fc.configureGlobal({ seed: 1 });
    export { collected };
    export const loaders = { ${loaders.join(', ')} };`;
}

/**
 * Bundles test files with what they test, and gives a function that evaluates all of it anew: nothing that one mutant left behind
 * reaches the next. A file's modules are evaluated when its loader is called.
 */
export async function bundled(files) {
  const { outputFiles } = await build({
    stdin: { contents: entryOf(files), resolveDir: process.cwd() },
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'silent',
    plugins: [plugin],
  });
  const evaluate = compileFunction(outputFiles[0].text, ['require', 'module'], { filename: 'mutants.cjs' });
  const require = createRequire(join(process.cwd(), 'mutants.cjs'));
  return () => {
    const module = { exports: {} };
    evaluate(require, module);
    return module.exports;
  };
}
