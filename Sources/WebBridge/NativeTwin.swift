#if !arch(wasm32)
  import Foundation

  /// The door without a web page: `foi-web OPERATION < INPUT` prints what the module answers.
  @main
  enum NativeTwin {
    static func main() {
      guard CommandLine.arguments.count == 2 else {
        print("foi-web is for web pages: .ci/build-wasm builds it as a WebAssembly module")
        return
      }
      let input = FileHandle.standardInput.readDataToEndOfFile()
      let answer = Door.answer(CommandLine.arguments[1], Array(input))
      FileHandle.standardOutput.write(Data(answer))
    }
  }
#endif
