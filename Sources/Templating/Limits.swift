/// How much a template may ask for before rendering stops with an error that names the limit.
///
/// A template, its partials and its data may come from someone else; with these limits no template
/// can exhaust memory, the stack or the reader's patience. They hold in debug builds too.
public struct Limits: Sendable, Hashable {
  /// Bytes of one template.
  public var templateBytes = 1 << 20
  /// Sections, blocks and parents open at one time in one template.
  public var sectionNesting = 100
  /// Partials, parents and filled blocks inside each other.
  public var partialDepth = 64
  /// Bytes of the result.
  public var outputBytes = 4 << 20
  /// Tags, texts and list items worked through.
  public var steps = 1_000_000
  /// Lambdas whose text calls a lambda again.
  public var lambdaDepth = 8

  public init() {}
}
