import Foundation
import Support
import Testing

/// Receipts and feedback in the educator's language.
@Suite(.scratch) struct LanguageTests {
    private func manifest(_ lang: String) -> String {
        manifestXML().replacing("school=\"lincoln-es\"/>", with: "school=\"lincoln-es\" lang=\"\(lang)\"/>")
    }

    @Test func `an educator who asks for Spanish gets receipts and feedback in Spanish`() throws {
        let workspace = try Workspace()
        try workspace.drop(manifest: manifest("es"))
        let submission = try workspace.accept()
        let receipts = try workspace.files(named: "receipt.html", in: "Outbox/Receipts")
        let receipt = try workspace.text(try #require(receipts.first))
        #expect(receipt.contains("<html lang=\"es\">") && receipt.contains("Aceptado para revisión"))
        try workspace.fillAll(submission, levels: ["1.1": "demonstrated", "1.2": "progressing"])
        try workspace.run()
        let feedback = try workspace.text("Outbox/Decisions/2026-11/\(submission)/feedback.html")
        #expect(feedback.contains("<html lang=\"es\">") && feedback.contains("Todavía no obtenida"))
        #expect(feedback.contains("Quedan 2 intentos."))
        #expect(feedback.contains("As seen in the evidence."))
    }

    @Test func `returned and duplicate bundles get Spanish receipts too`() throws {
        let workspace = try Workspace()
        try workspace.drop(manifest: manifest("es-MX"))
        _ = try workspace.accept()
        try workspace.drop("copy", manifest: manifest("es-MX"))
        try workspace.drop("bad", manifest: manifest("ES").replacing("lincoln-es", with: "nowhere"))
        try workspace.run()
        let copy = try workspace.text("Outbox/Returned/copy/receipt.html")
        #expect(copy.contains("<html lang=\"es\">") && copy.contains("Ya recibido"))
        let bad = try workspace.text("Outbox/Returned/bad/receipt.html")
        #expect(bad.contains("<html lang=\"es\">") && bad.contains("No se conoce la escuela"))
        #expect(bad.contains("El programa no tiene ninguna escuela «nowhere».") && !bad.contains("lang=\"en\""))
    }

    @Test func `a language that no page is written in is a warning, and the pages are in English`() throws {
        let workspace = try Workspace()
        try workspace.drop(manifest: manifest("tlh"))
        let pass = try workspace.run()
        #expect(pass.state("bundle") == "accepted")
        let finding = try #require(pass.findings("bundle").first)
        #expect(finding.code == "language.unknown" && finding.isWarning && finding.line != nil)
        let receipts = try workspace.files(named: "receipt.html", in: "Outbox/Receipts")
        #expect(try workspace.text(try #require(receipts.first)).contains("<html lang=\"en\">"))
    }

    @Test func `a manifest with a language is valid by the schema`() throws {
        let workspace = try Workspace()
        try workspace.write("manifest.xml", manifest("es"))
        try workspace.validate("manifest.xml", by: "submission")
    }
}
