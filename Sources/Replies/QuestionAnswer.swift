/// What became of one question in an authority's answer.
public struct QuestionAnswer: Sendable, Hashable {
  public enum Outcome: Sendable, Hashable {
    /// As the letter writes the figure.
    case figure(String)
    /// The authority will not say whether it holds the information.
    case neitherConfirmedNorDenied
    case refused
    /// The authority says that it has no such information.
    case notHeld
    /// The letter gives none that could be found; it may stand in an attachment.
    case notFound
  }

  /// The label of the question.
  public let question: String
  public let outcome: Outcome

  public var text: String {
    switch outcome {
    case .figure(let text): text
    case .neitherConfirmedNorDenied: "neither confirmed nor denied"
    case .refused: "refused"
    case .notHeld: "not held"
    case .notFound: "no answer found in the letter"
    }
  }
}

extension [QuestionAnswer] {
  /// One by one, in their order; what became of all alike is said once.
  public var inShort: String {
    guard let first, count > 1, first.isWithoutFigure, allSatisfy({ $0.outcome == first.outcome })
    else { return map { $0.text }.joined(separator: ", ") }
    return "\(first.text) (all questions)"
  }
}

extension QuestionAnswer {
  fileprivate var isWithoutFigure: Bool { if case .figure = outcome { false } else { true } }
}

extension Reply {
  /// What became of each question, in their order.
  ///
  /// - Parameter labels: those of the request's questions; without them those that the letter names.
  public func answers(to labels: [String]) -> [QuestionAnswer] {
    guard kind == .response || kind == .refusal || kind == .reviewOutcome else { return [] }
    return (labels.isEmpty ? answeredQuestions : labels).map { label in
      let given = figures.filter { $0.question == label }
      if !given.isEmpty {
        let text = given.map { figure in figure.of.map { "\($0): \(figure.text)" } ?? figure.text }
        return QuestionAnswer(question: label, outcome: .figure(text.joined(separator: "; ")))
      }
      if notHeld.contains(label) { return QuestionAnswer(question: label, outcome: .notHeld) }
      let claims = exemptions.filter { $0.questions.contains(label) }
      let relied = claims.isEmpty ? exemptions.filter { $0.questions.isEmpty } : claims
      return QuestionAnswer(
        question: label,
        outcome: relied.isEmpty
          ? .notFound
          : relied.contains { $0.neitherConfirmsNorDenies } ? .neitherConfirmedNorDenied : .refused)
    }
  }

  private var answeredQuestions: [String] {
    var labels: [String] = []
    for label in figures.map({ $0.question }) + notHeld + exemptions.flatMap({ $0.questions })
    where !labels.contains(label) {
      labels.append(label)
    }
    func place(_ label: String) -> (Int, String) { (Int(label.prefix { $0.isNumber }) ?? 0, label) }
    return labels.sorted { place($0) < place($1) }
  }
}
