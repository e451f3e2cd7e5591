import { linesThatDiffer } from '../text-rules.js';
import type { ChangedLine, Comparison, LargestChange, RuleChange } from '../types.js';
import { cartName, grouped, isNothing, negative, otherChanges, partsText } from '../words.js';
import { moreNote } from './changes.js';
import { day } from './head.js';
import { html, type Html, NOTHING } from './html.js';
import { amount, change } from './numbers.js';
import { changeRow, name, type Row, table } from './tables.js';

/** The carts that change most, each unfolding to both prices side by side. */
export function largest({ largest: carts, currency }: Comparison): Html {
  if (carts.length === 0) return NOTHING;
  return html`<section aria-labelledby="largest">
<h2 id="largest">The carts that change most</h2>
<p class="note">Both prices side by side: by promotion, then by line. Open a cart to see them.</p>
${carts.map((cart, index) => cartDetails(cart, currency, index === 0))}
</section>
`;
}

function cartDetails(cart: LargestChange, currency: string, isOpen: boolean): Html {
  const { pay } = cart.total;
  return html`<details${isOpen ? html` open` : html``}>
<summary>${name(cartName(cart))} <span class="from">${day(cart.at)}, ${amount(pay.before)} → ${amount(pay.after)}</span> <span class="by">${change(pay.change)} ${currency}</span></summary>
${accountTable(cart, currency)}
${linesTable(cart, currency)}
</details>
`;
}

function accountTable(cart: LargestChange, currency: string): Html {
  const { list, shipping, pay } = cart.total;
  const rows = [
    changeRow(html`List`, list),
    ...cart.promotions.map((promotion) => changeRow(name(promotion.promotion), negative(promotion))),
    ...(isNothing(shipping.before) && isNothing(shipping.after)
      ? []
      : [changeRow(html`Shipping, after promotions`, shipping)]),
    changeRow(html`To pay`, pay, 'sum'),
  ];
  return table(
    `How ${cartName(cart)} comes to its price, ${currency}`,
    ['Amount', 'Before', 'After', 'Change'],
    rows,
  );
}

/** So many of a cart's lines are shown; JSON has all of them. */
const LINES_SHOWN = 40;

function linesTable(cart: LargestChange, currency: string): Html {
  const { lines, shipping, unchanged } = cart;
  const rows = [
    ...lines.slice(0, LINES_SHOWN).flatMap((line) => lineRows(line, `Line ${line.id}`)),
    ...shipping.flatMap((charge) => lineRows(charge, `Shipping ${charge.id}`)),
  ];
  if (rows.length === 0) return NOTHING;
  const more = Math.max(0, lines.length - LINES_SHOWN);
  const rest = `${grouped(unchanged)} lines stay as they are${more > 0 ? `, ${grouped(more)} more change` : ''}`;
  return table(`Lines that change, ${currency}; ${rest}`, ['Line', 'Before', 'After', 'Change'], rows);
}

function lineRows(line: ChangedLine, label: string): readonly Row[] {
  const what =
    line.sku === undefined
      ? html``
      : html` ${name(line.sku)} <small>× ${grouped(line.quantity ?? 1)}</small>`;
  return [
    changeRow(html`<small>${label}</small>${what}`, line.pay),
    ...line.promotions.map((promotion) => changeRow(name(promotion.promotion), negative(promotion), 'part')),
  ];
}

/** What the rules say otherwise. */
export function rules({ rules: changes }: Comparison): Html {
  const others = otherChanges(changes).map(
    (text) => html`<li>${text}</li>
`,
  );
  const body = changes.same
    ? html`<p class="note">Nothing: both rule files mean the same.</p>`
    : html`<ul class="rules">
${changes.promotions.slice(0, RULES_SHOWN).map(ruleItem)}${others}</ul>
${moreNote(changes.promotions.length - RULES_SHOWN, 'changed promotions')}`;
  return html`<section aria-labelledby="rules">
<h2 id="rules">What changed in the rules</h2>
${body}
</section>
`;
}

/** So many promotions are shown; JSON has all of them. */
const RULES_SHOWN = 100;

function ruleItem(rule: RuleChange): Html {
  const { change: kind, promotion, title, before = '', after = '' } = rule;
  const lines = linesThatDiffer(before, after).map(([sign, text]) =>
    sign === '+' ? html`<ins>+ ${text}</ins>` : html`<del>− ${text}</del>`,
  );
  const parts = partsText(rule);
  return html`<li><span class="mark">${kind}</span> <b>${name(title ?? promotion)}</b>${title === undefined ? html`` : html` <small><code>${promotion}</code></small>`}${parts === '' ? html`` : html` <small>${parts}</small>`}
${lines.length === 0 ? html`` : html`<pre>${lines}</pre>`}</li>
`;
}
