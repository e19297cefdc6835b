import Requests
import SourceText
import Templating

/// The letters, the requests to start from and the partials, built in and the user's own.
public struct TemplateLibrary: Sendable {
  /// A file of a template folder: its path in it (`letters/new-request.md`) and its text.
  public struct File: Sendable {
    public let path: String
    public let source: Source

    public init(path: String, source: Source) {
      self.path = path
      self.source = source
    }

    /// The name without folder and ending: `new-request`.
    public var id: String {
      let name = path.split(separator: "/").last ?? ""
      return String(name.split(separator: ".").first ?? "")
    }

    fileprivate var folder: String { String(path.split(separator: "/").first ?? "") }
  }

  /// Letter templates by their id, in the order of their paths.
  public let letters: [File]
  /// Question lists to start from.
  public let starters: [File]
  public let partials: Partials

  /// - Parameter files: a later file replaces an earlier one of the same folder and name.
  /// - Throws: everything that is wrong with a partial.
  public init(_ files: [File]) throws(Diagnostics) {
    var letters: [File] = []
    var starters: [File] = []
    var partials = Partials()
    var problems: [Diagnostic] = []
    for file in files {
      switch file.folder {
      case "letters": letters.put(file)
      case "requests": starters.put(file)
      case "partials":
        do throws(Diagnostics) {
          partials.add(try Template(file.source), as: file.id)
        } catch {
          problems += error.all
        }
      default: break
      }
    }
    guard problems.isEmpty else { throw Diagnostics(problems) }
    self.letters = letters
    self.starters = starters
    self.partials = partials
  }

  /// The letter template with an id.
  ///
  /// - Throws: when there is none, with the nearest there is; or what is wrong with it.
  public func letter(_ id: String) throws(Diagnostics) -> LetterTemplate {
    for file in letters where file.id == id {
      return try LetterTemplate(file.source, partials: partials)
    }
    let ids = letters.map { $0.id }
    throw Diagnostics(
      "no letter template is called \"\(id)\"",
      remedy: didYouMean(id, among: ids) ?? "there are \(ids.joined(separator: ", "))")
  }

  /// The letter template for a purpose under a law: one for that law alone goes before one for any.
  ///
  /// - Throws: when there is none, or what is wrong with one of them.
  public func letter(for purpose: String, under regime: Regime) throws(Diagnostics)
    -> LetterTemplate
  {
    var forAny: LetterTemplate?
    for file in letters {
      let template = try LetterTemplate(file.source, partials: partials)
      guard template.purpose == purpose else { continue }
      if template.regime == regime { return template }
      if template.regime == nil, forAny == nil { forAny = template }
    }
    guard let forAny else {
      throw Diagnostics(
        "no letter template is for \(purpose)", remedy: "foi templates list shows which there are")
    }
    return forAny
  }
}

extension Array<TemplateLibrary.File> {
  fileprivate mutating func put(_ file: Element) {
    if let i = firstIndex(where: { $0.id == file.id }) { self[i] = file } else { append(file) }
  }
}
