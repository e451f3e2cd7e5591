import { describe, expect, test } from 'vitest';
import { compareRules } from '../../src/compare/rules.js';
import type { RuleChanges } from '../../src/compare/types.js';
import { planFor } from './compared.js';

const RULES = `currency EUR
line has brand text, cost optional money
layers goods, member

promotion ten "Ten off"
  layer goods
  on lines where brand is "acme"
  spend 100.00 take 10.00 off

coupon SPRING
  layer member
  take 5% off capped at 20.00
  limit 1 per customer

guarantee "no loss" for each line pay at least cost
`;

function changes(after: string, before = RULES): RuleChanges {
  return compareRules(planFor(before).rules, planFor(after, 'elsewhere.reckon').rules);
}

const NOTHING: RuleChanges = { same: true, promotions: [], guarantees: [], settings: [] };

describe('nothing changes where the meaning stays', () => {
  test.each([
    ['another layout', RULES.replaceAll('\n  ', '\n      ').replace('spend 100.00', 'spend 100')],
    ['comments', `# A shop.\n\n\n${RULES.replace('layer member', 'layer member # last')}`],
    [
      'a name for a value',
      `let limit = 100.00\n${RULES.replace('spend 100.00', 'spend limit')}`.replace('let', '\nlet'),
    ],
    [
      'attributes in another order',
      RULES.replace('brand text, cost optional money', 'cost optional money, brand text'),
    ],
    ['notes for people', RULES.replace('layer goods\n', 'layer goods\n  note "ask Ada"\n')],
  ])('%s', (_, after) => {
    expect(changes(after)).toEqual(NOTHING);
  });
});

describe('a promotion', () => {
  test.each<readonly [part: string, from: string, to: string, parts: readonly string[]]>([
    ['its threshold', 'spend 100.00', 'spend 90.00', ['offers']],
    ['its title', '"Ten off"', '"A tenner off"', ['title']],
    ['its lines', '"acme"', '"ajax"', ['lines']],
    ['its window', 'spend 100.00', 'active from 2026-11-01\n  spend 100.00', ['active']],
    ['its condition', 'spend 100.00', 'when order.at >= 2026-11-01 00:00\n  spend 100.00', ['when']],
  ])('changes in %s', (_, from, to, parts) => {
    const { promotions, same } = changes(RULES.replace(from, to));
    expect(same).toBe(false);
    expect(promotions).toMatchObject([{ promotion: 'ten', change: 'changed', parts }]);
  });

  test('of a coupon changes in its cap and its limit', () => {
    const after = RULES.replace('capped at 20.00', 'capped at 25.00').replace(
      'limit 1 per customer',
      'limit 2 per customer',
    );
    expect(changes(after).promotions).toMatchObject([{ promotion: 'SPRING', parts: ['offers', 'limits'] }]);
  });

  test('comes and goes', () => {
    const after = RULES.replace('promotion ten "Ten off"', 'promotion twelve "Twelve off"');
    expect(changes(after).promotions).toEqual([
      { promotion: 'twelve', title: 'Twelve off', change: 'added' },
      { promotion: 'ten', title: 'Ten off', change: 'removed' },
    ]);
  });

  test('moves to another layer', () => {
    const after = RULES.replace('layer goods', 'layer member');
    expect(changes(after).promotions).toMatchObject([{ promotion: 'ten', parts: ['layer'] }]);
  });
});

test('guarantees that come, go and change are told', () => {
  const after = RULES.replace('pay at least cost', 'pay at least 50% of cost').concat(
    'guarantee discount at most 60% of list\n',
  );
  expect(changes(after).guarantees.map(({ change }) => change)).toEqual(['changed', 'added']);
  expect(changes(RULES, after).guarantees.map(({ change }) => change)).toEqual(['changed', 'removed']);
});

test('settings of the whole file are told', () => {
  const after = RULES.replace('layers goods, member', 'layers capped at 50.00, goods best, member')
    .replace('brand text,', 'brand text, colour optional text,')
    .concat('allow 1 of ten, SPRING\ndefault choose first\ndefault search limit 100\n');
  expect(changes(after).settings).toEqual([
    'attributes',
    'choice',
    'constraints',
    'layers',
    'layers cap',
    'search limit',
  ]);
});

test('promotions that change places are told', () => {
  const two = 'currency EUR\npromotion a\n  take 1.00 off\npromotion b\n  take 5% off\n';
  const turned = 'currency EUR\npromotion b\n  take 5% off\npromotion a\n  take 1.00 off\n';
  expect(changes(turned, two)).toMatchObject({ promotions: [], settings: ['order of promotions'] });
});
