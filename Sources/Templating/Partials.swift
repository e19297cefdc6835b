import SourceText

/// The templates that others may include by name.
public struct Partials: Sendable {
  /// In the order they were added.
  public private(set) var names: [String] = []
  private var templates: [String: Template] = [:]

  public init() {}

  /// The partial with this name, if there is one.
  public subscript(name: String) -> Template? { templates[name] }

  /// Adds a partial; one of the same name gives way to it.
  public mutating func add(_ template: Template, as name: String) {
    if templates[name] == nil { names.append(name) }
    templates[name] = template
  }
}

extension Partials: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, Template)...) {
    for (name, template) in elements { add(template, as: name) }
  }
}
