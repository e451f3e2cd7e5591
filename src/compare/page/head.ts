import type { Comparison, RulesName } from '../types.js';
import { answer, grouped, isNothing, negative, remarks } from '../words.js';
import { sharesChart } from './charts.js';
import { html, type Html } from './html.js';
import { amount, change, percentChange } from './numbers.js';
import { changeRow, name, table } from './tables.js';

/** The answer, what it is about, and the few numbers that matter most. */
export function head(comparison: Comparison): Html {
  const said = remarks(comparison).map((remark) => html`${remark}. `);
  return html`<header>
<p class="kicker">Prices before and after</p>
<h1>${answer(comparison)}.</h1>
${said.length === 0 ? html`` : html`<p class="lede">${said}</p>`}
${about(comparison)}
${figures(comparison)}
${comparison.carts.compared === 0 ? html`` : shares(comparison)}
</header>
`;
}

function about({ before, after, carts: counts }: Comparison): Html {
  const period = counts.from === undefined ? '' : ` from ${day(counts.from)} to ${day(counts.until ?? '')}`;
  return html`<dl class="about">
<dt>Before</dt><dd>${rulesName(before)}</dd>
<dt>After</dt><dd>${rulesName(after)}</dd>
<dt>Carts</dt><dd>${name(counts.file)}: ${grouped(counts.total)}${period}</dd>
</dl>`;
}

const DIGEST_SHOWN = 'sha256:'.length + 12;

function rulesName({ file, ruleset, promotions }: RulesName): Html {
  return html`${name(file)} <small>${grouped(promotions)} promotions, <code>${ruleset.slice(0, DIGEST_SHOWN)}</code></small>`;
}

/** The day of an instant, as the cart has it. */
export function day(at: string): string {
  return at.slice(0, 'YYYY-MM-DD'.length);
}

function figures({ currency, carts: counts, total }: Comparison): Html {
  const percent = percentChange(total.pay.before, total.pay.change);
  const by = isNothing(total.pay.change) ? '±0' : change(total.pay.change);
  const same = counts.same + counts.rearranged;
  return html`<dl class="figures">
<div><dt>Customers pay</dt><dd>${by} <small>${currency}</small></dd><dd class="also">${amount(total.pay.after)} in all${percent === undefined ? '' : `, ${percent}`}</dd></div>
<div><dt>Discounts on goods</dt><dd>${change(total.discount.change)} <small>${currency}</small></dd><dd class="also">${amount(total.discount.after)} in all</dd></div>
<div><dt>Carts cheaper</dt><dd>${grouped(counts.cheaper)}</dd><dd class="also">of ${grouped(counts.compared)}</dd></div>
<div><dt>Carts dearer</dt><dd>${grouped(counts.dearer)}</dd><dd class="also">${grouped(same)} at the same price</dd></div>
</dl>`;
}

function shares(comparison: Comparison): Html {
  const { cheaper, dearer, rearranged, same } = comparison.carts;
  const entry = (kind: string, text: string): Html =>
    html`<li><svg width="11" height="11" aria-hidden="true"><rect class="${kind}" width="11" height="11" rx="2"/></svg>${text}</li>`;
  return html`${sharesChart(comparison)}
<ul class="legend">
${entry('cheaper', `▼ ${grouped(cheaper)} cheaper`)}
${entry('same', `${grouped(same + rearranged)} at the same price`)}
${entry('dearer', `▲ ${grouped(dearer)} dearer`)}
</ul>`;
}

/** List, discount, shipping and what is to pay, before and after. */
export function totals({ total, currency, carts: counts }: Comparison): Html {
  const rows = [
    changeRow(html`List`, total.list),
    changeRow(html`Discount on goods`, negative(total.discount)),
    changeRow(html`Shipping`, total.shipping),
    changeRow(html`To pay`, total.pay, 'sum'),
  ];
  return html`<section aria-labelledby="totals">
<h2 id="totals">All carts together</h2>
${table(`${currency}, ${grouped(counts.compared)} carts priced by both rules`, ['Amount', 'Before', 'After', 'Change'], rows)}
</section>
`;
}
