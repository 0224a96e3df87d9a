// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "assay",
    products: [
        .executable(name: "assay", targets: ["assay"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    ],
    targets: [
        // Walls around C. Each of these is imported by the one target named beside it.
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),  // Markup
        .systemLibrary(name: "CMagic", pkgConfig: "libmagic", providers: [.apt(["libmagic-dev"])]),  // MediaTypes
        .systemLibrary(  // Archives
            name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev", "zlib1g-dev"])]),
        .target(name: "CLinux"),  // Folders, Workers

        // What things are, and the rules between them: pure values.
        .target(name: "Assessment"),
        // Archives of a few small files, made without a library: their bytes must never change.
        .target(name: "Packing"),

        // Walls around the kernel's files, XML, content types, SQL, cryptography and HTML.
        .target(
            name: "Credentials",
            dependencies: ["Assessment", .product(name: "Crypto", package: "swift-crypto")]),
        .target(name: "Folders", dependencies: ["CLinux", "Assessment", "Credentials"]),
        .target(name: "Markup", dependencies: ["CLibXML2"]),
        .target(name: "MediaTypes", dependencies: ["CMagic"]),
        .target(name: "Archives", dependencies: ["CArchive"]),
        .target(name: "Workers", dependencies: ["CLinux", "Archives", "Markup", "MediaTypes"]),
        .target(name: "Documents", dependencies: ["Markup", "Assessment"]),
        .target(
            name: "Bookkeeping",
            dependencies: ["Assessment", "Credentials", .product(name: "GRDB", package: "GRDB.swift")]),
        .target(
            name: "Reporting",
            dependencies: ["Assessment", .product(name: "Mustache", package: "swift-mustache")]),

        // The stages, and what a person sees.
        .target(
            name: "Pipeline",
            dependencies: [
                "Assessment", "Credentials", "Folders", "Markup", "Packing", "Workers", "Documents",
                "Bookkeeping", "Reporting", .product(name: "Logging", package: "swift-log"),
            ]),
        .target(name: "Samples", dependencies: ["Packing"]),
        .executableTarget(
            name: "assay",
            dependencies: [
                "Assessment", "Pipeline", "Reporting", "Samples", "Workers",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["System"]),

        .target(name: "Support", path: "Tests/Support"),
        .testTarget(name: "AssessmentTests", dependencies: ["Assessment"]),
        .testTarget(name: "DocumentsTests", dependencies: ["Assessment", "Documents", "Markup", "Support"]),
        .testTarget(name: "MarkupTests", dependencies: ["Markup"]),
        .executableTarget(name: "untrusted-reader", dependencies: ["Workers"], path: "Tests/WorkersTests/Reader"),
        .testTarget(
            name: "WorkersTests", dependencies: ["Workers", "Markup", "MediaTypes", "untrusted-reader"],
            exclude: ["Reader"]),
        .testTarget(name: "AssayTests", dependencies: ["Support", "Samples", "assay"]),
    ]
)

// What libFuzzer runs, only where Tests/Fuzz/run asks for it: an ordinary build has no use for it.
if Context.environment["ASSAY_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "fuzz",
            dependencies: ["Archives", "Assessment", "Credentials", "Documents", "Markup", "MediaTypes"],
            path: "Tests/Fuzz/Targets"))
}

// What Tests/Benchmarks/stages measures, only where it asks for it. The package's own traits count allocations by a
// library that has to be put before every other; time and instructions do without.
if Context.environment["ASSAY_STAGES"] != nil {
    package.dependencies.append(.package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []))
    package.targets.append(
        .executableTarget(
            name: "stages",
            dependencies: [
                "Assessment", "Bookkeeping", "Credentials", "Documents", "Folders", "Markup", "Reporting", "Samples",
                .product(name: "Benchmark", package: "benchmark"),
            ],
            path: "Tests/Benchmarks/Stages", plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]))
}

// One standard for every target: warnings are errors, imports say how far they reach, unsafe code is marked.
for target in package.targets where target.type != .system && target.name != "CLinux" {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
        .strictMemorySafety(),
    ]
}
