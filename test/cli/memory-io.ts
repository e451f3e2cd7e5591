import { Readable } from 'node:stream';
import { packageDocs } from '../../src/cli/docs.js';
import type { Entry, Io, Sink, Stream } from '../../src/cli/io.js';
import { localHand } from '../../src/cli/many/hand.js';
import { run } from '../../src/cli/run.js';
import type { Watch } from '../../src/cli/watcher.js';

type File = string | Uint8Array | { readonly code: string };

/** The world a command runs in: its files, by path, each a text, bytes, or the system's code for why it cannot be read. */
export interface World {
  readonly files?: Readonly<Record<string, File>>;
  readonly input?: string | Uint8Array | Error;
  /** How many bytes come at a time of what is read piece by piece; all of them unless given. */
  readonly piece?: number;
  /** The system's code for why no file can be written. */
  readonly unwritable?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The system's code for why nothing can be watched. */
  readonly unwatchable?: string;
  /** What `--watch` sees: one file saved after the other, then the user ends it. */
  readonly saves?: readonly (readonly [path: string, text: string])[];
  /** The columns of the terminal that standard output and standard error are; without it they are pipes. */
  readonly terminal?: number;
  /** Standard output is a pipe all the same. */
  readonly pipedOut?: boolean;
}

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** Both, as they stand on a screen. */
  readonly screen: string;
  /** The files it wrote. */
  readonly files: Readonly<Record<string, string>>;
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
    put(more) {
      this.write(new TextDecoder().decode(more));
      return Promise.resolve(true);
    },
    isTerminal: world.terminal !== undefined && !(name === 'out' && world.pipedOut === true),
    ...(world.terminal !== undefined && { columns: world.terminal }),
  });
  const disk = new Disk(world, replaced);
  const code = await run(args, { ...inputsOf(world, disk), out: sink('out'), err: sink('err') });
  return { code, ...written, files: Object.fromEntries(replaced) };
}

class Disk {
  readonly #files: Record<string, File>;
  readonly #written: Written;
  readonly #unwritable: string | undefined;
  readonly #unwatchable: string | undefined;
  readonly #saves: (readonly [path: string, text: string])[];

  constructor({ files = {}, saves = [], unwatchable, unwritable }: World, written: Written) {
    this.#files = { ...files, ...Object.fromEntries(written) };
    this.#written = written;
    this.#unwritable = unwritable;
    this.#unwatchable = unwatchable;
    this.#saves = [...saves];
  }

  readFile(path: string): Uint8Array {
    const file = Object.hasOwn(this.#files, path) ? this.#files[path] : { code: 'ENOENT' };
    if (typeof file === 'object' && 'code' in file) throw systemError(file.code);
    return bytes(file ?? '');
  }

  readFolder(path: string): readonly Entry[] {
    const prefix = path === '.' ? '' : `${path.replace(/\/$/, '')}/`;
    const below = Object.keys(this.#files).filter((name) => name.startsWith(prefix));
    if (below.length === 0) throw systemError('ENOENT');
    const names = new Map(
      below.map((name) => {
        const [first = '', ...rest] = name.slice(prefix.length).split('/');
        return [first, { name: first, isFolder: rest.length > 0 }];
      }),
    );
    return [...names.values()];
  }

  writeFile(path: string, text: string, replace: boolean): void {
    const old = this.#files[path];
    if (typeof old === 'object' && 'code' in old) throw systemError(old.code);
    if (old !== undefined && !replace) throw systemError('EEXIST');
    if (this.#unwritable !== undefined) throw systemError(this.#unwritable);
    this.#files[path] = text;
    this.#written.set(path, text);
  }

  watch(): Promise<Watch> {
    if (this.#unwatchable !== undefined) return Promise.reject(systemError(this.#unwatchable));
    const change = (): Promise<boolean> => {
      const save = this.#saves.shift();
      if (save !== undefined) this.#files[save[0]] = save[1];
      return Promise.resolve(save !== undefined);
    };
    return Promise.resolve({ change, close: () => Promise.resolve() });
  }
}

function inputsOf({ input = '', env = {}, piece }: World, disk: Disk): Omit<Io, 'out' | 'err'> {
  return {
    env,
    docs: packageDocs(),
    readFile: (path) => disk.readFile(path),
    readFolder: (path) => disk.readFolder(path),
    makeFolder: () => undefined,
    replaceFile: (path, text) => disk.writeFile(path, text, true),
    writeFile: (path, text, replace) => disk.writeFile(path, text, replace),
    watch: () => disk.watch(),
    open: (path) => streamOf(path === '-' ? input : disk.readFile(path), piece),
    hand: (setup) => Promise.resolve(localHand(setup)),
    processors: 2,
    onInterrupt: () => () => undefined,
    now: () => 0,
    readInput: () => (input instanceof Error ? Promise.reject(input) : Promise.resolve(bytes(input))),
  };
}

function streamOf(content: string | Uint8Array | Error, most: number = Number.MAX_SAFE_INTEGER): Stream {
  if (content instanceof Error) throw content;
  const all = bytes(content);
  const count = Math.ceil(all.length / most);
  const pieces = Array.from({ length: count }, (_, index) => all.slice(index * most, (index + 1) * most));
  return { pieces: Readable.from(pieces), size: all.length, close: () => undefined };
}

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

function bytes(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}
