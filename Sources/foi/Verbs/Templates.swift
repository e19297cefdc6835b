import Answerable
import CommandLineKit

extension Program {
  private enum Options {
    static let data = Option<String?>.value(
      "data", "FILE", kind: .file, help: "The data to fill it from, as JSON.")
    static let partials = Option<String?>.value(
      "partials", "FOLDER", kind: .folder, help: "Take partials from this folder.")
    static let lenient = Option<Bool>.flag(
      "lenient", help: "Let unknown names be empty, as the Mustache specification has it.")
    static let escape = Option<String?>.value(
      "escape", "HOW", allowed: ["html", "text"],
      help: "Escape values for HTML, or leave them as they are.")
    static let out = Option<String?>.value(
      "out", short: "o", "FILE", kind: .file, help: "Write to this file.")
    static let force = Option<Bool>.flag("force", help: "Overwrite a file that is there.")
  }

  static let templates = Verb(
    command: Command(
      "templates",
      summary: "Lists letter templates and request starters, and helps to write one.",
      subcommands: [
        Command("list", summary: "Lists the letters and the requests to start from."),
        Command(
          "copy", summary: "Copies a template into your own Templates folder, to change it.",
          arguments: [
            .init("ID", kind: .template, help: "A letter, a request starter or a partial.")
          ],
          options: [Options.out.entry, Options.force.entry]),
        Command(
          "check", summary: "Says everything that is wrong with a template.",
          arguments: [.init("FILE", kind: .file, help: "The template.")],
          options: [Options.partials.entry]),
        Command(
          "needs", summary: "Shows which names a template fills in, as a tree.",
          arguments: [.init("FILE", kind: .file, help: "The template.")],
          options: [Options.partials.entry]),
        Command(
          "render", summary: "Fills a template in from a JSON file.",
          arguments: [.init("FILE", kind: .file, help: "The template.")],
          options: [
            Options.data.entry, Options.lenient.entry, Options.escape.entry,
            Options.partials.entry, Options.out.entry, Options.force.entry,
          ]),
      ]),
    run: { invocation, shell throws(Diagnostics) in
      switch invocation.verbs.last {
      case "list": shell.print(try Templates.list())
      case "copy":
        let (path, text) = try Templates.file(invocation.arguments[0])
        let target = invocation[Options.out] ?? path
        if invocation[Options.out] == nil {
          try Files.makeFolder(path.split(separator: "/").dropLast().joined(separator: "/"))
        }
        try Files.write(Array(text.utf8), to: target, replacing: invocation[Options.force])
        shell.note("Written: \(target)")
      case "check":
        _ = try Templates.linked(invocation, invocation[Options.partials])
        shell.note("Nothing is wrong with \(invocation.arguments[0]).")
      case "needs":
        let linked = try Templates.linked(invocation, invocation[Options.partials])
        shell.print(linked.requirements.description)
      case "render":
        let linked = try Templates.linked(
          invocation, invocation[Options.partials], lenient: invocation[Options.lenient])
        guard let file = invocation[Options.data] else {
          throw Diagnostics("render needs data", remedy: "add --data FILE.json")
        }
        let data = Value(try JSON.read(Files.source(file)))
        let escaping: RenderOptions.Escaping = invocation[Options.escape] == "html" ? .html : .none
        let text = try linked.render(data, RenderOptions(escaping: escaping))
        if let out = invocation[Options.out] {
          try Files.write(text, to: out, replacing: invocation[Options.force])
        } else {
          shell.print(text)
        }
      default:
        shell.print(invocation.command.help(below: invocation.path.dropLast(), width: shell.width))
      }
      return 0
    })
}

/// The templates that come with the program and those of the folder `Templates` here.
enum Templates {
  static func library() throws(Diagnostics) -> TemplateLibrary {
    try TemplateLibrary(BuiltIn.templateFiles() + ownFiles("Templates"))
  }

  static func list() throws(Diagnostics) -> String {
    let library = try library()
    var letters: [[String]] = []
    for file in library.letters {
      letters.append(["  " + file.id, try library.letter(file.id).title])
    }
    var starters: [[String]] = []
    for file in library.starters {
      let request = try RequestReading(file.source).request
      starters.append(["  " + file.id, request[.title].first ?? ""])
    }
    return "Letters (foi draft --template ID)\n" + table(letters)
      + "Requests to start from (foi new ID)\n" + table(starters).dropLast()
  }

  static func starter(_ id: String) throws(Diagnostics) -> String {
    let starters = try library().starters
    guard let file = starters.first(where: { $0.id == id }) else {
      let ids = starters.map { $0.id }
      throw Diagnostics(
        "no request to start from is called \"\(id)\"",
        remedy: didYouMean(id, among: ids) ?? "there are \(ids.joined(separator: ", "))")
    }
    return file.source[file.source.content]
  }

  /// A built-in template file by its id: where it would stand, and its text.
  static func file(_ id: String) throws(Diagnostics) -> (path: String, text: String) {
    let files = BuiltIn.templateFiles()
    guard let file = files.first(where: { $0.id == id }) else {
      throw Diagnostics(
        "no template is called \"\(id)\"", remedy: didYouMean(id, among: files.map { $0.id }))
    }
    return ("Templates/\(file.path)", file.source[file.source.content])
  }

  /// A template file joined to its partials: those of a folder, or the library's.
  static func linked(
    _ invocation: Invocation, _ folder: String?, lenient: Bool = false
  ) throws(Diagnostics) -> LinkedTemplate {
    let source = try Files.source(invocation.arguments[0])
    var partials = try library().partials
    if let folder {
      guard Files.isFolder(folder) else { throw Diagnostics("there is no folder \(folder)") }
      for file in try ownFiles(folder) { partials.add(try Template(file.source), as: file.id) }
    }
    let body = try LetterTemplate.body(of: source)
    return try Template(source, in: body).linked(
      to: partials, lenient ? .lenient : .strict)
  }

  private static func ownFiles(_ folder: String) throws(Diagnostics) -> [TemplateLibrary.File] {
    guard Files.isFolder(folder) else { return [] }
    var files: [TemplateLibrary.File] = []
    for path in try Files.texts(in: folder) {
      let inside = path.dropFirst(folder.count).drop { $0 == "/" }
      files.append(.init(path: String(inside), source: try Files.source(path)))
    }
    return files
  }
}
