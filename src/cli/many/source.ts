import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { STANDARD_INPUT, quoted, unreadable } from '../input.js';
import type { Io, Stream } from '../io.js';
import { Stop } from '../stop.js';

/** A file or standard input as it is read: what is compressed comes unpacked, a byte order mark is taken off. */
export interface Source {
  /** For messages: the path in back-ticks, or `standard input`. */
  readonly name: string;
  /** The bytes of the file, where they are known before. */
  readonly size: number | undefined;
  /** How many of them have been read. */
  read(): number;
  /** Throws a `Stop` where it cannot be read on. */
  readonly pieces: AsyncIterable<Uint8Array>;
  /** Ends reading: no more pieces come. */
  close(): void;
}

/** Opens what holds many carts; stops where it cannot be opened. */
export function openSource(path: string, io: Io): Source {
  const name = path === '-' ? STANDARD_INPUT : quoted(path);
  const stream = opened(path, name, io);
  let read = 0;
  const counted = counting(stream.pieces, (bytes) => {
    read += bytes;
  });
  return { name, size: stream.size, read: () => read, pieces: told(counted, name), close: stream.close };
}

function opened(path: string, name: string, io: Io): Stream {
  try {
    return io.open(path);
  } catch (error) {
    throw unreadable(error, name);
  }
}

async function* counting(
  pieces: AsyncIterable<Uint8Array>,
  count: (bytes: number) => void,
): AsyncGenerator<Uint8Array, void> {
  for await (const piece of pieces) {
    count(piece.length);
    yield piece;
  }
}

/** What is read, unpacked, or a sentence why it cannot be. */
async function* told(pieces: AsyncGenerator<Uint8Array>, name: string): AsyncGenerator<Uint8Array, void> {
  try {
    const raw = await withHead(pieces);
    if (!isGzip(raw.head)) yield* text(raw, name);
    else yield* text(await withHead(unpacked(raw.pieces)), name);
  } catch (error) {
    throw isPacking(error) ? damaged(error, name) : unreadable(error, name);
  }
}

/** Pieces, and their first bytes: as many as tell what kind of file it is, unless there are fewer. */
interface Headed {
  readonly head: Uint8Array;
  readonly pieces: AsyncIterable<Uint8Array>;
}

const HEAD_BYTES = 4;

async function withHead(pieces: AsyncGenerator<Uint8Array>): Promise<Headed> {
  let head: Uint8Array = new Uint8Array();
  while (head.length < HEAD_BYTES) {
    // oxlint-disable-next-line eslint/no-await-in-loop
    const came = await pieces.next();
    if (came.done === true) break;
    head = head.length === 0 ? came.value : Buffer.concat([head, came.value]);
  }
  return { head, pieces: behind(head, pieces) };
}

async function* behind(head: Uint8Array, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  if (head.length > 0) yield head;
  yield* rest;
}

function startsWith(bytes: Uint8Array, ...start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function isGzip(head: Uint8Array): boolean {
  return startsWith(head, 0x1f, 0x8b);
}

/** The text that stands in the pieces, without its mark; stops where another kind of file is known by its first bytes. */
async function* text({ head, pieces }: Headed, name: string): AsyncGenerator<Uint8Array, void> {
  const kind = otherKind(head);
  if (kind !== undefined) throw new Stop(`${name} ${kind}`);
  let skip = startsWith(head, 0xef, 0xbb, 0xbf) ? 3 : 0;
  for await (const piece of pieces) {
    yield piece.subarray(skip);
    skip = 0;
  }
}

function otherKind(head: Uint8Array): string | undefined {
  if (head.length === 0) return 'is empty';
  if (startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff)) return 'is UTF-16 text: save it as UTF-8';
  if (startsWith(head, 0x50, 0x4b, 3, 4))
    return 'is a ZIP archive or a workbook: unpack it, or save it as CSV';
  if (startsWith(head, 0x28, 0xb5, 0x2f, 0xfd)) return 'is compressed with Zstandard: use gzip';
  if (startsWith(head, 0xfd, 0x37, 0x7a, 0x58)) return 'is compressed with xz: use gzip';
  if (startsWith(head, 0x42, 0x5a, 0x68)) return 'is compressed with bzip2: use gzip';
  if (isGzip(head)) return 'is compressed twice: unpack it once';
  return head.subarray(0, HEAD_BYTES).includes(0) ? 'is a binary file, not text' : undefined;
}

const UNPACKED_BYTES = 256 * 1024;

async function* unpacked(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  const packed = Readable.from(pieces, { objectMode: false });
  const gunzip = createGunzip({ chunkSize: UNPACKED_BYTES });
  packed.once('error', (error) => gunzip.destroy(error));
  for await (const piece of packed.pipe(gunzip)) yield piece as Uint8Array;
}

interface PackingError extends Error {
  readonly code: string;
}

function isPacking(error: unknown): error is PackingError {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}

function damaged({ code }: PackingError, name: string): Stop {
  const how = code === 'Z_BUF_ERROR' ? 'it breaks off' : 'its bytes are no longer those that were packed';
  return new Stop(`${name} is damaged gzip: ${how}`);
}
