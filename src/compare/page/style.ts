/**
 * The page's style. Both schemes keep a contrast of 4.5 to 1 at least for text; blue and orange stay apart for who cannot tell red
 * from green.
 */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf7; --card: #ffffff; --ink: #1b1c1e; --soft: #5a5d63; --line: #e2dfd8; --faint: #f2efe9;
  --cheaper: #1f6f8b; --dearer: #b4530f; --same: #cbc7be; --alarm: #a11d2b; --alarm-back: #fbecec;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16181b; --card: #1e2125; --ink: #eceae6; --soft: #a9acb2; --line: #34383e; --faint: #262a2f;
    --cheaper: #6cc0da; --dearer: #f0a063; --same: #4d525a; --alarm: #ff9aa2; --alarm-back: #3a2226;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: break-word;
}
main { max-width: 54rem; margin: 0 auto; padding: 3rem 1.25rem 4rem; }
h1, h2, h3, p, dl, dd, ul, table { margin: 0; padding: 0; }
h1 {
  font: 600 clamp(1.7rem, 5.2vw, 2.7rem)/1.16 ui-serif, "Iowan Old Style", Charter, Georgia, "Noto Serif", serif;
  letter-spacing: -0.012em; text-wrap: balance;
}
h1 b { font-weight: 600; white-space: nowrap; }
h2 { font-size: 1.15rem; line-height: 1.3; margin-bottom: .3rem; }
h3 { font-size: .95rem; margin: 1.3rem 0 .4rem; }
.kicker { color: var(--soft); font-size: .82rem; letter-spacing: .08em; text-transform: uppercase; margin-bottom: .7rem; }
.lede { margin-top: .9rem; color: var(--soft); max-width: 40rem; }
.note { color: var(--soft); font-size: .9rem; max-width: 42rem; margin-bottom: .9rem; }
.about { margin-top: 1.5rem; font-size: .88rem; display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .15rem 1rem; }
.about dt { color: var(--soft); }
.about dd { overflow-wrap: anywhere; }
code, pre { font: .88em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, "Noto Sans Mono", monospace; overflow-wrap: anywhere; }
section { margin-top: 3rem; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(10.5rem, 1fr)); gap: .8rem; margin-top: 2.2rem; }
.figures > div { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: .9rem 1rem 1rem; }
.figures dt { color: var(--soft); font-size: .85rem; }
.figures dd { font-size: 1.3rem; line-height: 1.25; font-weight: 600; letter-spacing: -0.01em; overflow-wrap: anywhere; }
.figures dd small { font-size: .85rem; letter-spacing: 0; }
.figures dd.also { font-size: .85rem; font-weight: 400; letter-spacing: 0; color: var(--soft); margin-top: .25rem; }
svg { display: block; }
svg text { fill: var(--ink); font-size: 13px; }
svg .axis { fill: var(--soft); }
svg .label { fill: var(--ink); }
.cheaper, .gives { fill: var(--cheaper); }
.dearer, .saves { fill: var(--dearer); }
.same { fill: var(--same); }
.zero { stroke: var(--soft); stroke-width: 1; }
.shares { border-radius: .3rem; overflow: hidden; margin-top: 1.6rem; }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; font-size: .88rem; margin-top: .6rem; }
.legend svg { display: inline-block; vertical-align: -1px; margin-right: .4rem; }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: .6rem; background: var(--card); }
.scroll:focus-visible, summary:focus-visible { outline: 3px solid var(--cheaper); outline-offset: 2px; }
* + .scroll { margin-top: 1rem; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
caption { text-align: left; padding: .7rem .8rem .5rem; color: var(--soft); font-size: .85rem; }
th, td { padding: .45rem .8rem; text-align: right; vertical-align: baseline; white-space: nowrap; border-top: 1px solid var(--line); }
thead th { color: var(--soft); font-weight: 500; font-size: .82rem; border-top: 0; }
tbody th { text-align: left; font-weight: 500; white-space: normal; overflow-wrap: anywhere; min-width: 9rem; }
thead th:first-child { text-align: left; }
tr.sum th, tr.sum td { font-weight: 650; background: var(--faint); }
tr.part th { font-weight: 400; padding-left: 1.7rem; }
tr.part th, tr.part td { color: var(--soft); border-top: 0; padding-top: 0; }
small { font-size: .85em; color: var(--soft); font-weight: 400; }
.mark { display: inline-block; font-size: .75rem; font-weight: 500; border: 1px solid currentColor; border-radius: 1rem; padding: 0 .5rem; color: var(--soft); white-space: nowrap; }
details { border: 1px solid var(--line); border-radius: .6rem; background: var(--card); margin-top: .6rem; }
summary { cursor: pointer; padding: .7rem .9rem; display: flex; flex-wrap: wrap; gap: .1rem 1rem; align-items: baseline; border-radius: .6rem; }
summary > :not(.by) { min-width: 0; overflow-wrap: anywhere; }
summary::before { content: "▸"; color: var(--soft); }
details[open] > summary::before { content: "▾"; }
summary::-webkit-details-marker { display: none; }
summary .from { color: var(--soft); font-size: .88rem; }
summary .by { margin-left: auto; font-weight: 600; white-space: nowrap; }
details .scroll { margin: 0 .9rem .9rem; }
.rules { list-style: none; display: grid; grid-template-columns: minmax(0, 1fr); gap: .7rem; overflow-wrap: anywhere; margin-top: 1rem; }
.rules > li { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: .8rem 1rem; }
.rules pre { margin: .5rem 0 0; white-space: pre-wrap; }
.rules ins, .rules del { display: block; text-decoration: none; padding: 0 .5rem; border-left: 3px solid; }
.rules ins { border-color: var(--cheaper); background: var(--faint); }
.rules del { border-color: var(--dearer); color: var(--soft); }
.alarm { background: var(--alarm-back); border: 1px solid var(--alarm); border-radius: .6rem; padding: 1rem 1.1rem 1.1rem; }
.alarm h2 { color: var(--alarm); }
.alarm ul { padding-left: 1.2rem; }
.alarm .note { color: var(--ink); }
.alarm .scroll { margin-top: .6rem; }
footer { margin-top: 3.5rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .85rem; }
@media (max-width: 44rem) {
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table, tbody, caption { display: block; }
  tbody tr { display: grid; grid-template-columns: repeat(auto-fit, minmax(5.6rem, 1fr)); gap: .1rem .8rem; padding: .55rem .8rem; border-top: 1px solid var(--line); }
  tbody th, tbody td, tr.part th, tr.part td { border: 0; padding: 0; text-align: left; background: none; }
  tbody th { grid-column: 1 / -1; }
  tbody td { white-space: normal; overflow-wrap: anywhere; }
  td::before { content: attr(data-title); display: block; color: var(--soft); font-size: .75rem; font-weight: 400; }
  tr.sum { background: var(--faint); }
  tr.part { border: 0; padding: 0 .8rem .55rem 1.7rem; }
}
@media (max-width: 34rem) {
  main { padding: 1.8rem 1rem 3rem; }
  .figures { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .figures dd { font-size: 1.15rem; }
  svg text { font-size: 12px; }
}
@media print {
  main { max-width: none; padding: 0; }
  section, details, .figures > div, .rules > li { break-inside: avoid; }
  .scroll { overflow: visible; }
}
`;
