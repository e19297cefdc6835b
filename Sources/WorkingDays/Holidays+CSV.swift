import Documents
import SourceText

extension Holidays {
  /// Reads bank holidays from a table.
  ///
  /// ```
  /// date,england_and_wales,scotland,northern_ireland,name
  /// 2026-11-30,,yes,,St Andrew's Day
  /// 2026-12-28,substitute,substitute,substitute,Boxing Day
  /// ```
  ///
  /// A nation's cell is empty where the day is an ordinary one, `yes` where it is a bank holiday, and
  /// `substitute` where it stands in for one that falls on a weekend. The table must hold every holiday of the
  /// years from its first row's to its last row's.
  ///
  /// - Throws: everything that is wrong: a date that is none, another word in a nation's cell, a row that
  ///   names no nation, a table without rows.
  public init(_ table: CSV) throws(Diagnostics) {
    let date = try table.column("date")
    let name = try table.column("name")
    let nations: [(Int, Nations)] = [
      (try table.column("england_and_wales"), .englandAndWales),
      (try table.column("scotland"), .scotland),
      (try table.column("northern_ireland"), .northernIreland),
    ]
    var holidays: [Holiday] = []
    var errors: [Diagnostic] = []
    for row in table.rows {
      do throws(Diagnostics) {
        guard let day = Day(iso: row[date].text) else {
          throw table.error(
            "\"\(row[date].text)\" is not a date", at: row[date], remedy: "write it as 2026-11-30")
        }
        var kept: Nations = []
        var substitute: Nations = []
        for (column, nation) in nations {
          switch row[column].text {
          case "": break
          case "yes": kept.insert(nation)
          case "substitute":
            kept.insert(nation)
            substitute.insert(nation)
          default:
            throw table.error(
              "\"\(row[column].text)\" does not say whether the day is a holiday", at: row[column],
              remedy: "write yes or substitute, or leave it empty")
          }
        }
        guard !kept.isEmpty else {
          throw table.error(
            "\(row[name].text) is a holiday of no nation", at: row[date],
            remedy: "write yes or substitute for one nation at least")
        }
        holidays.append(Holiday(day, row[name].text, in: kept, substitute: substitute))
      } catch {
        errors += error.all
      }
    }
    guard errors.isEmpty else { throw Diagnostics(errors) }
    guard let read = Holidays(holidays) else {
      throw Diagnostics("\(table.source.name) holds no holidays", remedy: "add a row for each")
    }
    self = read
  }
}
