import SourceText

extension Set<WordHash> {
  /// The words of a list, apart by blanks.
  package init(words list: String) {
    self = []
    for token in Words(Array(list.utf8)).tokens { insert(token.hash) }
  }
}
