/** The families of the fonts that come along, in the order in which a character is looked for. */
const fonts = '("Noto Sans", "DejaVu Sans")';
const mono = '("DejaVu Sans Mono", "Noto Sans", "DejaVu Sans")';

/**
 * How a document looks as PDF: the sizes and distances of the Word styles (docx-styles.ts), in Typst. What is called in the
 * text of a document is defined here and takes its texts as strings, so that nothing that was typed is ever read as Typst.
 */
export const typstStyle = String.raw`
#set page(paper: "a4", margin: 25mm, numbering: "1", number-align: center)
#set text(font: ${fonts}, size: 9.5pt, hyphenate: false)
#set par(leading: 0.72em, spacing: 1.5em)
#set heading(outlined: true, bookmarked: true)
#show heading: set text(size: 9.5pt)
#show heading.where(level: 1): set text(size: 12.5pt)
#show heading.where(level: 2): set text(size: 11pt)
#show heading.where(level: 3): set text(size: 10pt)
#show heading: set block(above: 20pt, below: 12pt)
#show heading.where(level: 1): set block(above: 24pt, below: 16pt)
#show link: set text(fill: rgb("#0b4a8f"))
#show raw: set text(font: ${mono}, size: 1em)
#show raw.where(block: true): set par(leading: 0.6em)
#show quote: set text(style: "italic")
#set quote(block: true)
// Small digits of the font itself would be read as plain ones: 12,5 with note 6 as 12,56.
#set super(typographic: false, size: 0.6em, baseline: -0.28em)
#set footnote.entry(gap: 0.5em, indent: 0pt)
#show footnote.entry: set text(size: 8pt)
#show footnote.entry: set par(leading: 0.55em, spacing: 0.7em)
#set list(marker: ([•], [–], [▪]), indent: 0pt, body-indent: 0.7em, spacing: 1em)
#set enum(indent: 0pt, body-indent: 0.6em, spacing: 1em, number-align: start + top)

#let broken = sys.inputs.at("broken", default: "").split(" ")
#let all(..pieces) = [#pieces.pos().join()]
#let within(language, ..pieces) = {
  set text(lang: language)
  show raw: set text(lang: language)
  all(..pieces)
}
#let p(..runs) = par(all(..runs))
#let alone(..runs) = block(sticky: true, above: 1.5em, below: 1.1em, par(all(..runs)))
#let signs(..runs) = block(sticky: true, spacing: 1.5em, par(all(..runs)))
#let head(depth, ..runs) = heading(level: depth, all(..runs))
#let lead(body) = text(weight: "bold", body)
#let away(address, body) = link(address, underline(body))
#let gap(height) = v(height, weak: true)
#let part(..pieces) = { pagebreak(weak: true); all(..pieces) }
#let bar(fill, ..pieces) = block(fill: fill, stroke: (left: 3pt + rgb("#8a4b00")), inset: (x: 8pt, y: 6pt), width: 100%, all(..pieces))
#let open(..pieces) = bar(rgb("#fff3e0"), ..pieces)
#let notice(body) = bar(rgb("#ffe3b3"), strong(body))
// Within a block, or it would take the notes at the foot of its page for a part of it, which is not read aloud.
#let rule() = { gap(1.6em); block(pdf.artifact(line(length: 100%, stroke: 0.5pt + rgb("#767676")))); gap(1.6em) }
#let bullets(..items) = list(..items)
#let numbers(signs, ..items) = enum(numbering: n => signs.at(n - 1), ..items)
#let cited(..pieces) = quote(all(..pieces))
#let code(body) = raw(body, block: true)
#let grid-of(columns, scale, sides, heads, ..cells) = {
  set text(size: 8.5pt * scale, hyphenate: true)
  set par(leading: 0.6em)
  show table: set block(above: 12pt, below: 16pt)
  table(
    columns: columns,
    align: (x, y) => sides.at(x) + top,
    stroke: 0.5pt + rgb("#767676"),
    inset: (x: 5pt * scale, y: 4pt),
    table.header(..heads.map(title => table.cell(fill: rgb("#f0f0f0"), strong(title)))),
    ..cells.pos(),
  )
}
#let picture(path, words, width, fallback) = if path in broken { fallback } else { box(image(path, alt: words, width: width)) }
#let note(mark, name, ..pieces) = [#footnote(numbering: _ => mark, { h(0.3em); all(..pieces) })#label(name)]
// A bookmark would repeat the text of a note that stands in its heading.
#let aside(mark) = context mark
#let again(mark, name) = if name in late { to(mark, name) } else { footnote(label(name), numbering: _ => mark) }
#let to(mark, name) = super(link(label(name), mark))
#let entry(mark, name, ..pieces) = [#block(above: 0.7em, { set text(size: 8pt); set par(leading: 0.55em, spacing: 0.7em); all(mark, h(0.4em), ..pieces) })#label(name)]
#let small(..pieces) = { set text(size: 8pt); all(..pieces) }
`;
