import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { reckon } from './memory-io.js';
import { BROKEN_RULES, FILES } from './shop.js';

const PAGES = readdirSync(new URL('../../docs/errors/', import.meta.url)).map((name) =>
  name.replace('.md', ''),
);
const RULES = ['explain', '--rules', 'shop.reckon'];

describe('an error code', () => {
  test.each([...PAGES, 'RC0001', 'RC0015', 'RP0001', 'RP0005'])('%s is explained', async (code) => {
    const { code: ended, out, err } = await reckon(['explain', code]);
    expect([ended, err]).toEqual([0, '']);
    expect(out.split('\n')[0]).toContain(code);
    expect(out).not.toMatch(/```|\]\(/);
  });

  test('may be written small, and several at once', async () => {
    const { out } = await reckon(['explain', 'rk1083', 'RK2002']);
    expect(out).toContain('RK1083: a price for each step of an amount\n');
    expect(out).toContain('\n\nRK2002: the discount is close to its threshold\n');
  });

  test('keeps its examples as they are, and fills its paragraphs', async () => {
    const { out } = await reckon(['explain', 'RK1083', '--color', 'never'], { terminal: 60 });
    expect(out).toContain('wrong:\n    currency CNY\n\n    promotion bulk\n      every 300.00 pay 250.00\n');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(60);
  });

  test.each([
    [['RK1018'], '`RK1018` is no error code of Reckon: did you mean `RK1008`?'],
    [['RX9999'], '`RX9999` is no error code of Reckon: docs/errors lists those of rule files'],
    [['vip-5'], '`vip-5` is no error code: for a promotion name its rule file by `--rules`'],
    [['../../etc/passwd'], '`../../etc/passwd` is no error code'],
    [['\u202e'], '`\\u{202e}` is no error code'],
    [[], 'name an error code, or a rule file by `--rules`'],
  ])('%j ends with 2: %s', async (names, message) => {
    const { code, out, err } = await reckon(['explain', ...names]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });
});

describe('promotions', () => {
  test('one is explained', async () => {
    const { code, out, err } = await reckon([...RULES, 'vip-5'], { files: FILES });
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('For whom       Only if the customer\'s tier is "vip".');
    expect(out).not.toContain('store-tiers  ');
  });

  test('all are, with what holds for the whole file', async () => {
    const { out } = await reckon(RULES, { files: FILES });
    for (const said of [
      'The layers run in this order',
      'store-tiers  ',
      'SPRING  ',
      'vip-5  ',
      '"no loss": on each line',
    ])
      expect(out).toContain(said);
  });

  test('in Chinese by the option or the environment, the option first', async () => {
    const chinese = await reckon([...RULES, '--lang', 'zh'], { files: FILES });
    expect(chinese.out).toContain('满199元减20元。');
    expect(await reckon(RULES, { files: FILES, env: { RECKON_LANG: 'zh' } })).toEqual(chinese);
    const english = await reckon([...RULES, '--lang', 'en'], { files: FILES, env: { RECKON_LANG: 'zh' } });
    expect(english).toEqual(await reckon(RULES, { files: FILES, env: { LANG: 'zh_CN.UTF-8' } }));
  });

  test.each([
    [[...RULES, 'vip-6'], {}, 2, 'no promotion in `shop.reckon` is named `vip-6` (did you mean `vip-5`?)'],
    [[...RULES, 'nope'], {}, 2, 'no promotion in `shop.reckon` is named `nope`\n'],
    [[...RULES, '--lang', 'fr'], {}, 2, 'Allowed choices are en, zh'],
    [RULES, { RECKON_LANG: 'fr' }, 2, 'RECKON_LANG is `fr`: Reckon speaks `en` and `zh`'],
    [['explain', '--rules', 'broken.reckon'], {}, 1, 'error[RK1001]'],
    [['explain', '--rules', 'none.reckon'], {}, 2, '`none.reckon` cannot be found'],
  ])('%j with %j ends with %i: %s', async (args, env, code, message) => {
    const ran = await reckon(args, { files: { ...FILES, 'broken.reckon': BROKEN_RULES }, env });
    expect([ran.code, ran.out]).toEqual([code, '']);
    expect(ran.err).toContain(message);
  });

  test('names that a terminal would obey are escaped', async () => {
    const rules =
      'currency EUR\nlet core = values from "core.csv"\npromotion a\n  on lines where sku in core\n  take 1.00 off\n';
    const files = { 'shop.reckon': rules, 'core.csv': '\u202egnp\n\u001b[31m\n' };
    const { out } = await reckon(RULES, { files });
    expect(out).toContain('\\u{202e}gnp');
    expect(out.includes('\u001b') || out.includes('\u202e')).toBe(false);
  });

  test('a narrow terminal has the labels above, and no line is longer than it', async () => {
    const { out } = await reckon([...RULES, '--lang', 'zh', '--color', 'never'], {
      files: FILES,
      terminal: 44,
    });
    expect(out).toContain('\n优惠内容\n  满199元减20元。\n');
  });
});
