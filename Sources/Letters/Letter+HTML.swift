import SourceText

extension Letter {
  /// The letter as a web page of its own that loads nothing and runs nothing.
  public var html: String {
    var paragraphs = "<p>"
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      paragraphs += line.isEmpty ? "</p>\n<p>" : "\(String(line).escapedForHTML)\n"
    }
    paragraphs += "</p>\n"
    return """
      <!DOCTYPE html>
      <html lang="en-GB">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>\(title.escapedForHTML)</title>
      <style>
      body { font: 1.05rem/1.5 Georgia, serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem; }
      p { white-space: pre-line; }
      </style>
      </head>
      <body>
      \(paragraphs)</body>
      </html>

      """
  }
}
