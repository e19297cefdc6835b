import Documents

extension HeaderSchema {
  /// What may stand in the header of a request.
  ///
  /// The lines that mail programs put above a pasted message are let by, so that a paste is read rather
  /// than refused; they say nothing about the request.
  package static let request: HeaderSchema = {
    var keys: [Key] = []
    for name in FieldName.header {
      let value: Value =
        switch name {
        case .to, .define, .allow: .list
        default: .text
        }
      keys.append(Key(name.rawValue, synonyms: name.synonyms, value))
    }
    for mail in ["sent", "cc", "bcc", "importance", "attachments"] {
      keys.append(Key(mail, .ignored))
    }
    return HeaderSchema(keys)
  }()
}
