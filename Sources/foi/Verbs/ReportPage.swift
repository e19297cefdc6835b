import Answerable
import CommandLineKit

/// Findings as a page for the person who wrote the request.
struct ReportPage {
  let linter: Linter
  let palette: Palette
  let width: Int
  let isShort: Bool

  /// The places grouped by decision, under what is likely to become of them.
  func decisions(_ report: LintReport) -> String {
    let decisions = report.decisions
    var out = head(report)
    var last: Outlook?
    var told: [String: Int] = [:]
    for (i, places) in decisions.enumerated() {
      guard let first = places.first, let rule = linter.rule(first.rule) else { continue }
      if first.outlook != last {
        out += (out.hasSuffix("\n\n") ? "" : "\n") + palette(.bold, heading(first.outlook)) + "\n"
        last = first.outlook
      }
      out += entry(i + 1, places, rule, report, toldAt: told[rule.id])
      if told[rule.id] == nil { told[rule.id] = i + 1 }
    }
    let known = about(report.addressee)
    return known.isEmpty || out.hasSuffix("\n\n") ? out + known : out + "\n" + known
  }

  /// What is known of searching this authority's records, whatever was found in the letter.
  private func about(_ addressee: Authority?) -> String {
    guard !isShort, let addressee else { return "" }
    var notes: [Authority.Note] = []
    if let records = addressee.records {
      notes.append(.init("Crime system: \(records.text).", source: records.source))
    }
    if let note = addressee.searchNote { notes.append(note) }
    guard !notes.isEmpty else { return "" }
    var out = palette(.bold, "KNOWN OF \(sanitised(addressee.name).uppercased())") + "\n"
    for (i, note) in notes.enumerated() {
      out += "    " + sanitised(wrapped(note.text, width: width, indent: 4)) + "\n"
      if i + 1 < notes.count, notes[i + 1].source == note.source { continue }
      out += "    " + palette(.dim, sanitised(note.source)) + "\n"
    }
    return out
  }

  /// Every place with its line and an underline.
  func places(_ report: LintReport) -> String {
    var out = ""
    for finding in report.findings {
      let place = Diagnostic.Place(report.source, finding.range)
      let severity: Diagnostic.Severity =
        finding.severity == .error ? .error : finding.severity == .warning ? .warning : .note
      let advice = finding.fixes.last?.title
      let diagnostic = Diagnostic(
        "\(finding.message) [\(finding.rule)]", severity: severity, at: place,
        notes: advice.map { [.init("write: \($0)")] } ?? [])
      out += sanitised(diagnostic.text) + "\n\n"
    }
    return out + summary(report) + "\n"
  }

  private func head(_ report: LintReport) -> String {
    var lines: [String] = []
    if report.path != "-" { lines.append(palette(.dim, sanitised(report.path))) }
    if let addressee = report.addressee { lines.append("To \(addressee.name).") }
    lines.append(summary(report))
    return lines.joined(separator: "\n") + "\n"
  }

  /// `8 things to settle, in 23 places, and 2 tips. None of this means a refusal is certain.`
  private func summary(_ report: LintReport) -> String {
    let decisions = report.decisions.filter { $0.first?.outlook != .tip }
    let tips = report.decisions.count - decisions.count
    let places = decisions.reduce(0) { $0 + $1.count }
    let advice = tips == 0 ? "" : tips == 1 ? "1 tip" : "\(tips) tips"
    guard !decisions.isEmpty else {
      let promise = "That is no promise, but nothing here is known to come back."
      return advice.isEmpty
        ? "Nothing to settle. \(promise)" : "Nothing to settle, and \(advice). \(promise)"
    }
    return
      "\(decisions.count) \(decisions.count == 1 ? "thing" : "things") to settle, in \(places) \(places == 1 ? "place" : "places")\(advice.isEmpty ? "" : ", and \(advice)"). None of this means a refusal is certain."
  }

  private func heading(_ outlook: Outlook) -> String {
    switch outlook {
    case .fix: "FIX BEFORE SENDING"
    case .comeBack: "LIKELY TO COME BACK"
    case .refused: "LIKELY TO BE REFUSED"
    case .tip: "TIPS"
    }
  }

  /// - Parameter toldAt: where the same rule was explained already; here it says only what is different.
  private func entry(
    _ number: Int, _ places: [Finding], _ rule: Rule, _ report: LintReport, toldAt: Int?
  ) -> String {
    let label = number < 10 ? " \(number)" : "\(number)"
    var out = "\(label)  \(palette(.bold, sanitised(rule.title))): \(words(places, report))\n"
    let whereabouts = self.places(places, report) + (isShort ? " · \(rule.id)" : "")
    out += "    " + palette(.dim, wrapped(whereabouts, width: width, indent: 4)) + "\n"
    guard !isShort, let first = places.first else { return out }
    if let toldAt {
      let text = "\(first.message.sentence) The rest is as in \(toldAt)."
      return out + "    " + sanitised(wrapped(text, width: width, indent: 4)) + "\n\n"
    }
    var lines: [(String, String)] = []
    lines.append(("", "\(first.message.sentence) \(rule.why)"))
    if let who = evidence(rule) { lines.append(("Who", who)) }
    if let advice = first.fixes.last?.title { lines.append(("Write", advice)) }
    if !rule.know.isEmpty { lines.append(("Know", rule.know)) }
    for (name, text) in lines where !text.isEmpty {
      let margin =
        name.isEmpty ? "    " : "    \(name):\(String(repeating: " ", count: 7 - name.count))"
      out += margin + sanitised(wrapped(text, width: width, indent: margin.count)) + "\n"
    }
    return out + "    " + palette(.dim, "More: foi explain \(rule.id)") + "\n\n"
  }

  /// Up to three of the different wordings, quoted.
  private func words(_ places: [Finding], _ report: LintReport) -> String {
    var different: [String] = []
    for place in places where different.count <= 3 {
      let words = report.excerpt(of: place).shortened(to: 48)
      if !different.contains(words) { different.append(words) }
    }
    let shown = different.prefix(3).map { "\"\(sanitised($0))\"" }.joined(separator: ", ")
    return different.count > 3 ? shown + " …" : shown
  }

  /// `1a, 2 and 3 (3:54, 11:53, 13:53)`
  private func places(_ places: [Finding], _ report: LintReport) -> String {
    var questions: [String] = []
    var seen: Set<String> = []
    for place in places {
      if let question = place.question, seen.insert(question).inserted {
        questions.append(question)
      }
    }
    let positions = places.prefix(7).map { place in
      let position = report.position(of: place.range.lowerBound)
      return "\(position.line):\(position.column)"
    }
    let first = Array(positions.prefix(6)).joined(separator: ", ")
    let shown = first + (positions.count > 6 ? " …" : "")
    return questions.isEmpty
      ? "at \(shown)" : "in \(questions.joined(separator: ", ")), at \(shown)"
  }

  /// Who sent such words back, and who answered: both sides where there are two.
  private func evidence(_ rule: Rule) -> String? {
    let against =
      rule.evidence.first { $0.outcome != .answered && $0.outcome != .guidance }
      ?? rule.evidence.first
    guard let against else { return nil }
    var text =
      "\(against.label): \(against.note.isEmpty ? against.outcome.rawValue : against.note)."
    let answered = rule.evidence.first { $0.outcome == .answered && $0.label != against.label }
    if let answered, against.outcome != .answered {
      text += " But \(answered.label): \(answered.note.isEmpty ? "answered" : answered.note)."
    }
    return text
  }
}

extension String {
  /// With a capital and a full stop.
  fileprivate var sentence: String {
    let capital = first == "\"" ? self : prefix(1).uppercased() + String(dropFirst())
    return last == "." ? capital : capital + "."
  }

  fileprivate func shortened(to length: Int) -> String {
    count > length ? prefix(length - 1) + "…" : self
  }
}
