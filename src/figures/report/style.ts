/**
 * The one style sheet of a report: dark on white on screen as on paper, nothing smaller than 12 px, shape and hatching beside
 * colour. On paper: page numbers, headings with what follows them, heads of tables repeated, rows and pictures whole.
 */
export const STYLE = `
:root { --defence: #0b5fa5; --through: #8e0f45; --context: #5b6878; --text: #111820; --surface: #f5f7fa; --line: #d3dae3; }
* { box-sizing: border-box; }
html { font: 15px/22px system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif; color: var(--text); background: #fff; -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; padding: 24px 24px 48px; max-width: 1120px; overflow-wrap: break-word; }
a { color: var(--defence); }
h1, h2, h3, h4, p, ol, ul, dl, table, figure, pre { margin: 0; }
h1 { font-size: 30px; line-height: 38px; font-weight: 600; max-width: 32em; text-wrap: pretty; }
h2 { font-size: 22px; line-height: 30px; padding-bottom: 4px; border-bottom: 2px solid var(--text); }
h3 { font-size: 17px; line-height: 24px; margin-bottom: 8px; }
h3 ~ h3, .block h4 { font-size: 15px; line-height: 22px; margin-top: 16px; }
p + p, p + ul, p + ol, p + table, p + .wide, p + .pair, .pair + p, table + p, .wide + p, ul + p, table + table, .wide + .wide, dl + p, p + dl, table + .wide { margin-top: 8px; }
ul, ol { padding-left: 20px; }
li + li { margin-top: 4px; }
.skip { position: absolute; left: -999px; top: 8px; padding: 8px 12px; background: #fff; }
.skip:focus { left: 8px; outline: 2px solid var(--defence); z-index: 1; }
:focus-visible { outline: 2px solid var(--defence); outline-offset: 2px; }
main:focus { outline: none; }
.kicker { color: var(--context); margin-bottom: 8px; }
.identity { display: flex; flex-wrap: wrap; gap: 8px 24px; margin-top: 16px; padding: 8px 0; border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); font-size: 13px; line-height: 18px; }
.identity dt { color: var(--context); }
dd { margin: 0; }
.identity dd, code, pre, .hash { font-family: ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace; font-size: 13px; }
code { overflow-wrap: break-word; }
.commands code, .hash { overflow-wrap: anywhere; }
tbody th { min-width: 9em; }
td code, th code { color: var(--context); font-size: 12px; font-weight: 400; display: block; }
pre { padding: 12px; background: var(--surface); border: 1px solid var(--line); white-space: pre-wrap; overflow-wrap: anywhere; }
.part { margin-top: 40px; }
.block { margin-top: 24px; }
.columns { columns: 2; column-gap: 40px; }
.columns .block { break-inside: avoid; margin-top: 0; padding-top: 24px; }
.note, .term { color: var(--context); font-size: 13px; line-height: 18px; }
.pair + .note { margin-top: 8px; }
.contents { columns: 2; column-gap: 40px; margin-top: 16px; font-size: 14px; }
.contents li { break-inside: avoid; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: var(--context); font-size: 13px; line-height: 18px; padding-bottom: 4px; }
th, td { text-align: left; vertical-align: top; padding: 4px 12px 4px 0; border-bottom: 1px solid var(--line); font-weight: 400; }
th:last-child, td:last-child { padding-right: 0; }
thead th { font-weight: 600; vertical-align: bottom; border-bottom-color: var(--context); }
.small { font-size: 13px; line-height: 18px; }
.number { text-align: right; }
td.number { white-space: nowrap; }
.wide { overflow-x: auto; }
.pair { display: grid; grid-template-columns: minmax(0, 620px) minmax(0, 1fr); gap: 16px 32px; align-items: start; }
figure svg { max-width: 100%; height: auto; display: block; }
figure text { white-space: pre; }
.for-narrow { display: none; }
.marks { display: flex; flex-wrap: wrap; gap: 4px; margin-bottom: 8px; }
.mark { width: 28px; height: 28px; flex: none; }
.many .mark { width: 14px; height: 14px; }
.many { gap: 2px; }
.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 4px 20px; margin-top: 8px; font-size: 13px; }
.legend li { display: flex; align-items: center; gap: 6px; margin: 0; }
.legend .mark { width: 18px; height: 18px; }
.band { width: 100%; height: 20px; display: block; }
.bands th, .bands td { vertical-align: middle; }
.bands thead th { font-weight: 400; font-size: 12px; color: var(--context); border-bottom: 0; padding-bottom: 0; }
.bands td:nth-child(2) { width: 45%; }
.ends { display: flex; justify-content: space-between; }
.bar { display: inline-block; height: 12px; min-width: 2px; background: var(--context); vertical-align: middle; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.bar.through { background: repeating-linear-gradient(45deg, var(--through) 0 3px, #fff 3px 6px); border: 1px solid var(--through); }
td:has(> .bar) { width: 45%; }
.wide td:has(> .bar) { width: 26%; }
.pairs div { display: grid; grid-template-columns: 240px 1fr; gap: 0 16px; padding: 4px 0; border-bottom: 1px solid var(--line); }
.pairs dt { color: var(--context); }
.instruments dt { font-weight: 600; margin-top: 8px; }
.instruments ul { font-size: 13px; line-height: 18px; }
.commands { margin-top: 4px; }
.commands div { margin-top: 8px; }
.commands dt { color: var(--context); font-size: 13px; }
.works li { margin-top: 8px; }
.works .note { display: inline; }
.places { list-style: none; padding-left: 0; font-size: 13px; line-height: 18px; }
.places li { margin-top: 2px; padding-left: 28px; text-indent: -28px; }
.letter { display: inline-block; width: 28px; text-indent: 0; color: var(--context); }
.address { overflow-wrap: anywhere; color: var(--context); font-size: 12px; display: none; }
.verdict { white-space: nowrap; }
footer { margin-top: 48px; padding-top: 8px; border-top: 1px solid var(--line); color: var(--context); font-size: 13px; }
@media screen and (max-width: 900px) {
  .columns { columns: 1; }
  .pair { grid-template-columns: minmax(0, 1fr); }
}
@media screen and (max-width: 640px) {
  body { padding: 16px 16px 32px; }
  h1 { font-size: 24px; line-height: 31px; }
  .contents { columns: 1; }
  .pairs div { grid-template-columns: 1fr; }
  .for-wide { display: none; }
  .for-narrow { display: block; }
}
@page { size: A4; margin: 16mm 16mm 18mm; @bottom-right { content: counter(page) ' of ' counter(pages); font: 9pt system-ui, sans-serif; color: #444; } @bottom-left { content: 'Cupola report'; font: 9pt system-ui, sans-serif; color: #444; } }
@media print {
  html { font-size: 10pt; line-height: 14pt; }
  body { padding: 0; max-width: none; }
  .skip { display: none; }
  h1 { font-size: 16pt; line-height: 20pt; }
  h2 { font-size: 15pt; line-height: 20pt; }
  h3 { font-size: 12pt; line-height: 16pt; }
  h1, h2, h3, h4, caption { break-after: avoid; }
  .part { margin-top: 0; break-before: page; }
  .part.lay { break-before: auto; margin-top: 8pt; }
  .block { margin-top: 12pt; }
  .columns { column-gap: 18pt; }
  .columns .block { padding-top: 7pt; margin-top: 0; }
  .lay { font-size: 8.5pt; line-height: 11.5pt; }
  .lay h3 { font-size: 10.5pt; line-height: 14pt; margin-bottom: 2pt; }
  .lay p + p, .lay table + p { margin-top: 3pt; }
  .lay li + li { margin-top: 1pt; }
  .lay .mark { width: 18px; height: 18px; }
  .lay .legend, .lay .legend li { font-size: 8pt; }
  .kicker { font-size: 9pt; margin-bottom: 2pt; }
  .identity { margin-top: 6pt; padding: 4pt 0; gap: 3pt 12pt; }
  .pair { display: block; }
  .pair figure { margin-bottom: 8pt; max-width: 150mm; }
  .short, figure, tr, li, .pairs div, .legend, .marks, .commands div { break-inside: avoid; }
  thead { display: table-header-group; break-after: avoid; }
  tbody tr:first-child, tbody tr:nth-child(2), tbody tr:nth-last-child(2), tbody tr:nth-last-child(3) { break-after: avoid; }
  p { orphans: 3; widows: 3; }
  .small, .note, caption, code, pre, .identity, .identity dd { font-size: 8.5pt; line-height: 11.5pt; }
  td code, th code { font-size: 7.5pt; }
  .wide { overflow: visible; }
  a { color: inherit; }
  .address { display: inline; font-size: 8pt; }
  pre { white-space: pre-wrap; }
  svg, .bar { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
