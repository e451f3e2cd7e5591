import type { Change } from '../types.js';
import { html, type Html } from './html.js';
import { amount, change } from './numbers.js';

/** A row: its head, and cells of numbers. */
export interface Row {
  readonly head: Html;
  readonly cells: readonly (string | Html)[];
  readonly kind?: 'sum' | 'part';
}

/**
 * A table that scrolls by itself where it is wider than the page, with the keyboard too. On a phone each row stands as a block with
 * its titles beside the numbers: the roles are said because a browser forgets them where a table is laid out otherwise.
 */
export function table(caption: string, titles: readonly string[], rows: readonly Row[]): Html {
  return html`<div class="scroll" role="group" tabindex="0" aria-label="${caption}">
<table role="table">
<caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${titles.map((title) => html`<th scope="col" role="columnheader">${title}</th>`)}</tr></thead>
<tbody role="rowgroup">
${rows.map((row) => rowOf(row, titles))}</tbody>
</table>
</div>
`;
}

function rowOf({ head, cells, kind }: Row, [, ...titles]: readonly string[]): Html {
  const attribute = kind === undefined ? html`` : html` class="${kind}"`;
  const numbers = cells.map(
    (cell, index) => html`<td role="cell" data-title="${titles[index] ?? ''}">${cell}</td>`,
  );
  return html`<tr role="row"${attribute}><th scope="row" role="rowheader">${head}</th>${numbers}</tr>
`;
}

export function changeRow(head: Html, changed: Change, kind?: Row['kind']): Row {
  return { head, cells: changeCells(changed), ...(kind !== undefined && { kind }) };
}

export function changeCells(changed: Change): readonly string[] {
  return [amount(changed.before), amount(changed.after), change(changed.change)];
}

/** A name that a rule file or a cart gives: it may run from right to left among words that do not. */
export function name(text: string): Html {
  return html`<bdi>${text}</bdi>`;
}
