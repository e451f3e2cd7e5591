import type { Io, Sink } from '../../src/cli/io.js';
import { run } from '../../src/cli/run.js';

/** The world a command runs in: its files, by path, each a text, bytes, or the system's code for why it cannot be read. */
export interface World {
  readonly files?: Readonly<Record<string, string | Uint8Array | { readonly code: string }>>;
  readonly input?: string | Uint8Array | Error;
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

/** Runs the command in this process, on a world of its own. */
export async function reckon(args: readonly string[], world: World = {}): Promise<Ran> {
  const written = { out: '', err: '', screen: '' };
  const sink = (name: 'out' | 'err'): Sink => ({
    write(text) {
      written[name] += text;
      written.screen += text;
    },
    isTerminal: world.terminal !== undefined,
    ...(world.terminal !== undefined && { columns: world.terminal }),
  });
  const code = await run(args, { ...inputsOf(world), out: sink('out'), err: sink('err') });
  return { code, ...written };
}

function inputsOf({ files = {}, input = '', env = {} }: World): Omit<Io, 'out' | 'err'> {
  return {
    env,
    readFile(path) {
      const file = Object.hasOwn(files, path) ? files[path] : { code: 'ENOENT' };
      if (typeof file === 'object' && 'code' in file) throw Object.assign(new Error(file.code), file);
      return bytes(file ?? '');
    },
    readInput: () => (input instanceof Error ? Promise.reject(input) : Promise.resolve(bytes(input))),
  };
}

function bytes(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}
