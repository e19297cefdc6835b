// swift-tools-version: 6.2

import PackageDescription

/// Every target is held to the same rules: a missing import shows in the native build already (the
/// WebAssembly build would refuse it), and a warning is an error.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
  .treatAllWarnings(as: .error),
]

/// A part of the core: pure Swift without Foundation, also compiled to WebAssembly.
func core(_ name: String, imports: [Target.Dependency] = [], plugins: [Target.PluginUsage] = [])
  -> Target
{
  .target(name: name, dependencies: imports, swiftSettings: strict, plugins: plugins)
}

func tests(of name: String, with extra: [Target.Dependency] = [], beside files: [String] = [])
  -> Target
{
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.target(name: name)] + extra,
    exclude: files,
    swiftSettings: strict)
}

let package = Package(
  name: "answerable",
  products: [
    .library(name: "Answerable", targets: ["Answerable"]),
    .executable(name: "foi", targets: ["foi"]),
    .executable(name: "foi-web", targets: ["WebBridge"]),
    .executable(name: "benchmarks", targets: ["Benchmarks"]),
    .executable(name: "fuzzing", targets: ["Fuzzing"]),
    .executable(name: "learning", targets: ["Learning"]),
  ],
  targets: [
    // The core. Imports go one way only: each target may import those above it that it names.
    core("SourceText"),
    core("Documents", imports: ["SourceText"]),
    core("Templating", imports: ["SourceText"]),
    core("WorkingDays", imports: ["SourceText", "Documents"]),
    core("Requests", imports: ["SourceText", "Documents", "WorkingDays"]),
    core("Linting", imports: ["SourceText", "Documents", "WorkingDays", "Requests"]),
    core("BuiltIn", plugins: ["EmbedFilesPlugin"]),
    core(
      "Replies",
      imports: ["SourceText", "Documents", "WorkingDays", "Requests", "Linting", "BuiltIn"]),
    core("Letters", imports: ["SourceText", "Documents", "Templating", "WorkingDays", "Requests"]),
    core(
      "Cases",
      imports: [
        "SourceText", "Documents", "WorkingDays", "Requests", "Replies", "Letters",
      ]),
    core(
      "Batches",
      imports: [
        "SourceText", "Documents", "Templating", "WorkingDays", "Requests", "Linting", "Replies",
        "Letters",
      ]),
    core(
      "Answerable",
      imports: [
        "SourceText", "Documents", "Templating", "WorkingDays", "Requests", "Linting", "Replies",
        "Letters", "Cases", "Batches", "BuiltIn",
      ]),

    // The shells.
    .target(
      name: "CommandLineKit", dependencies: ["SourceText"], swiftSettings: strict),
    .executableTarget(
      name: "foi", dependencies: ["Answerable", "CommandLineKit"], swiftSettings: strict),
    .target(name: "WebRuntime"),
    .executableTarget(
      name: "WebBridge", dependencies: ["Answerable", "WebRuntime"], swiftSettings: strict),

    // What it costs, beside yardsticks: `swift run -c release benchmarks`.
    .executableTarget(name: "Benchmarks", dependencies: ["Answerable"], swiftSettings: strict),

    // Damaged input for every reader: `.ci/fuzz`.
    .executableTarget(name: "Fuzzing", dependencies: ["Answerable"], swiftSettings: strict),

    // What the words of letters say of their kind: `swift run -c release learning`.
    .executableTarget(
      name: "Learning", dependencies: ["SourceText", "Documents", "Linting", "Replies"],
      swiftSettings: strict),

    // The build tool that turns Guides/, Templates/ and Data/ into Swift.
    .executableTarget(
      name: "EmbedFiles",
      dependencies: ["SourceText", "Documents", "WorkingDays", "Requests", "Linting"],
      swiftSettings: strict),
    .plugin(name: "EmbedFilesPlugin", capability: .buildTool(), dependencies: ["EmbedFiles"]),

    tests(of: "SourceText"),
    tests(of: "Documents", beside: ["headers.py"]),
    tests(of: "Templating", with: ["Documents"]),
    tests(of: "WorkingDays", with: ["Documents"]),
    tests(of: "Requests"),
    tests(of: "Linting"),
    tests(of: "Replies", with: ["BuiltIn", "Learning"]),
    tests(of: "Letters", beside: ["Golden"]),
    tests(of: "Cases", with: ["BuiltIn", "Answerable"], beside: ["Golden"]),
    tests(of: "Batches", with: ["BuiltIn", "Answerable"]),
    tests(of: "CommandLineKit"),
    tests(of: "BuiltIn"),
    tests(of: "EmbedFiles"),
    tests(of: "Answerable", beside: ["Golden"]),
    .testTarget(
      name: "CommandLineTests", dependencies: ["foi", "CommandLineKit"], swiftSettings: strict),
  ]
)
