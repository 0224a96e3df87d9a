import Foundation

/// The reader that is built beside these tests, whatever the build's folder.
let readerPath: String = {
    let arguments = CommandLine.arguments
    if let flag = arguments.firstIndex(of: "--test-bundle-path"), flag + 1 < arguments.count {
        return URL(filePath: arguments[flag + 1]).deletingLastPathComponent().path + "/untrusted-reader"
    }
    return Bundle.main.bundleURL.path + "/untrusted-reader"
}()
