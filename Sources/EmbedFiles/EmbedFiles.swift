@main
enum EmbedFiles {
  static func main() {}
}
