import Requests

/// Which answers of two versions of a request can stand side by side.
public struct Comparison: Sendable, Hashable {
  /// The labels of questions whose figures mean something else, or that only one of them asks.
  public let different: [String]
  /// The labels of questions that were put in other words and may still mean the same.
  public let reworded: [String]
  /// Whether period, date basis or split of all figures changed.
  public let isAllDifferent: Bool

  public init(_ old: Request, _ new: Request) {
    let common: [FieldName] = [.dates, .countedBy, .splitBy]
    isAllDifferent = common.contains { old[$0] != new[$0] }
    var different: [String] = []
    var reworded: [String] = []
    for question in new.questions {
      guard let before = old.questions.first(where: { $0.label == question.label }) else {
        different.append(question.label)
        continue
      }
      let fields: [FieldName] = [
        .offences, .flag, .outcome, .dates, .countedBy, .splitBy, .unit,
      ]
      if fields.contains(where: { before[$0] != question[$0] }) {
        different.append(question.label)
      } else if comparableName(before.text) != comparableName(question.text) {
        reworded.append(question.label)
      }
    }
    for question in old.questions
    where !new.questions.contains(where: { $0.label == question.label }) {
      different.append(question.label)
    }
    self.different = different
    self.reworded = reworded
  }

  /// - Parameter incomparable: questions that differ already for a reason of their own.
  public static func text(_ comparison: Comparison?, incomparable: [String]) -> String {
    if comparison?.isAllDifferent == true { return "no" }
    var labels = comparison?.different ?? []
    for label in incomparable where !labels.contains(label) { labels.append(label) }
    let reworded = (comparison?.reworded ?? []).filter { !labels.contains($0) }
    var parts: [String] = []
    parts.append(labels.isEmpty ? "yes" : "all but \(labels.joined(separator: ", "))")
    if !reworded.isEmpty { parts.append("compare \(reworded.joined(separator: ", "))") }
    return parts.joined(separator: "; ")
  }
}
