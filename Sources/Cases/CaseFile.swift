import Documents
import Requests
import SourceText
import WorkingDays

/// The file that holds a case together: `case.md`, which people read, correct and keep in Git.
///
/// A header names the case and lists its letters, each with its day, what it is and the file it stands in. What
/// follows the header is the applicant's own, for notes.
public struct CaseFile: Sendable, Hashable {
  /// One letter: `5 January 2021, received clarification: 3-clarification.txt`.
  public struct Entry: Sendable, Hashable {
    public let day: Day
    public let kind: LetterKind
    /// In the case's folder.
    public let file: String

    public init(_ day: Day, _ kind: LetterKind, _ file: String) {
      self.day = day
      self.kind = kind
      self.file = file
    }

    var line: String { "\(day.text), \(kind.text): \(file)" }
  }

  public var title: String
  public var applicant: String
  /// The authority's id or name.
  public var authority: String
  public var reference: String?
  /// Why, or when, nothing more is to be done; nil while the case is open.
  public var closed: String?
  /// In the order of their days; letters of one day stay in the order they were added.
  public private(set) var letters: [Entry] = []
  /// What stands below the header.
  public var notes = ""

  public init(title: String, applicant: String, authority: String, reference: String? = nil) {
    self.title = title
    self.applicant = applicant
    self.authority = authority
    self.reference = reference
  }

  public mutating func add(_ entry: Entry) {
    let place = letters.lastIndex { $0.day <= entry.day }.map { $0 + 1 } ?? 0
    letters.insert(entry, at: place)
  }

  /// A name for a letter's file that says what it is and that no letter has yet: `3-clarification.txt`.
  public func fileName(for kind: LetterKind, ending: String) -> String {
    var words = ""
    for character in kind.text.drop(while: { $0 != " " }).dropFirst() {
      words.append(character == " " ? "-" : character)
    }
    var number = letters.count + 1
    while letters.contains(where: { $0.file.hasPrefix("\(number)-") }) { number += 1 }
    return "\(number)-\(words).\(ending)"
  }
}

extension CaseFile {
  /// The file as it is written.
  public var text: String {
    var lines = [
      "Title: \(Header.written(title))", "From: \(Header.written(applicant))",
      "To: \(Header.written(authority))",
    ]
    if let reference { lines.append("Reference: \(Header.written(reference))") }
    if let closed { lines.append("Closed: \(Header.written(closed))") }
    if !letters.isEmpty { lines.append("Letters:") }
    for entry in letters { lines.append("- \(Header.written(entry.line))") }
    return lines.joined(separator: "\n") + "\n" + (notes.isEmpty ? "" : "\n\(notes)")
  }

  /// Reads the file.
  ///
  /// - Throws: everything that is wrong with it.
  public init(_ source: Source) throws(Diagnostics) {
    guard let header = try Header.read(source, schema: .caseFile) else {
      throw source.error(
        "this is no case", at: source.contentStart..<source.contentStart,
        remedy: "a case begins with Title:, From:, To: and Letters:; foi case new writes one")
    }
    func required(_ name: String) throws(Diagnostics) -> String {
      guard let value = header[name]?.value, !value.isEmpty else {
        throw source.error(
          "the case has no \"\(name)\"", at: header.range.lowerBound..<header.range.lowerBound,
          remedy: "add a line at its head: \(name): …")
      }
      return value
    }
    title = try required("title")
    applicant = try required("from")
    authority = try required("to")
    reference = header["reference"]?.value
    closed = header["closed"].map { $0.value.isEmpty ? "yes" : $0.value }
    var problems: [Diagnostic] = []
    for item in header["letters"]?.items ?? [] {
      do throws(Diagnostics) {
        add(try Entry(item, in: source))
      } catch {
        problems += error.all
      }
    }
    guard problems.isEmpty else { throw Diagnostics(problems) }
    var start = min(header.bodyStart, source.bytes.count)
    while source.bytes[at: start]?.isLineBreak == true { start += 1 }
    notes = source[start..<source.bytes.count]
  }
}

extension HeaderSchema {
  fileprivate static let caseFile = HeaderSchema([
    Key("title", synonyms: ["subject"]), Key("from", synonyms: ["name"]), Key("to"),
    Key("reference", synonyms: ["ref"]), Key("closed"), Key("letters", .list),
  ])
}

extension CaseFile.Entry {
  /// The form, for messages.
  private static let form = "write it as 5 January 2021, received clarification: FILE"

  fileprivate init(_ item: Header.Item, in source: Source) throws(Diagnostics) {
    let text = Array(item.text.utf8)
    guard let comma = text.firstIndex(of: UInt8(ascii: ",")),
      let colon = text[comma...].firstIndex(of: UInt8(ascii: ":"))
    else {
      throw source.error("this is no letter of a case", at: item.range, remedy: Self.form)
    }
    func piece(_ range: ByteRange) -> String {
      String(decoding: text[text.trimmed(range)], as: UTF8.self)
    }
    let (words, file) = (piece(comma + 1..<colon), piece(colon + 1..<text.count))
    do throws(Diagnostics) {
      day = try Day.read(piece(0..<comma))
    } catch {
      let first = error.all[0]
      throw source.error(first.message, at: item.range, remedy: first.remedy ?? Self.form)
    }
    guard let kind = LetterKind(words) else {
      let sender: Sender = words.hasPrefix("sent") ? .applicant : .authority
      let names = LetterKind.names(of: sender).joined(separator: ", ")
      throw source.error(
        "\"\(words)\" is no kind of letter", at: item.range,
        remedy: sender == .applicant ? "sent: \(names)" : "received: \(names)")
    }
    guard !file.isEmpty, !file.hasPrefix("/"), !file.split(separator: "/").contains("..") else {
      throw source.error(
        "a letter's file stands in the case's own folder", at: item.range, remedy: Self.form)
    }
    self.kind = kind
    self.file = file
  }
}
