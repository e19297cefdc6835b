import SourceText

/// A text broken at blanks so that no line is wider than a terminal.
///
/// - Parameters:
///   - width: columns of the terminal, the indent among them.
///   - indent: columns that every line but the first is set in by, and that the first begins at. The
///     room behind it is never taken for less than 20 columns.
/// - Returns: lines apart by line breaks, the first without its indent. A word wider than a line stands
///   alone on one.
public func wrapped(_ text: String, width: Int, indent: Int = 0) -> String {
  let room = max(width - indent, 20)
  let isPlain = text.isPlain
  var out: [UInt8] = []
  out.reserveCapacity(text.utf8.count * 5 / 4)
  var column = 0
  var text = text
  text.withUTF8 { bytes in
    var i = 0
    while true {
      while i < bytes.count, bytes[i].isWhitespace { i += 1 }
      if i == bytes.count { break }
      let start = i
      while i < bytes.count, !bytes[i].isWhitespace { i += 1 }
      let word = UnsafeBufferPointer(rebasing: bytes[start..<i])
      // Most texts are plain, and bytes are counted much faster than characters.
      let size = isPlain ? word.count : displayWidth(String(decoding: word, as: UTF8.self))
      if !out.isEmpty, column + 1 + size <= room {
        out.append(.space)
        column += 1
      } else if !out.isEmpty {
        out.append(.newline)
        for _ in 0..<indent { out.append(.space) }
        column = 0
      }
      out += word
      column += size
    }
  }
  return String(decoding: out, as: UTF8.self)
}

/// How many columns of a terminal a text takes: two for East Asian characters and emoji, none for
/// combining marks and for the codes of a ``Style``.
public func displayWidth(_ text: String) -> Int {
  if text.isPlain, !text.utf8.contains(UInt8(ascii: "\n")) { return text.utf8.count }
  var width = 0
  var isInCode = false
  for character in text {
    if isInCode {
      isInCode = character != "m"
    } else if character == "\u{1B}" {
      isInCode = true
    } else {
      width += character.columns
    }
  }
  return width
}

/// A text from outside made harmless for a terminal: control characters, which could move the cursor or change
/// what stands there, are shown as U+FFFD.
///
/// Tabs and line breaks stay, a Windows line break as a plain one.
public func sanitised(_ text: String) -> String {
  if text.isPlain { return text }
  var out = String.UnicodeScalarView()
  for character in text {
    if character == "\r\n" {
      out.append("\n")
    } else {
      for scalar in character.unicodeScalars {
        let isHarmless = !scalar.isControl || scalar == "\n" || scalar == "\t"
        out.append(isHarmless ? scalar : "\u{FFFD}")
      }
    }
  }
  return String(out)
}

extension String {
  /// Whether it is of ASCII letters, marks, blanks and line breaks alone.
  fileprivate var isPlain: Bool {
    var text = self
    return text.withUTF8 { bytes in
      for byte in bytes where byte &- 0x20 >= 0x5F && byte != .newline { return false }
      return true
    }
  }
}

extension Character {
  /// An emoji takes two columns however many scalars it is joined from (a family, a flag, a skin tone).
  fileprivate var columns: Int {
    if let ascii = asciiValue { return ascii < 0x20 || ascii == 0x7F ? 0 : 1 }
    let isEmoji = unicodeScalars.contains {
      $0 == "\u{FE0F}" || $0.properties.isEmojiPresentation
    }
    return isEmoji ? 2 : unicodeScalars.reduce(0) { $0 + $1.columns }
  }
}

extension Unicode.Scalar {
  /// Width as in Unicode's EastAsianWidth.txt, W and F; Hangul vowels and finals join the consonant before them.
  fileprivate var columns: Int {
    switch value {
    case 0xAD: return 1
    case 0x1160...0x11FF: return 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97C,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60,
      0xFFE0...0xFFE6, 0x16FE0...0x18D08, 0x1B000...0x1B2FB, 0x1F200...0x1F265, 0x20000...0x3FFFD:
      // Among the wide ranges there are marks too, for Japanese vowels and tones.
      return properties.generalCategory == .nonspacingMark ? 0 : 2
    default: break
    }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return 1
    }
  }
}
