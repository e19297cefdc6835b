import Requests
import SourceText
import WorkingDays

/// The sending desk of a batch, `index.html`: whom to write to today, what is waiting and what is late.
///
/// One page that stands by itself: it is read from a folder, asks nothing of any network, and shows a picture of the
/// ledger. Ticking happens in the ledger. Without its script it can still be read whole. Every text in it comes
/// from outside and is escaped; the policy in its head lets nothing run but the one script that it carries.
public struct DeskPage: Sendable {
  /// What stands on the desk for one letter.
  public struct Item: Sendable {
    public var id: String
    public var name: String
    public var nation: String
    public var law: String
    public var version: Int
    public var wave: String
    /// As in the ledger: "to send", "waiting".
    public var status: String
    public var sendOn: Day?
    public var sent: Day?
    public var due: Day?
    public var answered: Day?
    public var reference: String
    /// The letter's own words; nil where there is none yet, or where there are too many to show.
    public var text: String?
    /// Files beside the page, as paths from it.
    public var files: [(name: String, path: String)]
    /// Where it can be sent from; https and mailto addresses only.
    public var links: [(name: String, address: String)]
    public var remarks: [String]

    public init(_ row: Ledger.Row, nation: String) {
      id = row.authority
      name = row[.name].withoutGuard
      self.nation = nation
      law = row[.law]
      version = row.version
      wave = row[.wave]
      status = row.status.text
      sendOn = row.day(.sendOn).day
      sent = row.day(.sent).day
      due = row.deadline
      answered = row.day(.answered).day
      reference = row[.reference].trimmed
      files = []
      links = []
      remarks = []
    }
  }

  private let title: String
  private let today: Day
  private let items: [Item]
  private let leftOut: [(name: String, reason: String)]

  public init(
    title: String, today: Day, items: [Item], leftOut: [(name: String, reason: String)]
  ) {
    self.title = title
    self.today = today
    self.items = items
    self.leftOut = leftOut
  }

  /// The page, to be written as it is.
  public var html: String {
    var out = """
      <!doctype html>
      <html lang="en-GB">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '\(Self.styleHash)'; script-src '\(Self.scriptHash)'; base-uri 'none'; form-action 'none'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title.escapedForHTML)</title>
      <style>\(Self.style)</style>
      </head>
      <body>
      <header>
      <p class="kicker">Answerable · as of \(today.textWithWeekday)</p>
      <h1>\(title.escapedForHTML)</h1>
      \(counts)
      </header>
      \(DeskStrip(items, today).svg)
      <section class="tools" aria-label="Find and sort" hidden>
      <label>Find <input id="find" type="search" autocomplete="off"></label>
      <label>Status <select id="status"><option value="">all</option>\(options { $0.status })</select></label>
      <label>Nation <select id="nation"><option value="">all</option>\(options { $0.nation })</select></label>
      <label>Sort by <select id="sort"><option value="order">the ledger</option><option value="name">name</option><option value="due">due</option><option value="send">day to send</option></select></label>
      <output id="shown" aria-live="polite"></output>
      </section>
      <main id="list">

      """
    for (i, item) in items.enumerated() { out += article(item, i) }
    out += "</main>\n"
    if !leftOut.isEmpty {
      out += "<section class=\"left\"><h2>Left out</h2><ul>\n"
      for one in leftOut {
        out +=
          "<li><strong>\(one.name.escapedForHTML)</strong>: \(one.reason.escapedForHTML)</li>\n"
      }
      out += "</ul></section>\n"
    }
    return out + """
      <footer>A picture of ledger.csv. Enter there when you sent each letter and what came back, and run foi bulk again. Nothing on this page is sent anywhere.</footer>
      <script>\(Self.script)</script>
      </body>
      </html>

      """
  }
}

// MARK: - Parts

extension DeskPage {
  /// How far the batch has come, the words that matter most first.
  private var counts: String {
    let soon = items.filter { item in
      item.status == "waiting" && item.due.map { $0 - today <= 7 && $0 >= today } ?? false
    }.count
    var out = "<ul class=\"counts\">"
    for (name, count) in [
      ("overdue", count("overdue")), ("due within a week", soon), ("waiting", count("waiting")),
      ("to send", count("to send")), ("to decide", count("decide")),
      ("answered", count("answered")),
    ] where count > 0 || name == "answered" || name == "to send" {
      let mark = name == "overdue" && count > 0 ? " class=\"alarm\"" : ""
      out += "<li\(mark)><b>\(count)</b> \(name)</li>"
    }
    return out + "</ul>"
  }

  private func count(_ status: String) -> Int { items.filter { $0.status == status }.count }

  private func options(_ value: (Item) -> String) -> String {
    var seen: [String] = []
    for item in items where !seen.contains(value(item)) { seen.append(value(item)) }
    return seen.map { "<option>\($0.escapedForHTML)</option>" }.joined()
  }

  private func article(_ item: Item, _ order: Int) -> String {
    let name = item.name.isEmpty ? item.id : item.name
    var out = """
      <article class="\(item.status.className)" data-order="\(order)" data-name="\(name.lowercased().escapedForHTML)" data-status="\(item.status.escapedForHTML)" data-nation="\(item.nation.escapedForHTML)" data-due="\(item.due?.iso ?? "9999")" data-send="\(item.sendOn?.iso ?? "9999")">
      <h2>\(name.escapedForHTML)</h2>
      <p class="state"><span class="badge">\(item.status.escapedForHTML)</span> \(days(item))</p>
      <p class="facts">\(facts(item).escapedForHTML)</p>

      """
    for remark in item.remarks { out += "<p class=\"remark\">\(remark.escapedForHTML)</p>\n" }
    var actions = ""
    for link in item.links where link.address.isSafeAddress {
      actions +=
        "<a href=\"\(link.address.escapedForHTML)\" rel=\"noreferrer\">\(link.name.escapedForHTML)</a> "
    }
    for file in item.files {
      actions += "<a href=\"\(file.path.escapedForHTML)\">\(file.name.escapedForHTML)</a> "
    }
    if !actions.isEmpty { out += "<p class=\"actions\">\(actions)</p>\n" }
    if let text = item.text {
      out += """
        <details><summary>The letter</summary>
        <button type="button" class="copy" hidden>Copy the letter</button>
        <pre tabindex="0">\(text.escapedForHTML)</pre>
        </details>

        """
    }
    return out + "</article>\n"
  }

  private func days(_ item: Item) -> String {
    if let answered = item.answered { return "answered \(answered.text)" }
    if let sent = item.sent {
      let due = item.due.map { ", due \($0.textWithWeekday)" } ?? ""
      return "sent \(sent.text)\(due)"
    }
    return item.sendOn.map { "send on \($0.textWithWeekday)" } ?? ""
  }

  private func facts(_ item: Item) -> String {
    var facts = [item.law, item.nation, "version \(item.version)"]
    if !item.wave.isEmpty { facts.append(item.wave == "pilot" ? "pilot" : "wave \(item.wave)") }
    if !item.reference.isEmpty { facts.append("reference \(item.reference)") }
    return facts.filter { !$0.isEmpty }.joined(separator: " · ")
  }
}

extension String {
  fileprivate var isSafeAddress: Bool { hasPrefix("https://") || hasPrefix("mailto:") }

  /// A status of the program's own as a name for the style; one of the user's has none.
  fileprivate var className: String {
    switch self {
    case "to send": "tosend"
    case "decide", "waiting", "overdue", "answered": self
    default: "other"
    }
  }
}
