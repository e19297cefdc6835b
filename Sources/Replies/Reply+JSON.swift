import Documents
import Linting
import SourceText
import WorkingDays

extension Reply {
  /// The reading as JSON, with offsets, lines and columns into the text read; what is not known is null.
  ///
  /// - Parameter replyBy: the day by which an answer is due, as ``Clock`` works it out.
  public func json(replyBy: Day?) -> JSON {
    let table = LineTable(source.bytes)
    func place(_ offset: Int) -> JSON {
      let position = table.position(of: offset)
      return [
        "offset": JSON(offset), "line": JSON(position.line), "column": JSON(position.column),
      ]
    }
    func strings(_ texts: [String]) -> JSON {
      var items: [JSON] = []
      for text in texts { items.append(JSON(text)) }
      return JSON(items)
    }
    var points: [JSON] = []
    for point in self.points {
      var suggestions: [JSON] = []
      for suggestion in point.suggestions {
        suggestions.append([
          "text": JSON(suggestion.text), "incomplete": JSON(suggestion.isIncomplete),
        ])
      }
      points.append([
        "number": JSON(point.number), "questions": strings(point.questions),
        "start": place(point.range.lowerBound), "end": place(point.range.upperBound),
        "category": JSON(point.category.rawValue), "asks": JSON(point.asks),
        "choices": strings(point.choices), "suggestions": JSON(suggestions),
      ])
    }
    var exemptions: [JSON] = []
    for exemption in self.exemptions {
      let known = Exemption.of(exemption)
      exemptions.append([
        "law": JSON(exemption.law), "section": JSON(exemption.section),
        "questions": strings(exemption.questions),
        "neitherConfirmNorDeny": JSON(exemption.neitherConfirmsNorDenies),
        "meaning": JSON(known?.meaning), "nature": JSON(known?.nature?.rawValue),
        "source": JSON(known?.source),
      ])
    }
    var figures: [JSON] = []
    for figure in self.figures {
      figures.append([
        "question": JSON(figure.question), "of": JSON(figure.of), "value": JSON(figure.value),
        "as": JSON(figure.text),
      ])
    }
    return [
      "schemaVersion": 1, "kind": JSON(kind.rawValue), "certain": JSON(isCertain),
      "verdict": JSON(verdict?.rawValue),
      "because": ["start": place(because.lowerBound), "end": place(because.upperBound)],
      "reference": JSON(reference), "dated": JSON(dates.dated?.iso),
      "received": JSON(dates.received?.iso), "replyBy": JSON(replyBy?.iso),
      "points": JSON(points), "untouched": strings(untouched), "exemptions": JSON(exemptions),
      "figures": JSON(figures), "notHeld": strings(notHeld),
    ]
  }
}
