import type { Sides } from '../sum.js';
import type { Change, Comparison, PartyCost, PromotionCost } from '../types.js';
import { grouped, isNothing, NOBODY, unfunded } from '../words.js';
import { promotionsChart, sizesChart } from './charts.js';
import { html, type Html, NOTHING } from './html.js';
import { change } from './numbers.js';
import { changeCells, changeRow, name, type Row, table } from './tables.js';

/** How many carts change by how much. */
export function sizes(comparison: Comparison): Html {
  const { histogram, currency } = comparison;
  const changed = histogram.filter(({ from, to }) => !isNothing(from) || !isNothing(to));
  if (changed.length === 0) return NOTHING;
  const rows = histogram.map(
    ({ from, to, carts, change: sum }): Row => ({
      head: html`${from === to ? change(from) : `${change(from)} to ${change(to)}`}`,
      cells: [grouped(carts), change(sum)],
    }),
  );
  return html`<section aria-labelledby="sizes">
<h2 id="sizes">How much carts change</h2>
<p class="note">How many carts get cheaper, to the left, or dearer, to the right, by the size of the change. 20–50 is from 20 to just under 50.</p>
${sizesChart(comparison)}
${folded('The same in numbers', table(`Change of what is to pay, ${currency}`, ['Change from, to', 'Carts', 'Together'], rows))}
</section>
`;
}

function folded(title: string, inside: Html): Html {
  return html`<details><summary>${title}</summary>
${inside}</details>`;
}

/** Which promotions the change comes from, and what each of them costs. */
export function promotions(comparison: Comparison): Html {
  const { currency, promotions: costs } = comparison;
  if (costs.length === 0) return NOTHING;
  const isChanged = costs.some(({ discount }) => !isNothing(discount.change));
  return html`<section aria-labelledby="promotions">
<h2 id="promotions">What each promotion gives</h2>
<p class="note">Discounts off goods and shipping. More to the right: customers get more, and it costs more.</p>
${isChanged ? promotionsChart(comparison) : html`<p>No promotion gives more or less than before.</p>`}
${table(`Discounts given, ${currency}`, ['Promotion', 'Carts', 'Before', 'After', 'Change'], costs.slice(0, SHOWN).map(promotionRow))}${moreNote(costs.length - SHOWN, 'promotions')}
</section>
`;
}

function promotionRow({ promotion, title, rule, carts, discount, gifts }: PromotionCost): Row {
  const id = title === undefined ? html`` : html` <small><code>${promotion}</code></small>`;
  const mark = rule === undefined ? html`` : html` <span class="mark">${rule}</span>`;
  const given = gifts === undefined ? html`` : html` <small>gifts ${sides(gifts)}</small>`;
  const cells = [sides(carts), ...changeCells(discount)];
  return { head: html`${name(title ?? promotion)}${id}${mark}${given}`, cells };
}

/** `11 → 4`, or `7` where it stays; an arrow is read aloud as one. */
function sides({ before, after }: Sides<number>): Html {
  return before === after ? html`${grouped(after)}` : html`${grouped(before)} → ${grouped(after)}`;
}

/** So many rows a table has; JSON has all of them. */
const SHOWN = 100;

export function parties(comparison: Comparison): Html {
  const { commission, currency, funding } = comparison;
  if (funding.length + commission.length === 0) return NOTHING;
  return html`<section aria-labelledby="parties">
<h2 id="parties">Who pays</h2>
${partyTable(`Discounts paid for by each party, ${currency}`, funding, unfunded(comparison))}
${partyTable(`Commission, ${currency}`, commission, undefined)}
</section>
`;
}

function partyTable(caption: string, all: readonly PartyCost[], nobody: Change | undefined): Html {
  if (all.length === 0) return NOTHING;
  const rows = [
    ...all.slice(0, SHOWN).map((party) => changeRow(name(party.party), party)),
    ...(nobody === undefined ? [] : [changeRow(html`<small>${NOBODY}</small>`, nobody)]),
  ];
  return html`${table(caption, ['Party', 'Before', 'After', 'Change'], rows)}${moreNote(all.length - SHOWN, 'parties')}`;
}

/** That there are more than are shown, where there are. */
export function moreNote(count: number, what: string): Html {
  return count > 0
    ? html`<p class="note">${grouped(count)} more ${what} are in the JSON of this comparison.</p>`
    : NOTHING;
}
