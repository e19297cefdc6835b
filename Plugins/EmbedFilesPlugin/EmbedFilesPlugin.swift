import Foundation
import PackagePlugin

/// Runs `EmbedFiles` before the module BuiltIn is compiled.
///
/// The tool lists the folders itself; what is named here decides when it runs again. `Guides` and
/// `Templates` are symbolic links in the module's folder, beside `Data`, because the package manager
/// looks for new files in the folders of modules only: elsewhere a new guide would be embedded once
/// and its next edit missed.
@main
struct EmbedFilesPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let package = context.package.directoryURL
    let output = context.pluginWorkDirectoryURL.appending(path: "Embedded.swift")
    let files = target.sourceModule?.sourceFiles.filter { $0.type == .unknown } ?? []
    return [
      .buildCommand(
        displayName: "Embedding guides, templates and data",
        executable: try context.tool(named: "EmbedFiles").url,
        arguments: [package.path(percentEncoded: false), output.path(percentEncoded: false)],
        inputFiles: files.map(\.url),
        outputFiles: [output])
    ]
  }
}
