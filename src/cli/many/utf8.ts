import { isUtf8 } from 'node:buffer';
import { Stop } from '../stop.js';
import { breaksIn, splitBytes } from './ndjson.js';

/** Hands on what is UTF-8, and stops at the line that is not: another character set would be read as other words. */
export async function* utf8Only(
  pieces: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<Uint8Array, void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for await (const piece of pieces) {
    if (!isRead(decoder, piece)) throw notUtf8(name, line + firstWrong(splitBytes(piece)));
    line += breaksIn(piece);
    yield piece;
  }
  if (!isRead(decoder)) throw notUtf8(name, line);
}

/** Takes a piece, or without one the end of all. */
function isRead(decoder: InstanceType<typeof TextDecoder>, piece?: Uint8Array): boolean {
  try {
    decoder.decode(piece, { stream: piece !== undefined });
    return true;
  } catch {
    return false;
  }
}

/** The first of the lines may begin within a character, whose first bytes came with the piece before. */
function firstWrong(lines: readonly Uint8Array[]): number {
  const wrong = lines.findIndex((line, index) => !isUtf8(index === 0 ? fromCharacter(line) : line));
  return Math.max(0, wrong);
}

function fromCharacter(line: Uint8Array): Uint8Array {
  const start = line.findIndex((byte) => byte < 0x80 || byte > 0xbf);
  return line.subarray(start === -1 ? line.length : start);
}

function notUtf8(name: string, line: number): Stop {
  return new Stop(`${name} is not UTF-8 text, line ${line}: save it as UTF-8`);
}
