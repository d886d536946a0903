/** How a document looks as HTML, on a screen and on paper. */
export const style = `:root { color-scheme: light; --paper: #fff; --ink: #1b1b1b; --link: #0b4a8f; --rule: #767676; --shade: #f0f0f0; --target: #fff3bf; --open: #8a4b00; --open-shade: #fff3e0; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 'Segoe UI', 'Helvetica Neue', Arial, sans-serif; }
main { max-width: 42rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6 { line-height: 1.3; margin: 2em 0 .6em; }
h1 { font-size: 1.5rem; }
h2 { font-size: 1.25rem; }
h3 { font-size: 1.1rem; }
h4, h5, h6 { font-size: 1rem; }
p, ul, ol, blockquote, pre, .table { margin: 0 0 1em; }
ul { padding-left: 1.5em; }
ol { padding: 0; list-style: none; }
ol > li { padding-left: 2em; }
ol > li > .marker { float: left; min-width: 1.7em; margin-left: -2em; padding-right: .3em; }
blockquote { margin-left: 1.5em; padding-left: 1em; border-left: 3px solid var(--rule); }
pre { white-space: pre-wrap; }
code { font-family: Consolas, 'Liberation Mono', monospace; font-size: .95em; }
hr { border: 0; border-top: 1px solid var(--rule); margin: 2em 0; }
a { color: var(--link); }
sup { line-height: 0; font-size: .75em; }
sup a { padding: 0 .1em; text-decoration: none; }
a:focus-visible, .table:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
:target { background: var(--target); }
img { max-width: 100%; height: auto; }
.lead { font-weight: 600; }
.question { margin-top: 2em; }
.question p:last-child, .answer p:last-child { margin-bottom: 1em; }
.table { overflow-x: auto; }
table { border-collapse: collapse; }
th, td { border: 1px solid var(--rule); padding: .35em .7em; text-align: left; vertical-align: top; }
th { background: var(--shade); }
.right { text-align: right; }
.center { text-align: center; }
.notice, .answer.placeholder > p:first-child { border-left: 6px solid var(--open); background: var(--open-shade); padding: .4em .8em; }
.notice { font-weight: 600; }
.part { margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--rule); }
.notes { margin-top: 3rem; font-size: .9375rem; }
.notes p { margin-bottom: .5em; }
.back { padding: 0 .25em; }
@page { size: A4; margin: 25mm 25mm 20mm; }
@media print {
  body { font: 10.5pt/1.45 Arial, sans-serif; color: #000; }
  main { max-width: none; padding: 0; }
  a { color: inherit; text-decoration: none; }
  .back { display: none; }
  .part { break-before: page; border: 0; margin: 0; padding: 0; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; }
  p { orphans: 3; widows: 3; }
  table, pre, img { break-inside: avoid; }
  thead { display: table-header-group; }
  .table { overflow: visible; }
  .notes { font-size: 8.5pt; }
}
`;
