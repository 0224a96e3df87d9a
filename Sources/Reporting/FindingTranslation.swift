package import Assessment

/// What a finding's code is in another language than English.
package struct FindingTranslation: Encodable, Sendable {
    /// A sentence in English, `{}` where names and numbers stand, and its translation, `{0}` where the first of them
    /// goes.
    package struct Sentence: Encodable, Sendable {
        package var english: String
        package var translation: String
    }
    /// As in `lang`.
    package var language: String
    /// What it is about, in a few words.
    package var name: String?
    package var sentences: [Sentence]

    /// In every language in which pages are written.
    package static func all(of code: FindingCode) -> [FindingTranslation] {
        PageLanguage.allCases.map(Language.of).compactMap { language in
            language.common.phrasebook.map { book in
                FindingTranslation(
                    language: language.code, name: language.common.findingNames[code],
                    sentences: book.texts(of: code).map { Sentence(english: $0, translation: $1) })
            }
        }
    }
}
