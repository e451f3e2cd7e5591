import type { Command } from 'commander';
import { counted } from '../breakdown/text-page.js';
import type { Io } from './io.js';
import { complain } from './output.js';
import { EXIT, type ExitCode, Stop } from './stop.js';
import type { Watched } from './watcher.js';

export interface WatchOptions {
  readonly watch?: true;
}

export function withWatchOption(command: Command): Command {
  return command.option('--watch', 'run again whenever a file it read changes; Ctrl-C ends it');
}

/** A command's work on one state of the files. */
type Work = (io: Io) => ExitCode | Promise<ExitCode>;

/** Does the work once, or with `--watch` again after every change until the user interrupts; that ends well. */
export async function watching({ watch }: WatchOptions, io: Io, work: Work): Promise<ExitCode> {
  return watch === true ? again(work, io, true) : work(io);
}

async function again(work: Work, io: Io, isFirst: boolean): Promise<ExitCode> {
  const seen = new Seen(io);
  if (!isFirst) clear(io);
  await attempt(work, seen, isFirst);
  return (await isChanged(seen, io)) ? again(work, io, false) : EXIT.well;
}

/** What cannot be done at first is wrong usage; later it is a file that is being written. */
async function attempt(work: Work, { io }: Seen, isFirst: boolean): Promise<void> {
  try {
    await work(io);
  } catch (error) {
    if (isFirst || !(error instanceof Stop)) throw error;
    complain(error.message, io);
  }
}

async function isChanged(seen: Seen, io: Io): Promise<boolean> {
  const { files, folders } = seen.watched;
  const watch = await watchable(() => io.watch(seen.watched));
  io.err.write(`\nwatching ${counted(files.length + folders.length, 'path')}; Ctrl-C ends it\n`);
  try {
    // A change while the work was done came before anybody watched.
    return seen.isStale() || (await watchable(() => watch.change()));
  } finally {
    await watch.close();
  }
}

/** Systems watch so many files and no more. */
async function watchable<T>(wait: () => Promise<T>): Promise<T> {
  try {
    return await wait();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new Stop(`the system lets no more files be watched: ${String(error.code)}`);
  }
}

/** Each run begins at the top of the screen; what stood there before can be scrolled to. */
function clear({ out }: Io): void {
  if (out.isTerminal) out.write('\u001b[2J\u001b[H');
}

/** Notes what a run reads. */
class Seen {
  readonly io: Io;
  readonly #plain: Io;
  /** What each file held, and how much of it was read. */
  readonly #files = new Map<string, { readonly state: string; readonly most: number | undefined }>();
  readonly #folders = new Set<string>();

  constructor(io: Io) {
    this.#plain = io;
    this.io = {
      ...io,
      readFile: (path, most) => {
        this.#files.set(path, { state: UNREADABLE, most });
        const bytes = io.readFile(path, most);
        this.#files.set(path, { state: textOf(bytes), most });
        return bytes;
      },
      readFolder: (path) => {
        const entries = io.readFolder(path);
        this.#folders.add(path);
        return entries;
      },
    };
  }

  get watched(): Watched {
    return { files: [...this.#files.keys()], folders: [...this.#folders] };
  }

  /** Whether a file is another by now than when it was read. */
  isStale(): boolean {
    return [...this.#files].some(([path, { state, most }]) => this.#state(path, most) !== state);
  }

  #state(path: string, most: number | undefined): string {
    try {
      return textOf(this.#plain.readFile(path, most));
    } catch {
      return UNREADABLE;
    }
  }
}

/** The state of a file that cannot be read. */
const UNREADABLE = 'unreadable';

function textOf(bytes: Uint8Array): string {
  return `bytes ${new TextDecoder('latin1').decode(bytes)}`;
}
