import type { Io } from '../../../src/cli/io.js';
import { readText } from '../../../src/cli/input.js';
import { jsonMistake } from '../../../src/cli/json-mistake.js';
import { Stop } from '../../../src/cli/stop.js';
import type { Random } from '../../support/generate/random.js';
import { type Door, expectFit, expectThat } from './door.js';
import { EXAMPLES } from './examples.js';
import { mutatedText } from './text.js';

const TEXTS: readonly string[] = EXAMPLES.flatMap(({ carts, rules }) => [rules, ...carts]);

const WORDS: readonly string[] = ['{', '}', '[', ']', ',', ':', '"', '\\', '\\u00', 'tru', '-', '1e', '"a":'];

/** A file, byte by byte: each character of an input is one. */
export const bytes: Door = {
  name: 'bytes',
  extension: 'bin',
  draw(random) {
    const text = mutatedText(random.pick(TEXTS), WORDS, random);
    return damaged(Buffer.from(text, random.pick(['utf8', 'utf8', 'utf8', 'utf16le'])), random).toString(
      'latin1',
    );
  },
  take(input) {
    const file = Buffer.from(input, 'latin1');
    const io = { readFile: () => file } as unknown as Io;
    const text = readOrStop(() => readText('file', io));
    if (text === undefined) return;
    const bare = file.subarray(file.subarray(0, 3).equals(MARK) ? 3 : 0);
    expectThat(Buffer.from(text).equals(bare), 'the text of a file is not its bytes');
    expectThat(!text.includes('\0'), 'a text holds NUL');
    expectMistakeTold(text);
  },
};

const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

function damaged(file: Buffer, random: Random): Buffer {
  const mark = random.pick([
    [],
    [],
    [0xef, 0xbb, 0xbf],
    [0xff, 0xfe],
    [0xfe, 0xff],
    [0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf],
  ]);
  const copy = Buffer.concat([Buffer.from(mark), file]);
  for (let left = random.pick([0, 0, 1, 4]); left > 0 && copy.length > 0; left -= 1)
    copy[random.int(0, copy.length - 1)] = random.pick([0, 0x80, 0xc0, 0xed, 0xf5, 0xff, 0x22, 0x0d]);
  return copy;
}

function readOrStop(read: () => string): string | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    expectFit('why a file cannot be read', error.message);
    return undefined;
  }
}

/** What is no JSON is told with its place, in one line; what is, needs none. */
function expectMistakeTold(text: string): void {
  let isJson = true;
  try {
    JSON.parse(text);
  } catch {
    isJson = false;
  }
  if (!isJson) {
    const told = jsonMistake(text);
    expectFit('a mistake in JSON', told);
    expectThat(told.length < 500 && !told.includes('\n'), `a mistake in JSON is told at length: ${told}`);
  }
}
