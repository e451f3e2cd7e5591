import { runInNewContext } from 'node:vm';
import { transformSync } from 'esbuild';

/** What an example prints when it runs with these modules, and what the comments behind its `console.log` say that it prints. */
export function printedAndSaid(
  example: string,
  modules: Readonly<Record<string, unknown>>,
): readonly [printed: readonly string[], said: readonly string[]] {
  const printed: string[] = [];
  const console = {
    log: (value: unknown): unknown => printed.push(typeof value === 'string' ? value : JSON.stringify(value)),
  };
  const require = (name: string): unknown => {
    if (Object.hasOwn(modules, name)) return modules[name];
    throw new Error(`the example imports ${name}, which a reader does not have`);
  };
  runInNewContext(transformSync(example, { loader: 'ts', format: 'cjs' }).code, { console, require });
  return [
    printed,
    Array.from(example.matchAll(/^console\.log\(.*\); \/\/ (.*)$/gm), ([, said = '']) => said),
  ];
}
