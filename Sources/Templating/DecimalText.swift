import SourceText

extension Double {
  /// The number as a letter would print it: `1` for 1.0, `1.21`, `0.001`, `1e21`, `0` for minus nothing.
  ///
  /// The shortest digits that read back as the same number, as the standard library gives them, with the
  /// point moved to where a person expects it: an exponent is left only below a millionth and from 1e21.
  var decimalText: String {
    guard isFinite else { return description }
    guard self != 0 else { return "0" }
    var digits: [UInt8] = []
    var point: Int?
    var exponent = 0
    var isNegativeExponent = false
    var isExponent = false
    for byte in description.utf8 {
      switch byte {
      case UInt8(ascii: "."): point = digits.count
      case UInt8(ascii: "e"): isExponent = true
      case UInt8(ascii: "-"): isNegativeExponent = isExponent
      case _ where !byte.isDigit: break
      case _ where isExponent: exponent = exponent * 10 + Int(byte - 0x30)
      default: digits.append(byte)
      }
    }
    var beforePoint = (point ?? digits.count) + (isNegativeExponent ? -exponent : exponent)
    while digits.first == 0x30 {
      digits.removeFirst()
      beforePoint -= 1
    }
    while digits.last == 0x30 { digits.removeLast() }
    return (self < 0 ? "-" : "") + Self.text(of: digits, beforePoint: beforePoint)
  }

  /// Significant digits, and how many of them stand before the point.
  private static func text(of digits: [UInt8], beforePoint: Int) -> String {
    var all = digits
    switch beforePoint {
    case digits.count...21:
      all += Array(repeating: 0x30, count: beforePoint - digits.count)
    case 1..<max(1, digits.count):
      all.insert(UInt8(ascii: "."), at: beforePoint)
    case -5...0:
      all = Array("0.".utf8) + Array(repeating: 0x30, count: -beforePoint) + digits
    default:
      if digits.count > 1 { all.insert(UInt8(ascii: "."), at: 1) }
      all += Array("e\(beforePoint - 1)".utf8)
    }
    return String(decoding: all, as: UTF8.self)
  }
}
