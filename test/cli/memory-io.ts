import type { Io, Sink } from '../../src/cli/io.js';
import { run } from '../../src/cli/run.js';

/** The world a command runs in: its files, by path, each a text, bytes, or the system's code for why it cannot be read. */
export interface World {
  readonly files?: Readonly<Record<string, string | Uint8Array | { readonly code: string }>>;
  readonly input?: string | Uint8Array | Error;
  /** The system's code for why no file can be written. */
  readonly unwritable?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The columns of the terminal that standard output and standard error are; without it they are pipes. */
  readonly terminal?: number;
}

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** Both, as they stand on a screen. */
  readonly screen: string;
}

/** The files that commands wrote. */
export type Written = Map<string, string>;

/** Runs the command in this process, on a world of its own. */
export async function reckon(
  args: readonly string[],
  world: World = {},
  replaced: Written = new Map(),
): Promise<Ran> {
  const written = { out: '', err: '', screen: '' };
  const sink = (name: 'out' | 'err'): Sink => ({
    write(text) {
      written[name] += text;
      written.screen += text;
    },
    isTerminal: world.terminal !== undefined,
    ...(world.terminal !== undefined && { columns: world.terminal }),
  });
  const code = await run(args, {
    ...inputsOf(world, replaced),
    out: sink('out'),
    err: sink('err'),
  });
  return { code, ...written };
}

function inputsOf(
  { env = {}, files = {}, input = '', unwritable }: World,
  replaced: Written,
): Omit<Io, 'out' | 'err'> {
  return {
    env,
    readFile(path) {
      const file = replaced.get(path) ?? (Object.hasOwn(files, path) ? files[path] : { code: 'ENOENT' });
      if (typeof file === 'object' && 'code' in file) throw systemError(file.code);
      return bytes(file ?? '');
    },
    replaceFile(path, text) {
      if (unwritable !== undefined) throw systemError(unwritable);
      replaced.set(path, text);
    },
    readInput: () => (input instanceof Error ? Promise.reject(input) : Promise.resolve(bytes(input))),
  };
}

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

function bytes(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}
