import SourceText

/// A page in the part of Markdown that guides are written in, as a tree of blocks with their places.
///
/// Every text is some page: nothing is an error, what is no syntax is text. Left out on purpose are
/// setext headings, indented code, tables, HTML but for comments, and `_`, which file names hold.
public struct Markdown: Sendable, Hashable {
  public let blocks: [Block]

  /// Reads a range of a text, by default the whole of it, in linear time.
  public init(_ source: Source, in range: ByteRange? = nil) {
    let lines = source.lines(in: range ?? source.content)
    blocks = BlockReader(bytes: source.bytes, lines: lines, depth: 0).read()
  }

  public struct Block: Sendable, Hashable {
    public let kind: Kind
    /// From the first byte of the block's marks to the end of its last line, line break left out.
    public let range: ByteRange

    public indirect enum Kind: Sendable, Hashable {
      /// `# …` to `###### …`, level 1 to 6.
      case heading(level: Int, [Inline])
      case paragraph([Inline])
      case list(List)
      case quote(Quote)
      /// Lines between ``` or ~~~, and what stands behind the opening marks.
      case code(language: String, text: String)
      /// `<!-- … -->`, the text without its marks.
      case comment(String)
      /// `---`, `***` or `___`.
      case thematicBreak
    }
  }

  /// Items with bullets (`-`, `*`, `•`, `–`) or numbers (`1.`, `1)`).
  public struct List: Sendable, Hashable {
    /// The number of the first item; nil when the items have bullets.
    public let start: Int?
    public let items: [[Block]]
  }

  /// One run of `>` lines, however many paragraphs are in it.
  public struct Quote: Sendable, Hashable {
    public let blocks: [Block]
    /// Where each line stands, without its `>` and one blank.
    public let lines: [ByteRange]
  }

  /// A stretch of running text.
  public struct Inline: Sendable, Hashable {
    public let kind: Kind
    /// With its marks.
    public let range: ByteRange

    public indirect enum Kind: Sendable, Hashable {
      /// Text without its backslashes; the line breaks in it are blanks.
      case text(String)
      case emphasis([Inline])
      case strong([Inline])
      case code(String)
      /// `[text](destination)`, or `<destination>` with itself as text.
      case link([Inline], destination: String)
      /// A backslash at the end of a line.
      case lineBreak
    }
  }
}

extension Markdown {
  /// The blocks under the heading with a title, up to the next heading that is not below it.
  ///
  /// - Returns: nil when no heading has the title; capitals and small letters are alike.
  public func section(_ title: String) -> [Block]? {
    var found: (level: Int, blocks: [Block])?
    for block in blocks {
      if case .heading(let level, let text) = block.kind {
        if let found, level <= found.level { return found.blocks }
        if found == nil, text.plain.lowercased() == title.lowercased() {
          found = (level, [])
          continue
        }
      }
      found?.blocks.append(block)
    }
    return found?.blocks
  }
}

extension Array<Markdown.Inline> {
  /// The words alone, without any marks.
  public var plain: String {
    var text = ""
    for inline in self {
      switch inline.kind {
      case .text(let words), .code(let words): text += words
      case .emphasis(let inner), .strong(let inner), .link(let inner, _): text += inner.plain
      case .lineBreak: text += "\n"
      }
    }
    return text
  }
}

extension Source {
  /// The lines of a range, without their line breaks.
  func lines(in range: ByteRange) -> [ByteRange] {
    var lines: [ByteRange] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      lines.append(offset..<min(bytes.lineEnd(from: offset), range.upperBound))
      offset = bytes.nextLine(after: offset)
    }
    return lines
  }
}
