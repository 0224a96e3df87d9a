internal import Packing

/// A bundle that someone drops: its name, what is in it, and whether it comes as a folder or packed.
struct Bundle: Sendable {
    enum Shape: Sendable {
        case folder, zip, tarGz
        /// A zip archive whose end hasn't come.
        case cutZip
    }

    var name: String
    var shape = Shape.folder
    var fate: String
    var contents: [Samples.File]

    /// The name that it has in `Inbox`.
    var fileName: String {
        switch shape {
        case .folder: name
        case .zip, .cutZip: name + ".zip"
        case .tarGz: name + ".tar.gz"
        }
    }

    func files(below folder: String) -> [Samples.File] {
        let parts = contents.map { (path: $0.path, bytes: $0.bytes) }
        let archive: [UInt8]
        switch shape {
        case .folder: return contents.map { Samples.File("\(folder)/\(name)/\($0.path)", $0.bytes) }
        case .zip: archive = storedZip(parts)
        case .tarGz: archive = storedTarGz(parts)
        case .cutZip: archive = Array(storedZip(parts).dropLast(200))
        }
        return [Samples.File("\(folder)/\(fileName)", archive)]
    }
}
