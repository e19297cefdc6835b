import Documents
import SourceText

extension Request {
  /// The request as JSON, field by field as typed. Reading it again gives the same request.
  public var json: JSON {
    var members: [JSON.Member] = [.init("schemaVersion", 1)]
    members += fields.members
    members.append(.init("context", JSON(context)))
    var items: [JSON] = []
    for question in questions {
      items.append(
        JSON(
          members: [.init("label", JSON(question.label)), .init("text", JSON(question.text))]
            + question.fields.members))
    }
    members.append(.init("questions", JSON(items)))
    members.append(.init("remarks", JSON(remarks)))
    return JSON(members: members)
  }

  /// Reads a request from JSON as ``json`` writes it. `schemaVersion`, `context` and `remarks` may be left
  /// out, and so may labels.
  ///
  /// - Throws: every member that is unknown or not of its kind.
  public init(json source: Source) throws(Diagnostics) {
    var reader = Reader(source: source)
    self.init()
    let root = try JSON.read(source)
    for member in reader.members(of: root, "the request") {
      switch member.key {
      case "schemaVersion":
        if member.value.int != 1 { reader.refuse(member.value, "schemaVersion", "1") }
      case "context": context = reader.text(member)
      case "remarks": remarks = reader.text(member)
      case "questions":
        for item in reader.items(member) { questions.append(reader.question(item, questions)) }
      default: reader.field(member, FieldName.header, others: Self.others).map { fields.append($0) }
      }
    }
    guard reader.problems.isEmpty else { throw Diagnostics(reader.problems) }
  }

  private static let others = ["schemaVersion", "context", "questions", "remarks"]
}

extension Array<Field> {
  /// A field's own name is its key; several fields of one name share it.
  fileprivate var members: [JSON.Member] {
    var members: [JSON.Member] = []
    for field in self {
      let isSingle = field.values.count == 1 && filter { $0.name == field.name }.count == 1
      let all = isSingle ? JSON(field.values[0]) : JSON(values(of: field.name).map { JSON($0) })
      if !members.contains(where: { $0.key == field.name.rawValue }) {
        members.append(.init(field.name.rawValue, all))
      }
    }
    return members
  }
}

/// Takes a JSON tree apart and keeps what is wrong with it.
private struct Reader {
  let source: Source
  var problems: [Diagnostic] = []

  mutating func members(of value: JSON, _ what: String) -> [JSON.Member] {
    guard let members = value.members else {
      refuse(value, what, "an object")
      return []
    }
    return members
  }

  mutating func items(_ member: JSON.Member) -> [JSON] {
    guard let items = member.value.items else {
      refuse(member.value, member.key, "a list")
      return []
    }
    return items
  }

  mutating func text(_ member: JSON.Member) -> String {
    guard let text = member.value.string else {
      refuse(member.value, member.key, "text")
      return ""
    }
    return text
  }

  mutating func question(_ item: JSON, _ before: [Question]) -> Question {
    var question = Question(label: "\(before.count + 1)", text: "")
    for member in members(of: item, "a question") {
      switch member.key {
      case "label": question.label = text(member)
      case "text": question.text = text(member)
      default:
        field(member, FieldName.question, others: ["label", "text"]).map {
          question.fields.append($0)
        }
      }
    }
    return question
  }

  mutating func field(_ member: JSON.Member, _ names: [FieldName], others: [String]) -> Field? {
    guard let name = FieldName(typed: member.key, among: names) else {
      let known = others + names.map { $0.rawValue }
      problems.append(
        Diagnostic(
          "unknown member \"\(member.key)\"", at: .init(source, member.keyRange),
          remedy: didYouMean(member.key, among: known)))
      return nil
    }
    guard let items = member.value.items else { return Field(name, text(member)) }
    var values: [String] = []
    for item in items { values.append(text(.init(member.key, item))) }
    return Field(name, values)
  }

  mutating func refuse(_ value: JSON, _ what: String, _ wanted: String) {
    problems.append(
      Diagnostic(
        "\(what) is not what is expected here", at: .init(source, value.range),
        remedy: "this has to be \(wanted)"))
  }
}
