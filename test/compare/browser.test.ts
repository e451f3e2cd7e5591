import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { comparisonPage } from '../../src/compare/page/page.js';
import { browserPath, findingsOf, launched } from './browser.js';
import { comparedBy } from './compared.js';
import { endlessComparison, hostileComparison, TITLES } from './hostile.js';

const executable = browserPath();
if (executable === undefined) console.warn('skipped: there is no Chromium to open the page in');

describe.skipIf(executable === undefined)('the page in a browser', () => {
  let folder = '';
  let browser: Browser;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'reckon-page-'));
    writeFileSync(join(folder, 'page.html'), comparisonPage(hostileComparison()));
    writeFileSync(join(folder, 'endless.html'), comparisonPage(endlessComparison()));
    browser = await launched(executable ?? '');
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** What the browser complains about, and whatever it would load. */
  async function opened(
    options: BrowserContextOptions = {},
    file = 'page.html',
  ): Promise<{ readonly page: Page; readonly complaints: readonly string[] }> {
    const page = await (await browser.newContext(options)).newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith('file:') && !request.url().startsWith('data:'))
        complaints.push(request.url());
    });
    await page.goto(pathToFileURL(join(folder, file)).href);
    return { page, complaints };
  }

  test.each([
    ['light', 1200],
    ['dark', 1200],
    ['light', 360],
    ['dark', 360],
  ] as const)('axe finds nothing in the %s scheme, %i pixels wide', async (colorScheme, width) => {
    const { page, complaints } = await opened({ colorScheme, viewport: { width, height: 900 } });
    await page.evaluate(
      `document.querySelectorAll('details').forEach((details) => { details.open = true; })`,
    );
    expect(await findingsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test.each([320, 360, 768, 1200])('it is no wider than its window of %i pixels', async (width) => {
    const { page } = await opened({ viewport: { width, height: 900 } });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  });

  test.each([360, 1200])('nor with names and messages without end, in %i pixels', async (width) => {
    const { page } = await opened({ viewport: { width, height: 900 } }, 'endless.html');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  });

  test('names are text, whatever they hold', async () => {
    const { page } = await opened();
    expect(await page.evaluate('window.broken')).toBeUndefined();
    expect(await page.locator('script, img, i, u, [onmouseover]').count()).toBe(0);
    const text = await page.evaluate<string>('document.body.innerText');
    expect(text).toContain(TITLES.script);
    expect(text).toContain(TITLES.attribute);
    expect(text).toContain(TITLES.chinese);
    expect(text).toContain(TITLES.reordered);
    expect(text).toContain('<b>no loss</b>');
    expect(text).not.toContain('\u202e');
  });

  test('it is read aloud in order: the answer, then a heading for each part', async () => {
    const { page } = await opened();
    const headings = await page.getByRole('heading').allTextContents();
    expect(headings[0]).toMatch(/ of 60 carts change: customers pay /);
    expect(headings.slice(1)).toEqual([
      'Guarantees broken: do not charge',
      'Carts that could not be compared: 2',
      'How much carts change',
      'What each promotion gives',
      'All carts together',
      'Who pays',
      'What changed in the rules',
      'The carts that change most',
    ]);
    const charts = await page.getByRole('img').locator('title').allTextContents();
    expect(charts).toEqual([
      'Carts cheaper, unchanged and dearer',
      'How many carts change by how much',
      'What each promotion gives more or less, CNY',
    ]);
  });

  test('a table keeps its heads on a phone', async () => {
    const { page } = await opened({ viewport: { width: 360, height: 900 } });
    const table = page.getByRole('table', { name: /CNY, 60 carts/ });
    expect(await table.getByRole('columnheader').allTextContents()).toEqual([
      'Amount',
      'Before',
      'After',
      'Change',
    ]);
    expect(await table.getByRole('rowheader').allTextContents()).toEqual([
      'List',
      'Discount on goods',
      'Shipping',
      'To pay',
    ]);
  });

  test('carts unfold by the keyboard alone', async () => {
    const { page } = await opened();
    const second = page.locator('section[aria-labelledby=largest] details').nth(1);
    await second.locator('summary').focus();
    expect(await second.getAttribute('open')).toBeNull();
    await page.keyboard.press('Enter');
    expect(await second.getAttribute('open')).toBe('');
  });

  test('a comparison of nothing is a page too', async () => {
    const rules = 'currency JPY\n';
    writeFileSync(
      join(folder, 'nothing.html'),
      comparisonPage(comparedBy(rules, rules, ['the line is not JSON'])),
    );
    const { page, complaints } = await opened({}, 'nothing.html');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
      'No cart could be priced by both rules.',
    );
    expect(await findingsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
