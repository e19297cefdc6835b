import Answerable

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Feeds damaged input to every reader and holds each to what must be true of whatever it makes of it.
///
/// `swift run fuzzing [READER] [--rounds N] [--seed N]`, best built with `--sanitize=address`. The same seed gives the
/// same inputs. The first input that breaks a promise ends the run, and is printed as Swift bytes, to become a test.
/// `fuzzing READER --seeds` prints what a reader starts from, apart by NUL; `fuzzing --list` prints their names.
@main
enum Fuzzing {
  static func main() {
    #if LIBFUZZER
      reach()
    #else
      run()
    #endif
  }

  private static func run() {
    var words = Array(CommandLine.arguments.dropFirst())
    func take(_ name: String) -> Int? {
      guard let at = words.firstIndex(of: name), at + 1 < words.count else { return nil }
      let value = Int(words[at + 1])
      words.removeSubrange(at...at + 1)
      return value
    }
    if words == ["--list"] {
      for reader in Reader.all { print(reader.name) }
      return
    }
    if let name = words.first, words.last == "--seeds" {
      for reader in Reader.all where reader.name == name {
        print(reader.seeds.joined(separator: "\0"), terminator: "")
      }
      return
    }
    let rounds = take("--rounds") ?? 2_000
    let seed = UInt64(take("--seed") ?? 1)
    for word in words where !Reader.all.contains(where: { $0.name == word }) {
      print("\(word) is no reader; there are \(Reader.all.map { $0.name }.joined(separator: ", "))")
      exit(2)
    }
    for reader in Reader.all where words.isEmpty || words.contains(reader.name) {
      var mutator = Mutator(seed: seed)
      for round in 0..<rounds {
        let input = mutator.next(from: reader.seeds)
        if let broken = reader.check(input) {
          print("\(reader.name), round \(round): \(broken)")
          print(String(decoding: input, as: UTF8.self))
          print("let input: [UInt8] = \(input)")
          exit(1)
        }
      }
      print("\(reader.name): \(rounds) inputs, every promise kept")
    }
  }
}

/// Makes new inputs of old ones: bits turned, pieces cut, doubled, moved and spliced.
struct Mutator {
  private var state: UInt64
  private static let interesting: [[UInt8]] = [
    [0], [0xFF], [0xC3], [0xEF, 0xBB, 0xBF], [13, 10], Array("---\n".utf8), Array("{{".utf8),
    Array("}}".utf8), Array("\"".utf8), Array("😀".utf8), Array("=?utf-8?Q?".utf8),
    Array("2019/20".utf8), Array("\n\n".utf8), Array("> ".utf8), Array("____".utf8),
  ]

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  private mutating func random(_ below: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 33) % max(below, 1)
  }

  mutating func next(from seeds: [String]) -> [UInt8] {
    var bytes = Array(seeds[random(seeds.count)].utf8)
    for _ in 0...random(6) {
      let at = random(bytes.count + 1)
      switch random(7) {
      case 0: if at < bytes.count { bytes[at] ^= UInt8(1 << random(8)) }
      case 1: bytes.removeSubrange(at..<min(bytes.count, at + random(40)))
      case 2: bytes.insert(contentsOf: Self.interesting[random(Self.interesting.count)], at: at)
      case 3:
        let piece = Array(bytes[at..<min(bytes.count, at + random(200))])
        bytes.insert(contentsOf: piece, at: random(bytes.count + 1))
      case 4: bytes = Array(bytes.prefix(at))
      case 5:
        let other = Array(seeds[random(seeds.count)].utf8)
        bytes = Array(bytes.prefix(at)) + other.suffix(random(other.count + 1))
      default:
        let piece = Array(bytes[at..<min(bytes.count, at + 8)])
        for _ in 0..<random(60) { bytes.insert(contentsOf: piece, at: at) }
      }
      if bytes.count > 1 << 16 { bytes = Array(bytes.prefix(1 << 16)) }
    }
    return bytes
  }
}
