import Foundation
import Support
import Testing

/// What a Spanish receipt says of a bundle's faults.
@Suite(.scratch) struct SpanishFindingTests {
    private let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    private func codes() throws -> [JSON] { try command(assayBinary, ["findings", "--json"]).json.array }

    private func sentences() throws -> [String] {
        try codes().flatMap { $0["translations"].first("language", "es")["sentences"].array }
            .compactMap { $0["english"].string }
    }

    private func manifest(evidence: [Item] = Item.usual, rubric: String = "checking", educator: Educator = Educator())
        -> String
    {
        manifestXML(rubric: rubric, educator: educator, evidence: evidence)
            .replacing("school=\"\(educator.school)\"/>", with: "school=\"\(educator.school)\" lang=\"es\"/>")
    }

    @Test func `every code that can stand in a receipt has a Spanish name and Spanish sentences`() throws {
        let inReceipts = try codes().filter { $0["inReceipts"].bool == true }
        #expect(inReceipts.count > 70)
        for code in inReceipts {
            let spanish = code["translations"].first("language", "es")
            #expect(spanish["name"].string?.isEmpty == false, "\(code["code"])")
            #expect(!spanish["sentences"].array.isEmpty, "\(code["code"])")
        }
    }

    @Test func `a translation fills every gap of its sentence and no other`() throws {
        for code in try codes() {
            for sentence in code["translations"].first("language", "es")["sentences"].array {
                let english = try #require(sentence["english"].string)
                let spanish = try #require(sentence["translation"].string)
                let gaps = english.matches(of: #/\{[:|]?\}/#).count
                let used = spanish.matches(of: #/\{(\d)\}/#).compactMap { Int($0.1) }
                #expect(used.allSatisfy { $0 < gaps }, "\(english): \(spanish)")
                // A kind may be left out where its text is named, or a tag named twice.
                #expect(gaps - Set(used).count <= 2, "\(english): \(spanish)")
            }
        }
    }

    /// The files in which the findings of receipts are said.
    private func sources() throws -> [String] {
        let folders = [
            "Documents/Reading", "Documents/Submissions", "Markup", "Pipeline/Intake", "Pipeline/Intake/Bag",
            "Pipeline/Admission",
        ]
        // They say nothing of bundles, or pass on what is said elsewhere.
        let others = ["BlankBundle", "ExpressionCheck", "ExpressionWords", "Evaluation", "Complaint", "Uniqueness"]
        return try folders.flatMap { folder in
            try FileManager.default.contentsOfDirectory(atPath: "\(repository)/Sources/\(folder)")
                .filter { name in name.hasSuffix(".swift") && !others.contains { name == $0 + ".swift" } }
                .map { "\(repository)/Sources/\(folder)/\($0)" }
        } + ["\(repository)/Sources/Pipeline/Publication/Letters.swift"]
    }

    /// A text of a source file; its parts are its sentences.
    private struct Said {
        var path: String
        var whole: String
        var parts: [String] = []

        init(path: String, text: String) {
            self.path = path
            whole = text.trimmingCharacters(in: .whitespaces)
            for part in whole.split(separator: ". ") { parts.append(part.hasSuffix(".") ? String(part) : "\(part).") }
        }

        var isSentence: Bool {
            guard let first = whole.first, whole.contains(" "), whole.hasSuffix(".") else { return false }
            return (first.isUppercase || first == "{" || first == "'") && GappedText(whole).length > 12
        }
    }

    private func said(in paths: [String]) throws -> [Said] {
        var all: [Said] = []
        for path in paths {
            for text in try textsInSource(path) { all.append(Said(path: path, text: text)) }
        }
        return all
    }

    @Test func `every sentence that a receipt can say has one in Spanish`() throws {
        // "Write {}." and the like would be anything.
        let known = try sentences().map { GappedText($0) }.filter { $0.length > 12 }
        func isKnown(_ text: String) -> Bool {
            let gapped = GappedText(text)
            return known.contains { $0.canBe(gapped) }
        }
        let exceptions = [
            "The ledger lacks the acceptance of {}.", "The ledger lacks the record of {}.",
            // Of a calendar in program.xml.
            "'{}' ends on {}, before it begins on {}.", "Write the earlier day in 'from' and the later one in 'to'.",
        ]
        for text in try said(in: sources()) where text.isSentence && !exceptions.contains(text.whole) {
            #expect(
                isKnown(text.whole) || text.parts.allSatisfy(isKnown),
                "\(text.path) says in a receipt, without Spanish: \(text.whole)")
        }
    }

    @Test func `no Spanish sentence stands for one that isn't said any more`() throws {
        let folders = ["Assessment/", "Archives/", "Documents/", "Markup/", "Pipeline/", "Workers/"]
        var files: [String] = []
        for path in try FileManager.default.subpathsOfDirectory(atPath: repository + "/Sources")
        where path.hasSuffix(".swift") && folders.contains(where: path.hasPrefix) {
            files.append("\(repository)/Sources/\(path)")
        }
        var texts: Set<String> = []
        for text in try said(in: files) { texts.formUnion([text.whole] + text.parts) }
        let said = texts.map { GappedText($0) }.filter { $0.length > 8 }
        // These are put together of several texts.
        let composed = [
            "The attempt before was under version", "This is a rule of the rubric", "Take what is too much",
        ]
        for sentence in try sentences() where !composed.contains(where: sentence.hasPrefix) {
            let text = GappedText(sentence)
            #expect(text.length <= 8 || said.contains { $0.canBe(text) }, "Nobody says: \(sentence)")
        }
    }

    @Test func `a returned bundle's faults are in Spanish, with its own names and numbers`() throws {
        let limits = """
            <evidence kind="lesson-plan" form="file" min="2" max="3" media="application/pdf" max-bytes="10"/>
            <evidence kind="student-work" form="file" min="1" max="1" release="required"/>
            <evidence kind="video" form="link" min="0" max="2" hosts="*.vimeo.com" min-duration="PT5M" max-duration="PT15M"/>
            <evidence kind="reflection" form="text" min="1" max="1" min-words="150"/>
            <rule id="titles" test="a:evidence/a:file/@title">Give your files titles.</rule>
            """
        let workspace = try Workspace(rubrics: [rubricXML(intake: limits)])
        let evidence = [
            Item.plan, .work, .file("work/b.pdf", kind: "student-work", pdf("B")), .reflection,
            .link("http://me@127.0.0.1:8080/v", duration: nil), .link("https://youtube.com/v/1", duration: "PT2M"),
            .text("No kind.", kind: "poem"),
        ]
        try workspace.drop("bad", manifest: manifest(evidence: evidence))
        for item in evidence {
            if let path = item.path, let bytes = item.bytes { try workspace.write("Inbox/bad/" + path, bytes) }
        }
        let pass = try workspace.run(["--settle", "PT0S"])
        #expect(pass.findings("bad").count > 10)
        let receipt = try workspace.text("Outbox/Returned/bad/receipt.html")
        for words in [
            "De «lesson-plan» se pide: 2 archivos; hay 1.",
            "Agregue a la evidencia, de «lesson-plan»: 1 archivo más.",
            "Por su contenido, el archivo «plans/exit-ticket.md» es Markdown.", "Guárdelo o expórtelo como PDF;",
            "Falta decir si hay una autorización archivada para el archivo «work/student-a.pdf».",
            "El texto «reflection» tiene 10 palabras; se piden al menos 150 palabras.",
            "no empieza con https://, y nombra a un usuario antes de «@», y nombra un puerto, y nombra una máquina",
            "Para «video» no se admiten enlaces a «youtube.com».",
            "El enlace «video» dura 2 minutos; se pide al menos 5 minutos y como máximo 15 minutos.",
            "La rúbrica no pide evidencia del tipo «poem».", "<span lang=\"\">Give your files titles.</span>",
            "Es una regla de la rúbrica",
        ] {
            #expect(receipt.contains(words), "\(words)")
        }
        #expect(!receipt.contains("lang=\"en\""), "\(receipt)")
        #expect(try workspace.text("Outbox/Returned/bad/receipt.xml").contains("aren't accepted for"))
    }

    @Test func `a file's name may hold the words that stand behind it`() throws {
        let intake = usualIntake.replacing(
            "kind=\"lesson-plan\" form=\"file\"",
            with: "kind=\"lesson-plan\" form=\"file\" media=\"application/pdf\" max-bytes=\"10\"")
        let workspace = try Workspace(rubrics: [rubricXML(intake: intake)])
        let name = "plans/what is this, and has it a point.md"
        let evidence = [Item.file(name), .work, .reflection]
        try workspace.drop("bad", evidence: evidence, manifest: manifest(evidence: evidence))
        try workspace.run()
        let receipt = try workspace.text("Outbox/Returned/bad/receipt.html")
        #expect(receipt.contains("Por su contenido, el archivo «\(name)» es Markdown."), "\(receipt)")
        #expect(receipt.contains("El archivo «\(name)» tiene 27 bytes, y se admiten 10 bytes"), "\(receipt)")
        #expect(!receipt.contains("lang=\"en\""), "\(receipt)")
    }

    @Test func `an accepted bundle's warnings are in Spanish, and the receipt comes back byte for byte`() throws {
        let workspace = try Workspace()
        try workspace.drop(manifest: manifest(), unlisted: ["notes.txt": Data("Mine.\n".utf8)])
        _ = try workspace.accept()
        let receipts = try workspace.tree("Outbox/Receipts")
        let path = try #require(try workspace.files(named: "receipt.html", in: "Outbox/Receipts").first)
        let receipt = try workspace.text(path)
        #expect(receipt.contains("«notes.txt» no se nombra en el manifiesto") && !receipt.contains("lang=\"en\""))
        try workspace.remove("Outbox/Receipts")
        #expect(try workspace.assay(["publish", "--all"]).exit == 0)
        #expect(try workspace.tree("Outbox/Receipts") == receipts)
    }

    @Test func `what went back because nothing more came is told in Spanish too`() throws {
        let workspace = try Workspace()
        try workspace.drop(manifest: manifest(evidence: Item.usual + [.file("work/late.pdf", kind: "student-work")]))
        try workspace.run()
        workspace.advance(hours: 2)
        try workspace.run()
        let receipt = try workspace.text("Outbox/Returned/bundle/receipt.html")
        #expect(receipt.contains("El archivo «work/late.pdf» se nombra en el manifiesto, pero no está en el paquete."))
        #expect(!receipt.contains("lang=\"en\""), "\(receipt)")
    }

    @Test func `a manifest that breaks a rule of form is told about in Spanish`() throws {
        let workspace = try Workspace()
        let changes = [
            "missing": ("statement kind", "statment kind"), "attribute": ("agreed=", "aggreed="),
            "empty": ("name=\"Ana María Núñez\"", "name=\"\""), "value": ("agreed=\"true\"", "agreed=\"maybe\""),
        ]
        for (name, change) in changes {
            try workspace.drop(name, manifest: manifest().replacing(change.0, with: change.1))
        }
        try workspace.run()
        for name in changes.keys {
            let receipt = try workspace.text("Outbox/Returned/\(name)/receipt.html")
            #expect(receipt.contains("lang=\"es\"") && !receipt.contains("lang=\"en\""), "\(receipt)")
        }
        #expect(
            try workspace.text("Outbox/Returned/empty/receipt.html").contains("Falta el nombre de la o el docente."))
    }
}
