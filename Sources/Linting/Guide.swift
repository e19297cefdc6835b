import Documents
import SourceText
import WorkingDays

/// A rule as it is written: one file that is the page a person reads, the rule, and the rule's tests.
///
/// The header says what to look for, the page says why, and its block quotations are examples: what one
/// under "Sent back" has in bold is found, exactly; in one under "Answerable" nothing is. Whether that
/// is true is for ``GuideCheck`` to say.
///
/// | key | what |
/// |---|---|
/// | `rule` | the id: small letters, digits and hyphens |
/// | `category`, `confidence`, `outlook` | see ``Category``, ``Confidence``, ``Outlook`` |
/// | `title` | the heading of its decisions in a report |
/// | `summary` | the message of its findings; `{match}` is the words found |
/// | `why` | why that comes back, in a sentence or two |
/// | `find` | patterns (see ``Pattern``), a list |
/// | `unless` | patterns that take away each finding they share a word with |
/// | `beside` | patterns of which one must stand in the same sentence, a list |
/// | `unless anywhere` | patterns that silence the rule for the whole text |
/// | `check` | the name of a coded check, in place of `find` or beside it |
/// | `scope` | what it reads: questions (without the key), context, title, fields, frame, all |
/// | `rewrite` | a list of `from` (a pattern), `to` (text; `<1>` is the first bracket of `from`) and `safety` |
/// | `write` | what to write instead, in words |
/// | `know` | what to keep in mind about the answer |
/// | `evidence` | a list of `authority`, `reference`, `date`, `outcome`, `source`, `note` |
public struct Guide: Sendable {
  public let source: Source
  public let rule: Rule
  /// The heading of the page.
  public let title: String
  /// Where the page begins, after the header.
  public let bodyStart: Int
  let examples: [Example]
  let places: Places

  /// Where things stand in the file, for what there is to say about them.
  struct Places: Sendable {
    var id = 0..<0
    var summary = 0..<0
    var check = 0..<0
    var find: [ByteRange] = []
    var unless: [ByteRange] = []
    var beside: [ByteRange] = []
    var unlessAnywhere: [ByteRange] = []
    var rewrites: [ByteRange] = []
  }

  /// Reads a guide.
  ///
  /// - Throws: everything that is wrong with the header, the page or the notes above its examples.
  public init(_ source: Source) throws(Diagnostics) {
    guard let header = try Header.read(source, schema: .guide) else {
      throw source.error(
        "this guide has no header", at: source.contentStart..<source.contentStart,
        remedy: "begin the file with \"---\" and \"rule: its-name\"")
    }
    var reader = GuideReader(source, header)
    rule = reader.readRule()
    let page = Markdown(source, in: header.bodyStart..<source.bytes.count)
    title = reader.readTitle(page)
    examples = reader.readExamples(page)
    places = reader.places
    guard reader.problems.isEmpty else { throw Diagnostics(reader.problems) }
    self.source = source
    bodyStart = header.bodyStart
  }
}

/// A quotation of a guide: the text of a request, and what is to be found in it.
struct Example: Sendable {
  let isSentBack: Bool
  let text: [UInt8]
  /// The words in bold, which the rule must find.
  let marks: [ByteRange]
  /// The id of the authority it is sent to, and the day it is read, where the quotation says so.
  let addressee: String?
  let today: Day?
  /// The quotation in the guide.
  let range: ByteRange
  private let quotation: MarkedText
  /// How long the note above it is.
  private let skipped: Int

  init(
    _ quotation: MarkedText, range: ByteRange, isSentBack: Bool, skipping note: Int,
    addressee: String?, today: Day?
  ) {
    self.isSentBack = isSentBack
    self.range = range
    self.quotation = quotation
    self.addressee = addressee
    self.today = today
    skipped = note
    text = Array(quotation.text[note...])
    var marks: [ByteRange] = []
    for mark in quotation.marks where mark.lowerBound >= note {
      marks.append(mark.lowerBound - note..<mark.upperBound - note)
    }
    self.marks = marks
  }

  /// Where words of the example stand in the guide.
  func place(of range: ByteRange) -> ByteRange {
    let start = quotation.sourceOffset(of: range.lowerBound + skipped)
    guard !range.isEmpty else { return start..<start }
    return start..<quotation.sourceOffset(of: range.upperBound - 1 + skipped) + 1
  }
}

extension HeaderSchema {
  static let guide = HeaderSchema([
    Key("rule"), Key("title"), Key("category"), Key("confidence"), Key("outlook"),
    Key("summary"), Key("why"), Key("find", .list), Key("unless", .list), Key("beside", .list),
    Key("unless anywhere", .list), Key("check"), Key("scope", .list),
    Key("rewrite", .records(["from", "to", "safety"])), Key("write"), Key("know"),
    Key(
      "evidence", .records(["authority", "reference", "date", "outcome", "source", "note"])),
  ])
}
