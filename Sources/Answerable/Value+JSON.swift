import Documents
import Templating

extension Value {
  /// JSON as template data: the same tree, whole numbers as such.
  public init(_ json: JSON) {
    switch json.kind {
    case .null: self = .null
    case .bool(let truth): self = .bool(truth)
    case .number(let digits): self = Int(digits).map { .int($0) } ?? .string(digits)
    case .string(let text): self = .string(text)
    case .array(let items): self = .list(items.map { Value($0) })
    case .object(let members):
      self = .object(members.map { (name: $0.key, value: Value($0.value)) })
    }
  }
}
