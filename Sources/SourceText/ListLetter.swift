/// The letter of a list item counted from 0: a for 0, z for 25, aa for 26.
package func listLetter(_ index: Int) -> String {
  var letters: [UInt8] = []
  var rest = index
  repeat {
    letters.append(UInt8(ascii: "a") + UInt8(rest % 26))
    rest = rest / 26 - 1
  } while rest >= 0
  letters.reverse()
  return String(decoding: letters, as: UTF8.self)
}
