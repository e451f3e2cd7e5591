import { test } from 'vitest';
import { verify } from '../../src/index.js';
import { generate, rulesText } from '../support/generate/index.js';
import { compiled, priced } from '../support/generate/priced.js';
test('x', () => {
  const found = new Map<string, [number, string]>();
  let ok = 0,
    bad = 0;
  let applied = 0;
  const thrown = new Map<string, string>();
  const t = Date.now();
  const from = Number(process.env['SEED'] ?? 1);
  for (let seed = from; seed < from + Number(process.env['N'] ?? 500); seed++) {
    const g = generate(seed);
    let b;
    try {
      const r = compiled(g.rules);
      if (!r) {
        bad++;
        continue;
      }
      b = priced(r, g.cart, { hints: true });
    } catch (e) {
      thrown.set(
        String((e as Error).stack)
          .split('\n')
          .slice(0, 2)
          .join(' '),
        String(seed),
      );
      continue;
    }
    ok++;
    applied += b.promotions.length;
    for (const f of verify(b)) {
      const k = f.equation;
      const old = found.get(k);
      const text = `${seed} ${f.path} ${f.message}\n${rulesText(g.rules)}\n${JSON.stringify(g.cart)}\n${JSON.stringify(b, null, 0)}`;
      if (!old) found.set(k, [1, text]);
      else found.set(k, [old[0] + 1, old[1].length < text.length ? old[1] : text]);
    }
  }
  console.log(ok, bad, applied, Date.now() - t, 'ms', [...thrown]);
  for (const [k, [n, text]] of found) console.log('=====', k, n, '\n' + text);
}, 600000);
