import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fencesOf, filesOf, replay } from '../cli/session.js';

/** The digest names the rules' meaning; the pages show what is printed, not which digest. */
const withoutDigest = (screen: string): string => screen.replaceAll(/sha256:[0-9a-f…]+/g, 'sha256:…');

describe.each(['many-carts', 'mapping'])('docs/%s.md', (name) => {
  const page = readFileSync(new URL(`../../docs/${name}.md`, import.meta.url), 'utf8');
  const fences = fencesOf(page);

  test.each(fences.filter(({ info }) => info === 'console'))(
    'a session prints what it shows: $text',
    async ({ text }) => {
      expect(withoutDigest(await replay(text, filesOf(fences)))).toBe(text);
    },
  );
});
