import { describe, expect, test } from 'vitest';
import { MOST_BYTES } from '../../src/cli/io.js';
import { compile, load, planOf } from '../../src/index.js';
import { reckon, type Written } from './memory-io.js';
import { FILES, RULES, WARNED_RULES } from './shop.js';

const COMPILE = ['compile', 'shop.reckon', '-o', 'plan.json'];

function planText(): string {
  const compiled = compile(RULES, { name: 'shop.reckon' });
  if (!compiled.ok) throw new Error('the rules of the shop are right');
  return `${JSON.stringify(planOf(compiled.ruleset))}\n`;
}

const PLAN = planText();
const WITH_PLAN = { ...FILES, 'plan.json': PLAN };

describe('reckon compile', () => {
  test('writes the plan that the library makes, and says what it wrote', async () => {
    const written: Written = new Map();
    const ran = await reckon(COMPILE, { files: FILES }, written);
    expect([...written]).toEqual([['plan.json', PLAN]]);
    const bytes = new TextEncoder().encode(PLAN).length;
    const digest = /"ruleset":"(.*?)"/.exec(PLAN)?.[1];
    expect(ran).toMatchObject({
      code: 0,
      out: '',
      err: `wrote plan.json: 3 promotions, ${bytes} bytes, rules ${digest}\n`,
    });
  });

  test.each([[['compile', 'shop.reckon']], [['compile', 'shop.reckon', '-o', '-']]])(
    '%j prints it',
    async (args) => {
      const ran = await reckon(args, { files: FILES });
      expect(ran).toMatchObject({ code: 0, out: PLAN });
      expect(ran.err).toMatch(/^wrote 3 promotions, \d+ bytes, rules sha256:[0-9a-f]{64}\n$/);
      expect(load(ran.out).ok).toBe(true);
    },
  );

  test('a warning is told and stops nothing', async () => {
    const written: Written = new Map();
    const ran = await reckon(COMPILE, { files: { 'shop.reckon': WARNED_RULES } }, written);
    expect(ran.code).toBe(0);
    expect(ran.err).toContain('1 warning in 1 file\nwrote plan.json: ');
    expect(written.size).toBe(1);
  });

  test('mistakes are told as `check` tells them, and nothing is written', async () => {
    const written: Written = new Map();
    const ran = await reckon(['compile', 'broken.reckon', '-o', 'plan.json'], { files: FILES }, written);
    const { err } = await reckon(['check', 'broken.reckon'], { files: FILES });
    expect(ran).toMatchObject({ code: 1, out: '', err });
    expect(written.size).toBe(0);
  });

  test.each([
    ['EACCES', 'permission denied'],
    ['ENOENT', 'its folder is not there'],
    ['ENOSPC', 'the disk is full'],
  ])('where it cannot be written: %s', async (unwritable, why) => {
    const ran = await reckon(COMPILE, { files: FILES, unwritable });
    expect(ran).toMatchObject({ code: 2, out: '', err: `error: \`plan.json\` cannot be written: ${why}\n` });
  });

  test.each(['./shop.reckon', 'shared/../shared/base.reckon'])(
    'never replaces what it reads: %s',
    async (output) => {
      const files = { 'shop.reckon': 'import "shared/base.reckon"\n', 'shared/base.reckon': RULES };
      const written: Written = new Map();
      const ran = await reckon(['compile', 'shop.reckon', '-o', output], { files }, written);
      expect([ran.code, written.size]).toEqual([2, 0]);
      expect(ran.err).toBe(`error: \`${output}\` is read as rules: write the plan to another file\n`);
    },
  );

  test('a rule file that is not there', async () => {
    const ran = await reckon(['compile', 'no-such.reckon']);
    expect(ran).toMatchObject({ code: 2, out: '', err: 'error: `no-such.reckon` cannot be found\n' });
  });
});

describe('reckon price --plan', () => {
  test('is told where a rule file is asked for', async () => {
    const { code, err } = await reckon(['check', 'plan.json'], { files: WITH_PLAN });
    expect([code, err]).toEqual([
      2,
      'error: `plan.json` is a plan, not a rule file: `reckon price --plan` takes it\n',
    ]);
  });

  const BY_PLAN = ['price', '--plan', 'plan.json', '--cart', 'cart.json'];
  const BY_RULES = ['price', '--rules', 'shop.reckon', '--cart', 'cart.json'];

  test.each([
    [[]],
    [['--json']],
    [['--hints', '--json']],
    [['--explain', 'SPRING', '--at', '2027-01-01T00:00:00Z']],
  ])('prints what --rules prints: %j', async (options) => {
    const byPlan = await reckon([...BY_PLAN, ...options], { files: WITH_PLAN });
    expect(byPlan.code).toBe(0);
    expect(byPlan).toEqual(await reckon([...BY_RULES, ...options], { files: FILES }));
  });

  test('--explain of a promotion that the plan does not have is wrong usage', async () => {
    const ran = await reckon([...BY_PLAN, '--explain', 'no-such'], { files: WITH_PLAN });
    expect(ran).toMatchObject({
      code: 2,
      out: '',
      err: 'error: no promotion in `plan.json` is named `no-such`\n',
    });
  });

  test('a plan may be larger than rules and carts may be', async () => {
    const files = { ...WITH_PLAN, 'plan.json': PLAN + ' '.repeat(MOST_BYTES) };
    expect(await reckon(BY_PLAN, { files })).toEqual(await reckon(BY_RULES, { files }));
  });

  test.each([
    ['a cart', FILES['cart.json'] ?? '', 1],
    ['another version', PLAN.replace('"reckonPlan":1', '"reckonPlan":9'), 1],
    ['a change', PLAN.replace('"20.00"', '"99.00"').replace('20.00 off', '99.00 off'), 1],
    ['no JSON', RULES, 2],
    ['half a plan', PLAN.slice(0, 700), 2],
    ['nothing', '', 2],
  ])('%s is no plan', async (_what, text, code) => {
    const ran = await reckon(BY_PLAN, { files: { ...FILES, 'plan.json': text } });
    expect([ran.code, ran.out]).toEqual([code, '']);
    expect(ran.err).toMatchSnapshot();
  });
});
