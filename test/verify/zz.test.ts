import { test, vi } from 'vitest';
vi.mock('../../src/check/unpriced.js', () => ({ refuseUnpriced: () => {} }));
import fc from 'fast-check';
import { compile, price, verify } from '../../src/index.js';
import { trials } from './rules.js';
test('x', () => {
  const errors = new Map<string, string>();
  const found = new Map<string, [number, string]>();
  let ok = 0,
    bad = 0;
  let applied = 0;
  const t = Date.now();
  for (const { rules, cart } of fc.sample(trials, {
    numRuns: Number(process.env.N ?? 500),
    seed: Number(process.env.SEED ?? 1),
  })) {
    const compiled = compile(rules, { name: 'r.reckon' });
    if (!compiled.ok) {
      bad++;
      for (const d of compiled.diagnostics)
        errors.set(d.code + ' ' + d.message.slice(0, 60), rules.split('\n')[d.line - 1] + '  ||  ' + d.help);
      continue;
    }
    let result;
    try {
      result = price(compiled.ruleset, cart);
    } catch (e) {
      console.log('THROW', String((e as Error).stack).slice(0, 600), rules, JSON.stringify(cart));
      continue;
    }
    if (!result.ok) {
      console.log(result.errors);
      continue;
    }
    ok++;
    applied += result.breakdown.promotions.length;
    for (const f of verify(result.breakdown)) {
      const k = f.equation;
      const old = found.get(k);
      const text = `${f.path} ${f.message}\n${rules}\n${JSON.stringify(cart)}\n${JSON.stringify(result.breakdown, null, 0)}`;
      if (!old) found.set(k, [1, text]);
      else found.set(k, [old[0] + 1, old[1].length < text.length ? old[1] : text]);
    }
  }
  console.log(ok, bad, applied, Date.now() - t, 'ms');
  console.log([...errors].map((e) => e.join(' :: ')).join('\n'));
  for (const [k, [n, text]] of found) console.log('=====', k, n, '\n' + text);
}, 600000);
