import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Where Debian, Ubuntu and macOS have a Chromium. */
const PATHS: readonly string[] = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser of this machine; nothing where it has none, which only a developer's machine may. */
export function browserPath(): string | undefined {
  const found = PATHS.find((path) => existsSync(path));
  if (found === undefined && (process.env['CI'] ?? '') !== '')
    throw new Error('there is no Chromium: install it, as .ci/run does, so that pages are tested');
  return found;
}

/** A new profile each time, and nothing asked of the network. */
export function launched(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    headless: true,
    chromiumSandbox: false,
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

const require = createRequire(import.meta.url);

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on a page, as `rule: element`. */
export async function findingsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const run = `axe.run().then(({ violations }) => violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ html, failureSummary }) => impact + ' ' + id + ': ' + html.slice(0, 200) + ' ' + failureSummary)))`;
  return page.evaluate<string[]>(run);
}
