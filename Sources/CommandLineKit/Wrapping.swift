import SourceText

/// A text broken at blanks so that no line is wider than a terminal.
///
/// - Parameters:
///   - width: columns; less than 20 is taken as 20.
///   - indent: columns that every line but the first is set in by, and that the first begins at.
/// - Returns: lines apart by line breaks, the first without its indent. A word wider than a line stands
///   alone on one.
public func wrapped(_ text: String, width: Int, indent: Int = 0) -> String {
  let room = max(width, 20) - indent
  let margin = String(repeating: " ", count: indent)
  var out = ""
  var column = 0
  for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
    let size = displayWidth(String(word))
    if column > 0, column + 1 + size > room {
      out += "\n\(margin)"
      column = 0
    } else if column > 0 {
      out += " "
      column += 1
    }
    out += word
    column += size
  }
  return out
}

/// How many columns of a terminal a text takes: two for East Asian characters and emoji, none for
/// combining marks.
public func displayWidth(_ text: String) -> Int {
  var width = 0
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0..<0x300: width += 1
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F, 0x1F3FB...0x1F3FF, 0x20D0...0x20FF: break
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      width += 2
    default: width += 1
    }
  }
  return width
}

/// A text from outside made harmless for a terminal: control characters, which could move the cursor or change
/// what stands there, are shown as U+FFFD.
public func sanitised(_ text: String) -> String {
  var out = ""
  for scalar in text.unicodeScalars {
    let isHarmless = !scalar.isControl || scalar == "\n" || scalar == "\t"
    out.unicodeScalars.append(isHarmless ? scalar : "\u{FFFD}")
  }
  return out
}
