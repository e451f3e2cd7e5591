import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Door, faultOf } from './door.js';
import { Guard } from './guard.js';
import { shrunk } from './shrink.js';

let folder = '';
let guard: Guard;

/** A thread that does what its input says. */
const THREAD = `import { parentPort } from 'node:worker_threads';
parentPort.on('message', ({ input }) => {
  if (input === 'hang') for (;;);
  if (input === 'throw') throw new Error('thrown');
  const kept = [];
  while (input === 'fill') kept.push(new Array(100_000).fill({}));
  parentPort.postMessage({});
});`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'reckon-guard-'));
  const file = join(folder, 'thread.mjs');
  writeFileSync(file, THREAD);
  guard = new Guard(pathToFileURL(file), 3000, 64);
});
afterAll(() => {
  guard.end();
  rmSync(folder, { recursive: true, force: true });
});

it.each([
  ['hang', /^took more than 3 s$/],
  ['throw', /^thrown$/],
  ['fill', /out of memory|memory limit/],
])('an input that makes a thread %s is told, and the next one has another thread', async (input, fault) => {
  expect((await guard.try({ door: 'any', input })).fault).toMatch(fault);
  expect(await guard.try({ door: 'any', input: 'go' })).toEqual({});
});

const taking = (take: Door['take']): Door => ({ name: 'x', extension: 'txt', draw: () => '', take });

it('what an input throws, and what it does to every object, is a fault', () => {
  const thrower = taking(() => {
    throw new Error('no');
  });
  expect(faultOf(thrower, '')).toMatch(/^threw Error: no\n/);
  const shared = Object.prototype as { polluted?: boolean };
  const polluter = taking(() => {
    shared.polluted = true;
  });
  try {
    expect(faultOf(polluter, '')).toBe('changed a prototype that every object shares');
  } finally {
    delete shared.polluted;
  }
  expect(
    faultOf(
      taking(() => undefined),
      '',
    ),
  ).toBeUndefined();
});

it('an input is cut down to what shows the fault', async () => {
  const holds = async (input: string): Promise<boolean> => Promise.resolve(/"b":\s*\[.*7/.test(input));
  expect(await shrunk('{"a":{"c":1},"b":[1,{"d":2},7,8],"e":"text"}', holds, 1000)).toBe('"b":[7');
  const words = async (text: string): Promise<boolean> =>
    Promise.resolve(text.includes('take') && text.includes('off'));
  expect(await shrunk('promotion p\n  take 5 off\n  stop\n', words, 1000)).toBe('takeoff');
});
