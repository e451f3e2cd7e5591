import type { Comparison } from '../types.js';
import { answer } from '../words.js';
import { parties, promotions, sizes } from './changes.js';
import { largest, rules } from './details.js';
import { head, totals } from './head.js';
import { html, Html } from './html.js';
import { STYLE } from './style.js';
import { guarantees, refused } from './warnings.js';

/** Nothing may be loaded or run, whatever names the page holds. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/**
 * A comparison as one page of HTML that stands for itself: no script, nothing loaded from elsewhere, light and dark, for screens,
 * paper and screen readers. The same comparison gives the same bytes.
 */
export function comparisonPage(comparison: Comparison): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${answer(comparison)}</title>
<link rel="icon" href="data:,">
<style>${new Html(STYLE)}</style>
</head>
<body>
<main>
${head(comparison)}
${guarantees(comparison)}
${refused(comparison)}
${sizes(comparison)}
${promotions(comparison)}
${totals(comparison)}
${parties(comparison)}
${rules(comparison)}
${largest(comparison)}
<footer>Every cart was priced by both rule files with Reckon. A change is what is after less what was before; amounts are ${comparison.currency}, exact to the smallest unit.</footer>
</main>
</body>
</html>
`.text;
}
