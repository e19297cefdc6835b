import Testing

@testable import Templating

@Suite struct DecimalTextTests {
  @Test(arguments: [
    (1.0, "1"), (-2.5, "-2.5"), (0.0, "0"), (-0.0, "0"), (100, "100"), (1234.5, "1234.5"),
    (0.1, "0.1"), (0.05, "0.05"), (1.21, "1.21"), (0.1 + 0.2, "0.30000000000000004"),
    (1e16, "10000000000000000"), (123_456_789_012_345_680, "123456789012345680"),
    (1e20, "100000000000000000000"), (1e21, "1e21"), (-1.5e21, "-1.5e21"), (1e100, "1e100"),
    (0.000001, "0.000001"), (0.0000012, "0.0000012"), (1e-7, "1e-7"), (1.5e-7, "1.5e-7"),
    (.leastNonzeroMagnitude, "5e-324"), (.greatestFiniteMagnitude, "1.7976931348623157e308"),
    (.infinity, "inf"), (.nan, "nan"),
  ])
  func `a number is written as a person would`(_ number: Double, _ text: String) {
    #expect(number.decimalText == text)
  }
}
