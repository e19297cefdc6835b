extension Array<String> {
  /// The texts one after another.
  ///
  /// Takes the place of what the standard library has under this name: that is not made for arrays of texts alone, and
  /// its first use looks types up for as long as a whole letter takes to be read into words.
  package func joined(separator: String) -> String {
    var all = ""
    for i in indices {
      if i > 0 { all += separator }
      all += self[i]
    }
    return all
  }
}
