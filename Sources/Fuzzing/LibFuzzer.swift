// Built with -DLIBFUZZER by `.ci/fuzz --reach`, and linked with libFuzzer.
#if LIBFUZZER
  import Answerable
  import Glibc

  /// libFuzzer's own main, with the function that it tries inputs on.
  @_silgen_name("LLVMFuzzerRunDriver")
  private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ words: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ tryOne: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
  ) -> CInt

  nonisolated(unsafe) private var reader: Reader?

  extension Fuzzing {
    /// Looks for inputs by what code they reach: `fuzzing READER [OPTION OF LIBFUZZER...]`.
    static func reach() -> Never {
      let words = CommandLine.arguments
      reader = Reader.all.first { $0.name == words.dropFirst().first }
      guard reader != nil else { fatalError("name a reader") }
      var count = CInt(words.count - 1)
      let options = words.prefix(1) + words.dropFirst(2)
      let list = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(
        capacity: options.count + 1)
      for (i, option) in options.enumerated() { list[i] = strdup(option) }
      list[options.count] = nil
      var lists = list
      exit(
        runDriver(&count, &lists) { start, count in
          let input = Array(UnsafeBufferPointer(start: start, count: count))
          if let broken = reader?.check(input) { fatalError(broken) }
          return 0
        })
    }
  }
#endif
