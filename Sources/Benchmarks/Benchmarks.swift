import Answerable
import Foundation

/// Measures the product beside yardsticks in the same run: `swift run -c release benchmarks [--json] [--foi PATH]`.
///
/// Machines are noisy, so every figure is a ratio of two things timed one after the other, with its spread over several
/// runs; and every result is checked, because something that does nothing is fast.
@main
enum Benchmarks {
  static func main() throws {
    do {
      try run()
    } catch let error as Diagnostics {
      FileHandle.standardError.write(Data((error.text + "\n").utf8))
      exit(1)
    }
  }

  private static func run() throws {
    let isJSON = CommandLine.arguments.contains("--json")
    var measurements: [Measurement] = []
    if let option = CommandLine.arguments.firstIndex(of: "--foi") {
      guard CommandLine.arguments.indices.contains(option + 1) else {
        throw Diagnostics("--foi needs the path of the program", remedy: "--foi .build/release/foi")
      }
      measurements += try Starting.measure(CommandLine.arguments[option + 1])
    }
    measurements += try Linting.measure()
    measurements += try Rendering.measure()
    measurements += try Reading.measure()
    measurements += try Batches.measure()
    if isJSON {
      print(JSON(measurements.map { $0.json }).text(.pretty))
    } else {
      for measurement in measurements { print(measurement.line) }
    }
  }
}

/// What was measured, and what it is held against.
struct Measurement {
  let name: String
  /// Ours over the yardstick's, or a time in milliseconds where `unit` says so.
  let values: [Double]
  let unit: String
  /// What it should not be above; nil where there is no target.
  let target: Double?

  init(_ name: String, _ values: [Double], unit: String, target: Double? = nil) {
    self.name = name
    self.values = values.sorted()
    self.unit = unit
    self.target = target
  }

  private var median: Double { values[values.count / 2] }

  var line: String {
    let spread = "\(short(values.first ?? 0)) to \(short(values.last ?? 0))"
    let goal = target.map { ", target \(short($0)): \(median <= $0 ? "reached" : "missed")" } ?? ""
    return "\(name): \(short(median)) \(unit) (\(spread)\(goal))"
  }

  var json: JSON {
    [
      "name": JSON(name), "median": .init(.number(short(median))), "unit": JSON(unit),
      "lowest": .init(.number(short(values.first ?? 0))),
      "highest": .init(.number(short(values.last ?? 0))),
      "target": target.map { JSON(.number(short($0))) } ?? nil,
    ]
  }
}

private func short(_ value: Double) -> String {
  let thousandths = Int(value * 1000 + 0.5)
  let rest = "\(thousandths % 1000 + 1000)".dropFirst()
  return "\(thousandths / 1000).\(rest)"
}

/// Milliseconds that something takes.
func milliseconds(_ body: () throws -> Void) rethrows -> Double {
  let clock = ContinuousClock()
  let time = try clock.measure(body)
  return Double(time.components.seconds) * 1000
    + Double(time.components.attoseconds) / 1_000_000_000_000_000
}

/// A promise about a result that a benchmark relies on.
func check(_ holds: Bool, _ message: String) {
  guard holds else { fatalError("a benchmark measures the wrong thing: \(message)") }
}
