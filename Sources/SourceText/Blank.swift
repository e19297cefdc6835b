extension String {
  /// Whether something is still to be filled in: `____`, of which an underscore may have been lost in editing.
  package var hasBlank: Bool {
    var run = 0
    for byte in utf8 {
      run = byte == UInt8(ascii: "_") ? run + 1 : 0
      if run == 3 { return true }
    }
    return false
  }
}
