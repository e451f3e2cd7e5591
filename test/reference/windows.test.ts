import { describe, expect, it } from 'vitest';
import { mistakes, one, priced, refusals, takes } from './shop.js';

/** Whether a window is open at an instant. */
function isOpen(active: string, at: string): boolean {
  return takes(priced(`promotion p ${active} take 1.00 off`, [one('a', '10.00')], { at })) === 'p 1.00';
}

describe('absolute windows', () => {
  it.each([
    // Shanghai is UTC+8 all year round
    ['active from 2026-09-28', '2026-09-27T23:59:59.999+08:00', false],
    ['active from 2026-09-28', '2026-09-28T00:00:00+08:00', true],
    ['active from 2026-09-28 20:00', '2026-09-28T11:59:59.999Z', false],
    ['active from 2026-09-28 20:00', '2026-09-28T12:00:00Z', true],
    ['active until 2026-09-28 20:00', '2026-09-28T19:59:59.999+08:00', true],
    ['active until 2026-09-28 20:00', '2026-09-28T20:00:00+08:00', false],
    ['active through 2026-09-29', '2026-09-29T23:59:59.999+08:00', true],
    ['active through 2026-09-29', '2026-09-30T00:00:00+08:00', false],
    ['active from 2026-09-29 through 2026-09-29', '2026-09-29T00:00:00+08:00', true],
    ['active through 2026-09-29 in America/New_York', '2026-09-29T23:59:59-04:00', true],
    ['active through 2026-09-29 in America/New_York', '2026-09-30T00:00:00-04:00', false],
    // one of several clauses must hold
    ['active through 2026-09-01 active from 2026-10-01', '2026-09-15T00:00:00+08:00', false],
    ['active through 2026-09-01 active from 2026-10-01', '2026-10-15T00:00:00+08:00', true],
  ])('%s at %s: %s', (active, at, expected) => {
    expect(isOpen(active, at)).toBe(expected);
  });

  it.each([
    // Berlin skips 02:00-03:00 on 2026-03-29 and repeats it on 2026-10-25
    ['active from 2026-03-29 02:30 in Europe/Berlin', '2026-03-29T03:29:59+02:00', false],
    ['active from 2026-03-29 02:30 in Europe/Berlin', '2026-03-29T03:30:00+02:00', true],
    ['active from 2026-10-25 02:30 in Europe/Berlin', '2026-10-25T02:29:59+02:00', false],
    ['active from 2026-10-25 02:30 in Europe/Berlin', '2026-10-25T02:30:00+02:00', true],
    ['active until 2026-10-25 02:30 in Europe/Berlin', '2026-10-25T02:30:00+02:00', false],
    ['active until 2026-10-25 02:30 in Europe/Berlin', '2026-10-25T02:15:00+01:00', false],
    ['active through 2026-03-28 in Europe/Berlin', '2026-03-28T23:59:59+01:00', true],
    ['active through 2026-10-25 in Europe/Berlin', '2026-10-25T23:59:59+01:00', true],
    ['active through 2026-10-25 in Europe/Berlin', '2026-10-26T00:00:00+01:00', false],
    // New York skips 02:00-03:00 on 2026-03-08
    ['active from 2026-03-08 02:00 in America/New_York', '2026-03-08T01:59:59-05:00', false],
    ['active from 2026-03-08 02:00 in America/New_York', '2026-03-08T03:00:00-04:00', true],
    // Lord Howe's clocks go half an hour: 02:00 becomes 02:30 on 2026-10-04, 02:00 becomes 01:30 on 2026-04-05
    ['active from 2026-10-04 02:15 in Australia/Lord_Howe', '2026-10-04T02:44:59+11:00', false],
    ['active from 2026-10-04 02:15 in Australia/Lord_Howe', '2026-10-04T02:45:00+11:00', true],
    ['active from 2026-04-05 01:45 in Australia/Lord_Howe', '2026-04-05T01:44:59+11:00', false],
    ['active from 2026-04-05 01:45 in Australia/Lord_Howe', '2026-04-05T01:45:00+11:00', true],
  ])('%s at %s: %s', (active, at, expected) => {
    expect(isOpen(active, at)).toBe(expected);
  });
});

describe('recurring windows', () => {
  it.each([
    // 2026-06-05 is a Friday
    ['on fridays', '2026-06-05T00:00:00+08:00', true],
    ['on fridays', '2026-06-05T23:59:59.999+08:00', true],
    ['on fridays', '2026-06-06T00:00:00+08:00', false],
    ['on fridays', '2026-06-04T23:59:59+08:00', false],
    ['on mondays, fridays', '2026-06-08T12:00:00+08:00', true],
    ['on fridays in America/New_York', '2026-06-06T11:59:59+08:00', true],
    ['on fridays in America/New_York', '2026-06-06T12:00:00+08:00', false],
    ['on day 5 of each month', '2026-06-05T12:00:00+08:00', true],
    ['on day 5 of each month', '2026-06-06T12:00:00+08:00', false],
    ['on day 31 of each month', '2026-06-30T12:00:00+08:00', false],
    ['on days 5, 31 of each month', '2026-07-31T12:00:00+08:00', true],
    ['on day 5 of each month on fridays', '2026-06-05T12:00:00+08:00', true],
    ['on day 5 of each month on fridays', '2026-05-05T12:00:00+08:00', false],
    ['between 09:00 and 12:00', '2026-06-05T08:59:59+08:00', false],
    ['between 09:00 and 12:00', '2026-06-05T09:00:00+08:00', true],
    ['between 09:00 and 12:00', '2026-06-05T09:00:30+08:00', true],
    ['between 09:00 and 12:00', '2026-06-05T11:59:59.999+08:00', true],
    ['between 09:00 and 12:00', '2026-06-05T12:00:00+08:00', false],
    ['between 09:00 and 00:00', '2026-06-05T23:59:59+08:00', true],
    ['between 09:00 and 00:00', '2026-06-06T00:00:00+08:00', false],
    ['between 00:00 and 06:00', '2026-06-06T00:00:00+08:00', true],
  ])('active %s at %s: %s', (when, at, expected) => {
    expect(isOpen(`active ${when}`, at)).toBe(expected);
  });

  it.each([
    ['between 22:00 and 02:00 on fridays', '2026-06-05T21:59:59+08:00', false],
    ['between 22:00 and 02:00 on fridays', '2026-06-05T22:00:00+08:00', true],
    ['between 22:00 and 02:00 on fridays', '2026-06-06T01:59:59+08:00', true],
    ['between 22:00 and 02:00 on fridays', '2026-06-06T02:00:00+08:00', false],
    ['between 22:00 and 02:00 on fridays', '2026-06-05T01:00:00+08:00', false],
    // belongs to the last day of May
    ['between 22:00 and 02:00 on day 31 of each month', '2026-06-01T01:00:00+08:00', true],
    ['between 22:00 and 02:00 on day 1 of each month', '2026-06-01T01:00:00+08:00', false],
    ['between 22:00 and 02:00 on day 29 of each month', '2028-03-01T01:00:00+08:00', true],
    // an absolute end cuts the night short: parts must all hold
    ['between 22:00 and 02:00 through 2026-06-05', '2026-06-06T00:30:00+08:00', false],
  ])('active %s at %s: %s', (when, at, expected) => {
    expect(isOpen(`active ${when}`, at)).toBe(expected);
  });

  it.each([
    // the hour from 02:00 is skipped in March and comes twice in October
    ['between 01:30 and 02:30 in Europe/Berlin', '2026-03-29T01:59:59+01:00', true],
    ['between 01:30 and 02:30 in Europe/Berlin', '2026-03-29T03:00:00+02:00', false],
    ['between 01:30 and 02:30 in Europe/Berlin', '2026-10-25T02:29:59+02:00', true],
    ['between 01:30 and 02:30 in Europe/Berlin', '2026-10-25T02:30:00+02:00', false],
    ['between 01:30 and 02:30 in Europe/Berlin', '2026-10-25T02:29:59+01:00', true],
    ['between 01:45 and 02:00 in Australia/Lord_Howe', '2026-04-05T01:50:00+11:00', true],
    ['between 01:45 and 02:00 in Australia/Lord_Howe', '2026-04-05T01:50:00+10:30', true],
    ['between 01:00 and 02:00 on sundays in America/New_York', '2026-11-01T01:30:00-04:00', true],
    ['between 01:00 and 02:00 on sundays in America/New_York', '2026-11-01T01:30:00-05:00', true],
  ])('active %s at %s: %s', (when, at, expected) => {
    expect(isOpen(`active ${when}`, at)).toBe(expected);
  });

  it('a window that is never open is a mistake', () => {
    expect(mistakes('promotion p active from 2026-06-02 through 2026-06-01 take 1.00 off')).toEqual([
      'RK1070',
    ]);
    expect(mistakes('promotion p active between 09:00 and 09:00 take 1.00 off')).toEqual(['RK1070']);
  });
});

describe('codes', () => {
  const opens = (clause: string, ...codes: readonly string[]): boolean =>
    takes(priced(`coupon NAME ${clause} take 1.00 off`, [one('a', '10.00')], { codes })) === 'NAME 1.00';

  it.each([
    ['', 'NAME', true],
    ['', 'name', false],
    ['code "X", "Y"', 'Y', true],
    ['code "X", "Y"', 'NAME', false],
    ['code "X"', 'x', false],
    ['code "X"', 'X ', false],
    ['code like "D11-*"', 'D11-', true],
    ['code like "D11-*"', 'D11-7', true],
    ['code like "D11-*"', 'd11-7', false],
    ['code like "D11-*"', 'XD11-7', false],
    ['code like "*-GIFT"', 'A-GIFT', true],
    ['code like "*-GIFT"', 'A-GIFTS', false],
    ['code like "A*B*C"', 'ABC', true],
    ['code like "A*B*C"', 'AxxBxBxC', true],
    ['code like "A*B*C"', 'AxxC', false],
    ['code like "A*A"', 'A', false],
    ['code like "A*A"', 'AA', true],
    ['code like "A.C*"', 'ABC1', false],
    ['code like "AB*BA"', 'ABA', false],
  ])('coupon %s with `%s`: %s', (clause, code, expected) => {
    expect(opens(clause, code)).toBe(expected);
  });

  it('entered twice counts once, and an unknown one is listed once', () => {
    const breakdown = priced('coupon C take 1.00 off', [one('a', '10.00')], { codes: ['C', 'Z', 'C', 'Z'] });
    expect(takes(breakdown)).toBe('C 1.00');
    expect(breakdown.refused).toEqual([{ reason: 'unknown-code', code: 'Z' }]);
  });

  it('a coupon is told of only when one of its codes is there, and then always', () => {
    const rules = `
      coupon C active until 2020-01-01 00:00 take 1.00 off
      coupon D on lines where kind is "x" take 1.00 off`;
    expect(refusals(priced(rules, [one('a', '10.00')]))).toBe('');
    expect(priced(rules, [one('a', '10.00')], { codes: ['D', 'C'] }).refused).toEqual([
      { promotion: 'C', reason: 'inactive', windows: ['until 2020-01-01 00:00'] },
      { promotion: 'D', reason: 'no-lines' },
    ]);
  });

  it('another promotion that is closed or finds no line is told of only when asked for', () => {
    const rules = `
      promotion p active until 2020-01-01 00:00 take 1.00 off
      promotion q on lines where kind is "x" take 1.00 off
      coupon C code "A", "B" take 1.00 off`;
    expect(refusals(priced(rules, [one('a', '10.00')]))).toBe('');
    const asked = priced(rules, [one('a', '10.00')], { options: { explain: ['p', 'q', 'C', 'nobody'] } });
    expect(asked.refused).toEqual([
      { promotion: 'p', reason: 'inactive', windows: ['until 2020-01-01 00:00'] },
      { promotion: 'q', reason: 'no-lines' },
      { promotion: 'C', reason: 'code-missing', codes: ['A', 'B'] },
    ]);
  });
});
