import { isWorthTelling } from '../text-rules.js';
import type { Comparison, GuaranteeKept } from '../types.js';
import { cartName, grouped } from '../words.js';
import { html, type Html, NOTHING } from './html.js';
import { name, type Row, table } from './tables.js';

/** Guarantees that some cart breaks or could not be tested for: an alarm where the new rules break one. */
export function guarantees({ guarantees: all }: Comparison): Html {
  if (all.length === 0) return NOTHING;
  const told = all.filter(isWorthTelling);
  const isBroken = told.some(({ broken }) => broken.after > 0);
  const note = isBroken
    ? 'The rules of after break a guarantee: a checkout must not charge these prices.'
    : told.length === 0
      ? `${grouped(all.length)} ${all.length === 1 ? 'guarantee holds' : 'guarantees hold'} for every cart, before and after.`
      : 'No cart breaks a guarantee by the rules of after.';
  const titles = ['Guarantee', 'Broken before', 'Broken after', 'Untested before', 'Untested after'];
  return html`<section aria-labelledby="guarantees"${isBroken ? html` class="alarm"` : html``}>
<h2 id="guarantees">${isBroken ? 'Guarantees broken: do not charge' : 'Guarantees'}</h2>
<p class="note">${note}</p>
${told.length === 0 ? NOTHING : table('Carts that break a guarantee, or could not be tested for it', titles, told.map(guaranteeRow))}
</section>
`;
}

function guaranteeRow({ guarantee, broken, unchecked, carts }: GuaranteeKept): Row {
  const first = carts.length === 0 ? html`` : html` <small>first ${carts.map(cartName).join('; ')}</small>`;
  const counts = [broken.before, broken.after, unchecked.before, unchecked.after];
  return { head: html`${name(guarantee)}${first}`, cells: counts.map(grouped) };
}

/** The carts that could not be compared, with why. */
export function refused({ refused: carts, carts: counts, before, after }: Comparison): Html {
  if (carts.length === 0) return NOTHING;
  const all = counts.refused.before + counts.refused.after + counts.refused.both;
  const by = { before: before.file, after: after.file, both: 'both' };
  const more = all - carts.length;
  return html`<section aria-labelledby="refused" class="alarm">
<h2 id="refused">Carts that could not be compared: ${grouped(all)}</h2>
<p class="note">They are in none of the sums above.</p>
<ul>
${carts.map(
  (
    cart,
  ) => html`<li>${name(cartName(cart))}, refused by ${name(by[cart.by])}: ${cart.messages.join('; ')}${cart.more > 0 ? `; and ${grouped(cart.more)} more` : ''}</li>
`,
)}${more > 0 ? html`<li>and ${grouped(more)} more</li>` : html``}</ul>
</section>
`;
}
