import Answerable
import CommandLineKit

/// What a verb has of the world outside: two streams, files, today's date, and the terminal.
///
/// Results go to standard output and everything else to standard error, so that a result can be piped.
struct Shell {
  let palette: Palette
  /// The same for standard error.
  let notePalette: Palette
  /// Columns of the terminal, or 80.
  let width: Int
  /// Whether answers can be asked for.
  let isInteractive: Bool
  private let givenToday: String?

  init(_ invocation: Invocation) {
    let noColour = Self.environment("NO_COLOR")
    let choice = invocation[Program.colour]
    palette = Palette(choice: choice, isTerminal: isatty(1) == 1, noColour: noColour)
    notePalette = Palette(choice: choice, isTerminal: isatty(2) == 1, noColour: noColour)
    isInteractive = isatty(0) == 1 && isatty(2) == 1
    width = Self.terminalWidth
    givenToday = invocation[Program.today]
  }

  /// The day everything is counted from: `--today`, or the clock's.
  func today() throws(Diagnostics) -> Day {
    if let givenToday { return try Day.read(givenToday, as: "--today") }
    var now = time(nil)
    var local = tm()
    localtime_r(&now, &local)
    let (year, month) = (Int(local.tm_year) + 1900, Int(local.tm_mon) + 1)
    guard let day = Day(year: year, month: month, day: Int(local.tm_mday)) else {
      throw Diagnostics("the clock gives no date", remedy: "give one with --today")
    }
    return day
  }

  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  private static var terminalWidth: Int {
    var size = winsize()
    if ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return environment("COLUMNS").flatMap { Int($0) } ?? 80
  }
}

// MARK: - Streams

extension Shell {
  /// Writes a result, with a line break at its end.
  func print(_ text: String) {
    var text = text
    if text.utf8.last != UInt8(ascii: "\n") { text += "\n" }
    text.withUTF8 { Self.write(UnsafeRawBufferPointer($0), to: 1) }
  }

  func print(_ json: JSON) { print(json.bytes(.pretty) + [UInt8(ascii: "\n")]) }

  func print(_ bytes: [UInt8]) { Self.write(bytes, to: 1) }

  /// Says something that is no part of the result.
  func note(_ text: String) { Self.write(Array("\(text)\n".utf8), to: 2) }

  /// Shows remarks and errors, the severity in colour.
  func show(_ diagnostics: [Diagnostic]) {
    for (i, text) in Diagnostics(diagnostics).texts.enumerated() {
      let severity = text.prefix { $0 != ":" }
      let colour: Style = severity == Diagnostic.Severity.error.rawValue ? .red : .yellow
      note(
        (i > 0 ? "\n" : "") + notePalette(colour, String(severity)) + text.dropFirst(severity.count)
      )
    }
  }

  /// Asks until an answer means something; nil at the end of the input.
  func ask<Answer>(_ prompt: Prompt<Answer>) -> Answer? {
    while true {
      Self.write(Array(prompt.text.utf8), to: 2)
      guard let line = readLine() else { return nil }
      if let answer = prompt.read(line) { return answer }
      note(prompt.hint)
    }
  }

  /// Writes all of it. When the reader of the result has gone the program ends quietly; a note that nobody
  /// reads keeps no letter from being written.
  private static func write(_ bytes: [UInt8], to stream: Int32) {
    bytes.withUnsafeBytes { write($0, to: stream) }
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, to stream: Int32) {
    guard !writeAll(bytes, to: stream), stream == 1 else { return }
    if errno == EPIPE { exit(0) }
    let reason = String(cString: strerror(errno))
    write(Array("error: the result cannot be written: \(reason)\n".utf8), to: 2)
    exit(2)
  }
}
