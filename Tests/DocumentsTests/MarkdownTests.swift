import Documents
import SourceText
import Testing

@Suite struct MarkdownTests {
  private func dump(_ text: String) -> String {
    dump(Markdown(Source(name: "a.md", text: text)).blocks)
  }

  private func dump(_ blocks: [Markdown.Block]) -> String {
    blocks.map { block in
      switch block.kind {
      case .heading(let level, let text): "h\(level)(\(dump(text)))"
      case .paragraph(let text): "p(\(dump(text)))"
      case .list(let list):
        (list.start.map { "ol\($0)" } ?? "ul") + "(" + list.items.map { "[\(dump($0))]" }.joined()
          + ")"
      case .quote(let quote): "quote(\(dump(quote.blocks)))"
      case .code(let language, let text): "code(\(language)|\(text))"
      case .comment(let text): "comment(\(text))"
      case .thematicBreak: "hr"
      }
    }.joined(separator: " ")
  }

  private func dump(_ inlines: [Markdown.Inline]) -> String {
    inlines.map { inline in
      switch inline.kind {
      case .text(let text): text
      case .emphasis(let inner): "em{\(dump(inner))}"
      case .strong(let inner): "strong{\(dump(inner))}"
      case .code(let code): "code{\(code)}"
      case .link(let inner, let destination): "link{\(dump(inner))|\(destination)}"
      case .lineBreak: "br"
      }
    }.joined()
  }

  @Test(arguments: [
    ("# Say which\ntext", "h1(Say which) p(text)"), ("###### x ##", "h6(x)"), ("#", "h1()"),
    ("####### x", "p(####### x)"), ("#MeToo", "p(#MeToo)"), ("## C#", "h2(C#)"),
    ("a\nb\n\nc", "p(a b) p(c)"), ("a\r\nb\r\rc", "p(a b) p(c)"), ("a\n---\nb", "p(a) hr p(b)"),
    ("* * *", "hr"), ("", ""), ("\n \n", ""),
  ])
  func readsHeadingsAndParagraphs(text: String, tree: String) { #expect(dump(text) == tree) }

  @Test(arguments: [
    ("- a\n- b", "ul([p(a)][p(b)])"), ("• a\n– b\n* c", "ul([p(a)][p(b)][p(c)])"),
    ("3. a\n4) b", "ol3([p(a)][p(b)])"), ("- a\n\n- b\n\nc", "ul([p(a)][p(b)]) p(c)"),
    ("- a\n  b\nc", "ul([p(a b c)])"), ("- a\n\n  b", "ul([p(a) p(b)])"),
    ("1. a\n   - b\n   - c\n2. d", "ol1([p(a) ul([p(b)][p(c)])][p(d)])"),
    ("1. a\n- b", "ol1([p(a)]) ul([p(b)])"), ("-a", "p(-a)"), ("a\n- b", "p(a) ul([p(b)])"),
    ("in 2019 and\n2020. Also", "p(in 2019 and 2020. Also)"), ("-\n- b", "ul([][p(b)])"),
    ("1234567890. a", "p(1234567890. a)"),
  ])
  func readsLists(text: String, tree: String) { #expect(dump(text) == tree) }

  @Test(arguments: [
    ("> a\n> b\n\n> c", "quote(p(a b)) quote(p(c))"), (">a\n>\n> b", "quote(p(a) p(b))"),
    ("> a\nb", "quote(p(a)) p(b)"), ("a\n> b", "p(a) quote(p(b))"),
    ("> > a", "quote(quote(p(a)))"), ("> - a", "quote(ul([p(a)]))"),
  ])
  func readsEachRunOfQuotedLinesAsOneQuotation(text: String, tree: String) {
    #expect(dump(text) == tree)
  }

  @Test(arguments: [
    ("```swift\na\n  b\n```\nc", "code(swift|a\n  b\n) p(c)"), ("~~~\n```\n~~~", "code(|```\n)"),
    ("```\na", "code(|a\n)"), ("``` a ` b", "p(``` a ` b)"),
    ("- a\n  ```\n  b\n  ```", "ul([p(a) code(|b\n)])"),
    ("<!-- allow x: y -->\na", "comment(allow x: y) p(a)"), ("<!-- a\nb -->", "comment(a\nb)"),
    ("<!-- a", "comment(a)"), ("<5 crimes", "p(<5 crimes)"),
  ])
  func readsCodeAndComments(text: String, tree: String) { #expect(dump(text) == tree) }

  @Test(arguments: [
    ("a **b** *c* `d`", "a strong{b} em{c} code{d}"), ("**a *b***", "strong{a em{b}}"),
    ("*a **b***", "em{a strong{b}}"), ("***a***", "strong{em{a}}"),
    ("**a *b** c", "strong{a *b} c"),
    ("2 * 3 * 4", "2 * 3 * 4"), ("arrest* or crime*", "arrest* or crime*"), ("**a", "**a"),
    ("a_b_c", "a_b_c"), ("\\*a\\*", "*a*"), ("C:\\new", "C:\\new"), ("a\\\nb", "abrb"),
    ("``a ` b``", "code{a ` b}"), ("`a", "`a"), ("`*a*`", "code{*a*}"), ("a ****", "a ****"),
    ("[a *b*](https://x.uk/(y))", "link{a em{b}|https://x.uk/(y)}"), ("[a](b c)", "[a](b c)"),
    ("[insert number]", "[insert number]"), ("[a [b](c)](d)", "[a link{b|c}](d)"),
    ("<https://x.uk/>", "link{https://x.uk/|https://x.uk/}"), ("a <number> b", "a <number> b"),
    ("<a@b.uk>", "link{a@b.uk|a@b.uk}"), ("*a [b* c](d)", "em{a [b} c](d)"),
    ("é **😀** ß", "é strong{😀} ß"),
  ])
  func readsRunningText(text: String, tree: String) { #expect(dump(text) == "p(\(tree))") }

  @Test func everythingKnowsItsPlaceInTheFile() throws {
    let source = Source(name: "a.md", text: "# x\n\n> - one\n>   **two\n>   three** four\n\nend\n")
    let page = Markdown(source)
    #expect(
      page.blocks.map { source[$0.range] } == [
        "# x", "> - one\n>   **two\n>   three** four", "end",
      ])
    guard case .quote(let quote) = page.blocks[1].kind, case .list(let list) = quote.blocks[0].kind,
      case .paragraph(let text) = list.items[0][0].kind
    else {
      Issue.record("no paragraph in a list in a quotation")
      return
    }
    #expect(text.map { source[$0.range] } == ["one\n", "**two\n>   three**", " four"])
  }

  @Test func findsTheSectionUnderAHeading() {
    let page = Markdown(
      Source(name: "a.md", text: "# A\n## Sent back\n> x\n### More\ny\n## Answerable\n> z\n"))
    #expect(page.section("sent BACK").map(dump) == "quote(p(x)) h3(More) p(y)")
    #expect(page.section("Answerable").map(dump) == "quote(p(z))")
    #expect(page.section("Nowhere") == nil)
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "[", "]", "*", "**a ", "`", "`` ` ", "<a", "[a](", "[a](b", "> ", "- ", "\\", "*a **b ",
      "<!--",
      "[*", "1. ", ">- ", "```\n", "*[a](b) ", "![", "a\n>", "- a\n\n", "[a](b()", "](",
    ])
  func hostileTextEnds(piece: String) {
    let text = String(repeating: piece, count: 100_000 / piece.utf8.count)
    let page = Markdown(Source(name: "a.md", text: text))
    #expect(!page.blocks.isEmpty)
    _ = page.plainText(width: 80)
  }
}

@Suite struct MarkedTextTests {
  private func marked(_ text: String) throws -> (Source, MarkedText) {
    let source = Source(name: "a.md", text: text)
    let blocks = Markdown(source).blocks
    guard case .quote(let quote)? = blocks.first?.kind else { throw Diagnostics("no quotation") }
    return (source, MarkedText(quote, in: source))
  }

  @Test func holdsTheWordsAndThePlacesInBold() throws {
    let (source, example) = try marked(
      "> Overtime **in\n> connection with** it,\n>\n> **relating to** 2*3 [x].\n")
    #expect(
      String(decoding: example.text, as: UTF8.self)
        == "Overtime in\nconnection with it,\n\nrelating to 2*3 [x].")
    let marks = example.marks.map { String(decoding: example.text[$0], as: UTF8.self) }
    #expect(marks == ["in\nconnection with", "relating to"])
    for offset in example.text.indices where example.text[offset] != .newline {
      #expect(source.bytes[example.sourceOffset(of: offset)] == example.text[offset])
    }
  }

  @Test(arguments: ["a ** b ** c", "a **b", "**", "a b** c", "** a**"])
  func starsWithoutAPartnerAreText(text: String) throws {
    let (_, example) = try marked("> \(text)\n")
    #expect(String(decoding: example.text, as: UTF8.self) == text)
    #expect(example.marks == [])
  }
}
