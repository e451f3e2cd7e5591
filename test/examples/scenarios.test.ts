import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { nodeIo } from '../../src/cli/io.js';
import { run } from '../../src/cli/run.js';

const EXAMPLES = fileURLToPath(new URL('../../examples', import.meta.url));

test('the scenarios of the examples hold, and reach nine tenths of the rules', async () => {
  let said = '';
  const sink = { write: (text: string): void => void (said += text), isTerminal: false };
  const code = await run(['test', '--threshold', '90', EXAMPLES], { ...nodeIo(), out: sink, err: sink });
  expect(said).toMatch(/\n\d+ scenarios in \d+ files: \d+ passed, 0 failed\n$/);
  expect(code).toBe(0);
});
