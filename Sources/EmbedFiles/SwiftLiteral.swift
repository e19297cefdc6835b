/// How a string literal is laid out.
enum LiteralForm {
  /// Between `"` and `"` on one line.
  case line
  /// Between `"""` and `"""`, its lines as they are.
  case block
}

/// A text as a Swift string literal.
///
/// A raw literal, so that a page reads in the generated file as it does in its own, with one `#`
/// more than any run of them in the text: nothing in it can then end the literal or begin an escape.
/// Control characters are escaped, because the compiler refuses NUL and turns CR LF into LF.
func swiftLiteral(_ text: String, form: LiteralForm) -> String {
  let marks = String(repeating: "#", count: longestRun(of: "#", in: text) + 1)
  var body = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\t": body += "\t"
    case "\n" where form == .block: body += "\n"
    case "\0"..<" ", "\u{7F}": body += "\\\(marks)u{\(String(scalar.value, radix: 16))}"
    default: body.unicodeScalars.append(scalar)
    }
  }
  return switch form {
  case .line: "\(marks)\"\(body)\"\(marks)"
  case .block: "\(marks)\"\"\"\n\(body)\n\"\"\"\(marks)"
  }
}

private func longestRun(of mark: Unicode.Scalar, in text: String) -> Int {
  var longest = 0
  var run = 0
  for scalar in text.unicodeScalars {
    run = scalar == mark ? run + 1 : 0
    longest = max(longest, run)
  }
  return longest
}
