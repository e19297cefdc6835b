import SourceText

/// A template joined to its partials, ready to be rendered any number of times.
public struct LinkedTemplate: Sendable {
  let program: Program
  /// The template itself, then the partials it can reach.
  let units: [Unit]
  /// The unit that each name in the program stands for as a partial, or nil.
  let targets: [Int?]
  let partials: Partials
  let strictness: Strictness

  /// One source's share of the program.
  struct Unit: Sendable {
    let source: Source
    /// Where the source begins in the program's text.
    let textStart: Int
    let ops: Range<Int>
    /// The tag by which the unit was first reached.
    let includedBy: Int?
  }

  /// Fills the template in.
  ///
  /// - Returns: the result as UTF-8.
  /// - Throws: every slot, section and dynamic partial that the data has no name for (in strict mode), each
  ///   once; or the limit that was reached.
  public func render(
    _ data: Value, _ options: RenderOptions = RenderOptions()
  ) throws(Diagnostics) -> [UInt8] {
    try render(Context(data), options)
  }

  /// Fills the template in from data made ready before, of which a batch of letters can share most.
  public func render(
    _ context: Context, _ options: RenderOptions = RenderOptions()
  ) throws(Diagnostics) -> [UInt8] {
    var renderer = Renderer(self, context, options)
    return try renderer.render()
  }
}

extension LinkedTemplate {
  /// A range of the program's text as a place in the file it came from.
  func place(_ range: ByteRange) -> Diagnostic.Place {
    let unit = units[(1..<units.count).boundary { units[$0].textStart > range.lowerBound } - 1]
    return .init(
      unit.source, range.lowerBound - unit.textStart..<range.upperBound - unit.textStart)
  }

  /// The text of a step as written.
  func text(_ range: ByteRange) -> String {
    String(decoding: program.text[range], as: UTF8.self)
  }
}
