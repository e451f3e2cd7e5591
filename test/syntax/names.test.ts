import { expect, test } from 'vitest';
import {
  EXPRESSION_WORDS,
  isCarrier,
  KEYWORDS,
  SCENARIO_WORDS,
  STATEMENT_WORDS,
} from '../../src/syntax/words.js';
import { mistakes, outline, read, readExpression, showExpression } from './support.js';

test.each(['brand-day', '双十一-满减', '_x1', 'été', 'δοκιμή', 'हिन्दी', 'ไทย', 'naïve_2-b', 'ʻokina', '𝒳-1'])(
  '`%s` is a name',
  (name) => {
    expect(read(`promotion ${name}`).statements.map(outline)).toEqual([`(promotion name=${name})`]);
  },
);

test.each(['a--b', '-a', 'a-', 'a.b', '5', 'a b', 'a+b'])('`%s` is no name', (name) => {
  expect(mistakes(`promotion ${name}`)).not.toEqual([]);
});

test('in backticks anything on one line is a name', () => {
  expect(read('promotion `618 sale, 双: all`').statements.map(outline)).toEqual([
    '(promotion name=`618 sale, 双: all`)',
  ]);
});

test('a minus has spaces round it; without them it belongs to the name', () => {
  expect(showExpression(readExpression('a-b'))).toBe('a-b');
  expect(showExpression(readExpression('a - b'))).toBe('(- a b)');
  expect(showExpression(readExpression('5-3'))).toBe('(- 5 3)');
});

const statementWords: readonly string[] = STATEMENT_WORDS;
const expressionWords: readonly string[] = EXPRESSION_WORDS;
const plainWords = KEYWORDS.filter((word) => !statementWords.includes(word) && word !== 'all');

test.each(plainWords)('`%s` may name an attribute, a layer, a tag and a party', (word) => {
  const party = word === 'its' ? 'shop' : word;
  const text = `line has ${word} text layers ${word}, x promotion p layer ${word} tag ${word} funded by ${party} 100%`;
  expect(read(text).statements).toHaveLength(3);
});

test.each(plainWords.filter((word) => word !== 'tag' && word !== 'violation'))(
  '`%s` may name a promotion',
  (word) => {
    const text = `promotion ${word} not with ${word}, ${word} allow 1 of ${word}, tag ${word} scenario "x" usage ${word} expect ${word} takes 5 expect ${word} refused`;
    expect(read(text).statements).toHaveLength(3);
  },
);

test.each(
  KEYWORDS.filter(
    (word) => !expressionWords.includes(word) && (!statementWords.includes(word) || isCarrier(word)),
  ),
)('`%s` may stand for a value', (word) => {
  expect(showExpression(readExpression(`${word} + ${word} * ${word}.${word}`))).toBe(
    `(+ ${word} (* ${word} ${word}.${word}))`,
  );
  expect(read(`promotion p on lines where ${word} take 5 off`).statements).toHaveLength(1);
});

test.each(KEYWORDS)('`%s` in backticks is a name everywhere', (word) => {
  const name = `\`${word}\``;
  const text = `line has ${name} one of ${name}, b layers ${name} best per ${name} promotion ${name}
    layer ${name} tag ${name} on lines where ${name} is ${name} for each ${name} take ${name} off funded by ${name} 100%
    let ${name} = ${name} scenario "x" customer ${name} ${name} usage ${name} total 5 expect ${name} refused ${name}`;
  expect(read(text).statements).toHaveLength(5);
});

test('words after a dot are names', () => {
  for (const word of KEYWORDS) expect(showExpression(readExpression(`order.${word}`))).toBe(`order.${word}`);
});

test.each(plainWords.filter((word) => word !== 'tag' && word !== 'violation'))(
  '`%s` is a name on a line of its own',
  (word) => {
    const party = word === 'its' ? 'shop' : word;
    const text = `
    line has\n  ${word} optional text,\n  b one of\n  c,\n  ${word},\n  d
    layers\n  ${word} best per\n  ${word},\n  x together
    promotion\n  ${word}\n  "title"\n  layer\n  ${word}\n  tag\n  ${word}\n  for each\n  ${word}
      not with\n  ${word},\n  x funded by\n  ${party}\n  70%, its\n  ${word}\n  30% message\n  ${word}\n  "x"
    allow 1 of\n  ${word},\n  x`;
    expect(read(text).statements.map(({ kind }) => kind)).toEqual(['has', 'layers', 'promotion', 'allow']);
  },
);

const scenarioWords: ReadonlySet<string> = new Set([...SCENARIO_WORDS, 'has', 'all', 'true', 'false']);
const attributes = plainWords.filter((word) => !scenarioWords.has(word));

test.each([...attributes, 'expct', 'carts', 'usag', 'scenarios'])(
  '`%s` is an attribute of a scenario',
  (word) => {
    for (const value of [
      '5',
      '"x"',
      '5%',
      'true',
      '2026-11-11',
      '2026-11-11 20:00',
      word,
      'pay',
      '"x", "y"',
    ]) {
      const text = `scenario "s"\n  customer\n  ${word} ${value}\n  ${word}\n  ${value}\n  cart\n  1 of "A" at 5\n  ${word} ${value}`;
      expect(read(text).statements).toHaveLength(1);
    }
  },
);

test.each(['layer b', 'take 5 off', 'price 5 each', 'funded by a 100%', 'on lines where b'])(
  '`%s` behind `layer` begins a clause rather than naming the layer',
  (clause) => {
    expect(mistakes(`promotion p\n  layer\n  ${clause}`)).toEqual(['RK0001 ']);
    expect(read(`promotion p layer ${clause.split(' ')[0]}\n  ${clause}`).statements).toHaveLength(1);
  },
);

test('keywords are written in lower case', () => {
  expect(mistakes('Promotion p TAKE 5 Off')).toEqual(['RK0002 Promotion', 'RK0002 TAKE', 'RK0002 Off']);
});
