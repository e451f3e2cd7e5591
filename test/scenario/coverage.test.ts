import { describe, expect, it } from 'vitest';
import {
  type CartInput,
  type Coverage,
  compile,
  coverageShare,
  mergeCoverage,
  type Ruleset,
  runScenarios,
  scenarioText,
} from '../../src/index.js';
import { forAll } from '../support/generate/for-all.js';
import { rulesText } from '../support/generate/index.js';
import { FILES } from '../support/generate/universe.js';

function coverage(text: string, files: Readonly<Record<string, string>> = {}): Coverage {
  const compiled = compile(`currency EUR\n${text}`, { host: { read: (path) => files[path] } });
  if (!compiled.ok) throw new Error(compiled.diagnostics.map(({ message }) => message).join('\n'));
  const { coverage: found } = runScenarios(compiled.ruleset, { coverage: true });
  if (found === undefined) throw new Error('coverage was asked for');
  return found;
}

/** What no scenario reaches, in short. */
function missed(text: string): readonly string[] {
  return coverage(text)
    .points.filter(({ reached }) => !reached)
    .map(({ kind, line, text: part, wanted }) => `${line} ${kind} ${part}: ${wanted}`);
}

/** A scenario of one line each. */
function carts(...lines: readonly string[]): string {
  return lines.map((line, index) => `scenario "${index}" cart ${line} expect pay 1.00`).join('\n');
}

describe('what counts as reached', () => {
  it('a promotion that applied, in a scenario that may fail', () => {
    const rules = 'promotion ten spend 50.00 take 10.00 off\ncoupon FIVE take 5.00 off\n';
    expect(missed(rules + carts('1 of "A" at 50.00'))).toEqual(['3 promotion FIVE: applied']);
    expect(missed(rules + carts('1 of "A" at 49.00'))).toEqual([
      '2 promotion ten: applied',
      '3 promotion FIVE: applied',
    ]);
  });

  it('each of several tiers, when it is the highest reached', () => {
    const rules = 'promotion tiers\n  spend 50.00 take 5.00 off\n  spend 90.00 take 9.00 off\n';
    expect(missed(rules + carts('1 of "A" at 90.00'))).toEqual(['3 tier spend 50.00 take 5.00 off: reached']);
    expect(missed(rules + carts('1 of "A" at 90.00', '1 of "A" at 50.00'))).toEqual([]);
  });

  it('each test of a condition both ways, where it decided the price', () => {
    const rules = `line has brand optional text, sale flag
      promotion p
        on lines where brand is "x" and not sale
        take 1.00 off
      `;
    expect(missed(rules + carts('1 of "A" at 9.00 brand "x"'))).toEqual([
      '4 condition brand is "x": false',
      '4 condition sale: true',
    ]);
    // Where the brand is another, nobody asks whether the line is on sale.
    expect(missed(rules + carts('1 of "A" at 9.00 brand "y" sale true'))).toEqual([
      '3 promotion p: applied',
      '4 condition brand is "x": true',
      '4 condition sale: true',
      '4 condition sale: false',
    ]);
    const all = carts(
      '1 of "A" at 9.00 brand "x"',
      '1 of "A" at 9.00',
      '1 of "A" at 9.00 brand "x" sale true',
    );
    expect(missed(rules + all)).toEqual([]);
  });

  it('tests in amounts, picks, bundles and shipping as well', () => {
    const rules = `line has tag optional text shipping has method optional text
      promotion amounts when count of lines where tag is "a" >= 1 take 1.00 off
      promotion picks every 2 units take 50% off the cheapest 1 of lines where tag is "b"
      promotion bundles bundle 1 of sku "S", 1 of sku "T" pay 1.00
      promotion ships ship free where method is "van"
      scenario "none" expect pay 1.00`;
    const conditions = coverage(rules).points.filter(({ kind }) => kind === 'condition');
    expect(conditions.map(({ line, text, wanted }) => `${line} ${text}: ${wanted}`)).toEqual([
      '3 count of lines where tag is "a" >= 1: true',
      '3 count of lines where tag is "a" >= 1: false',
      '3 tag is "a": true',
      '3 tag is "a": false',
      '4 tag is "b": true',
      '4 tag is "b": false',
      '5 1 of sku "S": true',
      '5 1 of sku "S": false',
      '5 1 of sku "T": true',
      '5 1 of sku "T": false',
      '6 method is "van": true',
      '6 method is "van": false',
    ]);
  });

  it('a `let` condition where it is defined, once for all its uses', () => {
    const rules = `line has sale flag
      let fresh = not sale
      promotion p on lines where fresh take 1.00 off
      promotion q on lines where fresh take 1.00 off
      `;
    expect(missed(rules + carts('1 of "A" at 9.00'))).toEqual(['3 condition sale: true']);
  });

  it.each([
    ['promotion p take 10% off capped at 3.00', '20.00', '40.00', 'capped at 3.00'],
    ['promotion p every 10.00 take 1.00 off up to 2 times', '20.00', '40.00', 'up to 2 times'],
    ['promotion p take 10% off leave at least 30.00 in all', '40.00', '31.00', 'leave at least 30.00 in all'],
    ['layers l capped at 3.00\npromotion p layer l take 10% off', '20.00', '40.00', 'capped at 3.00'],
    ['layers capped at 3.00, l\npromotion p layer l take 10% off', '20.00', '40.00', '3.00'],
  ])('a limit without which the price would be another one: %s', (rules, free, bound, limit) => {
    expect(missed(`${rules}\n${carts(`1 of "A" at ${free}`)}`)).toEqual([
      expect.stringContaining(`limit ${limit}: bound`),
    ]);
    expect(missed(`${rules}\n${carts(`1 of "A" at ${bound}`)}`)).toEqual([]);
  });

  it('a limit on units, and a floor of a line whose share went to others', () => {
    const rules = `line has cost optional money
      promotion p take 10.00 off leave at least cost
      promotion q take 1.00 off each unit for at most 2 units
      `;
    expect(missed(rules + carts('2 of "A" at 50.00 cost 20.00'))).toEqual([
      '3 limit leave at least cost: bound',
      '4 limit for at most 2 units: bound',
    ]);
    expect(missed(rules + carts('2 of "A" at 50.00 cost 49.00 1 of "B" at 50.00'))).toEqual([]);
  });

  it.each([
    ['promotion a take 1.00 off promotion b spend 10.00 take 2.00 off not with a', 'a'],
    ['promotion a take 1.00 off promotion b spend 10.00 take 2.00 off allow 1 of a, b', 'allow 1 of a, b'],
    ['promotion a take 2.00 off promotion b spend 10.00 take 1.00 off alone', 'alone'],
    ['promotion a spend 10.00 take 1.00 off stop promotion b take 2.00 off', 'stop'],
    [
      'promotion a on lines where sku is "A" spend 10.00 take 1.00 off stop on its lines promotion b take 2.00 off',
      'stop on its lines',
    ],
  ])('an exclusion without which the price would be another one: %s', (rules, exclusion) => {
    const found = (price: string): readonly string[] =>
      missed(`${rules}\n${carts(`1 of "A" at ${price}`)}`).filter((point) => point.includes('exclusion'));
    expect(found('9.00')).toEqual([`2 exclusion ${exclusion}: kept-out`]);
    expect(found('60.00')).toEqual([]);
  });
});

describe('coverage as a whole', () => {
  const rules = 'promotion ten\n  spend 50.00\n    take 10.00 off\n  stop\n';

  it('has its points in the order they stand, each with its place', () => {
    const [first, second] = coverage(rules + carts('1 of "A" at 50.00')).points;
    expect(first).toEqual({
      kind: 'promotion',
      wanted: 'applied',
      text: 'ten',
      promotion: 'ten',
      file: 'rules.reckon',
      line: 2,
      column: 11,
      endLine: 2,
      endColumn: 14,
      reached: true,
    });
    expect(second).toMatchObject({ kind: 'exclusion', line: 5, reached: false });
  });

  it('counts in whole percent, rounded down', () => {
    const found = coverage(rules + carts('1 of "A" at 50.00'));
    expect(coverageShare(found)).toEqual({ reached: 1, points: 2, percent: 50 });
    expect(coverageShare({ points: [] })).toEqual({ reached: 0, points: 0, percent: 100 });
    const [point] = found.points;
    const many = Array.from({ length: 1000 }, (_, index) => ({ ...point!, reached: index > 0 }));
    expect(coverageShare({ points: many }).percent).toBe(99);
  });

  it('of files that share an import is reached where either reaches it', () => {
    const files = { 'base.reckon': 'promotion p take 1.00 off\ncoupon C take 1.00 off' };
    const one = coverage(`import "base.reckon"\n${carts('1 of "A" at 9.00')}`, files);
    const two = coverage(
      'import "base.reckon"\nscenario "c" cart 1 of "A" at 9.00 code "C" expect pay 7.00',
      files,
    );
    expect(coverageShare(one).percent).toBe(50);
    expect(coverageShare(mergeCoverage([one, two]))).toEqual({ reached: 2, points: 2, percent: 100 });
    expect(coverageShare(mergeCoverage([two, one]))).toEqual({ reached: 2, points: 2, percent: 100 });
  });

  it('without scenarios reaches nothing', () => {
    expect(coverageShare(coverage(rules))).toEqual({ reached: 0, points: 2, percent: 0 });
  });
});

describe('coverage of any rules and carts', () => {
  const host = { read: (path: string): string | undefined => FILES[path] };

  function pasted(ruleset: Ruleset, rules: string, priced: readonly CartInput[]): Ruleset {
    const texts = priced.map((cart, index) => {
      const written = scenarioText(ruleset, cart, { title: `cart ${index}` });
      if (!written.ok) throw new Error('the generator made a cart that is refused');
      return written.text;
    });
    const compiled = compile([rules, ...texts].join('\n'), { host });
    if (!compiled.ok) throw new Error(compiled.diagnostics.map(({ message }) => message).join('\n'));
    return compiled.ruleset;
  }

  const reachedIn = ({ points }: Coverage): readonly string[] =>
    points.filter(({ reached }) => reached).map(({ wanted, line, column }) => `${wanted} ${line}:${column}`);

  it('is what its scenarios reach one by one, and has every promotion that applied', () => {
    forAll((ruleset, { rules, cart }) => {
      const priced = [cart, { ...cart, lines: cart.lines.slice(0, 1), codes: [] }];
      const whole = pasted(ruleset, rulesText(rules), priced);
      const { coverage: all, results } = runScenarios(whole, { coverage: true });
      const parts = priced.map((_, index) =>
        runScenarios(whole, { coverage: true, filter: `cart ${index}` }),
      );
      const merged = mergeCoverage(parts.flatMap(({ coverage: part }) => part ?? []));
      expect(reachedIn(merged)).toEqual(reachedIn(all!));
      const applied = results.flatMap(({ breakdown }) => breakdown?.promotions ?? []);
      const counted = all!.points.filter(({ reached, wanted }) => reached && wanted === 'applied');
      expect(new Set(counted.map(({ promotion }) => promotion))).toEqual(
        new Set(applied.map(({ promotion }) => promotion)),
      );
    });
  });
});
