import {
  accessSync,
  closeSync,
  constants,
  createReadStream,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { type Docs, packageDocs } from './docs.js';
import type { AnySetup, Hand } from './many/batch.js';
import { FILE_LIMITS } from '../limits.js';
import type { Watch, Watched } from './watcher.js';

/** Where a command's text goes. */
export interface Sink {
  write(text: string): void;
  /** Writes bytes, and comes back once more may come; false where nobody reads them any more. */
  put(bytes: Uint8Array): Promise<boolean>;
  readonly isTerminal: boolean;
  /** Of a terminal. */
  readonly columns?: number;
}

/** All that a command sees of the world; tests pass their own. */
export interface Io {
  /** The bytes of a file; no more once they are more than `most`, or `MOST_BYTES`. Throws what Node's file system throws. */
  readFile(path: string, most?: number): Uint8Array;
  /** The same of standard input. */
  readInput(most?: number): Promise<Uint8Array>;
  /** A file, or standard input for `-`, piece by piece; throws what Node's file system throws, at once or while it is read. */
  open(path: string): Stream;
  /** Replaces a file that is there, whole or not at all; throws what Node's file system throws. */
  replaceFile(path: string, text: string): void;
  /** What a folder holds, as Node's file system finds it; throws what that throws. */
  readFolder(path: string): readonly Entry[];
  /** Makes a folder and those above it, where they are not there. */
  makeFolder(path: string): void;
  /** Writes a file, whole or not at all, and throws where there is one by that name already unless it may be replaced. */
  writeFile(path: string, text: string, replace: boolean): void;
  /** By the time it comes back no change is missed. */
  watch(watched: Watched): Promise<Watch>;
  /** Someone who does a job for many carts, in a thread where there are threads. */
  hand(setup: AnySetup): Promise<Hand>;
  /** How many threads run at the same time. */
  readonly processors: number;
  /** Calls back when the user interrupts, which then does not end the process; gives how to end that. */
  onInterrupt(listener: () => void): () => void;
  /** Milliseconds since some moment. */
  now(): number;
  /** The pages that ship with the command. */
  readonly docs: Docs;
  readonly out: Sink;
  readonly err: Sink;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** What is read piece by piece. */
export interface Stream {
  readonly pieces: AsyncIterable<Uint8Array>;
  /** In bytes, where it is known before. */
  readonly size?: number;
  /** No more is read. */
  readonly close: () => void;
}

export interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** No rule file, table or cart is larger; what is, is another kind of file, or a device that never ends. Reading takes some 200 times its bytes. */
export const MOST_BYTES: number = FILE_LIMITS.source;

/** A plan is several times as large as its rules, and is read for what it is. */
export const MOST_PLAN_BYTES: number = FILE_LIMITS.plan;

const CHUNK = 1024 * 1024;

/** `worker` is the module that a worker runs. */
export function nodeIo(worker: URL): Io {
  return {
    readFile,
    readInput,
    open,
    hand: async (setup) => (await import('./many/thread.js')).threadHand(setup, worker),
    processors: availableParallelism(),
    onInterrupt(listener) {
      process.on('SIGINT', listener);
      return () => void process.off('SIGINT', listener);
    },
    now: () => performance.now(),
    replaceFile,
    readFolder: (path) =>
      readdirSync(path, { withFileTypes: true }).map((entry) => ({
        name: entry.name,
        isFolder: entry.isDirectory(),
      })),
    makeFolder,
    writeFile: (path, text, replace) =>
      replace ? writeWhole(path, text) : writeFileSync(path, text, { flag: 'wx' }),
    watch: async (watched) => (await import('./watcher.js')).watchFiles(watched),
    docs: packageDocs(),
    out: sinkOf(process.stdout),
    err: sinkOf(process.stderr),
    env: process.env,
  };
}

/** Read piece by piece, because the size of a pipe or device is not known before. */
function readFile(path: string, most: number = MOST_BYTES): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const chunks: Uint8Array[] = [];
    let total = 0;
    for (;;) {
      const chunk = new Uint8Array(CHUNK);
      const read = readSync(file, chunk);
      if (read === 0 || total > most) return Buffer.concat(chunks, total);
      chunks.push(chunk.subarray(0, read));
      total += read;
    }
  } finally {
    closeSync(file);
  }
}

async function readInput(most: number = MOST_BYTES): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    total += chunk.length;
    if (total > most) break;
  }
  return Buffer.concat(chunks, total);
}

const PIECE = 256 * 1024;

function open(path: string): Stream {
  if (path === '-') return { pieces: process.stdin, close: () => void process.stdin.destroy() };
  const stat = statSync(path);
  const pieces = createReadStream(path, { highWaterMark: PIECE });
  const close = (): void => void pieces.destroy();
  return stat.isFile() ? { pieces, close, size: stat.size } : { pieces, close };
}

/** Level by level: Node's own way never comes back from where the system makes no folders. */
function makeFolder(path: string): void {
  const above = dirname(path);
  if (above !== path && !existsSync(above)) makeFolder(above);
  if (!existsSync(path)) mkdirSync(path);
  else if (!statSync(path).isDirectory()) throw refused('EEXIST');
}

/** As the system would say it. */
function refused(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/**
 * The new text takes the file's place once all of it is on the disk. A file that may not be written is left in peace, and so
 * is a pipe or a device, whose place no file may take.
 */
function replaceFile(path: string, text: string): void {
  if (!statSync(path).isFile()) throw refused('ENOTSUP');
  accessSync(path, constants.W_OK);
  writeFileAtomic.sync(path, text);
}

/** What is there and no file, such as a device, is written to; a folder is told as one. */
function writeWhole(path: string, text: string): void {
  const there = statSync(path, { throwIfNoEntry: false });
  if (there === undefined) writeFileAtomic.sync(path, text);
  else if (there.isFile()) replaceFile(path, text);
  else writeFileSync(path, text);
}

function sinkOf(stream: NodeJS.WriteStream): Sink {
  const write = (text: string): void => void stream.write(text);
  const put = (bytes: Uint8Array): Promise<boolean> => putOn(stream, bytes);
  return stream.isTTY
    ? { write, put, isTerminal: true, columns: stream.columns }
    : { write, put, isTerminal: false };
}

function putOn(stream: NodeJS.WriteStream, bytes: Uint8Array): Promise<boolean> {
  return new Promise((resolve) => {
    // Called once the system has taken the bytes, or with the reason why it has not.
    stream.write(bytes, (error) => resolve(error === undefined || error === null));
  });
}
