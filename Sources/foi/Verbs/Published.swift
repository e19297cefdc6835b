import Answerable
import CommandLineKit

extension Program {
  private enum Options {
    static let to = Option<String?>.value(
      "to", "AUTHORITY", kind: .authority, help: "Only figures for this authority's nations.")
  }

  static let published = Verb(
    command: Command(
      "published",
      summary: "Looks up figures that are published already, and what they leave out.",
      arguments: [
        .init(
          "QUERY", isOptional: true, repeats: true,
          help: "What you want to know, in your words; all titles if not given.")
      ],
      options: [Options.to.entry],
      examples: [
        .init("foi published strip searches", "See what is published about strip searches."),
        .init(
          "foi published stop and search --to police-scotland",
          "See what is published for Scotland."),
      ]),
    run: { invocation, shell throws(Diagnostics) in
      let published = BuiltIn.published()
      let nations =
        try invocation[Options.to].map { name throws(Diagnostics) in
          try Authorities.registry().authority(named: name).nations
        } ?? []
      let query = invocation.arguments.joined(separator: " ")
      guard !query.isEmpty else {
        let rows = published.datasets.filter { $0.isFor(nations) }.map { [$0.id, $0.title] }
        shell.print(String(table(rows).dropLast()))
        return 0
      }
      let found = published.search(query, nations: nations)
      guard !found.isEmpty else {
        throw Diagnostics(
          "nothing published is known for \"\(query)\"",
          remedy: "try another word, or foi published alone for all titles")
      }
      for dataset in found { shell.print(DatasetPage.text(dataset, query, shell.width) + "\n") }
      shell.print("Check whether this answers you, then ask for the gap.")
      return 0
    })
}

private enum DatasetPage {
  static func text(_ dataset: PublishedDataset, _ query: String, _ width: Int) -> String {
    let nations = dataset.nations.map { $0.rawValue }.joined(separator: ", ")
    var rows = [
      ("Holds", dataset.covers),
      ("For", "\(nations); \(dataset.period); \(level(dataset.level))"),
      ("Leaves out", dataset.gap),
    ]
    rows.append(
      ("Look", dataset.url.isEmpty ? "no address was seen: search for the title" : dataset.url))
    if let phrase = dataset.phrase(for: query), comparableName(phrase) != comparableName(query) {
      rows.insert(("Among it", phrase), at: 1)
    }
    if !dataset.isSeen { rows.append(("Know", "what it holds is from general knowledge")) }
    var out = wrapped("\(dataset.title) (\(dataset.publisher))", width: width)
    for (name, value) in rows {
      let gap = String(repeating: " ", count: 12 - name.count)
      out += "\n  \(name)\(gap)\(wrapped(value, width: width, indent: 14))"
    }
    return out
  }

  private static func level(_ level: PublishedDataset.Level) -> String {
    switch level {
    case .smallArea: "by small area"
    case .district: "by district"
    case .force: "by force"
    case .national: "for whole nations"
    }
  }
}
