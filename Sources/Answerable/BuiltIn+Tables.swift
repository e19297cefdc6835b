import BuiltIn
import Documents
import Letters
import Requests
import SourceText
import WorkingDays

extension BuiltIn {
  /// The authorities that come with the program.
  public static func registry() -> Registry { Registry(PackedTable(authorityTable)) }

  /// The offences of the three jurisdictions.
  public static func offences() -> Offences { Offences(PackedTable(offenceTable)) }

  /// Working days, from the bank holidays that come with the program.
  public static func calendar() throws(Diagnostics) -> WorkingCalendar {
    WorkingCalendar(try Holidays(CSV(source("holidays.csv"))))
  }

  /// The cost limits of the two laws.
  public static func limits() throws(Diagnostics) -> [CostLimit] {
    try [CostLimit](table: source("limits.csv"))
  }

  /// The figures that are published already.
  public static func published() -> Published { Published(PackedTable(publishedTable)) }

  /// The letters and request starters that come with the program.
  public static func templateFiles() -> [TemplateLibrary.File] {
    var files: [TemplateLibrary.File] = []
    for file in templates {
      files.append(
        .init(path: file.path, source: Source(name: "Templates/\(file.path)", text: file.text)))
    }
    return files
  }

  private static func source(_ path: String) throws(Diagnostics) -> Source {
    guard let file = data[path] else { throw Diagnostics("\(path) is not built in") }
    return Source(name: path, text: file.text)
  }
}
